"""The sequence model that finds contents, cues and sources among the units of a paragraph.

Takes unit paragraphs, gives labelled spans of units. The model is a linear-chain CRF (python-crfsuite) over
`features`; `reader.training.quotes` makes it.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from reader.nlp import resources
from reader.nlp.quotes.features import paragraph_features
from reader.nlp.quotes.units import Unit, UnitParagraph

MODEL = "quotes_tagger.crfsuite"

Role = Literal["content", "cue", "source"]
_ROLES: dict[str, Role] = {"C": "content", "V": "cue", "S": "source"}


class Labelled(NamedTuple):
    """Units [start, end) of a paragraph with the role that they have."""

    start: int
    end: int
    role: Role


@cache
def _model() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(resources.path(MODEL)))
    return tagger


def label_paragraph(paragraph: UnitParagraph) -> list[Labelled]:
    """The contents, cues and sources of one paragraph, in order, disjoint."""
    return label_with(_model(), paragraph)


def label_with(model: Any, paragraph: UnitParagraph) -> list[Labelled]:
    """The labelled spans of one paragraph by the given CRF."""
    features = paragraph_features(paragraph.units, paragraph.kind, first=paragraph.number == 0)
    return list(_spans(model.tag(features)))


def _spans(labels: Sequence[str]) -> Iterator[Labelled]:
    """The runs of a BIO labelling; an I without its B begins a run too."""
    start, role = 0, ""
    for i, label in enumerate([*labels, "O"]):
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
