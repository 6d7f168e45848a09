"""The bar beside the article: which part of it the screen shows, and where quotes, summary, bookmarks and hits are.

Takes an article view; scrolls it when it is clicked or dragged. It draws only the cells that change.
"""

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.events import Click, MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style

from reader.tui.present import ASCII_SIGNS, UNICODE_SIGNS
from reader.tui.widgets.article_margin import ArticleMargin, SignKind, along
from reader.tui.widgets.own_lines import OwnLines

LOOKS: dict[SignKind, str] = {
    "hit": "+foreground",
    "bookmark": "+accent",
    "summary": "summary-mark",
    "quote": "quote-bar",
}
WHEEL_ROWS = 3
"""As many as a turn of the wheel moves elsewhere in Textual's lists."""


class MarkBar(OwnLines):
    """One cell wide, as high as the article."""

    ALLOW_SELECT = False

    def __init__(self, view: ArticleMargin, *, ascii_only: bool = False) -> None:
        super().__init__(id="mark-bar")
        self._view = view
        self._signs = ASCII_SIGNS if ascii_only else UNICODE_SIGNS
        self._found: list[SignKind | None] | None = None
        """The kind in each cell; None until it is asked for."""
        self._thumb = range(0)
        self._cells: dict[tuple[SignKind | None, bool], Strip] = {}

    def on_mount(self) -> None:
        """Go along with the article."""
        self.watch(self._view, "scroll_y", self.follow, init=False)

    def show_again(self) -> None:
        """Other signs, other rows, another height; drawn anew when that shows."""
        found = along(self._view, self.size.height)
        self.follow()
        if found != self._found:
            self._found = found
            self.refresh()

    def on_resize(self) -> None:
        """Another height."""
        self.show_again()

    def follow(self) -> None:
        """The article was scrolled: only the cells that the thumb left or came to are drawn anew."""
        before, self._thumb = self._thumb, self._thumb_now()
        changed = sorted(set(before) ^ set(self._thumb))
        if changed:
            self.refresh(Region(0, changed[0], 1, changed[-1] - changed[0] + 1))

    def _thumb_now(self) -> range:
        """The cells that stand for what is on the screen; none when that is everything."""
        cells, seen = self.size.height, self._view.seen
        if seen.rows <= seen.height or not cells:
            return range(0)
        length = max(1, round(cells * seen.height / seen.rows))
        way = max(1, seen.rows - seen.height)
        top = round((cells - length) * min(seen.top, way) / way)
        return range(top, top + length)

    # Drawing

    def strips(self, lines: range) -> list[Strip]:
        """See `OwnLines.strips`."""
        if self._found is None:
            self._found = along(self._view, self.size.height)
        return [self._cell(self._found[y] if y < len(self._found) else None, chosen=y in self._thumb) for y in lines]

    def _cell(self, kind: SignKind | None, *, chosen: bool) -> Strip:
        strip = self._cells.get((kind, chosen))
        if strip is None:
            look = self.look(LOOKS[kind] if kind else "muted", chosen=chosen)
            strip = Strip([Segment(getattr(self._signs, kind) if kind else " ", look)], 1)
            self._cells[kind, chosen] = strip
        return strip

    def notify_style_update(self) -> None:
        """Another theme: other cells."""
        super().notify_style_update()
        self._cells.clear()

    def make_look(self, name: str, *, chosen: bool) -> RichStyle:
        """The thumb is a lighter ground; without colour it is reversed."""
        plain = super().make_look(name, chosen=False)
        if not chosen:
            return plain
        if self.app.no_color or self.app.native_ansi_color:
            return plain + RichStyle(reverse=True)
        return plain + Style(background=Color.parse(self.app.theme_variables["rule"])).rich_style

    # Mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Go there, and on with the mouse until it is let go."""
        event.stop()
        self.capture_mouse()
        self._go(event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Drag."""
        if self.app.mouse_captured is self:
            event.stop()
            self._go(event.y)

    def on_mouse_up(self, event: MouseUp) -> None:
        """Let go."""
        event.stop()
        self.release_mouse()

    def on_click(self, event: Click) -> None:
        """Pressing was enough."""
        event.stop()

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel works here as in the text."""
        event.stop()
        self._turn(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """See `on_mouse_scroll_down`."""
        event.stop()
        self._turn(-WHEEL_ROWS)

    def _turn(self, rows: int) -> None:
        self._view.scroll_to(y=self._view.scroll_offset.y + rows, animate=False, force=True)

    def _go(self, y: int) -> None:
        """Put the middle of the thumb at a cell."""
        cells, seen = max(1, self.size.height), self._view.seen
        self._view.scroll_to(y=round((y + 0.5) * seen.rows / cells - seen.height / 2), animate=False, force=True)
