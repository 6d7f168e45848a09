"""A linear chain of nine labels: the best path, in whole numbers.

Takes transitions and the summed weights of each word, gives the best labels. The nine scores of a word travel in one
Python integer, a lane of bits each, so that the sum of two rows is one addition.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from operator import add

KINDS = ("PER", "LOC", "ORG", "MISC")
LABELS = ("O", *("B-" + kind for kind in KINDS), *("I-" + kind for kind in KINDS))
INSIDE = 5
"""The first label that goes on with a name; as many before it stands the one that begins it."""
SCALE = 1_000_000
"""Weights are millionths: as exact as python-crfsuite tells them."""
LANE_BITS = 32
_OFFSET = sum(1 << LANE_BITS * lane + LANE_BITS - 1 for lane in range(len(LABELS)))
"""The highest bit of each lane. Added, it makes each lane positive, so that none borrows from the next; flipped
back, it leaves each lane a number with a sign."""
_LANES = struct.Struct(f"<{len(LABELS)}i")

Row = int
Scores = tuple[int, ...]


def lane(label: str, weight: float) -> Row:
    """The row of one label's weight."""
    return round(SCALE * weight) << LANE_BITS * LABELS.index(label)


def scores_of(rows: Iterable[Row]) -> list[Scores]:
    """The scores of the labels in each sum of rows."""
    size = _LANES.size
    return list(_LANES.iter_unpack(b"".join([(row + _OFFSET ^ _OFFSET).to_bytes(size, "little") for row in rows])))


class Chain:
    """The transitions, ready to find paths."""

    def __init__(self, steps: Sequence[int]) -> None:
        """Args: as `steps_of` gives them; from one label to the inside of another kind's name they are 0."""
        self._into = [tuple(steps[to :: len(LABELS)]) for to in range(len(LABELS))]
        self._most = max(max(steps[1:]) - steps[0] for steps in self._into[:INSIDE])
        """What "O" has to lead by for the step from it to be the best into all labels but those inside a name."""

    def best(self, scores: Sequence[Scores]) -> list[str]:
        """The labels of the best path (Viterbi)."""
        return self._trace(self._forward(scores), scores)

    def _forward(self, scores: Sequence[Scores]) -> list[Scores]:
        """For each word the best score of a path that ends in each label.

        Where "O" leads by more than any step could make up, it alone is looked at: so at four words of five.
        """
        into, most = self._into, self._most
        to_o, to_p, to_l, to_r, to_m = into[:INSIDE]
        oo, op, ol, or_, om = to_o[0], to_p[0], to_l[0], to_r[0], to_m[0]
        (bp, ip), (bl, il), (br, ir), (bm, im) = (
            (steps[k - 4], steps[k]) for k, steps in enumerate(into) if k >= INSIDE
        )
        row = scores[0]
        best = [row]
        for r0, r1, r2, r3, r4, r5, r6, r7, r8 in scores[1:]:
            o, b1, b2, b3, b4, i1, i2, i3, i4 = row
            lead = o - (others := max(row[1:]))
            top = o if lead > 0 else others
            # what begins a name or stands in it leads on into it, and all else with the same weight, 0; "x if x > y
            # else y" and no max(x, y), which is a call
            n1 = r5 + (z if (z := x if (x := b1 + bp) > (y := i1 + ip) else y) > top else top)
            n2 = r6 + (z if (z := x if (x := b2 + bl) > (y := i2 + il) else y) > top else top)
            n3 = r7 + (z if (z := x if (x := b3 + br) > (y := i3 + ir) else y) > top else top)
            n4 = r8 + (z if (z := x if (x := b4 + bm) > (y := i4 + im) else y) > top else top)
            if lead >= most:
                row = (r0 + o + oo, r1 + o + op, r2 + o + ol, r3 + o + or_, r4 + o + om, n1, n2, n3, n4)
            else:
                row = (
                    r0 + max(map(add, row, to_o)), r1 + max(map(add, row, to_p)), r2 + max(map(add, row, to_l)),
                    r3 + max(map(add, row, to_r)), r4 + max(map(add, row, to_m)), n1, n2, n3, n4,
                )  # fmt: skip
            best.append(row)
        return best

    def _trace(self, best: Sequence[Scores], scores: Sequence[Scores]) -> list[str]:
        """The labels along the best path, found from its end: each step is the first whose sum is largest."""
        label = max(range(len(LABELS)), key=best[-1].__getitem__)
        path = [label]
        for before, after, added in zip(best[-2::-1], best[:0:-1], scores[:0:-1], strict=True):
            steps = self._into[label]
            if before[0] + steps[0] == after[label] - added[label]:  # most steps come from "O"
                label = 0
            else:
                sums = list(map(add, before, steps))
                label = sums.index(max(sums))
            path.append(label)
        return [LABELS[i] for i in reversed(path)]


def steps_of(transitions: Mapping[tuple[str, str], float]) -> list[int]:
    """The transitions from each label to each, from trained (from, to) weights."""
    return [round(SCALE * transitions.get((source, to), 0.0)) for source in LABELS for to in LABELS]
