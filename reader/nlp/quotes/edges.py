"""Sentences framed at an edge or between commas: "…, said Ann Lee.", "According to Ann Lee, …", "Taxes, she said, …".

Takes the units of a paragraph with the ways in which the tagger reads them, gives these mended, and one more in which
whatever such a frame leaves of its sentence is a content. `accept` judges whether it is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.manner import OUTSPOKEN
from reader.nlp.quotes.repair import mended
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit

MAX_FRAME = 24
"""Words of whoever said it, the verb, and when or to whom."""
MIN_CONTENT = 3
MAX_INSERTED = 8
"""Words of a frame between commas."""
MAX_TAIL = 8
"""Words behind the verb, of a time, a place or a listener."""
MOST_SIGNS = 4
"""Behind a sentence's stop: brackets and the number of a footnote."""
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_VERBS = _FINITE | {"MD"}
_STOPS = frozenset((".", "?", "!", "…", "..."))
_GROUP_TAGS = frozenset(
    (
        "DT",
        "PDT",
        "PRP",
        "PRP$",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "POS",
        "VBN",
        "VBG",
        "CC",
        "IN",
        "$",
    )
)
"""What whoever speaks is made of: "two people familiar with the talks"."""
_HEADS = ("NN", "PRP", "CD", "DT")
_ADVERBS = "RB"


def ways(units: Sequence[Unit], readings: Sequence[Sequence[Labelled]]) -> list[list[Labelled]]:
    """The readings mended, and where it differs from them one more, with the frames at the edges of sentences."""
    found = [mended(units, labelled) for labelled in readings]
    framed = _framed(units, found[0])
    return found if framed in found else [*found, framed]


def _framed(units: Sequence[Unit], labelled: Sequence[Labelled]) -> list[Labelled]:
    result = list(labelled)
    for start, end in _sentences(units):
        frame = _ahead(units, start, end) or _behind(units, start, end) or _within(units, start, end)
        if frame:
            result = [s for s in result if s.end <= start or s.start >= end] + frame
    return sorted(result)


def _sentences(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where each sentence without quoted stretches begins and ends, its stop left out."""
    numbers, marked = [unit.sentence for unit in units], [i for i, unit in enumerate(units) if unit.region]
    following = 0
    while following < len(units):
        start, following = following, bisect_right(numbers, numbers[following], following)
        end = _stop(units, start, following)
        if bisect_left(marked, start) == bisect_left(marked, end):
            yield start, end


def _stop(units: Sequence[Unit], start: int, end: int) -> int:
    """Where the stop of a sentence stands; the sign of a footnote may follow it."""
    for i in range(end - 1, max(start, end - MOST_SIGNS), -1):
        if units[i].word in _STOPS:
            return _stop(units, start, i) if units[i - 1].word in _STOPS else i
        if any(c.isalpha() for c in units[i].word):
            break
    return end


def _ahead(units: Sequence[Unit], start: int, end: int) -> list[Labelled]:
    """According to Ann Lee, {it rains}."""
    if units[start].word != "according" or start + 3 >= end or units[start + 1].word != "to":
        return []
    for comma in range(start + 3, min(end, start + MAX_FRAME)):
        if units[comma].word == "," and _is_clause(units, comma + 1, end) and not _is_apposed(units, comma + 1, end):
            return [
                Labelled(start, start + 2, "cue"),
                Labelled(start + 2, comma, "source"),
                Labelled(comma + 1, end, "content"),
            ]
    return []


def _is_apposed(units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether the words from here tell who has just been named: "Ann Lee, {the mayor}, …"."""
    stop = next((i for i in range(start, end) if units[i].word == ","), end)
    return stop < end and not any(unit.tag in _VERBS for unit in units[start:stop]) and _is_clause(units, stop + 1, end)


def _behind(units: Sequence[Unit], start: int, end: int) -> list[Labelled]:
    """{It rains}, Ann Lee said; {it rains}, said Ann Lee; {it rains}, according to Ann Lee."""
    for comma in range(max(start + MIN_CONTENT, end - MAX_FRAME), end - 1):
        if units[comma].word != ",":
            continue
        frame = _frame(units, comma + 1, end)
        if frame:
            return [Labelled(start, comma, "content"), *sorted(frame)] if _is_clause(units, start, comma) else []
    return []


def _within(units: Sequence[Unit], start: int, end: int) -> list[Labelled]:
    """{The bridge}, she said later, {had moved}: the frame parts the verb from what stands ahead of it."""
    commas = [i for i in range(start, end) if units[i].word == ","]
    for ahead, behind in pairwise(commas):
        if any(unit.tag in _VERBS for unit in units[start:ahead]):
            return []
        frame = _frame(units, ahead + 1, behind) if 1 < behind - ahead <= MAX_INSERTED + 1 else []
        if frame and ahead > start and any(unit.tag in _VERBS for unit in units[behind + 1 : end]):
            return [Labelled(start, ahead, "content"), *frame, Labelled(behind + 1, end, "content")]
    return []


def _frame(units: Sequence[Unit], start: int, end: int) -> list[Labelled]:
    """The cue and the source that fill the end of a sentence."""
    if units[start].word == "according" and start + 2 < end and units[start + 1].word == "to":
        return [Labelled(start, start + 2, "cue"), Labelled(start + 2, end, "source")]
    if _says(units[start]):
        stop = next((i for i in range(start + 1, end) if units[i].word == ","), end)
        named = start + 1 < stop and _is_group(units, start + 1, stop)
        return [Labelled(start, start + 1, "cue"), Labelled(start + 1, stop, "source")] if named else []
    verb = next((i for i in range(start, end) if units[i].tag in _VERBS or _says(units[i])), end)
    if verb in (start, end) or not _says(units[verb]) or end - verb > MAX_TAIL + 1:
        return []
    stop = verb
    while stop > start and units[stop - 1].tag == _ADVERBS:
        stop -= 1
    closed = units[verb + 1 : end]
    if not _is_group(units, start, stop) or any(u.tag in _VERBS or u.word == "that" for u in closed):
        return []
    return [Labelled(start, stop, "source"), Labelled(verb, verb + 1, "cue")]


def _says(unit: Unit) -> bool:
    """Whether it is a finite verb of saying; "the mayor told reporters" may be taken for a participle."""
    return (unit.tag in _FINITE or unit.tag == "VBN") and cue_class(unit.word, unit.tag) in OUTSPOKEN


def _is_group(units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether the words name somebody: a noun group, or a name with what tells who that is between commas."""
    inside = units[start:end]
    if not inside or not inside[-1].tag.startswith((*_HEADS, ",")) or inside[0].tag == "IN":
        return False
    commas = [i for i, unit in enumerate(inside) if unit.word == ","]
    apposed = commas and commas[-1] == len(inside) - 1 and inside[0].tag == "NNP"
    if commas and not apposed:
        return False
    return all(unit.tag in _GROUP_TAGS or unit.word == "," for unit in inside)


def _is_clause(units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether words may be a clause; a participle will do, since the tagger takes some verbs ("sank") for nouns."""
    inside = units[start:end]
    return len(inside) >= MIN_CONTENT and any(unit.tag[0] in "VM" for unit in inside)
