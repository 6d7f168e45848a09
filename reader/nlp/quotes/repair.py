"""Contents that the tagger ran across a clause boundary, cut where grammar says so.

Takes the units of a paragraph with their labelled spans, gives the spans mended. In a sentence that opens with "While
the ministry said nothing about …, the mayor, …, said" the first content ends before the main clause's subject.
"""

from collections.abc import Sequence

from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit

_SUBORDINATORS = frozenset("while when whenever after before as although though if since because whereas".split())
_SUBJECT_TAGS = frozenset(("DT", "PRP", "NNP", "PRP$"))


def mended(units: Sequence[Unit], labelled: Sequence[Labelled]) -> list[Labelled]:
    """The spans, contents of opening subordinate clauses ended at the comma before the main clause."""
    result = []
    for i, span in enumerate(labelled):
        end = span.end
        if span.role == "content" and _in_opening_clause(units, span) and _cue_follows(units, labelled, i):
            end = _main_clause(units, span)
        result.append(span._replace(end=end))
    return result


def _in_opening_clause(units: Sequence[Unit], span: Labelled) -> bool:
    start = span.start
    while start > 0 and units[start - 1].sentence == units[span.start].sentence:
        start -= 1
    opening = units[start : span.start]
    return bool(opening) and opening[0].word in _SUBORDINATORS and not any(u.word == "," for u in opening)


def _cue_follows(units: Sequence[Unit], labelled: Sequence[Labelled], i: int) -> bool:
    """Whether the next span is a finite cue right after the content, with no source between."""
    if i + 1 == len(labelled):
        return False
    span, following = labelled[i], labelled[i + 1]
    gap = [u.word for u in units[span.end : following.start]]
    return following.role == "cue" and units[following.start].tag in ("VBD", "VBZ", "VBP") and gap in ([], [","])


def _main_clause(units: Sequence[Unit], span: Labelled) -> int:
    for i in range(span.start + 1, span.end - 1):
        if units[i].word == "," and units[i + 1].tag in _SUBJECT_TAGS:
            return i
    return span.end
