"""The summary and the key facts: the last stage.

Takes a document with sentences, entities and quotes; gives it with `summary` (whole sentences in
article order) and `key_facts`.
"""

from dataclasses import replace

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.summary.candidates import candidates
from reader.nlp.summary.facts import key_facts
from reader.nlp.summary.score import scores
from reader.nlp.summary.select import select

__all__ = ["summarise"]


def summarise(document: Document, options: AnalysisOptions) -> Document:
    """Fills `summary` and `key_facts`."""
    chosen = candidates(document)
    summary = select(chosen, scores(chosen, document.article.title), options)
    return replace(document, summary=summary, key_facts=key_facts(document))
