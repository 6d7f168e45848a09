"""What a unit and those close around it tell: as feature strings, and as sums of weights that are kept.

Takes units and their looks, gives feature strings for training and rows for the tagger, of the same features. Rows are
kept by three units that follow one another: what they tell of the first, of the second and of the third. They are found
by going from what is known of one to what is known of it with the next, and so on, which needs no key of several parts.
"""

from collections.abc import Iterator, Sequence
from operator import getitem

from reader.nlp.quotes import features as told
from reader.nlp.quotes.chain import CACHED_ROWS, Chain, Kept, Row
from reader.nlp.quotes.features import Features, Look
from reader.nlp.quotes.units import Unit

REACH = 3
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


Three = tuple[Row, Row, Row]
"""What three units tell of the third, the second and the first."""


class _One(dict["_One", "_Pair"]):
    """What one look tells of the units around it; and by the look behind it, what both tell."""

    __slots__ = (
        "after", "before", "chain", "far_after", "far_before", "look", "made", "starts", "two_after", "two_before",
    )  # fmt: skip
    __hash__ = object.__hash__  # type: ignore[assignment]  # one object for all that look alike
    __eq__ = object.__eq__

    def __init__(self, look: Look, chain: Chain, made: list[None]) -> None:
        super().__init__()
        row = chain.row
        self.look, self.chain, self.made = look, chain, made
        self.before, self.after = row(told.one_before(look)), row(told.one_after(look))
        """As the unit before another, and as the one behind."""
        self.two_before, self.two_after = row(told.two_before(look)), row(told.two_after(look))
        self.far_before, self.far_after = row(told.far_before(look)), row(told.far_after(look))
        self.starts = tuple(map(chain.table, told.starts_of_pairs(look)))

    def __missing__(self, other: "_One") -> "_Pair":
        pair = self[other] = _Pair(self, other)
        return pair


class _Pair(dict[_One, Three]):
    """What two neighbours tell of themselves and the units around them; and by the third, what all three tell."""

    __slots__ = ("after", "before", "other", "starts", "two_after", "two_before")

    def __init__(self, one: _One, other: _One) -> None:
        super().__init__()
        word, kind = other.look.word, other.look.kind
        behind_two, ww_before, wc_before, cw_before, ww_after, cw_after, before_two = one.starts
        self.other = other
        self.two_before = one.two_before + behind_two.get(word, 0)
        """Of the unit behind both."""
        self.before = one.before + ww_before.get(word, 0) + wc_before.get(kind, 0) + cw_before.get(word, 0)
        """Of the second."""
        self.after = other.after + ww_after.get(word, 0) + cw_after.get(word, 0)
        """Of the first."""
        self.two_after = other.two_after + before_two.get(word, 0)
        """Of the unit before both."""
        self.starts = tuple(map(one.chain.table, told.starts_of_threes(one.look, other.look)))

    def __missing__(self, third: _One) -> Three:
        before, before_kind, around, after = self.starts
        right, word = self.other[third], third.look.word
        three = self[third] = (
            self.two_before + right.before + before.get(word, 0) + before_kind.get(third.look.kind, 0),
            around.get(word, 0),
            self.after + right.two_after + after.get(word, 0),
        )
        third.made.append(None)
        return three


class Neighbours:
    """The rows of a model, each added up when it is first needed."""

    def __init__(self, chain: Chain) -> None:
        """Args: whose weights they are."""
        self._made: list[None] = []
        """As long as the threes that are kept."""
        self._ones = Kept[_One](lambda look: _One(look, chain, self._made))
        self._own = Kept[Row](lambda values: chain.row(told.own_of(*values)))
        self._units = Kept[tuple[Row, _One]](lambda values: self._unit(*values))

    def columns(self, units: Sequence[Unit]) -> tuple[list[Look], list[Sequence[Row]]]:
        """The units' looks, and columns of rows, one a unit, that add up to what `neighbour_features` weigh."""
        if len(self._made) > CACHED_ROWS:
            for kept in (self._made, self._ones, self._units):
                kept.clear()
        known, ones_of = self._units, self._ones
        own, ones = zip(*[known[unit[1:4]] for unit in units], strict=True)
        padded = [*[ones_of[LEFT_PAD]] * REACH, *ones, *[ones_of[RIGHT_PAD]] * REACH]
        pairs = map(getitem, padded, padded[1:])
        third, second, first = zip(*map(getitem, pairs, padded[2:]), strict=True)
        return [one.look for one in ones], [
            own, third[1:], second[2:], first[3:],
            [one.far_before for one in padded], [one.far_after for one in padded[2 * REACH :]],
        ]  # fmt: skip

    def _unit(self, word: str, tag: str, shape: str) -> tuple[Row, _One]:
        seen = told.look(word, tag, shape)
        return self._own[seen, shape, told.frame_of(word, tag)], self._ones[seen]
