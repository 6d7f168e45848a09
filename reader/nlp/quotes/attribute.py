"""The quotes stage: a document with tokens and entities in, one with `quotes` and more `entities` out."""

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes.assemble import with_quotes
from reader.nlp.quotes.speech import find_attributions


def attribute_quotes(document: Document, options: AnalysisOptions) -> Document:  # noqa: ARG001 -- the signature of a stage
    """Fills `quotes`; adds speakers that nobody names, and "I" inside quotes, to `entities`."""
    return with_quotes(document, find_attributions(document))
