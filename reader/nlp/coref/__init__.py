"""coref."""
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
def link_entities(document: Document, options: AnalysisOptions) -> Document:
    """bootstrap"""
    return document
