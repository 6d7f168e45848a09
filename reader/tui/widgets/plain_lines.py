"""Plain text to scroll through, wrapped and drawn line by line: a preview of any length is there at once.

Takes text from anywhere; it is made harmless and never parsed as markup.
"""

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.text.display import harmless

MAX_CHARS = 200_000
"""More is not shown, only told: JSON holds the whole article, and nobody reads that far in a preview."""


class PlainLines(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows text as it stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "rows(1)", "down", id="preview-down", show=False),
        Binding("k,up", "rows(-1)", "up", id="preview-up", show=False),
        Binding("space,d,pagedown", "pages(1)", "page down", id="preview-page-down", show=False),
        Binding("b,u,pageup", "pages(-1)", "page up", id="preview-page-up", show=False),
        Binding("g,home", "to_end(-1)", "top", id="preview-top", show=False),
        Binding("G,end", "to_end(1)", "end", id="preview-end", show=False),
    ]
    DEFAULT_CSS = """
    PlainLines { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self._text = ""
        self._lines: list[str] = []
        self._wrapped_at = 0

    @property
    def lines(self) -> list[str]:
        """What is shown, line by line."""
        return self._lines

    def show(self, text: str) -> None:
        """Show this from its beginning."""
        self._text = shown_part(text)
        self._wrap()
        self.scroll_to(0, 0, animate=False)

    def on_resize(self) -> None:
        """Wrap anew when the width changed."""
        if self.scrollable_content_region.width != self._wrapped_at:
            self._wrap()

    def _wrap(self) -> None:
        width = self._wrapped_at = self.scrollable_content_region.width
        self._lines = [piece for line in self._text.split("\n") for piece in pieces(line, width)] if width else []
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        line, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        words = self._lines[line] if line < len(self._lines) else ""
        return Strip([Segment(words, self.rich_style)]).crop_extend(0, width, self.rich_style)

    def action_rows(self, step: int) -> None:
        """By one row."""
        self.scroll_relative(y=step, animate=False)

    def action_pages(self, step: int) -> None:
        """By a screen."""
        self.scroll_relative(y=step * max(1, self.size.height - 1), animate=False)

    def action_to_end(self, step: int) -> None:
        """To either end."""
        self.scroll_to(y=0 if step < 0 else self.max_scroll_y, animate=False)


def shown_part(text: str) -> str:
    """As much of `text` as is shown, harmless, and how much is left out."""
    rest = len(text) - MAX_CHARS
    return harmless(text[:MAX_CHARS]) + (f"\n… and {rest:,} more characters" if rest > 0 else "")


def pieces(line: str, width_cells: int) -> Iterator[str]:
    """A line cut into rows of at most `width_cells`, between words where there are any."""
    rest = line
    while True:
        head = rest[: width_cells + 1]
        fits = len(head) if head.isascii() else len(set_cell_size(head, width_cells).rstrip())
        if len(head) == len(rest) and (len(rest) if rest.isascii() else cell_len(rest)) <= width_cells:
            yield rest
            return
        fits = max(1, min(fits, width_cells))
        cut = rest.rfind(" ", 1, fits + 1)
        cut = cut if cut > 0 else fits
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()
        if not rest:
            return
