"""Two single marks that were meant as one, told from the double mark that they look like: "''We go' … 'and stay'".

Takes the double marks of a paragraph, gives those that are some.
"""

import re
from collections.abc import Sequence

from reader.nlp.quotes.pairing import DoubleMark
from reader.nlp.quotes.singles import STRONG, closing_strength, single_opens
from reader.text import Span

_LONE = re.compile(r"(?<!')'(?!')|[‘’]")


def without_slips(text: str, paragraph: Span, marks: Sequence[DoubleMark]) -> list[DoubleMark]:
    """The marks in their order, left out "''" behind which a single mark closes what only it can have opened.

    Without that, one letter too much would join all that is quoted in single marks from there on to one quote.
    """
    if not any(mark.char == "'" for mark in marks):
        return list(marks)
    ends = [*[mark.at for mark in marks[1:]], paragraph.end]
    return [
        mark
        for mark, end in zip(marks, ends, strict=True)
        if mark.char != "'" or mark.lean < 0 or not _closed_by_one(text, Span(mark.end, end), paragraph)
    ]


def _closed_by_one(text: str, between: Span, paragraph: Span) -> bool:
    """Whether the first single mark of a stretch closes, and another one behind it opens.

    A lone one that closes may be the apostrophe of "goin' home".
    """
    closed = False
    for match in _LONE.finditer(text, *between):
        opens = single_opens(text, match.start(), paragraph)
        if opens:
            return closed
        closed = closed or closing_strength(text, match.start(), paragraph) == STRONG
    return False
