"""The sequence model that finds contents, cues and sources among the units of a paragraph.

Takes unit paragraphs, gives labelled spans of units. The model is a linear chain (`chain`) over `features`;
`reader.training.quotes` makes it.
"""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Literal, NamedTuple

from reader.nlp.quotes import chain
from reader.nlp.quotes.chain import Chain, Row, Scores, Table, unit_scores
from reader.nlp.quotes.neighbours import Neighbours
from reader.nlp.quotes.units import Unit, UnitParagraph
from reader.nlp.quotes.walk import Far, walk

MODEL = "quotes_tagger.json"
BOLDNESS = (0, 20_000)
"""How much the beginning of a content is favoured, in ten-thousandths; more than that brings few that are right."""

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
    """Contents, cues and sources, each list in order and disjoint: what the model labels, then, where they differ, what
    it does when made ever bolder."""
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
        found: list[list[Labelled]] = []
        scores = unit_scores(zip(*near, *far, strict=False))
        for labels in self._chain.best(scores, BOLDNESS):
            labelled = list(_spans(labels))
            if labelled not in found:
                found.append(labelled)
        return Readings(found, scores)


def _entry(table: Table, end: str) -> Row:
    return table.get(end, 0)


@cache
def _shipped() -> Tagger:
    return Tagger(chain.load(MODEL))


def read_paragraph(paragraph: UnitParagraph) -> Readings:
    """The readings of one paragraph by the shipped model."""
    return _shipped().readings(paragraph)


def _spans(labels: Sequence[str]) -> Iterator[Labelled]:
    """The runs of a BIO labelling; an I without its B begins a run too."""
    start, role = 0, ""
    for i, label in enumerate([*labels, "O"]):
        if label == "O" and not role:
            continue
        kind = label[2:]
        if role and (label[0] != "I" or kind != role):
            yield Labelled(start, i, _ROLES[role])
            role = ""
        if kind and not role:
            start, role = i, kind


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
