"""Scored candidates → the chosen sentences: each time the one that adds most, then in article order.

What a sentence adds is the agreement with a good summary that can be expected when it is taken, too (`coverage`), so
that nothing is said twice and a long sentence has to be worth its length.
"""

from collections.abc import Sequence

from reader.nlp.options import AnalysisOptions
from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.coverage import Coverage
from reader.nlp.summary.likeness import cosine, vectors
from reader.nlp.summary.terms import rarities
from reader.nlp.summary.units import chances, units_of
from reader.text import SummarySentence

SCORE_WEIGHT = 0.1  # of a sentence's own score beside what it adds; flat from .03 to .1 in cross-validation
TOO_ALIKE = 0.7  # cosine from which on two sentences say the same; such a one comes after all others
SCORE_STEP = 1e-4  # scores fall at least by so much from choice to choice: the fourth digit is the last that is written
SHORT_ARTICLE = 3  # candidates; with no more there is nothing to summarise
WORDS_A_SENTENCE = 160  # article words that one more summary sentence stands for
FEWEST, MOST = 3, 10


def select(
    candidates: Sequence[Candidate], scores: Sequence[float], bonuses: Sequence[float], options: AnalysisOptions
) -> tuple[SummarySentence, ...]:
    """The summary in article order; its scores fall in the order in which the sentences were chosen."""
    if options.summary_words is None and options.summary_sentences is None and len(candidates) <= SHORT_ARTICLE:
        return ()
    wanted = len(candidates) if options.summary_words is not None else options.summary_sentences
    own = [SCORE_WEIGHT * score + bonus for score, bonus in zip(scores, bonuses, strict=True)]
    units = units_of([c.text for c in candidates], scores)
    coverage = Coverage(units.of, chances(units.rows))
    count = _default_count(candidates) if wanted is None else wanted
    order = _ranked(candidates, own, coverage, count, options.summary_words)
    return tuple(_with_scores(candidates, scores, order))


def _ranked(
    candidates: Sequence[Candidate], own: Sequence[float], coverage: Coverage, wanted: int, most_words: int | None
) -> list[int]:
    """Indices in the order of choice."""
    vector = vectors([c.terms for c in candidates], *rarities())
    left = dict.fromkeys(range(len(candidates)), False)
    """Index to whether it says what is said already."""
    chosen: list[int] = []
    used_words = 0
    while left and len(chosen) < wanted:
        best = max(left, key=lambda i: (not left[i], coverage.worth(i) + own[i], -i))
        length = len(candidates[best].text.split())
        if most_words is not None and chosen and used_words + length > most_words:
            break
        del left[best]
        used_words += length
        chosen.append(best)
        coverage.take(best)
        for i in left:
            left[i] = left[i] or cosine(vector[i], vector[best]) > TOO_ALIKE
    return chosen


def _with_scores(
    candidates: Sequence[Candidate], scores: Sequence[float], order: Sequence[int]
) -> list[SummarySentence]:
    """In article order."""
    found, last = [], 1.0
    for index in order:
        last = min(scores[index], last - SCORE_STEP)
        found.append((index, SummarySentence(candidates[index].span, last)))
    return [sentence for _, sentence in sorted(found, key=lambda f: f[0])]


def _default_count(candidates: Sequence[Candidate]) -> int:
    words = sum(c.length_words for c in candidates)
    return max(FEWEST, min(MOST, round(words / WORDS_A_SENTENCE)))
