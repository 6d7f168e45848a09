"""Whole sentences that their end or their beginning gives to somebody: "…, police said."; "According to police, …".

Takes a unit paragraph with its labelled spans and links, gives the links, those of such sentences made or made whole.
Grammar leaves no doubt there, where the tagger took a part of the sentence for all that was said, or nothing.
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate, candidates
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph

WHOLE = 0.85
"""Confidence; the share right on PolNeAR's training articles, rounded down."""
MAX_FRAME_UNITS = 30
"""From the comma of the frame to the sentence's end."""
LEAST_UNITS = 4
"""Of what is said."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SAYS = frozenset("say add report state note explain warn claim".split())
"""Classes of verbs that frame a sentence from its end."""
_SPEAKING = frozenset(("person", "org", "name", "human", "body", "subject"))
_PAPERS = _SPEAKING | {"noun"}
"""Kinds of mentions behind "according to"."""
_STOPS = frozenset((".", "?", "!", ";", ":"))
_AND = frozenset(("and", "but", "yet", "so", "or"))
_SUBJECTS = frozenset(("NNP", "NNPS", "NN", "NNS", "DT", "PRP$", "JJ", "CD"))
_AFTER = ("RB", "IN", "VBG")


def whole_sentences(paragraph: UnitParagraph, labelled: Sequence[Labelled], links: Sequence[Link]) -> list[Link]:
    """The links; where a frame stands at the edge of a sentence without marks, its content is the rest of it."""
    found = list(links)
    for start, end in _sentences(paragraph.units):
        frame = _frame(paragraph.units, start, end)
        if frame is None or any(_agrees(link, frame) for link in found):
            continue
        source = _source(paragraph.units, labelled, frame)
        if source is not None:
            cue, contents, _, rule = frame
            found = [link for link in found if not _overlap(link, cue)]
            found.append(Link(contents, cue, source, rule, WHOLE))
    return found


_Frame = tuple[Labelled, tuple[Labelled, ...], int, str]
"""The cue, what is said, where the source begins (or ends, before the cue), and the rule."""


def _sentences(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """The first unit and one past the last word of each sentence that holds nothing in marks."""
    found, start = [], 0
    for i in range(1, len(units) + 1):
        if i < len(units) and units[i].sentence == units[start].sentence:
            continue
        end = i
        while end > start and units[end - 1].word in _STOPS:
            end -= 1
        if end - start > LEAST_UNITS and not any(u.region for u in units[start:i]):
            found.append((start, end))
        start = i
    return found


def _frame(units: Sequence[Unit], start: int, end: int) -> _Frame | None:
    if units[start].word == "according" and units[start + 1].word == "to":
        return _opening(units, start, end)
    for i in range(end - 1, max(start + LEAST_UNITS, end - MAX_FRAME_UNITS) - 1, -1):
        if units[i].word == "according" and units[i - 1].word != "(" and i + 1 < end and units[i + 1].word == "to":
            return _said(units, start, i - (units[i - 1].word == ","), Labelled(i, i + 2, "cue"), i + 2)
        if units[i].word == "," and i + 2 < end:
            frame = _closing(units, start, i, end)
            if frame is not None:
                return frame
    return None


def _opening(units: Sequence[Unit], start: int, end: int) -> _Frame | None:
    """What follows the first comma of "According to police, two boats sank"."""
    comma = next((i for i in range(start + 3, min(end, start + MAX_FRAME_UNITS)) if units[i].word == ","), end)
    if end - comma <= LEAST_UNITS or not _has_verb(units, comma + 1, end) or _has_verb(units, start, comma):
        return None
    content = Labelled(comma + 1, end, "content")
    return Labelled(start, start + 2, "cue"), (content,), start + 2, "cue-source-quote"


def _closing(units: Sequence[Unit], start: int, comma: int, end: int) -> _Frame | None:
    """What stands before the comma of "Two boats sank, police said on Monday" and of "…, said Ann Lee"."""
    if _is_said(units[comma + 1]):
        return _said(units, start, comma, Labelled(comma + 1, comma + 2, "cue"), comma + 2)
    for i in range(comma + 2, min(end, comma + MAX_FRAME_UNITS)):
        if units[i].word == "," or units[i].tag == "MD":
            return None
        if units[i].tag in _FINITE:
            stop = _clause_end(units, i + 1, end)
            ends = i + 1 == end or units[i + 1].word == "," or units[i + 1].tag in _AFTER
            if not _is_said(units[i]) or not ends or _has_verb(units, i + 1, stop) or _goes_on(units, start, stop, end):
                return None
            return _said(units, start, comma, Labelled(i, i + 1, "cue"), comma + 1)
    return None


def _goes_on(units: Sequence[Unit], start: int, stop: int, end: int) -> bool:
    """Whether the frame only stands inside what is said: "After the storm, she said, two boats sank"."""
    if stop + 1 >= end:
        return False
    return units[start].tag in ("IN", "WRB", "CC") or units[stop + 1].tag in ("IN", "RB", "CC")


def _clause_end(units: Sequence[Unit], start: int, end: int) -> int:
    return next((i for i in range(start, end) if units[i].word == ","), end)


def _said(units: Sequence[Unit], start: int, stop: int, cue: Labelled, source: int) -> _Frame | None:
    """What is said from the sentence's start to the frame, where that is a clause."""
    while start < stop and (units[start].word in _AND or units[start].word == ","):
        start += 1
    if stop - start < LEAST_UNITS or not _is_clause(units, start, stop):
        return None
    rule = "quote-cue-source" if source >= cue.end else "quote-source-cue"
    return cue, (Labelled(start, stop, "content"),), source, rule


def _is_said(unit: Unit) -> bool:
    return unit.tag in ("VBD", "VBZ", "VBP") and cue_class(unit.word, unit.tag) in _SAYS


def _is_clause(units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether there is a main verb: in "Ann Lee, who runs the ferry" there is none, nor in "Ann Lee, a pilot"."""
    commas = [i for i in range(start, end) if units[i].word == ","]
    if not commas or _has_verb(units, start, commas[0]):
        return _has_verb(units, start, end)
    last = commas[-1] + 1
    if units[start].tag in _SUBJECTS:  # "Ann Lee, a pilot, …": behind the apposition the verb comes first
        return len(commas) > 1 and units[last].tag in (*_FINITE, "RB")
    verb = next((i for i in range(last, end) if units[i].tag in _FINITE), None)
    return verb is not None and not any(u.tag in ("WP", "WDT") for u in units[last:verb])


def _has_verb(units: Sequence[Unit], start: int, end: int) -> bool:
    return any(u.tag in _FINITE for u in units[start:end])


def _agrees(link: Link, frame: _Frame) -> bool:
    """Whether a link with the frame's cue has all that is said already, from its start to its end."""
    cue, contents, _, _ = frame
    if not _overlap(link, cue):
        return False
    first, last = link.contents[0], link.contents[-1]
    return abs(first.start - contents[0].start) <= 1 and abs(last.end - contents[-1].end) <= 1


def _overlap(link: Link, cue: Labelled) -> bool:
    return link.cue is not None and link.cue.start < cue.end and cue.start < link.cue.end


def _source(units: Sequence[Unit], labelled: Sequence[Labelled], frame: _Frame) -> Candidate | None:
    """The noun group that stands in the frame."""
    cue, _, place, _ = frame
    sources = [s for s in labelled if s.role == "source"]
    kinds = _PAPERS if cue.end - cue.start > 1 else _SPEAKING
    fits = [c for c in candidates(units, sources, [cue]) if c.start >= place and c.kind in kinds]
    nearest = next(iter(fits), None)
    if nearest is None or nearest.start > place:
        return None
    acts = nearest.end < len(units) and units[nearest.end].tag in _FINITE
    return None if acts and place >= cue.end else nearest
