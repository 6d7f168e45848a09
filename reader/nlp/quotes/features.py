"""What the tagger sees of each unit of a paragraph.

Takes units, gives lists of feature strings. No feature holds an open-class word of the text: words stand only where
they are in `FUNCTION_WORDS`; all else is parts of speech, cue and person classes, shapes and distances.
"""

from collections.abc import Sequence
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
_FAR = 9
CACHED_WORDS = 20_000
"""About the vocabulary of a 50,000-word article."""
_CLAUSE_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-", "(", ")"))


def _bucket(distance: int) -> str:
    if distance <= 4:  # noqa: PLR2004 -- near distances one by one, far ones in bands
        return str(distance)
    return "7" if distance <= 7 else "12" if distance <= 12 else "20" if distance <= 20 else "+"  # noqa: PLR2004 -- bands


def word_feature(unit: Unit) -> str:
    """The word itself where it is a function word, else its part of speech."""
    return unit.word if unit.word in FUNCTION_WORDS else unit.tag


def kinds(units: Sequence[Unit]) -> list[str]:
    """Each unit's cue class with its form, its class as a person, or nothing."""
    return [_kind(unit.word, unit.tag, unit.shape) for unit in units]


@lru_cache(maxsize=CACHED_WORDS)
def _kind(word: str, tag: str, shape: str) -> str:
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


@lru_cache(maxsize=CACHED_WORDS)
def _frame_features(word: str, tag: str) -> list[str]:
    digits = frame(word, tag)
    if not digits:
        return ["f="]
    letter = tag[0]
    return [f"f{column}={letter}{digit}" for column, digit in enumerate(digits)] + [
        f"f={letter}{digits[:3]}{digits[6]}"
    ]


def paragraph_features(units: Sequence[Unit], kind: str, *, first: bool) -> list[list[str]]:
    """The features of each unit; `kind` is the paragraph's, `first` whether it opens the article."""
    size = len(units)
    tags = [u.tag for u in units]
    words = [word_feature(u) for u in units]
    classes = kinds(units)
    left, right = _context(units, classes)
    head = f"par={kind}{int(first)}"
    pad = ["<", "<", "<"]
    end = [">", ">", ">"]
    t, w, c = pad + tags + end, pad + words + end, pad + classes + end
    rows: list[list[str]] = []
    for i in range(size):
        j = i + 3
        unit = units[i]
        t0, w0, c0, c1, c9 = t[j], w[j], c[j], c[j + 1], c[j - 1]
        row = [
            head, "t=" + t0, "w=" + w0, "c=" + c0, "ct=" + c0 + "/" + t0, "sh=" + unit.shape,
            "t-1=" + t[j - 1], "t+1=" + t[j + 1], "t-2=" + t[j - 2], "t+2=" + t[j + 2],
            "w-1=" + w[j - 1], "w+1=" + w[j + 1], "w-2=" + w[j - 2], "w+2=" + w[j + 2], "w+3=" + w[j + 3],
            "w-3=" + w[j - 3],
            "c-1=" + c9, "c+1=" + c1, "c-2=" + c[j - 2], "c+2=" + c[j + 2],
            "ww-=" + w[j - 1] + "|" + w0, "ww+=" + w0 + "|" + w[j + 1],
            "ww--=" + w[j - 2] + "|" + w[j - 1], "ww++=" + w[j + 1] + "|" + w[j + 2],
            "www=" + w[j - 1] + "|" + w0 + "|" + w[j + 1],
            "cw+=" + c0 + "|" + w[j + 1], "wc-=" + w[j - 1] + "|" + c0, "cw-=" + c9 + "|" + w0,
            "cww+=" + c0 + "|" + w[j + 1] + "|" + w[j + 2], "cww-=" + c[j - 2] + "|" + w[j - 1] + "|" + w0,
            "wwc=" + w[j - 2] + "|" + w[j - 1] + "|" + c0,
        ]  # fmt: skip
        if t0[0] in "VNJ":
            row += _frame_features(unit.word, unit.tag)
        row += left[i]
        row += right[i]
        rows.append(row)
    return rows


def _context(units: Sequence[Unit], classes: list[str]) -> tuple[list[list[str]], list[list[str]]]:
    """For each unit what lies to its left and to its right within its sentence group."""
    return _leftward(units, classes), _rightward(units, classes)


def _leftward(units: Sequence[Unit], classes: list[str]) -> list[list[str]]:
    result: list[list[str]] = []
    group, start = -1, 0
    cue, cue_at, marks, that, verbs, quote, clause_at = "", 0, "", "", 0, "", 0
    for i, unit in enumerate(units):
        if unit.sentence != group:
            group, start = unit.sentence, i
            cue, marks, that, verbs, quote, clause_at = "", "", "", 0, "", i
        row = [
            "lc=" + cue + "|" + marks + that,
            "lc3=" + (cue and cue + "|" + _bucket(i - cue_at)),
            "lw=" + cue + "|" + marks + that + "|" + word_feature(unit),
            f"lv={min(verbs, 3)}|{marks}{that}|{bool(cue)}",
            "sp=" + _bucket(i - start),
            "cl=" + _bucket(i - clause_at),
            "lq=" + quote,
        ]
        result.append(row)
        word, kind = unit.word, classes[i]
        if kind and kind[0] not in "@?~":
            cue, cue_at, marks, that = kind, i, "", ""
        elif unit.region is not None:
            quote = unit.shape
        elif word in _CLAUSE_MARKS:
            marks = (marks + word)[-2:]
            clause_at = i + 1
        elif word in ("that", "to", "if", "whether", "and", "but", "as", "who", "which"):
            that = "t" if word == "that" else word[0] if len(that) == 0 else that
        elif unit.tag[0] == "V":
            verbs += 1
    return result


def _rightward(units: Sequence[Unit], classes: list[str]) -> list[list[str]]:
    size = len(units)
    result: list[list[str]] = [[] for _ in units]
    group = -1
    cue, cue_at, marks, between, quote, tail = "", 0, "", "", "", ""
    for i in range(size - 1, -1, -1):
        unit = units[i]
        if unit.sentence != group:
            group = unit.sentence
            cue, marks, between, quote = "", "", "", ""
            tail = _tail(units, classes, i)
        result[i] = [
            "rc=" + cue + "|" + marks,
            "rc3=" + (cue and cue + "|" + _bucket(cue_at - i)),
            "rb=" + cue + "|" + between,
            "rq=" + quote,
            "end=" + tail,
        ]
        word, kind = unit.word, classes[i]
        if kind and kind[0] not in "@?~" and unit.tag[0] == "V":
            cue, cue_at, marks, between = kind, i, "", ""
        elif unit.region is not None:
            quote = unit.shape
        elif word in _CLAUSE_MARKS:
            marks = (marks + word)[-2:]
        elif unit.tag[0] in "VM":
            between = "v"
        elif unit.tag == "IN" and not between:
            between = "i"
        elif kind.startswith("@") or unit.label or unit.tag == "NNP":
            between = between or "p"
    return result


def _tail(units: Sequence[Unit], classes: list[str], last: int) -> str:
    """The class of a cue that ends the sentence after a comma ("…, officials said."), or nothing."""
    cue = ""
    for i in range(last, max(-1, last - _FAR), -1):
        kind, tag = classes[i], units[i].tag
        if units[i].sentence != units[last].sentence:
            break
        if kind and kind[0] not in "@?~" and tag[0] == "V":
            cue = kind
        if units[i].word in (",", "QUOTE"):
            return cue and f"{cue}|{_bucket(last - i)}"
        if units[i].word == "according":
            return "according"
    return ""
