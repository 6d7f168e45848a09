"""One attribution, in characters, before its speaker has a name. Takes and gives nothing else."""

from dataclasses import dataclass

from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import UnitParagraph
from reader.text import QuoteContext, Span

NO_CONTEXT = QuoteContext()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One quote before its speaker has a name."""

    contents: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    rule: str
    confidence: float
    context: QuoteContext = NO_CONTEXT
    quoted: bool = False
    """Whether its last content is a quoted region."""
    asks: bool = False
    """Whether an answer of somebody else is to be expected."""


def span_of(paragraph: UnitParagraph, part: Labelled | Candidate) -> Span:
    """The characters of some units of a paragraph."""
    return Span(paragraph.units[part.start].span.start, paragraph.units[part.end - 1].span.end)
