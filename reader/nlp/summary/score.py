"""Candidates → scores: where a sentence stands, how central its words are, whom it names."""

import math
from collections import Counter
from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate

POSITION_DECAY = 6.0  # sentences; the lead's advantage falls to a third there
WEIGHTS = {
    "position": 1.0,
    "centrality": 0.9,
    "names": 0.15,
    "length": 0.2,
    "quoted": -0.35,
    "pronoun": -0.2,
    "start": 0.1,
}
GOOD_LENGTH_WORDS = (12, 40)


def scores(candidates: Sequence[Candidate]) -> list[float]:
    """One score a candidate; higher is better."""
    if not candidates:
        return []
    frequency = Counter(term for c in candidates for term in set(c.terms))
    total = Counter(term for c in candidates for term in c.terms)
    centrality = [_centrality(c, total, frequency, len(candidates)) for c in candidates]
    top = max(centrality) or 1.0
    return [_score(c, central / top) for c, central in zip(candidates, centrality, strict=True)]


def _centrality(candidate: Candidate, total: Counter[str], frequency: Counter[str], count: int) -> float:
    """Mean weight of its words: frequent in the article, not in every sentence."""
    terms = set(candidate.terms)
    if not terms:
        return 0.0
    weights = (math.log1p(total[t] - 1) * math.log((count + 1) / frequency[t]) for t in terms)
    return sum(weights) / math.sqrt(len(terms) + 4)


def _score(candidate: Candidate, centrality: float) -> float:
    parts = {
        "position": math.exp(-candidate.position / POSITION_DECAY),
        "centrality": centrality,
        "names": min(candidate.names, 4) / 4,
        "length": float(GOOD_LENGTH_WORDS[0] <= candidate.words <= GOOD_LENGTH_WORDS[1]),
        "quoted": candidate.quoted,
        "pronoun": float(candidate.leading_pronoun),
        "start": float(candidate.paragraph_start),
    }
    return sum(WEIGHTS[name] * value for name, value in parts.items())
