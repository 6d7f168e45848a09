"""How alike the sentences of one article are, in time that grows with its length and not with its square.

Takes the terms of each sentence, gives unit vectors and what follows from them: centroid, centrality, cosines.
Source: Erkan and Radev (2004), LexRank; here without a threshold, so that one step is two sparse products.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import log1p, sqrt
from operator import itemgetter, mul
from typing import NamedTuple, TypeVar

from reader.nlp.summary.terms import rarities

Vector = dict[str, float]
N = TypeVar("N", float, complex)
STEPS = 6  # of the walk; the order of the sentences no longer changes after the fifth
DAMPING = 0.85  # as in the source
CACHED_VECTORS = 2_000  # each is wanted twice in an article, which has thirty
ROUNDING = 1e-9  # more than sums of a sentence's squares are off by


@lru_cache(CACHED_VECTORS)
def vector(terms: tuple[str, ...]) -> Vector:
    """The vector of length 1 of a sentence (empty for one without terms), weighted by count and rarity."""
    rarity, rarest = rarities()
    return _unit({t: (1 + log1p(n - 1)) * rarity.get(t, rarest) for t, n in Counter(terms).items()})


def _unit(vector: Vector) -> Vector:
    length = sqrt(sum(v * v for v in vector.values())) or 1.0
    return {t: v / length for t, v in vector.items()}


def centroid(units: Sequence[Vector]) -> Vector:
    """The direction in which the whole article points."""
    total: Vector = {}
    for unit in units:
        for term, value in unit.items():
            total[term] = total.get(term, 0.0) + value
    return _unit(total)


def cosine(a: Vector, b: Vector) -> float:
    """0 for nothing in common, 1 for the same."""
    if len(b) < len(a):
        a, b = b, a
    if a.keys().isdisjoint(b):  # most sentences of a long article: a third of the time of going through them
        return 0.0
    return sum([v * b[t] for t, v in a.items() if t in b])


class Alike:
    """Finds the sentences that say the same as one of them."""

    def __init__(self, units: Sequence[Vector], least: float) -> None:
        """Args: the sentences, and the cosine above which two of them say the same."""
        self._units, self._least = units, least
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for index, unit in enumerate(units):
            for term in unit:
                self._holders[term].append(index)

    def of(self, index: int, among: Collection[int]) -> list[int]:
        """Those `among` the sentences that are like this one."""
        unit = self._units[index]
        near = set(chain.from_iterable([self._holders[term] for term in self._heaviest(unit)]))
        return [i for i in near.intersection(among) if cosine(unit, self._units[i]) > self._least]

    def _heaviest(self, unit: Vector) -> Iterator[str]:
        """Terms of which those that are like it hold at least one: what is left of it without them is too short."""
        left = 1.0
        for term, value in sorted(unit.items(), key=itemgetter(1), reverse=True):
            yield term
            left -= value * value
            if left < self._least**2 - ROUNDING:
                return


class _Sparse(NamedTuple):
    """A vector with numbers in place of its terms: sums over it need no look-up by a string."""

    places: list[int]
    values: list[float]


def centralities(units: Sequence[Vector], starts: tuple[Sequence[float], Sequence[float]]) -> list[list[float]]:
    """Where two walks from sentence to like sentence spend their time, times the number of sentences.

    Both are walked at once, as the real and the imaginary part of complex numbers: what they are multiplied by and
    divided by is real, so the parts never mix and each has the very digits it would have alone.

    Args:
        units: of the sentences.
        starts: for each walk, where it jumps to: a weight a sentence.
    """
    places: dict[str, int] = {}
    rows = [_Sparse([places.setdefault(t, len(places)) for t in u], list(u.values())) for u in units]
    ties = _flow(rows, [1.0] * len(rows), [0.0] * len(places))
    degrees = [_met(row, ties, 0.0) or 1.0 for row in rows]
    ranks = _walk(rows, degrees, [*map(complex, *map(_shares, starts))], len(places))
    return [[r.real * len(rows) for r in ranks], [r.imag * len(rows) for r in ranks]]


def _shares(start: Sequence[float]) -> list[float]:
    whole = sum(start) or 1.0
    return [s / whole for s in start]


def _walk(rows: Sequence[_Sparse], degrees: Sequence[float], jump: list[complex], terms: int) -> list[complex]:
    rank = jump
    for _ in range(STEPS):
        flow = _flow(rows, [r / d for r, d in zip(rank, degrees, strict=True)], [0j] * terms)
        rank = [(1 - DAMPING) * j + DAMPING * _met(row, flow, 0j) for j, row in zip(jump, rows, strict=True)]
    return rank


def _flow(rows: Sequence[_Sparse], weights: Sequence[N], total: list[N]) -> list[N]:
    """The weighted sum of the rows, added to the `total`."""
    for (places, values), weight in zip(rows, weights, strict=True):
        for place, value in zip(places, values, strict=True):
            total[place] += value * weight
    return total


def _met(row: _Sparse, flow: Sequence[N], zero: N) -> N:
    """The product of a row and a sum of rows."""
    return sum(map(mul, row.values, map(flow.__getitem__, row.places)), zero)
