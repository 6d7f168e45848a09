"""entities."""
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
def find_names(document: Document, options: AnalysisOptions) -> Document:
    """bootstrap"""
    return document
