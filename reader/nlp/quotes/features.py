"""What the tagger sees of a unit: groups of feature strings, each group a function of a few small values.

Takes words, parts of speech, cue and person classes, gives feature strings. No feature holds an open-class word of the
text: words stand only where they are in `FUNCTION_WORDS`; all else is parts of speech, classes, shapes and distances.
`neighbours` and `walk` say which a unit has; the tagger keeps the summed weights of each by the group's values.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.nlp.quotes.cues import cue_class, person_class, verb_class
from reader.nlp.quotes.frames import CLAUSE, CLAUSE_DIGIT, PERSON, QUOTED, frame
from reader.nlp.quotes.units import REGION_TAG, Unit

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
CLAUSE_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-", "(", ")"))
TURNS = frozenset(("that", "to", "if", "whether", "and", "but", "as", "who", "which"))
"""Words that open a clause; `FUNCTION_WORDS` holds these and the marks."""
TABLED = frozenset("ww-- ww- wc- cw- ww+ cw+ ww++ lw".split())
"""Features of which the tagger first looks up the start, then in what it finds the end."""
_NO_CUE = frozenset("@?~")

Features = tuple[str, ...]


class Look(NamedTuple):
    """How a unit looks to those around it."""

    word: str
    """A function word, or the part of speech."""
    tag: str
    kind: str
    """Of cue or person, as `kind_of` gives it."""
    cue: bool = False
    """Whether it is a cue of the lexicon."""
    heard: bool = True
    """Whether it can change what the units behind it know of the sentence before them."""
    awaited: bool = True
    """Whether it can change what the units before it know of what comes."""


def word_feature(unit: Unit) -> str:
    """The word itself where it is a function word, else its part of speech."""
    return unit.word if unit.word in FUNCTION_WORDS else unit.tag


@lru_cache(maxsize=CACHED_WORDS)
def look(word: str, tag: str, shape: str) -> Look:
    """How a unit looks to its neighbours."""
    kind, seen = kind_of(word, tag, shape), word if word in FUNCTION_WORDS else tag
    cue = bool(kind) and kind[0] not in _NO_CUE
    heard = cue or tag == REGION_TAG or tag[0] == "V" or seen in CLAUSE_MARKS or seen in TURNS
    awaited = cue or tag == REGION_TAG or tag[0] in "VM" or seen in CLAUSE_MARKS or tag in ("IN", "NNP")
    return Look(seen, tag, kind, cue, heard, awaited or kind[:1] == "@")


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
    return own_of(look(word, tag, shape), shape, frame_of(word, tag))


def frame_of(word: str, tag: str) -> str | None:
    """The digits of its use; None for a unit that is no verb, noun or adjective."""
    return frame(word, tag) if tag[0] in "VNJ" else None


def own_of(seen: Look, shape: str, digits: str | None) -> Features:
    """The unit itself, by what of it the features tell."""
    w, t, c = seen[:3]
    row = ("t=" + t, "w=" + w, "c=" + c, f"ct={c}/{t}", "sh=" + shape)
    return row if digits is None else (*row, *_frame_features(digits, t[0]))


def _frame_features(digits: str, letter: str) -> Features:
    if not digits:
        return ("f=",)
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


def starts_of_pairs(a: Look) -> Features:
    """How the features of a unit with the next begin: those of its being before, those of its being behind it."""
    w, _, c = a[:3]
    return f"ww--={w}|", f"ww-={w}|", f"wc-={w}|", f"cw-={c}|", f"ww+={w}|", f"cw+={c}|", f"ww++={w}|"


def pair_before(a: Look, x: Look) -> Features:
    """The unit with the one before."""
    _, ww, wc, cw, _, _, _ = starts_of_pairs(a)
    return ww + x.word, wc + x.kind, cw + x.word


def pair_after(x: Look, b: Look) -> Features:
    """The unit with the one behind."""
    _, _, _, _, ww, cw, _ = starts_of_pairs(x)
    return ww + b.word, cw + b.word


def pair_two_before(z: Look, a: Look) -> Features:
    """The two before."""
    return (starts_of_pairs(z)[0] + a.word,)


def pair_two_after(b: Look, d: Look) -> Features:
    """The two behind."""
    return (starts_of_pairs(b)[-1] + d.word,)


def far_before(y: Look) -> Features:
    """The unit three before."""
    return (f"w-3={y[0]}",)


def far_after(e: Look) -> Features:
    """The unit three behind."""
    return (f"w+3={e[0]}",)


def place(paragraph: str, start: str, clause: str, quote: str) -> Features:
    """What paragraph it is, how far its sentence and its clause have come, the quote before."""
    return ("par=" + paragraph, "sp=" + start, "cl=" + clause, "lq=" + quote)


def since_cue(cue: str, marks: str) -> Features:
    """The last cue and the marks since."""
    return (f"lc={cue}|{marks}",)


def start_since_cue(cue: str, marks: str) -> str:
    """How the feature of these with the unit's word begins."""
    return f"lw={cue}|{marks}|"


def cue_away(cue: str, away: str) -> Features:
    """The last cue and its distance."""
    return (f"lc3={cue}|{away}",) if cue else ("lc3=",)


def verbs_since(verbs: int, marks: str, cue: bool) -> Features:  # noqa: FBT001 -- a value among values
    """The verbs since the last cue."""
    return (f"lv={verbs}|{marks}|{cue}",)


def to_cue(cue: str, marks: str, between: str) -> Features:
    """The next cue, the marks and the kind of words before it."""
    return (f"rc={cue}|{marks}", f"rb={cue}|{between}")


def cue_ahead(cue: str, away: str) -> Features:
    """The next cue and its distance."""
    return (f"rc3={cue}|{away}",) if cue else ("rc3=",)


def ending(quote: str, tail: str) -> Features:
    """The next quote, a cue that ends the sentence."""
    return ("rq=" + quote, "end=" + tail)
