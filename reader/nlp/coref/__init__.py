"""Coreference: the third stage. Takes a document with tokens and names, gives it with `entities`.

One entity for each thing in the world, with all the places where it is meant: by name, by description, by pronoun.
"""

from dataclasses import replace

from reader.nlp.coref.build import Reading, build_entities
from reader.nlp.coref.frame import frame_of
from reader.nlp.coref.resolve import Resolver
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions

__all__ = ["link_entities"]


def link_entities(document: Document, options: AnalysisOptions) -> Document:  # noqa: ARG001 -- the signature of a stage
    """Fills `entities`; every name of the document is one mention of kind `name`."""
    frame = frame_of(document)
    resolver = Resolver(frame, document.names)
    drafts = resolver.run()
    entities = build_entities(Reading(frame, resolver.names, resolver.nodes, resolver.nominals), drafts)
    return replace(document, entities=entities)
