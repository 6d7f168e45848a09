"""Article → lines: the text as it is drawn, wrapped to a width. Pure; knows no widget and no style.

What is drawn differs from the article's text by one inserted mark behind each marked name, so everything here counts in
*drawn* offsets; `Drawn` translates between the two.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from reader.text import Article, Paragraph, Span
from reader.text.display import harmless

WIDE = re.compile("[^\x00-\u02ff\u1d2c-\u1d6a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2426]")
"""Characters that may not be one cell wide; anything else takes the fast path."""


class Drawn(NamedTuple):
    """The text with its marks, all harmless."""

    text: str
    offsets: tuple[int, ...]
    """Article offsets before which a mark stands, ascending."""
    places: tuple[int, ...]
    """Drawn offsets of the marks, ascending."""
    in_blanks: frozenset[int] = frozenset()
    """Drawn offsets of marks that stand in place of a blank."""

    def start(self, offset: int) -> int:
        """The drawn offset at which a span that starts at `offset` starts."""
        return offset + bisect_right(self.offsets, offset)

    def end(self, offset: int) -> int:
        """The drawn offset at which a span that ends at `offset` ends, without its mark."""
        return offset + bisect_left(self.offsets, offset)

    def has_mark(self, drawn: int) -> bool:
        """Whether a mark stands at a drawn offset."""
        at = bisect_left(self.places, drawn)
        return drawn in self.in_blanks or self.places[at : at + 1] == (drawn,)

    def span(self, span: Span) -> Span:
        """A span of the article, as drawn."""
        return Span(self.start(span.start), self.end(span.end))

    def article_offset(self, drawn: int) -> int:
        """The article offset of a drawn one."""
        return drawn - bisect_left(self.places, drawn)

    def without_marks(self, start: int, end: int) -> Span:
        """The span of the article that a drawn span covers."""
        return Span(self.article_offset(start), self.article_offset(end))


def drawn_text(text: str, marks: Sequence[tuple[int, str]], *, blanks: Container[int] = ()) -> Drawn:
    """`text` with a one-cell mark before each given offset; `marks` in order, one an offset.

    At the offsets in `blanks` stands a blank that the mark takes the place of.
    """
    safe, parts, last = harmless(text), list[str](), 0
    offsets, in_blanks = list[int](), list[int]()
    for offset, mark in marks:
        parts += (safe[last:offset], mark)
        if offset in blanks:
            in_blanks.append(offset + len(offsets))
            last = offset + 1
        else:
            offsets.append(offset)
            last = offset
    drawn = "".join([*parts, safe[last:]])
    return Drawn(drawn, tuple(offsets), tuple(o + i for i, o in enumerate(offsets)), frozenset(in_blanks))


class Line(NamedTuple):
    """One row: a piece of the drawn text, or a blank row between paragraphs (start == end)."""

    start: int
    end: int
    paragraph: int
    """Index into the article's paragraphs; a blank row belongs to the one above it."""
    first: bool
    """Whether it is the first row of its paragraph."""


class Layout(NamedTuple):
    """All rows at one width."""

    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    """The drawn start of each row, ascending; for bisection."""
    width_cells: int

    def row_of(self, drawn: int) -> int:
        """The row on which a drawn offset stands."""
        row = max(0, bisect_right(self.starts, drawn) - 1)
        while row > 0 and self.lines[row].start == self.lines[row].end:
            row -= 1
        return row

    def text_row(self, row: int) -> int:
        """A row, or the one below a blank one: what stands between paragraphs belongs to the words below."""
        last = len(self.lines) - 1
        row = min(row, last)
        return row + 1 if row < last and self.lines[row].start == self.lines[row].end else row


def indent_cells(paragraph: Paragraph) -> int:
    """Cells before the text of a paragraph: nesting and its marker."""
    if paragraph.kind == "quote":
        return 2 * max(1, paragraph.level)
    if paragraph.kind == "list":
        return 2 * max(0, paragraph.level - 1) + (len(paragraph.marker) + 1 if paragraph.marker else 2)
    return 0


def lay_out(article: Article, drawn: Drawn, width_cells: int) -> Layout:
    """Wraps every paragraph to `width_cells` (at least 8)."""
    width, lines = max(8, width_cells), list[Line]()
    paragraphs = article.paragraphs
    for index, paragraph in enumerate(paragraphs):
        start, end = drawn.start(paragraph.span.start), drawn.start(paragraph.span.end)
        first = True
        for a, b in _wrap(drawn.text, start, end, width - indent_cells(paragraph), keep=paragraph.preformatted):
            lines.append(Line(a, b, index, first))
            first = False
        if index + 1 < len(paragraphs) and not _tight(paragraph, paragraphs[index + 1]):
            lines.append(Line(end, end, index, first=False))
    return Layout(tuple(lines), tuple(line.start for line in lines), width_cells)


def _tight(above: Paragraph, below: Paragraph) -> bool:
    """Items of one list and rows of one table stand without a blank row between them."""
    if below.is_table_row:
        return below.level > 1
    return above.kind == below.kind == "list"


def _wrap(text: str, start: int, end: int, width: int, *, keep: bool) -> Iterator[tuple[int, int]]:
    """The rows of one paragraph; a line feed in it ends a row."""
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop == start:
            yield start, start
        elif keep:
            yield from _cut(text, start, stop, width)
        elif WIDE.search(text, start, stop):
            yield from _wrap_wide(text, start, stop, width)
        else:
            yield from _wrap_plain(text, start, stop, width)
        start = stop + 1


def _wrap_plain(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Rows of characters that are all one cell wide."""
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = _break_in_word(text, start, start + width)
            yield start, cut
            start = cut
        else:
            yield start, _rstrip(text, start, cut)
            start = cut + 1
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        yield start, end


def _break_in_word(text: str, start: int, stop: int) -> int:
    """A long word breaks behind a hyphen, slash or dash where it has one."""
    cut = max(text.rfind(c, start + 1, stop) for c in "-/—–")
    return cut + 1 if cut > start else stop


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _wrap_wide(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Rows by cells; East Asian text may break between any two wide characters."""
    from rich.cells import get_character_cell_size

    row, cells, cut = start, 0, -1
    at = start
    while at < end:
        char = text[at]
        size = get_character_cell_size(char)
        if cells + size > width and at > row:
            stop = cut if cut > row else at
            yield row, _rstrip(text, row, stop)
            row = stop
            while row < end and text[row] == " ":
                row += 1
            at, cells, cut = row, 0, -1
            continue
        cells += size
        at += 1
        if char == " " or size == 2:  # noqa: PLR2004 -- a wide character
            cut = at
    if row < end:
        yield row, end


def _cut(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Rows with their spaces kept, cut behind the last word that ends near the edge, else at the edge."""
    row = start
    while (edge := _edge(text, row, end, width)) < end:
        blank = text.rfind(" ", row + (edge - row) * 3 // 4, edge)
        edge = edge if blank < 0 else blank + 1
        yield row, edge
        row = edge
    yield row, end


def _edge(text: str, start: int, end: int, width: int) -> int:
    """Where a row of so many cells ends, behind one character at least."""
    if not WIDE.search(text, start, min(end, start + width)):
        return min(end, start + width)
    from rich.cells import get_character_cell_size

    cells = 0
    for at in range(start, end):
        cells += get_character_cell_size(text[at])
        if cells > width and at > start:
            return at
    return end
