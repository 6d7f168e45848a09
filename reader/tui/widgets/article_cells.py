"""Which character stands in which cell of the article's rows, and what the mouse has selected of them.

Takes rows that were laid out; gives offsets for cells and cells for offsets. It marks, lays out and draws nothing.
"""

from textual.geometry import Offset
from textual.scroll_view import ScrollView
from textual.selection import Selection

from reader.text import Article
from reader.tui.widgets.article_justify import AS_IT_IS, Stretch, stretched
from reader.tui.widgets.article_layout import Layout, Line, drawn_text, indent_cells
from reader.tui.widgets.article_marks import Marks
from reader.tui.widgets.article_paint import MARGIN_CELLS
from reader.tui.widgets.own_lines import OwnLines

DEFAULT_TEXT_WIDTH = 84
NO_ARTICLE = Article(id="", text="", paragraphs=())


class ArticleCells(OwnLines, ScrollView):
    """The ground of the article's rows: where each character is."""

    def __init__(self, article: Article, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self._article = article
        self._text_width = DEFAULT_TEXT_WIDTH
        self._justified = False
        self._marks = Marks(drawn_text(article.text, ()))
        self._layout_rows = Layout((), (), 0)

    # Rows to cells

    def _content_cells(self) -> int:
        return min(self._text_width, self.size.width - MARGIN_CELLS - 1)

    def _left_cells(self) -> int:
        """Cells left of the margin, so that the column stands in the middle."""
        return max(0, (self.size.width - self._layout_rows.width_cells - MARGIN_CELLS) // 2)

    def _lead_cells(self, line: Line) -> int:
        """Cells before the first character of a row."""
        return self._left_cells() + MARGIN_CELLS + indent_cells(self._article.paragraphs[line.paragraph])

    def stretch_of(self, line: Line) -> Stretch:
        """How a row is stretched to end flush."""
        if not self._justified:
            return AS_IT_IS
        paragraph, drawn = self._article.paragraphs[line.paragraph], self._marks.drawn
        drawn_there = paragraph._replace(span=drawn.span(paragraph.span))
        return stretched(drawn.text, line, drawn_there, self._layout_rows.width_cells)

    def cell_of(self, line: Line, at: int) -> int:
        """The cell of a row in which the character at a drawn offset begins."""
        from rich.cells import cell_len

        before = cell_len(self._marks.drawn.text[line.start : at])
        return self._lead_cells(line) + before + self.stretch_of(line).cells_before(at)

    # Cells to offsets

    def drawn_at(self, x: int, row: int) -> int | None:
        """The drawn offset of the character at cell `x` of a row; None beside the text."""
        from rich.cells import get_character_cell_size

        if not 0 <= row < len(self._layout_rows.lines):
            return None
        line = self._layout_rows.lines[row]
        cells = x - self._lead_cells(line)
        if cells < 0:
            return None
        stretch = self.stretch_of(line)
        if stretch.spaces:  # each character is one cell wide
            at = stretch.offset_at(line.start, cells)
            return at if at < line.end else None
        for at in range(line.start, line.end):
            cells -= get_character_cell_size(self._marks.drawn.text[at])
            if cells < 0:
                return at
        return None

    # Selecting

    def _selected(self) -> tuple[int, int] | None:
        """The drawn offsets that the mouse selected."""
        selection = self.text_selection
        if selection is None or not self._layout_rows.lines:
            return None
        last = self._layout_rows.lines[-1]
        start = 0 if selection.start is None else self._drawn_of(selection.start)
        end = last.end if selection.end is None else self._drawn_of(selection.end)
        return min(start, end), max(start, end)

    def _drawn_of(self, offset: Offset) -> int:
        """The drawn offset of a selection's (character as shown, row)."""
        rows = self._layout_rows.lines
        if offset.y >= len(rows):
            return rows[-1].end
        line = rows[max(0, offset.y)]
        at = self.stretch_of(line).offset_at(line.start, offset.x - self._lead_cells(line))
        return max(line.start, min(line.end, at))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The article's own words, without marks and without the wraps."""
        del selection  # the widget's own is the same
        chosen = self._selected()
        if chosen is None:
            return None
        return self._marks.drawn.without_marks(*chosen).of(self._article.text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws the selection."""
        del selection
        self.refresh()
