"""How alike the sentences of one article are, in time that grows with its length and not with its square.

Takes the terms of each sentence, gives unit vectors and what follows from them: centroid, centrality, cosines.
Source: Erkan and Radev (2004), LexRank; here without a threshold, so that one step is two sparse products.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p, sqrt

Vector = dict[str, float]
STEPS = 6  # of the walk; the order of the sentences no longer changes after the fifth
DAMPING = 0.85  # as in the source


def vectors(sentences: Sequence[Sequence[str]], rarity: Mapping[str, float], rarest: float) -> list[Vector]:
    """One vector of length 1 a sentence (empty for one without terms), weighted by count and rarity."""
    return [_unit({t: (1 + log1p(n - 1)) * rarity.get(t, rarest) for t, n in Counter(s).items()}) for s in sentences]


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(v * v for v in vector.values())) or 1.0
    return {t: v / length for t, v in vector.items()}


def centroid(units: Sequence[Vector]) -> Vector:
    """The direction in which the whole article points."""
    return _unit(_weighted_sum(units, [1.0] * len(units)))


def _weighted_sum(units: Sequence[Vector], weights: Sequence[float]) -> Vector:
    total: Vector = {}
    for unit, weight in zip(units, weights, strict=True):
        for term, value in unit.items():
            total[term] = total.get(term, 0.0) + value * weight
    return total


def cosine(a: Vector, b: Vector) -> float:
    """0 for nothing in common, 1 for the same."""
    if len(b) < len(a):
        a, b = b, a
    return sum(v * b[t] for t, v in a.items() if t in b)


def centrality(units: Sequence[Vector], start: Sequence[float]) -> list[float]:
    """Where a walk from sentence to like sentence spends its time, times their number; `start` is where it jumps to."""
    count = len(units)
    ties = _weighted_sum(units, [1.0] * count)
    degrees = [sum(v * ties[t] for t, v in unit.items()) or 1.0 for unit in units]
    whole = sum(start) or 1.0
    jump = [s / whole for s in start]
    rank = jump
    for _ in range(STEPS):
        flow = _weighted_sum(units, [r / d for r, d in zip(rank, degrees, strict=True)])
        rank = [
            (1 - DAMPING) * j + DAMPING * sum(v * flow[t] for t, v in unit.items())
            for j, unit in zip(jump, units, strict=True)
        ]
    return [r * count for r in rank]
