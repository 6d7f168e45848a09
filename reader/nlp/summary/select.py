"""Scored candidates → the chosen sentences, each time the one that adds most, and those that would come next.

What a sentence adds is the agreement with a good summary that can be expected when it is taken, too (`coverage`), so
that nothing is said twice and a long sentence has to be worth its length.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from operator import add, neg
from typing import NamedTuple

from reader.nlp.options import AnalysisOptions
from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.coverage import Coverage
from reader.nlp.summary.likeness import Alike, vector
from reader.nlp.summary.units import Unit, chances, units_of
from reader.text import SummarySentence

SCORE_WEIGHT = 0.1  # of a sentence's own score beside what it adds; flat from .03 to .1 in cross-validation
TOO_ALIKE = 0.7  # cosine from which on two sentences say the same; such a one comes after all others
SCORE_STEP = 1e-4  # scores fall at least by so much from choice to choice: the fourth digit is the last that is written
MOST_RANKED = 50  # sentences of summary and reserve together; as many as the configuration lets one ask for
SHORT_ARTICLE = 3  # candidates; with no more there is nothing to summarise
WORDS_A_SENTENCE = 160  # article words that one more summary sentence stands for
FEWEST, MOST = 3, 10


class Selection(NamedTuple):
    """What was chosen; the scores fall in the order of choice, through both."""

    summary: tuple[SummarySentence, ...] = ()
    """In article order."""
    reserve: tuple[SummarySentence, ...] = ()
    """What would have been chosen next, the best first."""


def select(
    candidates: Sequence[Candidate],
    scores: Sequence[float],
    bonuses: Sequence[float],
    options: AnalysisOptions,
    *,
    headline: bool = False,
) -> Selection:
    """The summary and what a longer one would hold.

    Args:
        candidates: in article order.
        scores: of each.
        bonuses: of each.
        options: how long a summary is wanted.
        headline: whether the first candidate is one; it is chosen first, and the others may say it again.
    """
    if options.summary_words is None and options.summary_sentences is None and len(candidates) <= SHORT_ARTICLE:
        return Selection()
    own = [SCORE_WEIGHT * score + bonus for score, bonus in zip(scores, bonuses, strict=True)]
    units = units_of([c.text for c in candidates], scores)
    order = _ranked(candidates, own, Coverage(units.of, chances(units)), headline=headline)
    if options.summary_words is not None:
        first, rest = _within(candidates, order, options.summary_words)
    else:
        count = _default_count(candidates) if options.summary_sentences is None else options.summary_sentences
        first, rest = list(islice(order, count)), order
    count = len(first)
    falling = _with_scores(candidates, scores, [*first, *islice(rest, max(0, MOST_RANKED - count))])
    return Selection(tuple(sorted(falling[:count])), tuple(falling[count:]))


def _within(candidates: Sequence[Candidate], order: Iterator[int], most_words: int) -> tuple[list[int], Iterator[int]]:
    """Those that keep to a budget of words, at least one, and the others from the first that does not."""
    chosen: list[int] = []
    used_words = 0
    for index in order:
        used_words += len(candidates[index].text.split())
        if chosen and used_words > most_words:
            return chosen, chain([index], order)
        chosen.append(index)
    return chosen, order


def _ranked(
    candidates: Sequence[Candidate], own: Sequence[float], coverage: Coverage[Unit], *, headline: bool
) -> Iterator[int]:
    """Indices in the order of choice, each worked out when it is asked for."""
    alike = Alike([vector(c.terms) for c in candidates], TOO_ALIKE)
    left = dict.fromkeys(range(len(candidates)), False)
    """Index to whether it says what is said already."""
    while left:
        opens = headline and 0 in left
        new = [i for i, said in left.items() if not said] or list(left)
        adds = map(add, coverage.worths(new), map(own.__getitem__, new))
        best = 0 if opens else -max(zip(adds, map(neg, new), strict=True))[1]
        yield best
        del left[best]
        if opens:
            continue
        coverage.take(best)
        left |= dict.fromkeys(alike.of(best, left), True)


def _with_scores(
    candidates: Sequence[Candidate], scores: Sequence[float], order: Sequence[int]
) -> list[SummarySentence]:
    """In the order of choice."""
    found, last = [], 1.0
    for index in order:
        last = min(scores[index], last - SCORE_STEP)
        found.append(SummarySentence(candidates[index].span, last))
    return found


def _default_count(candidates: Sequence[Candidate]) -> int:
    words = sum(c.length_words for c in candidates)
    return max(FEWEST, min(MOST, round(words / WORDS_A_SENTENCE)))
