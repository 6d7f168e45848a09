"""The weights of the features of names, as sums for each word: what the sequence model has learnt.

Takes a model file's lines, gives parts that are added up (`parts`). All that is known of a word is one entry, and so is
all that is known of words which begin, end or look alike. Entries of words that begin alike share a line, which stays
as it is until one of them is first needed: 4,000 lines load in a third of the time of 30,000 entries.
`reader.training.name_weights` writes the file:

| entry           | holds, by digits (`reader.nlp.tables`)                                                           |
| --------------- | ------------------------------------------------------------------------------------------------ |
| w, word         | what it tells one and two words before and behind it; of itself; of itself and its letters, looks |
|                 | and capitals, for each way of writing it                                                         |
| -, word         | what it tells behind another, by that other                                                      |
| r, word         | what it tells as a run's last word, as the one before and the one behind, by "rl", "rb", "ra"    |
| p, x, 2 letters | what the first or the last letters tell, by how many they are and the letters: two, three, four  |
| s, shape        | what a shape tells, by the feature's kind                                                        |
| o               | all else, by the feature                                                                         |
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from reader.nlp import resources
from reader.nlp.entities.chain import Chain, Row
from reader.nlp.entities.parts import LONG_CHARS, Maker, Parts
from reader.nlp.entities.wordforms import CACHED_WORDS, NO_WORLD, Word
from reader.nlp.tables import BASE, table

WORD, PAIR, RUN, START, END, SHAPE, OTHER = "w-rpxso"
"""Which entry it is: the first character of its name."""
START_CHARS = 3  # of words whose entries share a line
OWN_FIELD = 4  # in a word's entry, behind what it tells its neighbours; the ways of writing it follow
RUN_KINDS = frozenset(("rl", "ra", "rb"))
SHAPE_KINDS = frozenset(("s", "-1s", "+1s", "-2s", "+2s", "titles", "all-capss"))
NO_ROWS: Mapping[str, Row] = {}


class _Sides(NamedTuple):
    """What a word's shape or lists tell, by where the word stands from the token."""

    own: Row
    before: Row
    after: Row
    far_before: Row = 0
    far_after: Row = 0


def line_of(name: str) -> str:
    """The line in which the entry of this name stands."""
    return WORD + name[1 : 1 + START_CHARS] if name[0] in (WORD, PAIR, RUN) else name[:2]


def place_of(feature: str) -> tuple[str, str]:
    """The entry in which a feature stands that no word brings by itself, and its name there."""
    kind, _, value = feature.partition("=")
    if kind in RUN_KINDS:
        return RUN + value, kind
    if kind in SHAPE_KINDS:
        return SHAPE + value, kind
    return OTHER, feature


class Weights(Maker[Row]):
    """What the lines of a model file tell of words."""

    def __init__(self, lines: Mapping[bytes, bytes]) -> None:
        """Args: by their names."""
        self._lines = lines
        self._entries = lru_cache(CACHED_WORDS)(self._entries_of)
        self._table = lru_cache(CACHED_WORDS)(self._table_named)
        self._feature = lru_cache(CACHED_WORDS)(self._row_of)
        self._of_shape = cache(self._shape)
        self._of_lists = cache(self._lists)
        self._of_start, self._of_end = lru_cache(CACHED_WORDS)(self._start), lru_cache(CACHED_WORDS)(self._end)
        super().__init__(0)

    def feature(self, name: str) -> Row:
        """The weights of a feature that no word brings by itself."""
        return self._feature(name)

    def of_word(self, word: Word) -> Parts[Row]:
        """What a word brings."""
        lower, form, lists = word.lower, self._of_shape(word.shape), self._of_lists(word.lists)
        pairs = self._table(PAIR + lower)
        fields = self._fields(WORD + lower)
        known = fields.index(word.text, OWN_FIELD + 1) if word.text in fields[OWN_FIELD + 1 :: 2] else None
        if known is None:
            long = len(lower) > LONG_CHARS
            own = int(fields[OWN_FIELD], BASE) + form.own
            own += self._of_start(lower[: 3 + long]) + self._of_end(lower[-3 - long :])
        else:
            own = int(fields[known + 1], BASE)
        before, after, far_before, far_after = map(int, fields[:OWN_FIELD], repeat(BASE))
        return Parts(
            own + lists.own,
            before + form.before + lists.before,
            after + form.after + lists.after,
            far_before + form.far_before,
            far_after + form.far_after,
            pairs,
        )

    def _entries_of(self, line: str) -> Mapping[str, str]:
        """What stands in a line, by the names of its entries."""
        entries = self._lines.get(line.encode(), b"").decode().split("\t")
        return {name: held for name, _, held in [entry.partition(" ") for entry in entries]}

    def _fields(self, name: str) -> list[str]:
        held = self._entries(line_of(name)).get(name)
        return _UNKNOWN if held is None else held.split(" ")

    def _table_named(self, name: str) -> Mapping[str, Row]:
        held = self._entries(line_of(name)).get(name)
        return NO_ROWS if held is None else table(held)

    def _row_of(self, name: str) -> Row:
        where, entry = place_of(name)
        return self._table(where).get(entry, 0)

    def _shape(self, shape: str) -> _Sides:
        get = self._table(SHAPE + shape).get
        return _Sides(get("s", 0), get("-1s", 0), get("+1s", 0), get("-2s", 0), get("+2s", 0))

    def _lists(self, lists: str) -> _Sides:
        known = lists.translate(NO_WORLD)
        own, before, after = (sum(self.feature(f"{side}g={code}") for code in lists) for side in ("", "-1", "+1"))
        return _Sides(own + (self.feature("G=" + known) if known else 0), before, after)

    def _start(self, letters: str) -> Row:
        """What the first letters of a word tell, as many of them as are known."""
        get = self._table(START + letters[:2]).get
        return get("4" + letters) or get("3" + letters[:3]) or get("2" + letters[:2], 0)

    def _end(self, letters: str) -> Row:
        """What the last letters of a word tell, as many of them as are known."""
        get = self._table(END + letters[-2:]).get
        return get("4" + letters) or get("3" + letters[-3:]) or get("2" + letters[-2:], 0)


_UNKNOWN = ["0"] * (OWN_FIELD + 1)
"""The entry of a word that the model does not know."""


def load(name: str) -> tuple[Weights, Chain]:
    """The model in a file of `nlp/data`, read as bytes: as text it would take four bytes a character."""
    steps, names, *lines = resources.path(name).read_bytes().split(b"\n")
    return Weights(dict(zip(names.split(b"\t"), lines, strict=True))), Chain([*map(int, steps.split())])
