"""summary."""
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
def summarise(document: Document, options: AnalysisOptions) -> Document:
    """bootstrap"""
    return document
