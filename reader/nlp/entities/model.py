"""The sequence model at run time: sentences → typed spans, class by class as trained (PER, ORG, LOC, MISC)."""

from collections.abc import Sequence
from functools import cache
from itertools import chain as one_after_another
from typing import NamedTuple

from reader.nlp.document import Document
from reader.nlp.entities.chain import Chain, scores_of
from reader.nlp.entities.features import document_features
from reader.nlp.entities.weights import Weights, load

MODEL = "names_tagger.tsv"


class Found(NamedTuple):
    """A name by its token indices, with the model's class."""

    first: int
    end: int
    kind: str


@cache
def model() -> tuple[Weights, Chain]:
    """What the shipped model has learnt."""
    return load(MODEL)


def tag_document(document: Document, words: list[str]) -> list[Found]:
    """The names of all sentences, in order; `words` are the document's tokens as strings."""
    weights, chain = model()
    sentences = document_features([words[s.first_token : s.end_token] for s in document.sentences], weights)
    found: list[Found] = []
    for piece in one_after_another.from_iterable(sentences):
        found += spans_of(chain.best(scores_of(piece.features)), piece.first)
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
