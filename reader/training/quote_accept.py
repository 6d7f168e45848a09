"""Fits which clauses are somebody's words, on what a sequence model of the other half proposes.

Plain Python, deterministic: logistic regression by stochastic gradient in the order of the corpus. A proposal counts by
the share of its characters that the corpus agrees with, and not at all where half do not or the source is another.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from reader.nlp.quotes.accept import proposals
from reader.nlp.quotes.link import Link, link_paragraph
from reader.nlp.quotes.tagger import Readings
from reader.nlp.quotes.units import Unit, UnitParagraph
from reader.text import Span
from reader.training.quote_ranker import MIN_OVERLAP, agreeing, span_of

EPOCHS, RATE, DECAY = 10, 0.02, 1e-4
SMALLEST_WEIGHT = 0.02
MIN_USES = 5  # rarer features do not help on either development part


class Judged(NamedTuple):
    """The features of a proposal, and how right it is, 0..1."""

    features: tuple[str, ...]
    right: float


def judged(paragraph: UnitParagraph, readings: Readings, gold: Iterable[dict[str, Any]]) -> Iterator[Judged]:
    """The proposals of a paragraph held against the corpus."""
    quotes = list(gold)
    for proposal in proposals(paragraph, readings, link_paragraph(paragraph, readings.labelled[0]), idle=True):
        quote, share = agreeing(paragraph.units, proposal.link.contents, quotes)
        right = quote is not None and share >= MIN_OVERLAP and _same_source(paragraph.units, proposal.link, quote)
        yield Judged((*proposal.common, *proposal.own), share if right else 0.0)


def _same_source(units: Sequence[Unit], link: Link, quote: dict[str, Any]) -> bool:
    if quote["speaker_start"] is None or link.source is None:
        return quote["speaker_start"] is None and link.source is None
    source = Span(quote["speaker_start"], quote["speaker_end"])
    return span_of(units, link.source.start, link.source.end).overlaps(source)


def fit_accept(data: Sequence[Judged]) -> dict[str, float]:
    """The weights, those near zero left out."""
    weights: dict[str, float] = defaultdict(float)
    uses = Counter(feature for features, _ in data for feature in features)
    kept = [([f for f in features if uses[f] >= MIN_USES], right) for features, right in data]
    for epoch in range(EPOCHS):
        rate = RATE / (1 + epoch)
        for features, right in kept:
            step = right - 1 / (1 + math.exp(-sum(weights[f] for f in features)))
            for feature in features:
                weights[feature] += rate * (step - DECAY * weights[feature])
    return {f: round(w, 3) for f, w in sorted(weights.items()) if abs(w) >= SMALLEST_WEIGHT}
