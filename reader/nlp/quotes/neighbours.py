"""What a unit and those close around it tell: as feature strings, and as sums of weights that are kept.

Takes units and their looks, gives feature strings for training and rows for the tagger, of the same features. Rows are
kept by a unit and by two that follow one another. What three tell is added up each time: more than half of the threes
of an article stand in it once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

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
            told.two_before(z), told.pair_two_before(z, a), told.three_before(z, a, x),
            told.two_after(d), told.pair_two_after(b, d), told.three_after(x, b, d),
            told.around(a, x, b), told.far_before(y), told.far_after(e),
        )  # fmt: skip
        yield [feature for group in groups for feature in group]


class _One(dict["_One", "_Pair"]):
    """What one look tells of the units around it; and by the look behind it, what both tell."""

    __slots__ = (
        "after", "before", "chain", "far_after", "far_before", "kind", "look", "made", "starts", "two_after",
        "two_before", "word",
    )  # fmt: skip
    __hash__ = object.__hash__  # type: ignore[assignment]  # one object for all that look alike
    __eq__ = object.__eq__

    def __init__(self, look: Look, chain: Chain, made: list[None]) -> None:
        super().__init__()
        row = chain.row
        self.look, self.chain, self.made = look, chain, made
        self.word, self.kind = look.word, look.kind
        self.before, self.after = row(told.one_before(look)), row(told.one_after(look))
        """As the unit before another, and as the one behind."""
        self.two_before, self.two_after = row(told.two_before(look)), row(told.two_after(look))
        self.far_before, self.far_after = row(told.far_before(look)), row(told.far_after(look))
        self.starts = tuple(map(chain.table, told.starts_of_pairs(look)))

    def __missing__(self, other: "_One") -> "_Pair":
        pair = self[other] = _Pair(self, other)
        self.made.append(None)
        return pair


class _Pair:
    """What two neighbours tell of themselves and the units around them; the tables tell what a third adds."""

    __slots__ = (
        "after", "before", "two_after", "two_before", "with_after", "with_around", "with_before", "with_kind",
    )  # fmt: skip

    def __init__(self, one: _One, other: _One) -> None:
        word, kind = other.word, other.kind
        behind_two, ww_before, wc_before, cw_before, ww_after, cw_after, before_two = one.starts
        self.two_before = one.two_before + behind_two.get(word, 0)
        """Of the unit behind both."""
        self.before = one.before + ww_before.get(word, 0) + wc_before.get(kind, 0) + cw_before.get(word, 0)
        """Of the second."""
        self.after = other.after + ww_after.get(word, 0) + cw_after.get(word, 0)
        """Of the first."""
        self.two_after = other.two_after + before_two.get(word, 0)
        """Of the unit before both."""
        tables = map(one.chain.table, told.starts_of_threes(one.look, other.look))
        self.with_before, self.with_kind, self.with_around, self.with_after = tables
        """By the word or the kind of a third unit: of the third, of the third, of the second, of the first."""


class Neighbours:
    """The rows of a model, each added up when it is first needed."""

    def __init__(self, chain: Chain) -> None:
        """Args: whose weights they are."""
        self._made: list[None] = []
        """As long as the pairs that are kept."""
        self._ones = Kept[_One](lambda look: _One(look, chain, self._made))
        self._own = Kept[Row](lambda values: chain.row(told.own_of(*values)))
        self._units = Kept[tuple[Row, _One]](lambda values: self._unit(*values))

    def columns(self, units: Sequence[Unit]) -> tuple[list[Look], list[Sequence[Row]]]:
        """The units' looks, and columns of rows, one a unit, that add up to what `neighbour_features` weigh."""
        if len(self._made) > CACHED_ROWS:
            for kept in (self._made, self._ones, self._units):
                kept.clear()
        known, ones_of = self._units, self._ones
        own, ones = zip(*map(known.__getitem__, map(_LOOKED_AT, units)), strict=True)
        padded = [*[ones_of[LEFT_PAD]] * REACH, *ones, *[ones_of[RIGHT_PAD]] * REACH]
        pairs = [one[other] for one, other in pairwise(padded)]
        threes = [
            (
                p.two_before + q.before + p.with_before.get(word := c.word, 0) + p.with_kind.get(c.kind, 0),
                p.with_around.get(word, 0),
                p.after + q.two_after + p.with_after.get(word, 0),
            )
            for p, q, c in zip(pairs, pairs[1:], padded[2:], strict=False)
        ]
        of_third, of_second, of_first = zip(*threes, strict=True)
        return [one.look for one in ones], [
            own, of_third[1:], of_second[2:], of_first[3:],
            [one.far_before for one in padded], [one.far_after for one in padded[2 * REACH :]],
        ]  # fmt: skip

    def _unit(self, word: str, tag: str, shape: str) -> tuple[Row, _One]:
        seen = told.look(word, tag, shape)
        return self._own[seen, shape, told.frame_of(word, tag)], self._ones[seen]
