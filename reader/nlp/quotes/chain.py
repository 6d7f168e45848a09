"""A linear chain of labels over rows of summed weights: the best path, in whole numbers.

Takes a model file's transitions and weights and, for each unit, rows; gives the best labels. The seven scores of a unit
travel in one Python integer, a lane of bits each, so that a sum of eight rows is eight additions.
"""

import json
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import add
from typing import Any, TypeVar, cast

from reader.nlp import resources
from reader.nlp.quotes.features import TABLED
from reader.nlp.tables import from_digits, nested, table, to_digits

LABELS = ("O", "B-S", "B-V", "B-C", "I-S", "I-V", "I-C")
BEGINS, INSIDE = 1, 4
"""The first labels that begin a span and that go on with one, in the same order."""
SCALE = 10_000
"""Weights are ten-thousandths: coarser ones add up to other labels over a long clause."""
LANE_BITS = 32
NEVER = -(10**9)
"""A transition that cannot be: inside a span of another kind."""
CACHED_ROWS = 30_000
"""Rows of each group kept between paragraphs: what a 50,000-word article needs."""

_OFFSET = sum(1 << (LANE_BITS * lane + LANE_BITS - 1) for lane in range(len(LABELS)))
"""The highest bit of each lane. Added, it makes each lane positive, so that none borrows from the next; flipped
back, it leaves each lane a number with a sign."""
_BEGINS_CONTENT = LABELS.index("B-C")
_LANES = struct.Struct(f"<{len(LABELS)}i")

T = TypeVar("T")
Row = int
Table = Mapping[str, Row]
Scores = tuple[int, ...]
_NO_ROWS: Table = {}


class Kept(dict[Any, T]):
    """What a function gives for each value, made when it is first asked for."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        """Args: what makes it."""
        super().__init__()
        self._make = make

    def __missing__(self, value: Any) -> T:
        """Makes and keeps it."""
        if len(self) >= CACHED_ROWS:
            self.clear()
        made = self[value] = self._make(value)
        return made


class Chain:
    """One model, ready to label."""

    def __init__(
        self, transitions: Sequence[Sequence[int]], weights: dict[str, str], tables: dict[str, str] | None = None
    ) -> None:
        """Args: transitions[from][to]; rows by feature, and as `tables.nested` gives them, the chain's from now on."""
        self._into = tuple(zip(*transitions, strict=True))
        self._weights = cast("dict[str, str | Row]", weights)
        self._tables = cast("dict[str, str | Table]", tables or {})
        """Each as it is stored, until it is first needed."""

    def table(self, start: str) -> Table:
        """The rows of the features that begin so, by how they end."""
        found = self._tables.get(start, _NO_ROWS)
        if isinstance(found, str):
            found = self._tables[start] = table(found)
        return found

    def row(self, features: Iterable[str]) -> Row:
        """The summed weights of features, a lane a label; for those of a table, see there."""
        weights = self._weights
        total = 0
        for feature in features:
            weight = weights.get(feature)
            if weight is not None:
                if isinstance(weight, str):
                    weight = weights[feature] = from_digits(weight)
                total += weight
        return total

    def best(self, scores: Sequence[Scores], boldness: int = 0) -> list[str]:
        """The labels of the best path (Viterbi).

        Args:
            scores: of each unit, as `unit_scores` gives them.
            boldness: how much the beginning of a content is favoured, in ten-thousandths.
        """
        if not scores:
            return []
        if not boldness:
            return _trace(_forward(scores, self._into), scores, self._into)
        into = list(self._into)
        into[_BEGINS_CONTENT] = tuple(step + boldness for step in into[_BEGINS_CONTENT])
        first = list(scores[0])
        first[_BEGINS_CONTENT] += boldness
        given = [tuple(first), *scores[1:]]
        return _trace(_forward(given, into), given, into)


def unit_scores(rows: Iterable[Iterable[Row]]) -> list[Scores]:
    """The scores of each unit's labels: its rows added up."""
    size = _LANES.size
    lanes = b"".join([(sum(row, _OFFSET) ^ _OFFSET).to_bytes(size, "little") for row in rows])
    return list(_LANES.iter_unpack(lanes))


def _forward(scores: Sequence[Scores], into: Sequence[Scores]) -> Sequence[Scores]:
    """For each unit the best score of a path that ends in each label.

    Where "O" leads by more than any step could make up, it alone is looked at, which saves a quarter of the time.
    """
    to_o, to_s, to_v, to_c = into[:4]
    (o0, o1, o2, o3, o4, o5, o6), (s0, s1, s2, s3, s4, s5, s6) = to_o, to_s
    (v0, v1, v2, v3, v4, v5, v6), (c0, c1, c2, c3, c4, c5, c6) = to_v, to_c
    lead_o, lead_s, lead_v, lead_c = (max(steps[1:]) - steps[0] for steps in into[:4])
    most = max(lead_o, lead_s, lead_v, lead_c)
    ss, sss, vv, vvv, cc, ccc = into[4][1], into[4][4], into[5][2], into[5][5], into[6][3], into[6][6]
    row = a, b, c, d, e, f, g = scores[0]
    best = [row]
    for r0, r1, r2, r3, r4, r5, r6 in scores[1:]:
        lead = a - max(b, c, d, e, f, g)
        # "x if x > y else y" and no max(x, y), which is a call: a fifth of this function's time
        fourth = r4 + (x if (x := b + ss) > (y := e + sss) else y)
        fifth = r5 + (x if (x := c + vv) > (y := f + vvv) else y)
        sixth = r6 + (x if (x := d + cc) > (y := g + ccc) else y)
        if lead >= most:
            row = a, b, c, d, e, f, g = r0 + a + o0, r1 + a + s0, r2 + a + v0, r3 + a + c0, fourth, fifth, sixth
        else:
            row = a, b, c, d, e, f, g = (
                r0 + (a + o0 if lead >= lead_o else max(a + o0, b + o1, c + o2, d + o3, e + o4, f + o5, g + o6)),
                r1 + (a + s0 if lead >= lead_s else max(a + s0, b + s1, c + s2, d + s3, e + s4, f + s5, g + s6)),
                r2 + (a + v0 if lead >= lead_v else max(a + v0, b + v1, c + v2, d + v3, e + v4, f + v5, g + v6)),
                r3 + (a + c0 if lead >= lead_c else max(a + c0, b + c1, c + c2, d + c3, e + c4, f + c5, g + c6)),
                fourth, fifth, sixth,
            )  # fmt: skip
        best.append(row)
    return best


def _trace(best: Sequence[Scores], scores: Sequence[Scores], into: Sequence[Scores]) -> list[str]:
    """The labels along the best path, found from its end: each step is the first whose sum is largest.

    Most steps come from "O", which is tried first and alone: it is right where it makes up what was reached.
    """
    label = max(range(len(LABELS)), key=best[-1].__getitem__)
    path = [label]
    for before, after, added in zip(best[-2::-1], best[:0:-1], scores[:0:-1], strict=True):
        steps = into[label]
        if label >= INSIDE:  # only its own beginning and its own inside lead there
            begins = label - INSIDE + BEGINS
            label = begins if before[begins] + steps[begins] >= before[label] + steps[label] else label
        elif before[0] + steps[0] == after[label] - added[label]:
            label = 0
        else:
            sums = list(map(add, before, steps))
            label = sums.index(max(sums))
        path.append(label)
    return [LABELS[i] for i in reversed(path)]


def load(name: str) -> Chain:
    """The model in a file of `nlp/data`."""
    model = json.loads(resources.read_text(name))
    return Chain(model["transitions"], model["weights"], model["tables"])


def packed(transitions: dict[tuple[str, str], float], weights: dict[tuple[str, str], float]) -> dict[str, object]:
    """The content of a model file from trained (from, to) and (feature, label) weights."""
    rows = [[_step(source, to, transitions) for to in LABELS] for source in LABELS]
    kept: dict[str, Row] = {}
    for (feature, label), weight in sorted(weights.items()):
        if round(SCALE * weight):
            kept[feature] = kept.get(feature, 0) + lane(label, round(SCALE * weight))
    tabled = {feature: row for feature, row in kept.items() if feature.partition("=")[0] in TABLED}
    single = {feature: to_digits(row) for feature, row in kept.items() if feature not in tabled}
    return {"transitions": rows, "weights": single, "tables": nested(tabled)}


def lane(label: str, weight: int) -> Row:
    """The row of one label's weight."""
    return weight << LANE_BITS * LABELS.index(label)


def _step(source: str, to: str, transitions: dict[tuple[str, str], float]) -> int:
    within = to[0] != "I" or source[1:] == to[1:]
    return round(SCALE * transitions.get((source, to), 0.0)) if within else NEVER
