"""Gradient-boosted trees for the logistic loss, in plain Python and deterministic: rows and targets in, trees out.

Histograms over at most `BINS` values a column, leaves grown best first, a part of the rows and columns for each tree.
Trees are as `reader.nlp.summary.trees` reads them. Source: Friedman (2001), Greedy Function Approximation; Ke et al.
(2017), LightGBM, for histograms and best-first growth.
"""

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from math import exp
from typing import NamedTuple

BINS = 32  # more gave nothing on the development part
SMALLEST_GAIN = 1e-6  # below it a split is rounding
Node = list[float]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the trees are grown."""

    trees: int = 220
    leaves: int = 12
    rate: float = 0.045
    fewest_rows: int = 60
    """In a leaf."""
    ridge: float = 5.0
    row_share: float = 0.7
    column_share: float = 0.5
    seed: int = 1


class _Split(NamedTuple):
    gain: float
    column: int
    cut: int
    """Bins up to this one go left."""


class _Columns(NamedTuple):
    binned: list[bytes]
    edges: list[list[float]]


class _Data(NamedTuple):
    """What a tree is grown on: the columns it may use, the derivatives of the loss."""

    columns: _Columns
    chosen: Sequence[int]
    slopes: Sequence[float]
    bends: Sequence[float]


Histogram = list[tuple[list[float], list[int]]]
"""For each chosen column the sums of slopes and the numbers of rows in each bin."""


class _Leaf(NamedTuple):
    node: int
    rows: list[int]
    histogram: Histogram
    split: _Split | None


def fit(rows: Sequence[Sequence[float]], targets: Sequence[float], settings: Settings) -> list[list[Node]]:
    """The trees, in order."""
    columns = _binned(rows)
    width = max(1, int(len(columns.binned) * settings.column_share))
    rng = random.Random(settings.seed)  # noqa: S311 -- which rows a tree sees, no secret
    margins = [0.0] * len(rows)
    forest = []
    for _ in range(settings.trees):
        chances = [1 / (1 + exp(-m)) for m in margins]
        slopes = [t - p for t, p in zip(targets, chances, strict=True)]
        bends = [p * (1 - p) for p in chances]
        sample = [i for i in range(len(rows)) if rng.random() < settings.row_share]
        chosen = sorted(rng.sample(range(len(columns.binned)), width))
        tree, binned = _grow(_Data(columns, chosen, slopes, bends), sample, settings)
        forest.append(tree)
        margins = [m + _value(binned, columns.binned, i) for i, m in enumerate(margins)]
    return forest


def _binned(rows: Sequence[Sequence[float]]) -> _Columns:
    """Each column as one byte a row, with the upper edge of each bin."""
    binned, edges = [], []
    for values in zip(*rows, strict=True):
        ordered = sorted(values)
        places = (ordered[(k + 1) * len(ordered) // BINS - 1] for k in range(BINS - 1))
        cuts = sorted({float(f"{value:.4g}") for value in places})
        edges.append(cuts)
        binned.append(bytes(bisect_left(cuts, value) for value in values))
    return _Columns(binned, edges)


def _grow(data: _Data, sample: list[int], settings: Settings) -> tuple[list[Node], list[Node]]:
    """One tree twice: with thresholds for the product, with bins for the rows at hand."""
    tree: list[Node] = [[0.0]]
    binned: list[Node] = [[0.0]]
    leaves = [_leaf(data, 0, sample, _histogram(data, sample), settings)]
    while len(leaves) < settings.leaves:
        leaf = max(leaves, key=lambda x: (x.split.gain if x.split else 0.0, -x.node))
        if leaf.split is None:
            break
        column, cut = leaf.split.column, leaf.split.cut
        left = len(tree)
        tree[leaf.node] = [column, data.columns.edges[column][cut], left, left + 1]
        binned[leaf.node] = [column, cut, left, left + 1]
        leaves.remove(leaf)
        for node, (part, histogram) in enumerate(_parted(data, leaf, leaf.split), left):
            tree.append([0.0])
            binned.append([0.0])
            leaves.append(_leaf(data, node, part, histogram, settings))
    for leaf in leaves:
        slope, bend = sum(data.slopes[i] for i in leaf.rows), sum(data.bends[i] for i in leaf.rows)
        value = round(settings.rate * slope / (bend + settings.ridge), 5)
        tree[leaf.node] = [value]
        binned[leaf.node] = [value]
    return tree, binned


def _parted(data: _Data, leaf: _Leaf, split: _Split) -> tuple[tuple[list[int], Histogram], tuple[list[int], Histogram]]:
    """The rows to the left and right with their histograms; only the smaller part's is counted, the other follows."""
    places = data.columns.binned[split.column]
    goes_left = [places[i] <= split.cut for i in leaf.rows]
    left = list(compress(leaf.rows, goes_left))
    right = list(compress(leaf.rows, (not x for x in goes_left)))
    counted = _histogram(data, min(left, right, key=len))
    rest = [
        ([a - b for a, b in zip(s, t, strict=True)], [m - n for m, n in zip(c, d, strict=True)])
        for (s, c), (t, d) in zip(leaf.histogram, counted, strict=True)
    ]
    return ((left, counted), (right, rest)) if len(left) <= len(right) else ((left, rest), (right, counted))


def _histogram(data: _Data, rows: list[int]) -> Histogram:
    here = [data.slopes[i] for i in rows]
    found: Histogram = []
    for column in data.chosen:
        places = list(map(data.columns.binned[column].__getitem__, rows))
        sums = [0.0] * BINS
        for place, slope in zip(places, here, strict=True):
            sums[place] += slope
        counts = Counter(places)
        found.append((sums, [counts[k] for k in range(BINS)]))
    return found


def _leaf(data: _Data, node: int, rows: list[int], histogram: Histogram, settings: Settings) -> _Leaf:
    return _Leaf(node, rows, histogram, _best_split(data, rows, histogram, settings))


def _best_split(data: _Data, rows: list[int], histogram: Histogram, settings: Settings) -> _Split | None:
    """The split of the greatest gain; the second derivative is taken as the same for all rows of the leaf."""
    if len(rows) < 2 * settings.fewest_rows:
        return None
    bend = sum(data.bends[i] for i in rows) / len(rows)
    total, best = sum(data.slopes[i] for i in rows), _Split(SMALLEST_GAIN, -1, -1)
    whole = total * total / (bend * len(rows) + settings.ridge)
    for column, (sums, counts) in zip(data.chosen, histogram, strict=True):
        left_sum, left_count = 0.0, 0
        for cut in range(len(data.columns.edges[column])):
            left_sum += sums[cut]
            left_count += counts[cut]
            right_count = len(rows) - left_count
            if left_count < settings.fewest_rows or right_count < settings.fewest_rows:
                continue
            gain = left_sum * left_sum / (bend * left_count + settings.ridge) - whole
            gain += (total - left_sum) ** 2 / (bend * right_count + settings.ridge)
            if gain > best.gain:
                best = _Split(gain, column, cut)
    return best if best.column >= 0 else None


def _value(tree: list[Node], binned: Sequence[bytes], row: int) -> float:
    node = tree[0]
    while len(node) > 1:
        node = tree[int(node[2] if binned[int(node[0])][row] <= node[1] else node[3])]
    return node[0]
