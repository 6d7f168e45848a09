"""Candidates → scores: the trained trees, and what no corpus of bare texts can teach.

Takes candidates and the article's title, gives one score a candidate, 0 to about 1, higher is better.
"""

from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.features import rows
from reader.nlp.summary.single import opens_definite
from reader.nlp.summary.terms import terms_of
from reader.nlp.summary.trees import forest, predict

TITLE_WEIGHT = 0.15  # of the share of the title's terms in a sentence; the training texts have no titles
LEAD_BONUS = 0.06  # for a first sentence that opens afresh: half of the training texts had lost theirs
QUESTION_FACTOR = 0.6  # a question is no answer


def scores(candidates: Sequence[Candidate], title: str | None = None) -> list[float]:
    """One score a candidate."""
    trees = forest()
    wanted = frozenset(terms_of([w.strip(".,:;!?'\"‘’“”()") or "-" for w in (title or "").lower().split()]))
    found = [_adjusted(predict(trees, row), c, wanted) for c, row in zip(candidates, rows(candidates), strict=True)]
    if candidates and not opens_definite(candidates[0]) and not _asks(candidates[0]):
        found[0] += LEAD_BONUS
    return found


def _adjusted(score: float, candidate: Candidate, title: frozenset[str]) -> float:
    if title:
        score += TITLE_WEIGHT * len(title.intersection(candidate.terms)) / len(title)
    return score * QUESTION_FACTOR if _asks(candidate) else score


def _asks(candidate: Candidate) -> bool:
    return candidate.text.rstrip("\"”'’) ").endswith("?")
