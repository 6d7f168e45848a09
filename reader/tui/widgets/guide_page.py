"""A page of the guide, drawn line by line: there at once, where a widget a paragraph takes half a second.

Takes Markdown; tells which link was clicked and follows none.
"""

from rich.segment import Segment
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.widgets.guide_markdown import PAGE_META, guide_lines

WIDEST_CELLS = 88
"""The longest line that is good to read."""
MARGIN_CELLS = 2


class GuidePage(ScrollView, can_focus=True, inherit_bindings=False):
    """Markdown in the colours of the theme, in the middle."""

    DEFAULT_CSS = """
    GuidePage { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    """

    class LinkChosen(Message):
        """A link was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, words: str, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self._words = words
        self._lines: list[Strip] = []

    @property
    def words(self) -> str:
        """The page as Markdown."""
        return self._words

    def show(self, words: str) -> None:
        """Another page, from its top."""
        self._words = words
        self._lay_out()
        self.scroll_to(0, 0, animate=False)

    def on_resize(self) -> None:
        """Another width."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        if self.is_attached and self.size:
            self._lay_out()

    def _lay_out(self) -> None:
        room = self.scrollable_content_region.width
        width = min(WIDEST_CELLS, room - 2 * MARGIN_CELLS)
        if room <= 0:
            return
        left = Segment(" " * max(0, (room - width) // 2), self.rich_style)
        found = guide_lines(self._words, width, self.app.theme_variables, self.rich_style)
        lines = [[], *found, []]
        self._lines = [Strip([left, *line]).crop_extend(0, room, self.rich_style) for line in lines]
        self.virtual_size = Size(room, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        if not self._lines:
            self._lay_out()  # the first frame is asked for before the widget is told its size
        line = y + self.scroll_offset.y
        if line < len(self._lines):
            return self._lines[line]
        return Strip.blank(self.scrollable_content_region.width, self.rich_style)

    def on_click(self, event: Click) -> None:
        """Tell a link."""
        target = event.style.meta.get(PAGE_META)
        if isinstance(target, str):
            self.post_message(self.LinkChosen(target))
