"""How a cue is meant: its words of saying proper, and whether it was denied or only imagined.

Takes units and a cue, gives spans and short marks.
"""

from collections.abc import Sequence
from typing import Literal

from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit

Modality = Literal["", "negated", "hypothetical"]

_NEGATIONS = frozenset(("not", "n't", "never", "n’t", "without", "nor"))
_MODALS = frozenset(("would", "could", "might", "may", "should", "'d", "’d"))
_REACH = 3
"""Words before the cue where its "not" or "would" may stand."""


def cue_words(units: Sequence[Unit], cue: Labelled) -> Labelled:
    """The words of saying within a cue: "told" of "told the paper in a rare interview"."""
    for start in range(cue.start, cue.end):
        unit = units[start]
        if unit.tag[0] == "V" and cue_class(unit.word, unit.tag):
            end = start + 1
            if end < cue.end and units[end].tag == "RP":
                end += 1
            return Labelled(start, end, "cue")
    for start in range(cue.start, cue.end):
        if cue_class(units[start].word, units[start].tag):
            return Labelled(start, start + 1, "cue")
    return cue


def modality(units: Sequence[Unit], cue: Labelled) -> Modality:
    """Whether the speech is denied ("did not say that"), imagined ("would say", "if he says") or neither."""
    low = max(0, cue.start - _REACH)
    around = [u.word for u in units[low : cue.end] if u.sentence == units[cue.start].sentence]
    if any(word in _NEGATIONS for word in around):
        return "negated"
    return "hypothetical" if any(word in _MODALS for word in around[-_REACH:]) else ""
