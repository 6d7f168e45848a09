"""Fits the ranked choice of sources on links that a sequence model of the other half found.

Plain Python, deterministic: a softmax over the candidates of each cue, stochastic gradient in the order of the
corpus.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from reader.nlp.quotes.candidates import candidates
from reader.nlp.quotes.link import frame_of, missing_cue, pairs, stands_alone
from reader.nlp.quotes.ranker import reachable
from reader.nlp.quotes.source_features import rows
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph
from reader.text import Span

EPOCHS, RATE, DECAY = 8, 0.08, 2e-5
SMALLEST_WEIGHT = 0.02
MIN_OVERLAP = 0.5  # of the two contents, as the scorer matches them


class Instance(NamedTuple):
    """One cue: the features of each candidate, and which are right."""

    rows: list[list[str]]
    right: frozenset[int]


def instances(
    paragraph: UnitParagraph, labelled: Sequence[Labelled], gold: Iterable[dict[str, Any]]
) -> Iterator[Instance]:
    """The cues of a paragraph whose contents agree with a gold quote."""
    units = paragraph.units
    contents = [s for s in labelled if s.role == "content"]
    cues = [s for s in labelled if s.role == "cue"]
    found = candidates(units, labelled, [*contents, *cues])
    quotes = list(gold)
    for cue, group in pairs(units, contents, cues):
        quote, share = agreeing(units, group, quotes)
        if quote is None or share < MIN_OVERLAP or (cue is None and stands_alone(units, group[0])):
            continue
        frame = frame_of(units, cue or missing_cue(group), group, labelled)
        near = reachable(frame, found)
        if quote["speaker_start"] is None:
            right = {len(near)}
        else:
            source = Span(quote["speaker_start"], quote["speaker_end"])
            right = {i for i, c in enumerate(near) if span_of(units, c.start, c.end).overlaps(source)}
        if right:
            yield Instance(rows(frame, near), frozenset(right))


def span_of(units: Sequence[Unit], start: int, end: int) -> Span:
    """The characters of the units [start, end)."""
    return Span(units[start].span.start, units[end - 1].span.end)


def agreeing(
    units: Sequence[Unit], group: Sequence[Labelled], quotes: list[dict[str, Any]]
) -> tuple[dict[str, Any] | None, float]:
    """The gold quote that shares most characters with the contents, and its share of what either of them holds."""
    ours = [span_of(units, p.start, p.end) for p in group]
    size = sum(s.length_chars for s in ours)
    best, most = None, 0.0
    for quote in quotes:
        spans = [Span(*s) for s in quote["spans"]]
        shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in spans)
        share = shared / (size + sum(s.length_chars for s in spans) - shared)
        if share > most:
            best, most = quote, share
    return best, most


def fit(data: list[Instance]) -> dict[str, float]:
    """The weights, those near zero left out."""
    weights: dict[str, float] = defaultdict(float)
    for epoch in range(EPOCHS):
        rate = RATE / (1 + epoch)
        for instance in data:
            scores = [sum(weights[f] for f in row) for row in instance.rows]
            top = max(scores)
            exps = [math.exp(s - top) for s in scores]
            total, good = sum(exps), sum(exps[i] for i in instance.right)
            for i, row in enumerate(instance.rows):
                step = (exps[i] / good if i in instance.right else 0.0) - exps[i] / total
                if abs(step) > 1e-4:  # noqa: PLR2004 -- no visible change
                    for feature in row:
                        weights[feature] += rate * (step - DECAY * weights[feature])
    return {f: round(w, 3) for f, w in sorted(weights.items()) if abs(w) >= SMALLEST_WEIGHT}
