"""The words of saying behind a quoted stretch that the tagger left alone: “…,” said Ann Lee; “…,” the mayor wrote.

Takes a unit paragraph with its labelled spans and a region's place, gives a link, or none.
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate, candidates
from reader.nlp.quotes.cues import cue_class, verb_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph

FRAMED = 0.9
"""Confidence; the share right on PolNeAR's training articles, rounded."""
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SPEAKING = frozenset(("person", "org", "name", "human", "body", "subject"))
"""Kinds of mentions that may stand there."""
_PAST = frozenset(("said", "told", "wrote"))
_INFLECTED = ("ed", "s")
_BARE = "ss"


def framed_behind(paragraph: UnitParagraph, labelled: Sequence[Labelled], i: int) -> Link | None:
    """The region that is the unit `i`, with the verb of saying and its subject behind it."""
    units = paragraph.units
    at = i + 1
    while at < len(units) and units[at].word == ",":
        at += 1
    if at + 1 >= len(units) or units[at + 1].sentence != units[i].sentence:
        return None
    named = _named(units, i, at)
    if named is not None:
        return named
    blocked = [span for span in labelled if span.role != "source"]
    speaking = [c for c in candidates(units, labelled, blocked) if c.kind in _SPEAKING and c.start >= at]
    nearest = next(iter(speaking), None)
    if nearest is None:
        return None
    if is_saying(units, at) and nearest.start == at + 1:
        return _link(i, at, nearest, "quote-cue-source")
    if nearest.start == at and is_saying(units, nearest.end):
        return _link(i, nearest.end, nearest, "quote-source-cue")
    return None


def _named(units: Sequence[Unit], i: int, at: int) -> Link | None:
    """“…,” Ryan continued: a person's name and a verb of saying by its form, whatever both were tagged as."""
    end = at
    while end < len(units) and units[end].label == "PERSON":
        end += 1
    if end == at or end == len(units) or not _is_stopped(units[i]):
        return None
    word = units[end].word
    inflected = word in _PAST or (word.endswith(_INFLECTED) and not word.endswith(_BARE))
    if not inflected or units[end].shape != "x" or verb_class(word) not in OUTSPOKEN:
        return None
    return _link(i, end, Candidate(at, end, "person", tagged=False), "quote-source-cue")


def _is_stopped(unit: Unit) -> bool:
    """Whether a quote ends with a comma or a stop."""
    return "," in unit.shape or "." in unit.shape


def is_saying(units: Sequence[Unit], i: int) -> bool:
    """Whether a finite verb of saying stands there."""
    return i < len(units) and units[i].tag in _FINITE and cue_class(units[i].word, units[i].tag) in OUTSPOKEN


def _link(i: int, verb: int, source: Candidate, rule: str) -> Link:
    return Link((Labelled(i, i + 1, "content"),), Labelled(verb, verb + 1, "cue"), source, rule, FRAMED)
