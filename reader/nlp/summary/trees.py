"""Rows → scores: gradient-boosted trees, in plain Python, from `summary.json`.

A stored tree is one flat list: an inner node is [column, threshold, left, right] and a leaf [value] of that list of
nodes; a row goes left when its column is at most the threshold.
"""

import json
from collections.abc import Sequence
from functools import cache
from math import exp

from reader.nlp import resources

MODEL = "summary.json"

Node = Sequence[float]
Tree = Sequence[Node]


@cache
def forest() -> tuple[Tree, ...]:
    """The shipped trees."""
    return tuple(json.loads(resources.read_text(MODEL))["trees"])


def predict(trees: Sequence[Tree], row: Sequence[float]) -> float:
    """How likely a sentence belongs to a good summary, 0 to 1."""
    total = 0.0
    for tree in trees:
        node = tree[0]
        while len(node) > 1:
            node = tree[int(node[2] if row[int(node[0])] <= node[1] else node[3])]
        total += node[0]
    return 1 / (1 + exp(-total))
