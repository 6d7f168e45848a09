"""Words → Penn Treebank tags: an averaged perceptron in NLTK's `PerceptronTagger`, with a prediction loop of our own.

NLTK's loop builds a dictionary of features and takes a maximum over all classes for each word; this one adds up
stored rows of weights, one row for each word and position, and is several times faster. The features are fewer than
NLTK's, so the model is trained through this class too (`reader.training.tagger`).
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any

from nltk.tag.perceptron import PerceptronTagger

from reader.nlp import resources

MODEL = "tagger.json"
CACHED_WORDS = 20_000  # rows kept between sentences: about the vocabulary of a 50,000-word article

Row = list[int]


def shape(word: str) -> str:
    """A word as the tagger knows it: numbers, years and hyphenated words become classes."""
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit():
        return "!YEAR" if len(word) == 4 else "!DIGITS"  # noqa: PLR2004 -- a year has four digits
    if word[0].isdigit():
        return "!DIGITS"
    return word.lower()


def own_features(word: str) -> tuple[str, ...]:
    """What the word itself tells."""
    return (
        "bias",
        "s3=" + word[-3:].lower(),
        "s2=" + word[-2:].lower(),
        "p1=" + word[0],
        "w=" + shape(word),
        "c=" + ("U" if word.isupper() else "T" if word[0].isupper() else "l"),
        "e=" + (word[-3:] if "-" in word else ""),
    )


def context_features(position: str, word: str) -> tuple[str, ...]:
    """What a neighbour at `position` ("-2" … "+2") tells."""
    if position in ("-1", "+1"):
        return (position + "w=" + shape(word), position + "s=" + word[-3:].lower())
    return (position + "w=" + shape(word),)


def tag_features(previous: str, before: str, word: str) -> tuple[str, ...]:
    """What the two tags before tell."""
    return (
        "-1t=" + previous,
        "-2t=" + before,
        "tt=" + previous + " " + before,
        "tw=" + previous + " " + shape(word),
    )


class FastTagger(PerceptronTagger):  # type: ignore[misc]  # nltk is not typed
    """NLTK's tagger with rows of weights in the order of `order`."""

    def __init__(self) -> None:
        super().__init__(load=False)
        self.order: tuple[str, ...] = ()
        self._rows: dict[str, Row] = {}
        self._zero: Row = []
        self._weights: dict[str, str] = {}
        self._own = lru_cache(CACHED_WORDS)(self._own_row)
        self._near = lru_cache(CACHED_WORDS * 2)(self._near_row)
        self._tags = lru_cache(CACHED_WORDS)(self._tag_row)

    def load_model(self, model: dict[str, Any]) -> None:
        """Takes `{"classes": […], "tagdict": {word: tag}, "weights": {feature: "class-index weight …"}}`.

        Weights are whole numbers; a feature's pairs stay one string until it is first needed, which quarters the load.
        """
        self.order = tuple(model["classes"])
        self.classes = set(self.order)
        self.tagdict = model["tagdict"]
        self.model.classes = self.classes
        self.model.weights = self._weights = model["weights"]
        self._zero = [0] * len(self.order)

    def _row(self, feature: str) -> Row:
        row = self._rows.get(feature)
        if row is None:
            row = self._zero
            packed = self._weights.get(feature)
            if packed:
                row = row.copy()
                numbers = list(map(int, packed.split()))
                for index, weight in zip(numbers[::2], numbers[1::2], strict=True):
                    row[index] = weight
            self._rows[feature] = row
        return row

    def _sum(self, features: Iterable[str]) -> Row:
        rows = [row for row in map(self._row, features) if row is not self._zero]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else self._zero

    def _own_row(self, word: str) -> Row:
        return self._sum(own_features(word))

    def _near_row(self, position: str, word: str) -> Row:
        return self._sum(context_features(position, word))

    def _tag_row(self, previous: str, before: str, word: str) -> Row:
        return self._sum(tag_features(previous, before, word))

    def tag_words(self, words: Sequence[str]) -> list[str]:
        """One tag a word."""
        own, near, by_tags, order = self._own, self._near, self._tags, self.order
        tagdict = self.tagdict
        context = ["-START-", "-START2-", *words, "-END-", "-END2-"]
        previous, before = "-START-", "-START2-"
        tags = []
        for i, word in enumerate(words):
            tag = tagdict.get(word)
            if tag is None:
                scores = [
                    a + b + c + d + e + f
                    for a, b, c, d, e, f in zip(
                        own(word),
                        near("-1", context[i + 1]),
                        near("+1", context[i + 3]),
                        near("-2", context[i]),
                        near("+2", context[i + 4]),
                        by_tags(previous, before, word),
                        strict=True,
                    )
                ]
                tag = order[scores.index(max(scores))]
            tags.append(tag)
            before, previous = previous, tag
        return tags


@cache
def tagger() -> FastTagger:
    """The shipped tagger."""
    fast = FastTagger()
    fast.load_model(json.loads(resources.read_text(MODEL)))
    return fast
