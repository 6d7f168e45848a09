"""Transcripts and interviews in question and answer: paragraphs that begin with their speaker's label.

Takes unit paragraphs, gives the labels of those that open a turn. One "Name: words" alone is no transcript.
"""

import re
from collections import Counter
from collections.abc import Sequence

from reader.nlp.quotes.units import UnitParagraph
from reader.text import Span

MIN_TURNS = 3
MIN_SHARE = 0.2
"""Of the body's paragraphs that must be turns, so that a list with bold headings is none."""
_LABEL = re.compile(
    r"(?P<name>Q|A|[A-Z][A-Z.'’\-]+(?:[ ][A-Z][A-Z.'’\-]*){0,4}"
    r"|(?:[A-Z][\w.'’\-]*)(?:[ ](?:[A-Z][\w.'’\-]*|de|van|von|bin|al|the|of)){0,4})"
    r"(?:\s?\([^)\n]{1,40}\))?\s?:\s+(?=\S)"
)
_PLAIN = re.compile(r"(?P<name>Q|A)\.\s+(?=[A-Z“\"])")
_NO_SPEAKERS = frozenset(
    "note update correction related photo video source sources read more watch listen tip warning date time place where"
    " when what why how who price cost rating tags topics edited published email phone fax address website".split()
)


def speaker_labels(text: str, paragraphs: Sequence[UnitParagraph]) -> dict[int, Span]:
    """Paragraph index → its speaker's label, where the article is a transcript in whole or in part; else nothing."""
    found: dict[int, Span] = {}
    bodies = 0
    for paragraph in paragraphs:
        if paragraph.kind != "body":
            continue
        bodies += 1
        match = _LABEL.match(text, *paragraph.span) or _PLAIN.match(text, *paragraph.span)
        if match and match.group("name").lower() not in _NO_SPEAKERS:
            found[paragraph.number] = Span(*match.span("name"))
    names = Counter(span.of(text) for span in found.values())
    turns = {index: span for index, span in found.items() if names[span.of(text)] > 1 or len(names) > 1}
    repeated = any(count > 1 for count in names.values())
    return turns if len(turns) >= MIN_TURNS and len(turns) >= MIN_SHARE * bodies and repeated else {}
