"""Candidates → their words and word pairs, and how likely each of them stands in a good summary.

Takes candidates and their scores, gives a chance for each unit. No column of a row tells which word it is: only how
often and where it stands, how rare it is, and how good the sentences are in which it stands. The model adds up one
small table a column (boosted stumps, `summary_units.json`). Its sum is taken in two halves that are both kept: what a
unit's place tells, the same for all that stand once in a sentence, and what its words tell.

Units go by numbers, whose hash is the number itself: pairs of strings are hashed anew each time.
"""

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from math import exp
from operator import getitem
from typing import NamedTuple, TypeVar

from reader.nlp import resources
from reader.nlp.summary.terms import CACHED_STEMS, STOP_WORDS, rarities, stem

MODEL = "summary_units.json"
PLACE_NAMES = ("count", "sentences", "first", "best_score", "score_sum", "first_score")
WORD_NAMES = ("pair", "least_rarity", "most_rarity", "stop_words", "proper", "least_count")
NAMES = (
    "pair", "count", "sentences", "first", "least_rarity", "most_rarity", "stop_words", "proper", "best_score",
    "score_sum", "first_score", "least_count",
)  # fmt: skip
MOST_COUNTED, LATEST_INDEX, MOST_PART_COUNT = 6, 40, 4  # beyond, a place or a count tells nothing more
RARITY_STEPS = 2  # a unit of rarity; coarse, so that many units share one row
SCORE_DIGITS = 3
SCALE = 10_000
"""Values of the tables are ten-thousandths: whole numbers, whose sum is the same in whatever order."""
CACHED_CHANCES = 20_000  # an article has some hundred sums, and the next one many of the same
_WORD = re.compile(r"[a-z0-9]+")
_CAPITAL = re.compile(r"[A-Z](?<=[a-z0-9,;:’'\"“(-]\s.)[A-Za-z0-9]+")
"""Looked for by the first letter, in half the time."""

PAIR_BITS = 30
"""Of the second word of a pair; no article has so many words."""

T = TypeVar("T")
Unit = int
"""A word by its number, from 0 on; a pair by the number of its first word and one in the high bits, of its second in
the low ones."""
Row = tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What is known of a word, by itself or in a pair; one object for all words of which the same is known."""

    rarity: float
    stop_word: bool
    proper: bool
    times: int
    """In the article, at most `MOST_PART_COUNT`."""


class Units(NamedTuple):
    """The units of one article."""

    of: Sequence[tuple[Sequence[Unit], Sequence[Unit]]]
    """Words and pairs of each sentence, in order, repetitions included."""
    counts: Counter[Unit]
    """How often each unit stands in the article."""
    words: Sequence[str]
    """By their numbers; so are the `parts`."""
    parts: Sequence[Part]
    scores: Sequence[float]
    """Of each sentence, to `SCORE_DIGITS`."""

    def told(self, unit: Unit) -> str | tuple[str, str]:
        """The word or the two words of a unit."""
        one, other = _split(unit)
        return self.words[other] if one < 0 else (self.words[one], self.words[other])


def _split(unit: Unit) -> tuple[int, int]:
    """The numbers of a pair's words; -1 and the number of a word."""
    return (unit >> PAIR_BITS) - 1, unit & (1 << PAIR_BITS) - 1


def words_of(text: str) -> list[str]:
    """The stems of all words, stop words included."""
    return [*map(stem, _WORD.findall(text.lower()))]


def units_of(texts: Sequence[str], scores: Sequence[float]) -> Units:
    """All units of an article's sentences."""
    told = [words_of(text) for text in texts]
    numbers = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(told)))}
    numbered = [[*map(numbers.__getitem__, words)] for words in told]
    sentences = [(words, [one + 1 << PAIR_BITS | other for one, other in pairwise(words)]) for words in numbered]
    counts = Counter(chain.from_iterable(chain.from_iterable(sentences)))
    proper = {stem(w.lower()) for text in texts for w in _CAPITAL.findall(text)}
    parts = [_parts_of_word(word)[word in proper][min(counts[n], MOST_PART_COUNT)] for word, n in numbers.items()]
    return Units(sentences, counts, list(numbers), parts, [round(score, SCORE_DIGITS) for score in scores])


def _held(units: Units, least: int) -> dict[Unit, list[int]]:
    """Each unit that stands at least so often in the article, and the sentence of each time."""
    held = defaultdict[Unit, list[int]](list)
    often = {unit for unit, count in units.counts.items() if count >= least}
    for index, parts in enumerate(units.of):
        for unit in [u for u in chain.from_iterable(parts) if u in often]:
            held[unit].append(index)
    return held


_part = cache(Part)  # a few hundred


@lru_cache(CACHED_STEMS)
def _rarity(word: str) -> float:
    table, rarest = rarities()
    return 0.0 if word in STOP_WORDS else round(RARITY_STEPS * table.get(word, rarest)) / RARITY_STEPS


@lru_cache(CACHED_STEMS)
def _parts_of_word(word: str) -> tuple[tuple[Part, ...], ...]:
    """What can be known of a word: by whether it is proper, by how often it stands in the article."""
    rarity, stop_word, times = _rarity(word), word in STOP_WORDS, range(MOST_PART_COUNT + 1)
    return tuple(tuple(_part(rarity, stop_word, proper, n) for n in times) for proper in (False, True))


def _place_row(held: Sequence[int], scores: Sequence[float]) -> Row:
    """The columns `PLACE_NAMES` of a unit."""
    first, places = held[0], dict.fromkeys(held)
    good = [scores[i] for i in places]
    counts = (min(len(held), MOST_COUNTED), min(len(places), MOST_COUNTED), min(first, LATEST_INDEX))
    return (*counts, max(good), round(sum(good), SCORE_DIGITS), scores[first])


def _word_row(parts: tuple[Part, ...]) -> Row:
    """The columns `WORD_NAMES` of a unit of one or two words."""
    rare = [part.rarity for part in parts]
    stops, names = sum(part.stop_word for part in parts), sum(part.proper for part in parts)
    return (len(parts) - 1, min(rare), max(rare), stops, names, min(part.times for part in parts))


def rows(units: Units) -> dict[Unit, Row]:
    """The columns `NAMES` of each unit, the words of a sentence before its pairs: what the model is fitted on."""
    held = _held(units, 1)
    return {unit: _row(held[unit], _parts(units, unit), units.scores) for unit in units.counts}


def _parts(units: Units, unit: Unit) -> tuple[Part, ...]:
    return tuple(units.parts[n] for n in _split(unit) if n >= 0)


def _row(held: Sequence[int], parts: tuple[Part, ...], scores: Sequence[float]) -> Row:
    columns = dict(zip((*PLACE_NAMES, *WORD_NAMES), (*_place_row(held, scores), *_word_row(parts)), strict=True))
    return tuple(columns[name] for name in NAMES)


def chances(units: Units) -> dict[Unit, float]:
    """How likely each unit stands in a good summary, 0 to 1."""
    model, parts, scores = shipped(), units.parts, units.scores
    found: dict[Unit, int] = {}
    for index, both in enumerate(units.of):
        found.update(dict.fromkeys(chain.from_iterable(both), model.by_place(_place_row((index,), scores))))
    alike: dict[tuple[int, ...], int] = {}
    """Of units that stand in the same places, as those of a name do."""
    for unit, held in _held(units, 2).items():
        places = tuple(held)
        if places not in alike:
            alike[places] = model.by_place(_place_row(places, scores))
        found[unit] = alike[places]
    words, low = len(parts), (1 << PAIR_BITS) - 1  # `_split` without its call
    told = {n: _CHANCES[found[n] + model.of_word[part]] for n, part in enumerate(parts)}
    behind = [model.of_pair[part] for part in parts]
    return told | {
        unit: _CHANCES[place + behind[(unit >> PAIR_BITS) - 1][parts[unit & low]]]
        for unit, place in found.items()
        if unit >= words
    }


class _Chances(dict[int, float]):
    """A sum of the tables to a chance, worked out once for each sum."""

    def __missing__(self, total: int) -> float:
        if len(self) >= CACHED_CHANCES:
            self.clear()
        found = self[total] = 1 / (1 + exp(-total / SCALE))
        return found


_CHANCES = _Chances()


class Steps(dict[float, int]):
    """One column's table: a value to what it adds, looked up once for each value."""

    def __init__(self, edges: Sequence[float], values: Sequence[float]) -> None:
        """Args: upper edges, and one value more than edges."""
        super().__init__()
        self._edges, self._values = edges, [round(SCALE * value) for value in values]

    def __missing__(self, value: float) -> int:
        """Finds the step of a `value`."""
        found = self[value] = self._values[bisect_left(self._edges, value)]
        return found


class _OfPart(dict[Part, T]):
    """What a function gives for what is known of a word, made when it is first asked for."""

    def __init__(self, make: Callable[[Part], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, part: Part) -> T:
        made = self[part] = self._make(part)
        return made


class Model:
    """The sums of a model's tables, in its two halves."""

    def __init__(self, start: float, tables: Sequence[tuple[Sequence[float], Sequence[float]]]) -> None:
        """Args: the value that every unit has, and a table for each column."""
        steps = dict(zip(NAMES, (Steps(*table) for table in tables), strict=True))
        self._start = round(SCALE * start)
        self._place = [steps[name] for name in PLACE_NAMES]
        words = [steps[name] for name in WORD_NAMES]

        def worth(*parts: Part) -> int:
            return sum(map(getitem, words, _word_row(parts)))

        self.of_word = _OfPart[int](worth)
        """What a word adds by itself, by what is known of it."""
        self.of_pair = _OfPart[_OfPart[int]](lambda one: _OfPart(lambda other: worth(one, other)))
        """What two words add."""

    def by_place(self, row: Row) -> int:
        """What a unit's place adds, and what every unit has."""
        return self._start + sum(map(getitem, self._place, row))


@cache
def shipped() -> Model:
    """The shipped tables."""
    stored = json.loads(resources.read_text(MODEL))
    return Model(stored["start"], stored["tables"])


def tables_of(stumps: Iterable[Sequence[Sequence[float]]]) -> tuple[float, list[list[list[float]]]]:
    """Boosted stumps (see `trees`) as one table a column: the same sums with fewer steps."""
    start = 0.0
    steps: list[dict[float, float]] = [{} for _ in NAMES]
    for nodes in stumps:
        if len(nodes) == 1:
            start += nodes[0][0]
            continue
        column, edge, left, right = nodes[0]
        low, high = nodes[int(left)][0], nodes[int(right)][0]
        start += low
        steps[int(column)][edge] = steps[int(column)].get(edge, 0.0) + high - low
    tables = []
    for step in steps:
        edges = sorted(step)
        values = accumulate((step[edge] for edge in edges), initial=0.0)
        tables.append([edges, [round(value, 4) for value in values]])
    return round(start, 4), tables
