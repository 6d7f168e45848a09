"""What a unit and those close around it tell: as feature strings, and as sums of weights that are kept.

Takes units and their looks, gives feature strings for training and rows for the tagger, of the same features. Rows are
kept by a unit and by two that follow one another. Nothing is told by three: more than half of the threes of an article
stand in it once, so they took a tenth of the stage's time, and brought no more than .002 of indirect speech.
"""

from collections.abc import Iterator, Sequence
from operator import getitem, itemgetter
from typing import NamedTuple

from reader.nlp.quotes import features as told
from reader.nlp.quotes.chain import CACHED_ROWS, Chain, Kept, Row
from reader.nlp.quotes.features import Features, Look
from reader.nlp.quotes.units import Unit

REACH = 3
_LOOKED_AT = itemgetter(slice(1, 4))
"""A unit's word, part of speech and shape."""
LEFT_PAD, RIGHT_PAD = Look("<", "<", "<"), Look(">", ">", ">")


def neighbour_features(units: Sequence[Unit], seen: Sequence[Look]) -> Iterator[list[str]]:
    """The feature strings of each unit, in the order in which the model was trained on them."""
    padded = [LEFT_PAD] * REACH + [*seen] + [RIGHT_PAD] * REACH
    for i, unit in enumerate(units):
        y, z, a, x, b, d, e = padded[i : i + 2 * REACH + 1]
        groups: tuple[Features, ...] = (
            told.own(unit.word, unit.tag, unit.shape),
            told.one_before(a), told.pair_before(a, x), told.one_after(b), told.pair_after(x, b),
            told.two_before(z), told.pair_two_before(z, a), told.two_after(d), told.pair_two_after(b, d),
            told.far_before(y), told.far_after(e),
        )  # fmt: skip
        yield [feature for group in groups for feature in group]


class _One(dict["_One", "_Pair"]):
    """What one look tells of the units around it; and by the look behind it, what both tell."""

    __slots__ = (
        "after", "before", "far_after", "far_before", "kind", "made", "starts", "two_after", "two_before", "word",
    )  # fmt: skip
    __hash__ = object.__hash__  # type: ignore[assignment]  # one object for all that look alike
    __eq__ = object.__eq__

    def __init__(self, look: Look, chain: Chain, made: list[None]) -> None:
        super().__init__()
        row = chain.row
        self.made = made
        self.word, self.kind = look.word, look.kind
        self.before, self.after = row(told.one_before(look)), row(told.one_after(look))
        """As the unit before another, and as the one behind."""
        self.two_before, self.two_after = row(told.two_before(look)), row(told.two_after(look))
        self.far_before, self.far_after = row(told.far_before(look)), row(told.far_after(look))
        self.starts = tuple(map(chain.table, told.starts_of_pairs(look)))

    def __missing__(self, other: "_One") -> "_Pair":
        pair = self[other] = _pair(self, other)
        self.made.append(None)
        return pair


class _Pair(NamedTuple):
    """What two neighbours tell of themselves and the units around them."""

    two_before: Row
    """Of the unit behind both."""
    before: Row
    """Of the second."""
    after: Row
    """Of the first."""
    two_after: Row
    """Of the unit before both."""


def _pair(one: _One, other: _One) -> _Pair:
    word, kind = other.word, other.kind
    behind_two, ww_before, wc_before, cw_before, ww_after, cw_after, before_two = one.starts
    return _Pair(
        one.two_before + behind_two.get(word, 0),
        one.before + ww_before.get(word, 0) + wc_before.get(kind, 0) + cw_before.get(word, 0),
        other.after + ww_after.get(word, 0) + cw_after.get(word, 0),
        other.two_after + before_two.get(word, 0),
    )


class Neighbours:
    """The rows of a model, each added up when it is first needed."""

    def __init__(self, chain: Chain) -> None:
        """Args: whose weights they are."""
        self._made: list[None] = []
        """As long as the pairs that are kept."""
        self._ones = Kept[_One](lambda look: _One(look, chain, self._made))
        self._own = Kept[Row](lambda values: chain.row(told.own_of(*values)))
        self._units = Kept[tuple[Row, Look, _One]](lambda values: self._unit(*values))

    def columns(self, units: Sequence[Unit]) -> tuple[Sequence[Look], list[Sequence[Row]]]:
        """The units' looks, and columns of rows, one a unit, that add up to what `neighbour_features` weigh."""
        if len(self._made) > CACHED_ROWS:
            for kept in (self._made, self._ones, self._units):
                kept.clear()
        known, ones_of = self._units, self._ones
        own, seen, ones = zip(*map(known.__getitem__, map(_LOOKED_AT, units)), strict=True)
        padded = [*[ones_of[LEFT_PAD]] * REACH, *ones, *[ones_of[RIGHT_PAD]] * REACH]
        two_before, before, after, two_after = zip(*map(getitem, padded, padded[1:]), strict=False)
        return seen, [
            own, two_before[1:], before[2:], after[3:], two_after[4:],
            [one.far_before for one in padded], [one.far_after for one in padded[2 * REACH :]],
        ]  # fmt: skip

    def _unit(self, word: str, tag: str, shape: str) -> tuple[Row, Look, _One]:
        seen = told.look(word, tag, shape)
        return self._own[seen, shape, told.frame_of(word, tag)], seen, self._ones[seen]
