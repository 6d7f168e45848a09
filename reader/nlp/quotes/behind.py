"""The words of saying behind a quoted stretch that the tagger left alone: “…,” said Ann Lee; “…,” the mayor wrote.

Takes a unit paragraph with its labelled spans and a region's place, gives a link, or none.
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate, candidates
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph

FRAMED = 0.9
"""Confidence; the share right on PolNeAR's training articles, rounded."""
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SPEAKING = frozenset(("person", "org", "name", "human", "body", "subject"))
"""Kinds of mentions that may stand there."""


def framed_behind(paragraph: UnitParagraph, labelled: Sequence[Labelled], i: int) -> Link | None:
    """The region that is the unit `i`, with the verb of saying and its subject behind it."""
    units = paragraph.units
    at = i + 1
    while at < len(units) and units[at].word == ",":
        at += 1
    if at + 1 >= len(units) or units[at + 1].sentence != units[i].sentence:
        return None
    blocked = [span for span in labelled if span.role != "source"]
    speaking = [c for c in candidates(units, labelled, blocked) if c.kind in _SPEAKING and c.start >= at]
    nearest = next(iter(speaking), None)
    if nearest is None:
        return None
    if _says(units, at) and nearest.start == at + 1:
        return _link(i, at, nearest, "quote-cue-source")
    if nearest.start == at and _says(units, nearest.end):
        return _link(i, nearest.end, nearest, "quote-source-cue")
    return None


def _says(units: Sequence[Unit], i: int) -> bool:
    return i < len(units) and units[i].tag in _FINITE and cue_class(units[i].word, units[i].tag) in OUTSPOKEN


def _link(i: int, verb: int, source: Candidate, rule: str) -> Link:
    return Link((Labelled(i, i + 1, "content"),), Labelled(verb, verb + 1, "cue"), source, rule, FRAMED)
