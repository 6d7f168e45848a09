"""Words → Penn Treebank tags: an averaged perceptron in NLTK's `PerceptronTagger`, with a prediction loop of our own.

NLTK's loop builds a dictionary of features and takes a maximum over all classes for each word; this one adds up
stored rows of weights, one row for each word and position. A row is one long integer with a field for each class, so
that adding two rows is a single addition, and the whole is several times faster. The classes that most rows hold have
the lowest fields: rows are short numbers, stored as digits that are read at once (`reader.nlp.tables`). The features
are fewer than NLTK's, so the model is trained through this class too (`reader.training.tagger`).
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from struct import Struct
from typing import Any, NamedTuple

from nltk.tag.perceptron import PerceptronTagger

from reader.nlp import resources
from reader.nlp.tables import table, to_digits

MODEL = "tagger.json"
CACHED_WORDS = 20_000  # rows kept between sentences: about the vocabulary of a 50,000-word article

FIELD_BITS = 16  # of a class in a row; the largest weights of all features add up to 22,000, which leaves a third

Row = int
"""The weights of all classes, each a field; a negative one borrows from the field above until `_lift` is added."""
_NO_ROWS: Mapping[str, Row] = {}


def shape(word: str) -> str:
    """A word as the tagger knows it: numbers, years and hyphenated words become classes."""
    if "-" in word and word[0] != "-":
        return "!HYPHEN"
    if word.isdigit():
        return "!YEAR" if len(word) == 4 else "!DIGITS"  # noqa: PLR2004 -- a year has four digits
    if word[0].isdigit():
        return "!DIGITS"
    return word.lower()


def case(word: str) -> str:
    """Codes: "U" all capitals, "T" a capital first, else "l"."""
    return "U" if word.isupper() else "T" if word[0].isupper() else "l"


def own_features(word: str) -> tuple[str, ...]:
    """What the word itself tells."""
    return (
        "bias",
        "s3=" + word[-3:].lower(),
        "s2=" + word[-2:].lower(),
        "p1=" + word[0],
        "w=" + shape(word),
        "c=" + case(word),
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


def table_of(feature: str) -> tuple[str, str]:
    """The table of the model that a feature stands in, and its name there: all of one word, and of one ending, in one.

    What is known of a word is found by one look-up instead of five, and a third of the strings loads in half the time.
    """
    kind, _, value = feature.partition("=")
    if kind == "tw":
        tag, _, value = value.partition(" ")
        return "w=" + value, tag
    return (kind[-1] + "=" + value, kind) if kind[-1] == "w" or kind in ("s3", "-1s", "+1s") else (feature, "")


def packed(classes: Iterable[str], weights: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    """The classes and the tables of a model file, from the weights of classes by feature."""
    counts = Counter(tag for row in weights.values() for tag in row)
    order = sorted(classes, key=lambda tag: (-counts[tag], tag))
    fields = {tag: FIELD_BITS * i for i, tag in enumerate(order)}
    found: dict[str, list[str]] = {}
    for feature in sorted(weights):
        name, entry = table_of(feature)
        row = sum(weight << fields[tag] for tag, weight in weights[feature].items())
        found.setdefault(name, []).append(f"{entry} {to_digits(row)}")
    return {"classes": order, "weights": {name: " ".join(entries) for name, entries in found.items()}}


class WordRows(NamedTuple):
    """The rows of one word, by where it stands from the token that is tagged."""

    here: Row
    before: Row
    after: Row
    far_before: Row
    far_after: Row
    by_tag: Mapping[str, Row]
    """As the token itself, by the tag before it."""


class FastTagger(PerceptronTagger):  # type: ignore[misc]  # nltk is not typed
    """NLTK's tagger with rows of weights, one field a class in the order of `order`."""

    def __init__(self) -> None:
        super().__init__(load=False)
        self.order: tuple[str, ...] = ()
        self._weights: dict[str, str] = {}
        self._lift: Row = 0
        self._scores = Struct("")
        self._table = lru_cache(CACHED_WORDS)(self._table_named)
        self._word_rows = lru_cache(CACHED_WORDS)(self._rows_of)
        self._tag_rows = lru_cache(CACHED_WORDS)(self._row_of_tags)
        self._letter_rows = lru_cache(CACHED_WORDS)(self._row_of_letter)
        self._end_rows = lru_cache(CACHED_WORDS)(self._rows_of_end)

    def load_model(self, model: dict[str, Any]) -> None:
        """Takes `{"tagdict": {word: tag}}` and what `packed` gives.

        A table stays one string until it is first needed, which quarters the load.
        """
        self.order = tuple(model["classes"])
        self.classes = set(self.order)
        self.tagdict = model["tagdict"]
        self.model.classes = self.classes
        self.model.weights = self._weights = model["weights"]
        self._lift = sum(1 << FIELD_BITS * i for i in range(len(self.order))) << FIELD_BITS - 1
        self._scores = Struct(f"<{len(self.order)}H")

    def _table_named(self, name: str) -> Mapping[str, Row]:
        text = self._weights.get(name)
        return _NO_ROWS if text is None else table(text)

    def _sum(self, features: Iterable[str]) -> Row:
        return sum(self._table(name).get(entry, 0) for name, entry in map(table_of, features))

    def _rows_of(self, word: str) -> WordRows:
        own, ends = self._table("w=" + shape(word)), self._end_rows(word[-3:])
        get = own.get
        here = ends[0] + self._letter_rows(word[0], case(word)) + get("w", 0)
        if "-" in word:
            here += self._sum(("e=" + word[-3:],)) - self._sum(("e=",))
        before, after = ends[1] + get("-1w", 0), ends[2] + get("+1w", 0)
        return WordRows(here, before, after, get("-2w", 0), get("+2w", 0), own)

    def _rows_of_end(self, end: str) -> tuple[Row, Row, Row]:
        """What the last letters tell of the word itself, of the one behind it and of the one before it."""
        last = end.lower()
        # the places that `table_of` gives for "s3=", "s2=", "-1s=" and "+1s=", in half the time
        own = self._table("3=" + last).get("s3", 0) + self._table("s2=" + end[-2:].lower()).get("", 0)
        beside = self._table("s=" + last).get
        return own, beside("-1s", 0), beside("+1s", 0)

    def _row_of_letter(self, letter: str, capitals: str) -> Row:
        """What the first letter and the case tell, and what is the same for all words without a hyphen."""
        return self._sum(("bias", "p1=" + letter, "c=" + capitals, "e="))

    def _row_of_tags(self, previous: str, before: str) -> Row:
        """What the two tags before tell, and the lift that makes every field of a sum positive."""
        return self._lift + self._sum(tag_features(previous, before))

    def tag_words(self, words: Sequence[str]) -> list[str]:
        """One tag a word."""
        order, by_tags = self.order, self._tag_rows
        scores_of, size_bytes = self._scores.unpack, self._scores.size
        rows = map(self._word_rows, ("-START-", "-START2-", *words, "-END-", "-END2-"))
        here, behind, ahead, far_behind, far_ahead, by_tag = zip(*rows, strict=True)  # columns of `WordRows`
        previous, before = "-START-", "-START2-"
        tags = []
        for i, tag in enumerate(map(self.tagdict.get, words)):
            if tag is None:
                total = (
                    here[i + 2]
                    + behind[i + 1]
                    + ahead[i + 3]
                    + far_behind[i]
                    + far_ahead[i + 4]
                    + by_tags(previous, before)
                    + by_tag[i + 2].get(previous, 0)
                )
                scores = scores_of(total.to_bytes(size_bytes, "little"))
                top = max(scores)
                tag = order[scores.index(top)]  # noqa: PLW2901 -- the word's own
                if scores.count(top) > 1:
                    tag = min(order[i] for i, score in enumerate(scores) if score == top)  # noqa: PLW2901 -- as above
            tags.append(tag)
            before, previous = previous, tag
        return tags


@cache
def tagger() -> FastTagger:
    """The shipped tagger."""
    fast = FastTagger()
    fast.load_model(json.loads(resources.read_text(MODEL)))
    return fast
