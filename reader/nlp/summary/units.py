"""Candidates → their words and word pairs, and how likely each of them stands in a good summary.

Takes candidates and their scores, gives a chance for each unit. No column of a row tells which word it is: only how
often and where it stands, how rare it is, and how good the sentences are in which it stands. The model adds up one
small table a column (boosted stumps, `summary_units.json`), so that a unit costs a dozen look-ups.
"""

import json
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from math import exp
from operator import getitem
from typing import NamedTuple

from reader.nlp import resources
from reader.nlp.summary.terms import STOP_WORDS, rarities, stem

MODEL = "summary_units.json"
NAMES = (
    "pair", "count", "sentences", "first", "least_rarity", "most_rarity", "stop_words", "proper", "best_score",
    "score_sum", "first_score", "least_count",
)  # fmt: skip
MOST_COUNTED, LATEST_INDEX, MOST_PART_COUNT = 6, 40, 4  # beyond, a place or a count tells nothing more
RARITY_STEPS = 2  # a unit of rarity; coarse, so that many units share one row
SCORE_DIGITS = 3
_WORD = re.compile(r"[a-z0-9]+")
_CAPITAL = re.compile(r"(?<=[a-z0-9,;:’'\"“(-]\s)[A-Z][A-Za-z0-9]+")

Unit = str | tuple[str, str]
Row = tuple[float, ...]


class Units(NamedTuple):
    """The units of one article."""

    of: Sequence[tuple[list[str], list[tuple[str, str]]]]
    """Words and pairs of each sentence, in order, repetitions included."""
    rows: dict[Unit, Row]
    """Columns as in `NAMES`."""


def words_of(text: str) -> list[str]:
    """The stems of all words, stop words included."""
    return [stem(word) for word in _WORD.findall(text.lower())]


def units_of(texts: Sequence[str], scores: Sequence[float]) -> Units:
    """All units of an article's sentences with their rows."""
    sentences = [(words, list(pairwise(words))) for words in map(words_of, texts)]
    proper = {stem(w.lower()) for text in texts for w in _CAPITAL.findall(text)}
    rounded = [round(score, SCORE_DIGITS) for score in scores]
    places: dict[Unit, list[int]] = {}
    counts: Counter[Unit] = Counter()
    for index, (words, pairs) in enumerate(sentences):
        units: list[Unit] = [*words, *pairs]
        counts.update(units)
        for unit in dict.fromkeys(units):
            places.setdefault(unit, []).append(index)
    seen = _Seen(counts, rounded, {word: _part(word, counts, proper) for word in counts if isinstance(word, str)})
    return Units(sentences, {unit: _row(unit, held, seen) for unit, held in places.items()})


def _rarity(word: str) -> float:
    table, rarest = rarities()
    return 0.0 if word in STOP_WORDS else round(RARITY_STEPS * table.get(word, rarest)) / RARITY_STEPS


class _Part(NamedTuple):
    """What is known of a word, by itself or in a pair."""

    rarity: float
    stop_word: bool
    proper: bool
    times: int
    """In the article, at most `MOST_PART_COUNT`."""


def _part(word: str, counts: Counter[Unit], proper: set[str]) -> _Part:
    return _Part(_rarity(word), word in STOP_WORDS, word in proper, min(counts[word], MOST_PART_COUNT))


class _Seen(NamedTuple):
    """What is known about the article as a whole."""

    counts: Counter[Unit]
    scores: Sequence[float]
    parts: dict[str, _Part]


def _row(unit: Unit, held: list[int], seen: _Seen) -> Row:
    """The columns of a unit; most stand in one sentence."""
    first = held[0]
    best = whole = score = seen.scores[first]
    if len(held) > 1:
        good = [seen.scores[i] for i in held]
        best, whole = max(good), round(sum(good), SCORE_DIGITS)
    place = (min(seen.counts[unit], MOST_COUNTED), min(len(held), MOST_COUNTED), min(first, LATEST_INDEX))
    if isinstance(unit, str):
        rarity, stop_word, proper, times = seen.parts[unit]
        return (0.0, *place, rarity, rarity, stop_word, proper, best, whole, score, times)
    (rare, stop, name, many), (other_rare, other_stop, other_name, other_many) = map(seen.parts.__getitem__, unit)
    rare, rarest = (rare, other_rare) if rare <= other_rare else (other_rare, rare)
    return (1.0, *place, rare, rarest, stop + other_stop, name + other_name, best, whole, score, min(many, other_many))


def chances(rows: dict[Unit, Row]) -> dict[Unit, float]:
    """How likely each unit stands in a good summary, 0 to 1."""
    start, tables = model()
    return {unit: 1 / (1 + exp(-(start + sum(map(getitem, tables, row))))) for unit, row in rows.items()}


class Steps(dict[float, float]):
    """One column's table: a value to what it adds, looked up once for each value."""

    def __init__(self, edges: Sequence[float], values: Sequence[float]) -> None:
        """Args: upper edges, and one value more than edges."""
        super().__init__()
        self._edges, self._values = edges, values

    def __missing__(self, value: float) -> float:
        """Finds the step of a `value`."""
        found = self[value] = self._values[bisect_left(self._edges, value)]
        return found


@cache
def model() -> tuple[float, tuple[Steps, ...]]:
    """The value that every unit has, and a table for each column."""
    stored = json.loads(resources.read_text(MODEL))
    return stored["start"], tuple(Steps(edges, values) for edges, values in stored["tables"])


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
