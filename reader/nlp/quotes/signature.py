"""Lines that sign a quote: a paragraph "— Ann Lee, mayor" under one that is all in marks, or under a block quote.

Takes a text and a paragraph, gives the span of the name; knows nothing of what was said before.
"""

import re

from reader.nlp.quotes.units import UnitParagraph
from reader.text import Span

MAX_CHARS = 120
"""A longer paragraph with a dash in front is dialogue or a list."""
_LINE = re.compile(
    r"[-–—―]{1,2}\s*(?P<name>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|van|von|bin|al|of|the)){0,5})(?<!\.)\.?"
    r"(?:,\s[^.!?“”\"]+)?\.?"
)


def signed_by(text: str, paragraph: UnitParagraph) -> Span | None:
    """The name in a paragraph that is a signature and nothing else."""
    if paragraph.span.length_chars > MAX_CHARS:
        return None
    match = _LINE.fullmatch(text, *paragraph.span)
    return Span(*match.span("name")) if match else None
