"""The sequence model that finds contents, cues and sources among the units of a paragraph.

Takes unit paragraphs, gives labelled spans of units. The model is a linear chain (`chain`) over `features`;
`reader.training.quotes` makes it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Literal, NamedTuple

from reader.nlp.quotes import chain
from reader.nlp.quotes.chain import Chain, Row, Scores, Table, unit_scores
from reader.nlp.quotes.neighbours import Neighbours
from reader.nlp.quotes.units import Unit, UnitParagraph
from reader.nlp.quotes.walk import Far, walk

MODEL = "quotes_tagger.json"
BOLDNESS, BOLDER = 0, 20_000
"""How much the beginning of a content is favoured, in ten-thousandths: in all sentences, then in those where a cue or a
source is left without a content. `accept` judges what is found.

To read all sentences boldly, too, takes a seventh more of the stage's time, for .006 of indirect speech with its source
on held-out articles.
"""

Role = Literal["content", "cue", "source"]
_ROLES: dict[str, Role] = {"C": "content", "V": "cue", "S": "source"}


class Labelled(NamedTuple):
    """Units [start, end) of a paragraph with the role that they have."""

    start: int
    end: int
    role: Role


class Readings(NamedTuple):
    """How a paragraph may be read."""

    labelled: list[list[Labelled]]
    """Contents, cues and sources, each list in order and disjoint: what the model labels; then, where it differs,
    what it does when made bolder; `edges` adds another."""
    scores: list[Scores]
    """Of each unit's labels, as `chain.unit_scores` gives them."""


class Tagger:
    """A chain with its feature groups."""

    def __init__(self, model: Chain) -> None:
        """Args: the chain that labels."""
        self._chain = model
        self._neighbours = Neighbours(model)
        self._far: Far[Row] = Far(model.row, lambda start: partial(_entry, model.table(start)))

    def readings(self, paragraph: UnitParagraph) -> Readings:
        """The readings of one paragraph."""
        units = paragraph.units
        seen, near = self._neighbours.columns(units)
        far = walk(units, seen, f"{paragraph.kind}{int(paragraph.number == 0)}", self._far)
        scores = unit_scores(zip(*near, *far, strict=False))
        labels = self._chain.best(scores, BOLDNESS)
        labelled = list(_spans(labels))
        bolder = [span for start, end in _without_content(units, labelled) for span in self._bolder(scores, start, end)]
        if all(span.role != "content" for span in bolder):
            return Readings([labelled], scores)
        unread = {units[span.start].sentence for span in bolder}
        kept = [span for span in labelled if units[span.start].sentence not in unread]
        return Readings([labelled, sorted([*kept, *bolder])], scores)

    def _bolder(self, scores: Sequence[Scores], start: int, end: int) -> Iterator[Labelled]:
        """What the units of a sentence are when read boldly."""
        for span in _spans(self._chain.best(scores[start:end], BOLDER)):
            yield Labelled(span.start + start, span.end + start, span.role)


def _entry(table: Table, end: str) -> Row:
    return table.get(end, 0)


@cache
def _shipped() -> Tagger:
    return Tagger(chain.load(MODEL))


def read_paragraph(paragraph: UnitParagraph) -> Readings:
    """The readings of one paragraph by the shipped model."""
    return _shipped().readings(paragraph)


def _without_content(units: Sequence[Unit], labelled: Sequence[Labelled]) -> list[tuple[int, int]]:
    """Where each sentence begins and ends in which a cue or a source is labelled and no content."""
    heard = {units[span.start].sentence for span in labelled if span.role == "content"}
    left = {units[span.start].sentence for span in labelled} - heard
    if not left:
        return []
    numbers = [unit.sentence for unit in units]
    return [(bisect_left(numbers, number), bisect_right(numbers, number)) for number in sorted(left)]


def _spans(labels: Sequence[str]) -> Iterator[Labelled]:
    """The runs of a BIO labelling; an I without its B begins a run too."""
    start, role = 0, ""
    before = -1
    for i, label in [*((i, label) for i, label in enumerate(labels) if label != "O"), (len(labels) + 1, "O")]:
        kind = label[2:]
        if role and (label[0] != "I" or kind != role or i > before + 1):
            yield Labelled(start, before + 1, _ROLES[role])
            role = ""
        if kind and not role:
            start, role = i, kind
        before = i


def unit_labels(units: Sequence[Unit], spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """BIO labels of units from spans of characters (start, end, role letter): the gold side of training."""
    labels = ["O"] * len(units)
    for start, end, letter in spans:
        begun = False
        for i, unit in enumerate(units):
            inside = min(end, unit.span.end) - max(start, unit.span.start)
            if 2 * inside >= unit.span.end - unit.span.start and labels[i] == "O":
                labels[i] = ("I-" if begun else "B-") + letter
                begun = True
    return labels
