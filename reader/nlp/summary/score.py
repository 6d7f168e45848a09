"""Candidates → scores: the trained trees, and what no corpus of bare texts can teach.

Takes candidates and the article's title, gives one score a candidate, 0 to about 1, higher is better.
"""

from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.features import rows
from reader.nlp.summary.terms import terms_of
from reader.nlp.summary.trees import forest, predict

TITLE_WEIGHT = 0.15  # of the share of the title's terms in a sentence; the training texts have no titles
QUESTION_FACTOR = 0.6  # a question is no answer


def scores(candidates: Sequence[Candidate], title: str | None = None) -> list[float]:
    """One score a candidate."""
    trees = forest()
    wanted = frozenset(terms_of([w.strip(".,:;!?'\"‘’“”()") or "-" for w in (title or "").lower().split()]))
    return [_adjusted(predict(trees, row), c, wanted) for c, row in zip(candidates, rows(candidates), strict=True)]


def _adjusted(score: float, candidate: Candidate, title: frozenset[str]) -> float:
    if title:
        score += TITLE_WEIGHT * len(title.intersection(candidate.terms)) / len(title)
    if candidate.text.rstrip("\"”'’) ").endswith("?"):
        score *= QUESTION_FACTOR
    return score
