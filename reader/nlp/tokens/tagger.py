"""Words → Penn Treebank tags: an averaged perceptron in NLTK's `PerceptronTagger`, with a prediction loop of our own.

NLTK's loop builds a dictionary of features and takes a maximum over all classes for each word; this one adds up
stored rows of weights, one row for each word and position. A row is one long integer with a field for each class, so
that adding two rows is a single addition, and the whole is several times faster. The features are fewer than NLTK's, so
the model is trained through this class too (`reader.training.tagger`).
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from struct import Struct
from typing import Any, NamedTuple

from nltk.tag.perceptron import PerceptronTagger

from reader.nlp import resources

MODEL = "tagger.json"
CACHED_WORDS = 20_000  # rows kept between sentences: about the vocabulary of a 50,000-word article

FIELD_BITS = 32  # of a class in a row; the weights of one token add up to a few thousand at most

NEIGHBOURS = ("-1", "+1", "-2", "+2")

Row = int
"""The weights of all classes, each a field; a negative one borrows from the field above until `_lift` is added."""


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


def tag_features(previous: str, before: str) -> tuple[str, ...]:
    """What the two tags before tell."""
    return ("-1t=" + previous, "-2t=" + before, "tt=" + previous + " " + before)


def tagged_word_feature(previous: str, word_shape: str) -> str:
    """What the tag before tells of a word of this `shape`."""
    return "tw=" + previous + " " + word_shape


class WordRows(NamedTuple):
    """The rows of one word, by where it stands from the token that is tagged."""

    here: Row
    before: Row
    after: Row
    far_before: Row
    far_after: Row
    shape: str


class FastTagger(PerceptronTagger):  # type: ignore[misc]  # nltk is not typed
    """NLTK's tagger with rows of weights, one field a class in the order of `order`."""

    def __init__(self) -> None:
        super().__init__(load=False)
        self.order: tuple[str, ...] = ()
        self._weights: dict[str, str | Row] = {}
        self._fields: dict[str, Row] = {}
        self._lift: Row = 0
        self._scores = Struct("")
        self._word_rows = lru_cache(CACHED_WORDS)(self._rows_of)
        self._tag_rows = lru_cache(CACHED_WORDS)(self._row_of_tags)

    def load_model(self, model: dict[str, Any]) -> None:
        """Takes `{"classes": […], "tagdict": {word: tag}, "weights": {feature: "class-index weight …"}}`.

        Weights are whole numbers; a feature's pairs stay one string until it is first needed, which quarters the load.
        """
        self.order = tuple(model["classes"])
        self.classes = set(self.order)
        self.tagdict = model["tagdict"]
        self.model.classes = self.classes
        self.model.weights = self._weights = model["weights"]
        self._fields = {str(i): 1 << FIELD_BITS * i for i in range(len(self.order))}
        self._lift = sum(self._fields.values()) << FIELD_BITS - 1
        self._scores = Struct(f"<{len(self.order)}I")

    def _row(self, feature: str) -> Row:
        row = self._weights.get(feature, 0)
        if isinstance(row, str):
            pairs, fields = row.split(), self._fields
            row = sum(int(weight) * fields[index] for index, weight in zip(pairs[::2], pairs[1::2], strict=True))
            self._weights[feature] = row
        return row

    def _sum(self, features: Iterable[str]) -> Row:
        return sum(map(self._row, features))

    def _rows_of(self, word: str) -> WordRows:
        before, after, far_before, far_after = (
            self._sum(context_features(at, word)) for at in ("-1", "+1", "-2", "+2")
        )
        return WordRows(self._sum(own_features(word)), before, after, far_before, far_after, shape(word))

    def _row_of_tags(self, previous: str, before: str) -> Row:
        return self._sum(tag_features(previous, before))

    def tag_words(self, words: Sequence[str]) -> list[str]:
        """One tag a word."""
        order, tagdict, lift, row, by_tags = self.order, self.tagdict, self._lift, self._row, self._tag_rows
        scores_of, size_bytes = self._scores.unpack, self._scores.size
        rows = [*map(self._word_rows, ("-START-", "-START2-", *words, "-END-", "-END2-"))]
        previous, before = "-START-", "-START2-"
        tags = []
        for i, word in enumerate(words):
            tag = tagdict.get(word)
            if tag is None:
                here = rows[i + 2]
                total = (
                    lift
                    + here.here
                    + rows[i + 1].before
                    + rows[i + 3].after
                    + rows[i].far_before
                    + rows[i + 4].far_after
                    + by_tags(previous, before)
                    + row(tagged_word_feature(previous, here.shape))
                )
                scores = scores_of(total.to_bytes(size_bytes, "little"))
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
