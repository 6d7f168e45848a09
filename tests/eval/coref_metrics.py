"""Coreference scores of one or more documents: MUC, B³, CEAF-e and their average.

Takes key and response clusters of hashable mentions (unique across documents), gives precision, recall and F1.

Source: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF with φ4).
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

Clusters = Sequence[frozenset[Hashable]]


class Score(NamedTuple):
    """Precision, recall and F1, each 0..1."""

    precision: float
    recall: float
    f1: float


def _score(hits_p: float, all_p: float, hits_r: float, all_r: float) -> Score:
    precision, recall = hits_p / all_p if all_p else 0.0, hits_r / all_r if all_r else 0.0
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _owners(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _links_kept(clusters: Clusters, other: dict[Hashable, int]) -> tuple[int, int]:
    kept = total = 0
    for cluster in clusters:
        parts = len({other[m] for m in cluster if m in other}) + sum(m not in other for m in cluster)
        kept += len(cluster) - parts
        total += len(cluster) - 1
    return kept, total


def muc(key: Clusters, response: Clusters) -> Score:
    """Links kept."""
    return _score(*_links_kept(response, _owners(key)), *_links_kept(key, _owners(response)))


def _b_cubed_side(clusters: Clusters, other: Clusters) -> tuple[float, float]:
    owners = _owners(other)
    hits, total = 0.0, 0
    for cluster in clusters:
        total += len(cluster)
        shared = Counter(owners[mention] for mention in cluster if mention in owners)
        hits += sum(n * n for n in shared.values()) / len(cluster)
    return hits, total


def b_cubed(key: Clusters, response: Clusters) -> Score:
    """The share of a mention's cluster that is right, over mentions."""
    return _score(*_b_cubed_side(response, key), *_b_cubed_side(key, response))


def ceaf_e(key: Clusters, response: Clusters) -> Score:
    """Clusters matched one to one at the greatest similarity."""
    owners = _owners(key)
    similar: dict[tuple[int, int], float] = {}
    for number, cluster in enumerate(response):
        for other in {owners[m] for m in cluster if m in owners}:
            overlap = len(cluster & key[other])
            similar[number, other] = 2 * overlap / (len(cluster) + len(key[other]))
    total = _best_matching(similar)
    return _score(total, len(response), total, len(key))


def _best_matching(similar: dict[tuple[int, int], float]) -> float:
    """The greatest sum of a one-to-one matching, connected part by connected part."""
    total, left = 0.0, dict(similar)
    while left:
        rows, columns = {next(iter(left))[0]}, set[int]()
        grown = True
        while grown:
            before = len(rows) + len(columns)
            columns |= {c for r, c in left if r in rows}
            rows |= {r for r, c in left if c in columns}
            grown = len(rows) + len(columns) > before
        part = {pair: left.pop(pair) for pair in list(left) if pair[0] in rows}
        total += _assignment(sorted(rows), sorted(columns), part)
    return total


def _assignment(rows: list[int], columns: list[int], similar: dict[tuple[int, int], float]) -> float:
    """The Hungarian method on one part, rows no more than columns."""
    if len(rows) > len(columns):
        return _assignment(columns, rows, {(c, r): value for (r, c), value in similar.items()})
    cost = [[-similar.get((r, c), 0.0) for c in columns] for r in rows]
    duals = [0.0] * (len(rows) + 1), [0.0] * (len(columns) + 1)
    match = [0] * (len(columns) + 1)
    for row in range(1, len(rows) + 1):
        _augment(cost, duals, match, row)
    return sum(-cost[match[j] - 1][j - 1] for j in range(1, len(columns) + 1) if match[j])


def _augment(cost: list[list[float]], duals: tuple[list[float], list[float]], match: list[int], row: int) -> None:
    """Brings one more row into the matching along the cheapest path."""
    (u, v), width = duals, len(match)
    match[0], at = row, 0
    low, seen, way = [float("inf")] * width, [False] * width, [0] * width
    while match[at]:
        seen[at] = True
        for j in (j for j in range(1, width) if not seen[j]):
            reduced = cost[match[at] - 1][j - 1] - u[match[at]] - v[j]
            if reduced < low[j]:
                low[j], way[j] = reduced, at
        following = min((j for j in range(1, width) if not seen[j]), key=low.__getitem__)
        step = low[following]
        for j in range(width):
            if seen[j]:
                u[match[j]] += step
                v[j] -= step
            else:
                low[j] -= step
        at = following
    while at:
        match[at] = match[way[at]]
        at = way[at]


def conll(key: Clusters, response: Clusters) -> float:
    """The average F1 of the three."""
    return (muc(key, response).f1 + b_cubed(key, response).f1 + ceaf_e(key, response).f1) / 3
