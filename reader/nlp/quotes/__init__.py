"""quotes."""
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
def attribute_quotes(document: Document, options: AnalysisOptions) -> Document:
    """bootstrap"""
    return document
