"""The sequence model at run time: sentences → typed spans, class by class as trained (PER, ORG, LOC, MISC)."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.nlp import resources
from reader.nlp.document import Document
from reader.nlp.entities.features import document_features

if TYPE_CHECKING:
    from pycrfsuite import Tagger

MODEL = "names.crf"


class Found(NamedTuple):
    """A name by its token indices, with the model's class."""

    first: int
    end: int
    kind: str


@cache
def tagger() -> "Tagger":
    """The shipped model."""
    import pycrfsuite

    opened = pycrfsuite.Tagger()
    opened.open(str(resources.path(MODEL)))
    return opened


def tag_document(document: Document, words: list[str]) -> list[Found]:
    """The names of all sentences, in order; `words` are the document's tokens as strings."""
    import pycrfsuite

    places = [(s.first_token, s.end_token) for s in document.sentences if s.first_token < s.end_token]
    tag, found = tagger().tag, list[Found]()
    for (first, _), pieces in zip(places, document_features([words[a:b] for a, b in places]), strict=True):
        for piece in pieces:
            found += spans_of(tag(pycrfsuite.ItemSequence(piece.features)), first + piece.first)
    return found


def spans_of(labels: Sequence[str], offset: int) -> list[Found]:
    """The names of BIO labels whose first stands at token `offset`."""
    found: list[Found] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        kind, at = label[2:], offset + i
        if label[0] == "I" and found and found[-1].end == at and found[-1].kind == kind:
            found[-1] = Found(found[-1].first, at + 1, kind)
        else:
            found.append(Found(at, at + 1, kind))
    return found
