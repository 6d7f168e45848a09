"""Scored candidates → the chosen sentences: best first, none that says what is said already, then in article order."""

from collections.abc import Sequence

from reader.nlp.options import AnalysisOptions
from reader.nlp.summary.candidates import Candidate
from reader.text import SummarySentence

REDUNDANCY = 0.5  # weight of the likeness to what is chosen already
SHORT_ARTICLE = 3  # candidates; with no more there is nothing to summarise
WORDS_A_SENTENCE = 160  # article words that one more summary sentence stands for
FEWEST, MOST = 3, 10


def select(
    candidates: Sequence[Candidate], scores: Sequence[float], options: AnalysisOptions
) -> tuple[SummarySentence, ...]:
    """The summary in article order; its scores are in the order in which the sentences were chosen."""
    budget_words = options.summary_words
    wanted = options.summary_sentences or _default_count(candidates)
    if budget_words is not None:
        wanted = len(candidates)
    elif options.summary_sentences is None and len(candidates) <= SHORT_ARTICLE:
        return ()
    chosen: list[tuple[int, float]] = []
    left = dict(enumerate(scores))
    sets = [frozenset(c.terms) for c in candidates]
    likeness = [0.0] * len(candidates)
    used_words = 0
    while left and len(chosen) < wanted:
        best = max(left, key=lambda i: (left[i] - REDUNDANCY * likeness[i], -i))
        value = left.pop(best) - REDUNDANCY * likeness[best]
        if budget_words is not None and chosen and used_words + candidates[best].words > budget_words:
            break
        used_words += candidates[best].words
        chosen.append((best, value))
        for i in left:
            likeness[i] = max(likeness[i], _jaccard(sets[i], sets[best]))
    return tuple(SummarySentence(candidates[i].span, value) for i, value in sorted(chosen))


def _default_count(candidates: Sequence[Candidate]) -> int:
    words = sum(c.words for c in candidates)
    return max(FEWEST, min(MOST, round(words / WORDS_A_SENTENCE)))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / (len(a | b) or 1)
