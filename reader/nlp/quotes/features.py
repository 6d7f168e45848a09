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
_LOOKS: dict[Look, Look] = {}
Features = tuple[str, ...]
Group = Callable[..., Features]


def word_feature(unit: Unit) -> str:
    """The word itself where it is a function word, else its part of speech."""
    return unit.word if unit.word in FUNCTION_WORDS else unit.tag


@lru_cache(maxsize=CACHED_WORDS)
def look(word: str, tag: str, shape: str) -> Look:
    """How a unit looks to its neighbours; one object for all that look alike, which makes look-ups by it fast."""
    found = word if word in FUNCTION_WORDS else tag, tag, kind_of(word, tag, shape)
    return _LOOKS.setdefault(found, found)


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
    row = ("t=" + t, "w=" + w, "c=" + c, f"ct={c}/{t}", "sh=" + shape)
    return (*row, *_frame_features(word, tag)) if tag[0] in "VNJ" else row


def _frame_features(word: str, tag: str) -> Features:
    digits = frame(word, tag)
    if not digits:
        return ("f=",)
    letter = tag[0]
    columns = (f"f{column}={letter}{digit}" for column, digit in enumerate(digits))
    return (*columns, f"f={letter}{digits[:3]}{digits[6]}")


def one_before(a: Look) -> Features:
    """The unit before; so are the others named from the unit that is labelled, and "pair" is of two neighbours."""
    return (f"t-1={a[1]}", f"w-1={a[0]}", f"c-1={a[2]}")


def one_after(b: Look) -> Features:
    """The unit behind."""
    return (f"t+1={b[1]}", f"w+1={b[0]}", f"c+1={b[2]}")


def two_before(z: Look) -> Features:
    """The unit two before."""
    return (f"t-2={z[1]}", f"w-2={z[0]}", f"c-2={z[2]}")


def two_after(d: Look) -> Features:
    """The unit two behind."""
    return (f"t+2={d[1]}", f"w+2={d[0]}", f"c+2={d[2]}")


def pair_before(a: Look, x: Look) -> Features:
    """The unit with the one before."""
    return (f"ww-={a[0]}|{x[0]}", f"wc-={a[0]}|{x[2]}", f"cw-={a[2]}|{x[0]}")


def pair_after(x: Look, b: Look) -> Features:
    """The unit with the one behind."""
    return (f"ww+={x[0]}|{b[0]}", f"cw+={x[2]}|{b[0]}")


def pair_two_before(z: Look, a: Look) -> Features:
    """The two before."""
    return (f"ww--={z[0]}|{a[0]}",)


def pair_two_after(b: Look, d: Look) -> Features:
    """The two behind."""
    return (f"ww++={b[0]}|{d[0]}",)


def three_before(z: Look, a: Look, x: Look) -> Features:
    """The unit with the two before."""
    return (f"cww-={z[2]}|{a[0]}|{x[0]}", f"wwc={z[0]}|{a[0]}|{x[2]}")


def three_after(x: Look, b: Look, d: Look) -> Features:
    """The unit with the two behind."""
    return (f"cww+={x[2]}|{b[0]}|{d[0]}",)


def around(a: Look, x: Look, b: Look) -> Features:
    """The unit with its neighbours."""
    return (f"www={a[0]}|{x[0]}|{b[0]}",)


def far_before(y: Look) -> Features:
    """The unit three before."""
    return (f"w-3={y[0]}",)


def far_after(e: Look) -> Features:
    """The unit three behind."""
    return (f"w+3={e[0]}",)


def _place(paragraph: str, start: str, clause: str, quote: str) -> Features:
    """What paragraph it is, how far its sentence and its clause have come, the quote before."""
    return ("par=" + paragraph, "sp=" + start, "cl=" + clause, "lq=" + quote)


def _since_cue(cue: str, marks: str, x: str) -> Features:
    """The last cue and the marks since."""
    return (f"lc={cue}|{marks}", f"lw={cue}|{marks}|{x}")


def _cue_away(cue: str, away: str) -> Features:
    return (f"lc3={cue}|{away}",) if cue else ("lc3=",)


def _verbs_since(verbs: int, marks: str, cue: bool) -> Features:  # noqa: FBT001 -- a value among values
    return (f"lv={verbs}|{marks}|{cue}",)


def _to_cue(cue: str, marks: str, between: str) -> Features:
    """The next cue, the marks and the kind of words before it."""
    return (f"rc={cue}|{marks}", f"rb={cue}|{between}")


def _cue_ahead(cue: str, away: str) -> Features:
    return (f"rc3={cue}|{away}",) if cue else ("rc3=",)


def _ending(quote: str, tail: str) -> Features:
    """The next quote, a cue that ends the sentence."""
    return ("rq=" + quote, "end=" + tail)


GROUPS: tuple[Group, ...] = (
    _place, _since_cue, _cue_away, _verbs_since, _to_cue, _cue_ahead, _ending,
)  # fmt: skip
"""What lies further left and right, in the order in which `walk` takes it."""
