"""What a unit and those close around it tell: as feature strings, and as sums of weights that are kept.

Takes units and their looks, gives feature strings for training and rows for the tagger, of the same features. Rows are
kept by three units that follow one another: what they tell of the first, of the second and of the third.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.nlp.quotes import features as told
from reader.nlp.quotes.chain import Chain, Kept, Row
from reader.nlp.quotes.features import Features, Look
from reader.nlp.quotes.units import Unit

REACH = 3
_LEFT_PADS: list[Look] = [("<", "<", "<")] * REACH
_RIGHT_PADS: list[Look] = [(">", ">", ">")] * REACH


def neighbour_features(units: Sequence[Unit], seen: Sequence[Look]) -> Iterator[list[str]]:
    """The feature strings of each unit, in the order in which the model was trained on them."""
    padded = [*_LEFT_PADS, *seen, *_RIGHT_PADS]
    for i, unit in enumerate(units):
        y, z, a, x, b, d, e = padded[i : i + 2 * REACH + 1]
        groups: tuple[Features, ...] = (
            told.own(unit.word, unit.tag, unit.shape),
            told.one_before(a), told.pair_before(a, x), told.one_after(b), told.pair_after(x, b),
            told.two_before(z), told.pair_two_before(z, a), told.three_before(z, a, x),
            told.two_after(d), told.pair_two_after(b, d), told.three_after(x, b, d),
            told.around(a, x, b), told.far_before(y), told.far_after(e),
        )  # fmt: skip
        yield [feature for group in groups for feature in group]


class _Told(NamedTuple):
    """What one unit tells of those around it; or two neighbours, of themselves, too."""

    two_behind: Row
    """Of the one two behind the first."""
    behind: Row
    """Of the one behind the first."""
    before: Row
    """Of the one before the last."""
    two_before: Row
    """Of the one two before the last."""


Three = tuple[Row, Row, Row]
"""What three units tell of the third, the second and the first."""


class Neighbours:
    """The rows of a model, each added up when it is first needed."""

    def __init__(self, chain: Chain) -> None:
        """Args: whose weights they are."""
        self._row = chain.row
        self._own = chain.rows(told.own)
        self._far_before, self._far_after = chain.rows(told.far_before), chain.rows(told.far_after)
        self._ones = Kept(self._one)
        self._pairs = Kept(self._pair)
        self._threes = Kept(self._three)

    def columns(self, units: Sequence[Unit], seen: Sequence[Look]) -> list[Sequence[Row]]:
        """Columns of rows, one a unit, that add up to what `neighbour_features` weigh."""
        padded = [*_LEFT_PADS, *seen, *_RIGHT_PADS]
        threes = list(map(self._threes.__getitem__, zip(padded, padded[1:], padded[2:], strict=False)))
        third, second, first = zip(*threes, strict=True)
        return [
            [self._own[unit.word, unit.tag, unit.shape] for unit in units],
            third[1:], second[2:], first[3:],
            [self._far_before[y,] for y in padded], [self._far_after[e,] for e in padded[2 * REACH :]],
        ]  # fmt: skip

    def _one(self, a: Look) -> _Told:
        row = self._row
        return _Told(row(told.two_before(a)), row(told.one_before(a)), row(told.one_after(a)), row(told.two_after(a)))

    def _pair(self, a: Look, b: Look) -> _Told:
        left, right, row = self._ones[a,], self._ones[b,], self._row
        return _Told(
            left.two_behind + row(told.pair_two_before(a, b)),
            left.behind + row(told.pair_before(a, b)),
            right.before + row(told.pair_after(a, b)),
            right.two_before + row(told.pair_two_after(a, b)),
        )

    def _three(self, a: Look, b: Look, c: Look) -> Three:
        left, right, row = self._pairs[a, b], self._pairs[b, c], self._row
        return (
            left.two_behind + right.behind + row(told.three_before(a, b, c)),
            row(told.around(a, b, c)),
            left.before + right.two_before + row(told.three_after(a, b, c)),
        )
