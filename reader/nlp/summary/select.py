"""Scored candidates → the chosen sentences: best first, none that says what is said already, then in article order."""

from collections.abc import Sequence

from reader.nlp.options import AnalysisOptions
from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.likeness import cosine, vectors
from reader.nlp.summary.terms import rarities
from reader.text import SummarySentence

REDUNDANCY = 0.12  # weight of the likeness to what is chosen already; flat from .1 to .2 on the development parts
TOO_ALIKE = 0.7  # cosine from which on two sentences say the same; such a one comes after all others
SHORT_ARTICLE = 3  # candidates; with no more there is nothing to summarise
WORDS_A_SENTENCE = 160  # article words that one more summary sentence stands for
FEWEST, MOST = 3, 10


def select(
    candidates: Sequence[Candidate], scores: Sequence[float], options: AnalysisOptions
) -> tuple[SummarySentence, ...]:
    """The summary in article order; its scores fall in the order in which the sentences were chosen."""
    if options.summary_words is None and options.summary_sentences is None and len(candidates) <= SHORT_ARTICLE:
        return ()
    wanted = len(candidates) if options.summary_words is not None else options.summary_sentences
    order = _ranked(candidates, scores, _default_count(candidates) if wanted is None else wanted, options.summary_words)
    return tuple(SummarySentence(candidates[i].span, value) for i, value in sorted(order))


def _ranked(
    candidates: Sequence[Candidate], scores: Sequence[float], wanted: int, most_words: int | None
) -> list[tuple[int, float]]:
    """Indices and scores in the order of choice. Source: Carbonell and Goldstein (1998), maximal marginal relevance."""
    units = vectors([c.terms for c in candidates], *rarities())
    left = dict(enumerate(scores))
    likeness = [0.0] * len(candidates)
    chosen: list[tuple[int, float]] = []
    used_words = 0
    while left and len(chosen) < wanted:
        best = max(left, key=lambda i: (left[i] - _penalty(likeness[i]), -i))
        value = left.pop(best) - _penalty(likeness[best])
        length = len(candidates[best].text.split())
        if most_words is not None and chosen and used_words + length > most_words:
            break
        used_words += length
        chosen.append((best, min(value, chosen[-1][1]) if chosen else value))
        for i in left:
            likeness[i] = max(likeness[i], cosine(units[i], units[best]))
    return chosen


def _penalty(likeness: float) -> float:
    return REDUNDANCY * likeness + (1.0 if likeness > TOO_ALIKE else 0.0)


def _default_count(candidates: Sequence[Candidate]) -> int:
    words = sum(c.length_words for c in candidates)
    return max(FEWEST, min(MOST, round(words / WORDS_A_SENTENCE)))
