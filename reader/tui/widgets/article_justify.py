"""A row → wider spaces, so that its last word ends where the column does. Pure; offsets are drawn ones.

Only rows of running text that were wrapped are stretched: no last row of a paragraph, no heading, list, block quote,
table, code or verse, no row with characters that may not be one cell wide, none whose gaps would be holes.
"""

from itertools import pairwise
from typing import NamedTuple

from reader.text import Paragraph
from reader.tui.widgets.article_layout import WIDE, Line

MOST_ADDED_CELLS = 2
"""To a space, on average over the row: gaps of four read as holes."""


class Stretch(NamedTuple):
    """The spaces of a row that are wider than a cell; empty for a row as it is."""

    spaces: tuple[int, ...] = ()
    """Their offsets, ascending."""
    added: tuple[int, ...] = ()
    """Cells added to each."""

    def cells_before(self, at: int) -> int:
        """Cells added before an offset."""
        return sum(added for space, added in zip(self.spaces, self.added, strict=True) if space < at)

    def offset_at(self, start: int, cell: int) -> int:
        """The offset at a cell of a row that starts at `start`; an added cell belongs to its space."""
        for space, added in zip(self.spaces, self.added, strict=True):
            if cell <= space - start:
                break
            cell -= min(added, cell - (space - start))
        return start + cell

    def widened(self, text: str, start: int, end: int) -> str:
        """`text[start:end]` as it is shown."""
        if not self.spaces:
            return text[start:end]
        parts, last = list[str](), start
        for space, added in zip(self.spaces, self.added, strict=True):
            if start <= space < end:
                parts += (text[last:space], " " * added)
                last = space
        return "".join([*parts, text[last:end]])


AS_IT_IS = Stretch()


def stretched(text: str, line: Line, paragraph: Paragraph, width_cells: int) -> Stretch:
    """How a row fills `width_cells`.

    Args:
        text: as drawn.
        line: the row.
        paragraph: its paragraph, the span as drawn.
        width_cells: of the column.
    """
    start, end = paragraph.span
    if paragraph.kind != "body" or paragraph.preformatted or text.find("\n", start, end) >= 0:
        return AS_IT_IS
    if not text[line.end : end].strip(" "):
        return AS_IT_IS  # the last row
    first = next((at for at in range(line.start, line.end) if text[at] != " "), line.end)
    spaces = tuple(at for at in range(first, line.end) if text[at] == " ")
    missing = width_cells - (line.end - line.start)
    if not 0 < missing <= MOST_ADDED_CELLS * len(spaces) or WIDE.search(text, line.start, line.end):
        return AS_IT_IS
    count = len(spaces)
    ends = [(i * missing + count // 2) // count for i in range(count + 1)]  # evenly; a single cell goes to the middle
    shares = tuple(end - start for start, end in pairwise(ends))
    wider = [(space, share) for space, share in zip(spaces, shares, strict=True) if share]
    return Stretch(tuple(space for space, _ in wider), tuple(share for _, share in wider))
