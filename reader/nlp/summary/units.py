"""Candidates → their words and word pairs, and how likely each of them stands in a good summary.

Takes candidates and their scores, gives a chance for each unit. No column of a row tells which word it is: only how
often and where it stands, how rare it is, and how good the sentences are in which it stands. The model adds up one
small table a column (boosted stumps, `summary_units.json`). Its sum is taken in two halves that are both kept: what a
unit's place tells, the same for all that stand once in a sentence, and what its words tell.
"""

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, pairwise
from math import exp
from operator import add, getitem
from typing import NamedTuple

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
_CAPITAL = re.compile(r"(?<=[a-z0-9,;:’'\"“(-]\s)[A-Z][A-Za-z0-9]+")

Pair = tuple[str, str]
Unit = str | Pair
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

    of: Sequence[tuple[Sequence[str], Sequence[Pair]]]
    """Words and pairs of each sentence, in order, repetitions included."""
    words: Mapping[str, list[int]]
    """Each word, and the sentence of each time that it stands somewhere."""
    pairs: Mapping[Pair, list[int]]
    parts: Mapping[str, Part]
    """Of each word."""
    scores: Sequence[float]
    """Of each sentence, to `SCORE_DIGITS`."""


def words_of(text: str) -> list[str]:
    """The stems of all words, stop words included."""
    return [stem(word) for word in _WORD.findall(text.lower())]


def units_of(texts: Sequence[str], scores: Sequence[float]) -> Units:
    """All units of an article's sentences."""
    sentences = [(words, list(pairwise(words))) for words in map(words_of, texts)]
    all_words: defaultdict[str, list[int]] = defaultdict(list)
    all_pairs: defaultdict[Pair, list[int]] = defaultdict(list)
    for index, (words, pairs) in enumerate(sentences):
        for word in words:
            all_words[word].append(index)
        for pair in pairs:
            all_pairs[pair].append(index)
    proper = {stem(w.lower()) for text in texts for w in _CAPITAL.findall(text)}
    parts = {
        word: _part(_rarity(word), word in STOP_WORDS, word in proper, min(len(held), MOST_PART_COUNT))
        for word, held in all_words.items()
    }
    return Units(sentences, all_words, all_pairs, parts, [round(score, SCORE_DIGITS) for score in scores])


_part = cache(Part)  # a few hundred


@lru_cache(CACHED_STEMS)
def _rarity(word: str) -> float:
    table, rarest = rarities()
    return 0.0 if word in STOP_WORDS else round(RARITY_STEPS * table.get(word, rarest)) / RARITY_STEPS


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
    found: dict[Unit, Row] = {}
    for words, pairs in units.of:
        found |= {w: _row(units.words[w], (units.parts[w],), units.scores) for w in words if w not in found}
        for pair in pairs:
            if pair not in found:
                one, other = pair
                found[pair] = _row(units.pairs[pair], (units.parts[one], units.parts[other]), units.scores)
    return found


def _row(held: Sequence[int], parts: tuple[Part, ...], scores: Sequence[float]) -> Row:
    columns = dict(zip((*PLACE_NAMES, *WORD_NAMES), (*_place_row(held, scores), *_word_row(parts)), strict=True))
    return tuple(columns[name] for name in NAMES)


def chances(units: Units) -> dict[Unit, float]:
    """How likely each unit stands in a good summary, 0 to 1."""
    model, parts, scores = shipped(), units.parts, units.scores
    by_words, by_place = model.by_words, model.by_place
    once = [by_place(_place_row((i,), scores)) for i in range(len(scores))]
    held = chain(units.words.values(), units.pairs.values())
    places = [once[h[0]] if len(h) == 1 else by_place(_place_row(h, scores)) for h in held]
    words = [by_words[parts[word],] for word in units.words]
    words += [by_words[parts[one], parts[other]] for one, other in units.pairs]
    return dict(zip(chain(units.words, units.pairs), map(_chance, map(add, places, words)), strict=True))


@lru_cache(CACHED_CHANCES)
def _chance(total: int) -> float:
    return 1 / (1 + exp(-total / SCALE))


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


class _ByWords(dict[tuple[Part, ...], int]):
    """What the words of a unit add, by what is known of them."""

    def __init__(self, total: Callable[[Row], int]) -> None:
        super().__init__()
        self._total = total

    def __missing__(self, parts: tuple[Part, ...]) -> int:
        found = self[parts] = self._total(_word_row(parts))
        return found


class Model:
    """The sums of a model's tables, in its two halves."""

    def __init__(self, start: float, tables: Sequence[tuple[Sequence[float], Sequence[float]]]) -> None:
        """Args: the value that every unit has, and a table for each column."""
        steps = dict(zip(NAMES, (Steps(*table) for table in tables), strict=True))
        self._start = round(SCALE * start)
        self._place = [steps[name] for name in PLACE_NAMES]
        words = [steps[name] for name in WORD_NAMES]
        self.by_words = _ByWords(lambda row: sum(map(getitem, words, row)))

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
