"""Rows of a table → lines of text whose columns stand one under the other: what the Markdown and the HTML parser share.

Takes cells as they were read; gives each row as a block for the builder. It parses nothing.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from reader.parse.building import Builder
from reader.text.article import InlineMark, Paragraph
from reader.text.span import Span

GAP, ALIGNED_GAP = " | ", "  | "
"""Between two cells. In columns there is room for a mark behind the longest one's words."""
MAX_ROW_CELLS = 72
"""Wider rows than this would be cut in 80 columns; they are wrapped at their words instead."""
FIRST_ROW, OTHER_ROW = 1, 2
"""The level of a row that stands in columns: no blank row is drawn above another one than the first."""


class Cell(NamedTuple):
    """One cell; marks count from its first character."""

    raw: str
    marks: Sequence[InlineMark] = ()
    is_heading: bool = False
    is_right: bool = False
    """Whether its words stand at the right end of the column."""


def add_table(builder: Builder, rows: Sequence[Sequence[Cell]]) -> None:
    """All rows that hold anything, each as a block."""
    rows = [[_on_one_line(cell) for cell in row] for row in rows if any(cell.raw.strip() for cell in row)]
    widths = _widths(rows)
    fits = sum(widths) + len(ALIGNED_GAP) * (len(widths) - 1) <= MAX_ROW_CELLS
    gap = ALIGNED_GAP if fits else GAP
    for number, row in enumerate(rows):
        raw, marks = _line(row, widths if fits else [0] * len(widths), gap)
        level = 0 if not fits else OTHER_ROW if number else FIRST_ROW
        builder.add(raw, Paragraph(Span(0, 0), "caption", level, preformatted=fits), marks)


def _on_one_line(cell: Cell) -> Cell:
    """A line feed in a cell would end the row."""
    return cell._replace(raw=cell.raw.replace("\n", " "))


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    columns = max((len(row) for row in rows), default=0)
    return [max((_cells(row[at].raw) for row in rows if at < len(row)), default=0) for at in range(columns)]


def _line(row: Sequence[Cell], widths: Sequence[int], gap: str) -> tuple[str, list[InlineMark]]:
    raw, marks = "", list[InlineMark]()
    for at, (cell, width) in enumerate(zip(row, widths, strict=False)):
        raw += gap if at else ""
        blanks = " " * max(0, width - _cells(cell.raw))
        start = len(raw) + (len(blanks) if cell.is_right else 0)
        marks += [m._replace(span=Span(m.span.start + start, m.span.end + start)) for m in cell.marks]
        if cell.is_heading and cell.raw.strip():
            marks.append(InlineMark(Span(start, start + len(cell.raw)), "strong"))
        raw += blanks + cell.raw if cell.is_right else cell.raw + blanks
    return raw, marks


def _cells(words: str) -> int:
    """How many cells a terminal gives to some words; near enough, for what is rare in tables only moves a column."""
    if words.isascii():
        return len(words)
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in words
    )
