"""What the tagger sees of a unit: groups of feature strings, each group a function of a few small values.

Takes words, parts of speech, cue and person classes, gives feature strings. No feature holds an open-class word of the
text: words stand only where they are in `FUNCTION_WORDS`; all else is parts of speech, classes, shapes and distances.
`walk` says which groups a unit has; the tagger keeps each group's summed weights by the group's values.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.nlp.quotes.cues import cue_class, person_class, verb_class
from reader.nlp.quotes.frames import CLAUSE, CLAUSE_DIGIT, PERSON, QUOTED, frame
from reader.nlp.quotes.units import Unit

FUNCTION_WORDS = frozenset(
    """a an the this that these those i you he she it we they me him her us them my your his its our their who whom
    whose which what when where why how if whether because since while although though as than of in on at by for
    from with without about against to into over after before during between among under through until upon within
    toward towards and or but nor so yet not n't no never also too just only even still again later now then there
    here is are was were be been being am has have had having do does did doing will would can could may might
    must shall should 's ’s s 'd ’d 'll ’ll 're ’re 've ’ve according per via such like both either neither each
    every some any all many most more others other another one up out down off back away ahead anyone everyone
    someone nobody everybody anything everything nothing himself herself themselves itself ourselves myself
    yourself . , : ; ? ! - – — -- ( ) [ ] … ... / @ # $ % &""".split()
)
CACHED_WORDS = 20_000
"""About the vocabulary of a 50,000-word article."""

Look = tuple[str, str, str]
"""A unit's function word or part of speech, its part of speech, its cue or person class."""
Features = tuple[str, ...]
Group = Callable[..., Features]


def word_feature(unit: Unit) -> str:
    """The word itself where it is a function word, else its part of speech."""
    return unit.word if unit.word in FUNCTION_WORDS else unit.tag


@lru_cache(maxsize=CACHED_WORDS)
def look(word: str, tag: str, shape: str) -> Look:
    """How a unit looks to its neighbours."""
    return word if word in FUNCTION_WORDS else tag, tag, kind_of(word, tag, shape)


def looks(units: Sequence[Unit]) -> list[Look]:
    """How each unit looks to its neighbours."""
    return [look(unit.word, unit.tag, unit.shape) for unit in units]


def kind_of(word: str, tag: str, shape: str) -> str:
    """A cue's class; "?" and a verb's class where the tag speaks against it; "@" a person; "~" an unlisted cue."""
    cue = cue_class(word, tag)
    if cue is not None:
        return cue
    verb = verb_class(word) if tag in ("NN", "NNS", "JJ", "NNP") and shape != "Xx" else None
    if verb:
        return "?" + verb
    person = person_class(word) if tag[:1] in "NJ" else None
    return "@" + person if person else _governs(word, tag)


def _governs(word: str, tag: str) -> str:
    """Marks ("~") a word outside the lexicon that open text shows with clauses or quotations."""
    digits = frame(word, tag)
    if not digits or max(digits[CLAUSE], digits[QUOTED]) < CLAUSE_DIGIT:
        return ""
    return "~" + digits[PERSON]


def own(word: str, tag: str, shape: str) -> Features:
    """The unit itself."""
    w, t, c = look(word, tag, shape)
    row = ("t=" + t, "w=" + w, "c=" + c, "ct=" + c + "/" + t, "sh=" + shape)
    return (*row, *_frame_features(word, tag)) if tag[0] in "VNJ" else row


def _frame_features(word: str, tag: str) -> Features:
    digits = frame(word, tag)
    if not digits:
        return ("f=",)
    letter = tag[0]
    columns = (f"f{column}={letter}{digit}" for column, digit in enumerate(digits))
    return (*columns, f"f={letter}{digits[:3]}{digits[6]}")


def _before(a: Look, x: Look) -> Features:
    return (
        "t-1=" + a[1], "w-1=" + a[0], "c-1=" + a[2], "ww-=" + a[0] + "|" + x[0], "wc-=" + a[0] + "|" + x[2],
        "cw-=" + a[2] + "|" + x[0],
    )  # fmt: skip


def _after(x: Look, b: Look) -> Features:
    return ("t+1=" + b[1], "w+1=" + b[0], "c+1=" + b[2], "ww+=" + x[0] + "|" + b[0], "cw+=" + x[2] + "|" + b[0])


def _before_two(z: Look, a: Look, x: Look) -> Features:
    return (
        "t-2=" + z[1], "w-2=" + z[0], "c-2=" + z[2], "ww--=" + z[0] + "|" + a[0],
        "cww-=" + z[2] + "|" + a[0] + "|" + x[0], "wwc=" + z[0] + "|" + a[0] + "|" + x[2],
    )  # fmt: skip


def _after_two(x: Look, b: Look, d: Look) -> Features:
    return (
        "t+2=" + d[1], "w+2=" + d[0], "c+2=" + d[2], "ww++=" + b[0] + "|" + d[0],
        "cww+=" + x[2] + "|" + b[0] + "|" + d[0],
    )  # fmt: skip


def _around(a: str, x: str, b: str) -> Features:
    return ("www=" + a + "|" + x + "|" + b,)


def _far(a: str, b: str) -> Features:
    return ("w-3=" + a, "w+3=" + b)


def _place(paragraph: str, start: str, clause: str, quote: str) -> Features:
    """What paragraph it is, how far its sentence and its clause have come, the quote before."""
    return ("par=" + paragraph, "sp=" + start, "cl=" + clause, "lq=" + quote)


def _since_cue(cue: str, marks: str, x: str) -> Features:
    """The last cue and the marks since."""
    return ("lc=" + cue + "|" + marks, "lw=" + cue + "|" + marks + "|" + x)


def _cue_away(cue: str, away: str) -> Features:
    return ("lc3=" + cue + "|" + away,) if cue else ("lc3=",)


def _verbs_since(verbs: int, marks: str, cue: bool) -> Features:  # noqa: FBT001 -- a value among values
    return (f"lv={verbs}|{marks}|{cue}",)


def _to_cue(cue: str, marks: str, between: str) -> Features:
    """The next cue, the marks and the kind of words before it."""
    return ("rc=" + cue + "|" + marks, "rb=" + cue + "|" + between)


def _cue_ahead(cue: str, away: str) -> Features:
    return ("rc3=" + cue + "|" + away,) if cue else ("rc3=",)


def _ending(quote: str, tail: str) -> Features:
    """The next quote, a cue that ends the sentence."""
    return ("rq=" + quote, "end=" + tail)


GROUPS: tuple[Group, ...] = (
    own, _before, _after, _before_two, _after_two, _around, _far, _place, _since_cue, _cue_away, _verbs_since, _to_cue,
    _cue_ahead, _ending,
)  # fmt: skip
"""All groups, in the order in which `walk` takes them."""
