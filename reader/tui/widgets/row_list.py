"""A list of rows drawn line by line: as quick with 3,000 rows as with three, because only what is seen is drawn.

Takes rows of known heights from a subclass, which also draws them; gives `Moved` and `Chosen`. A row's words are plain
text and are never parsed as markup.
"""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.widgets.own_lines import Line, OwnLines

GUTTER_CELLS = 2
"""Left of every row: the cursor's mark and a blank, so that the cursor is never told by colour alone."""


class Row(NamedTuple):
    """One entry; what it stands for and how high it is."""

    item: object
    """What the subclass draws: a quote, an entity, a heading's words."""
    height: int = 1
    can_choose: bool = True
    is_heading: bool = False
    """Whether it is to be seen together with the row below."""


RIGHT_CELLS = 1
"""Between a row and the scroll bar."""


class RowList(OwnLines, ScrollView, can_focus=True):
    """Rows with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "next row", id="row-next", show=False),
        Binding("k,up", "move(-1)", "previous row", id="row-previous", show=False),
        Binding("d,pagedown,space", "move_page(1)", "page down", id="row-page-down", show=False),
        Binding("u,b,pageup", "move_page(-1)", "page up", id="row-page-up", show=False),
        Binding("g,home", "move_to(0)", "first row", id="row-first", show=False),
        Binding("G,end", "move_to(-1)", "last row", id="row-last", show=False),
        Binding("enter", "choose", "to the text", id="row-choose", show=False),
    ]
    cursor: reactive[int | None] = reactive(None, repaint=False)

    class Moved(Message):
        """The user put the cursor on another row."""

        def __init__(self, rows: "RowList", item: object) -> None:
            super().__init__()
            self.rows, self.item = rows, item

    class Chosen(Message):
        """The user wants to go where the row leads."""

        def __init__(self, rows: "RowList", item: object) -> None:
            super().__init__()
            self.rows, self.item = rows, item

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(id=id)
        self._rows: list[Row] = []
        self._tops: list[int] = [0]
        self._laid_out_in: Size | None = None
        """The room for which the rows were made; None while there are none, as in a list that was never seen."""
        self._drawn: dict[tuple[int, bool], list[Strip]] = {}

    # What a subclass gives.

    @abstractmethod
    def make_rows(self, width: int) -> Iterable[Row]:
        """All rows, for lines of `width` cells. Must be quick: it is called for every new width."""

    @abstractmethod
    def draw(self, row: Row, width: int) -> list[Line]:
        """The lines of one row, at most `row.height`. Called for rows that are seen."""

    # Rows and their places.

    @property
    def rows(self) -> list[Row]:
        """All rows as laid out."""
        return self._rows

    @property
    def line_width(self) -> int:
        """Cells that a row may use."""
        return max(1, self.scrollable_content_region.width - GUTTER_CELLS - RIGHT_CELLS)

    def rebuild(self) -> None:
        """Lay out all rows anew, keeping the cursor on its item; a list that nobody has seen yet waits until it is."""
        if self.size.width or self.has_focus:
            self.lay_out()

    def lay_out(self) -> None:
        """Make the rows for the room that there is."""
        kept = self.current_item
        self._laid_out_in = self.scrollable_content_region.size
        self._rows = list(self.make_rows(self.line_width))
        self._tops = [0, *accumulate(row.height for row in self._rows)]
        self._drawn.clear()
        self.virtual_size = Size(self.line_width, self._tops[-1])
        index = next((i for i, row in enumerate(self._rows) if row.item == kept), None) if kept is not None else None
        self.set_reactive(RowList.cursor, index)
        self.refresh()

    @property
    def current_item(self) -> object | None:
        """What the cursor is on."""
        return None if self.cursor is None or self.cursor >= len(self._rows) else self._rows[self.cursor].item

    def select_index(self, index: int | None) -> None:
        """Put the cursor on a row without telling anybody, and bring it into view."""
        if index != self.cursor:
            self.cursor = index
        if index is not None:
            self.reveal(index)

    def reveal(self, index: int, *, more_rows: int = 0) -> None:
        """Bring a row into view, with so many below it if they fit."""
        top, bottom = self._tops[index], self._tops[min(index + 1 + more_rows, len(self._rows))]
        height = max(1, self.scrollable_content_region.height)
        if index and self._rows[index - 1].is_heading:
            top = self._tops[index - 1]  # a heading stays in sight with its first row
        bottom = max(self._tops[index + 1], min(bottom, top + height))
        above = round(self.scroll_offset.y)
        if above <= top and bottom <= above + height:
            return
        self.scroll_to_region(Region(0, top, 1, bottom - top), animate=False, force=True, x_axis=False, immediate=True)

    def show_from_top(self) -> None:
        """Begin with the first row, where the cursor is seen from there, too."""
        if self.cursor is None or not round(self.scroll_offset.y):
            return
        if self._tops[self.cursor + 1] <= self.scrollable_content_region.height:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    # Drawing.

    def take_changed(self) -> Iterable[Widget]:
        """See `OwnLines.take_changed`; the scroll bar moves with the rows."""
        yield from super().take_changed()
        if self.show_vertical_scrollbar:
            yield self.vertical_scrollbar

    def strips(self, lines: range) -> list[Strip]:
        """See `OwnLines.strips`."""
        if self._laid_out_in is None:
            self.lay_out()  # the first frame is asked for before the widget is told its size
        width, top, cursor = self.scrollable_content_region.width, round(self.scroll_y), self.cursor
        first, last = top + lines.start, top + lines.stop
        found: list[Strip] = []
        index = max(0, bisect_right(self._tops, first) - 1)
        while len(found) < len(lines) and index < len(self._rows):
            above = self._tops[index]
            found += self._strips_of(index, width, chosen=index == cursor)[max(0, first - above) : last - above]
            index += 1
        blank = Strip.blank(width, self.look(""))
        return found + [blank] * (len(lines) - len(found))

    def _strips_of(self, index: int, width: int, *, chosen: bool) -> list[Strip]:
        strips = self._drawn.get((index, chosen))
        if strips is None:
            strips = self._drawn[index, chosen] = self._row_strips(index, width, chosen=chosen)
        return strips

    def _row_strips(self, index: int, width: int, *, chosen: bool) -> list[Strip]:
        row = self._rows[index]
        lines = self.draw(row, self.line_width)[: row.height]
        lines += [[] for _ in range(row.height - len(lines))]
        mark = ("▌ " if chosen else "  ", "accent")
        return [self.strip_of([mark, *line], width, chosen=chosen) for line in lines]

    def make_look(self, name: str, *, chosen: bool) -> RichStyle:
        """The cursor has its background only where the focus is, and nothing on it is faint."""
        focused = chosen and self.has_focus
        return super().make_look("foreground" if focused and name == "muted" else name, chosen=focused)

    def notify_style_update(self) -> None:
        """The theme changed: all looks are off."""
        super().notify_style_update()
        self._drawn.clear()

    # Events and keys.

    def on_resize(self) -> None:
        """Another width: rows may be higher or lower."""
        if self._laid_out_in != self.scrollable_content_region.size:
            self.rebuild()
        if self.cursor is not None:
            self.reveal(self.cursor)
            self.show_from_top()

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Redraw the two rows that changed."""
        for index in (old, new):
            if index is not None and index < len(self._rows):
                top = self._tops[index] - self.scroll_offset.y
                self.refresh(Region(0, top, self.size.width, self._rows[index].height))

    def watch_has_focus(self, focus: bool) -> None:  # noqa: FBT001 -- Textual's signature
        """Another look for the cursor; the first row when there is none yet."""
        super().watch_has_focus(focus)
        self._looks.clear()
        self._drawn.clear()
        if focus and self._laid_out_in is None:
            self.lay_out()  # the next key may be waiting already
        if focus and self.cursor is None:
            self.select_index(self.nearest_choice(0, 1))

    def nearest_choice(self, index: int, step: int) -> int | None:
        """The first row from `index` in the direction of `step` that can be chosen, else one the other way."""
        last = len(self._rows) - 1
        index = max(0, min(index, last))
        for order in (range(index, -1, -1) if step < 0 else range(index, last + 1), range(last, -1, -1)):
            for at in order:
                if self._rows[at].can_choose:
                    return at
        return None

    def action_move(self, step: int) -> None:
        """Up or down by rows that can be chosen."""
        start = -1 if self.cursor is None else self.cursor
        self._go(start + step, step)

    def action_move_page(self, step: int) -> None:
        """Up or down by what is seen."""
        height = max(1, self.scrollable_content_region.height - 1)
        line = self._tops[self.cursor or 0] + step * height
        self._go(bisect_right(self._tops, max(0, line)) - 1, step)

    def action_move_to(self, index: int) -> None:
        """To the first row, or to the last one for -1."""
        self._go(index % max(1, len(self._rows)), 1 if index == 0 else -1)
        if index == 0:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def _go(self, index: int, step: int) -> None:
        target = self.nearest_choice(index, step)
        if target is None:
            return
        self.select_index(target)
        self.post_message(self.Moved(self, self._rows[target].item))

    def action_choose(self) -> None:
        """Tell that the row is wanted."""
        item = self.current_item
        if item is not None:
            self.post_message(self.Chosen(self, item))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row under the mouse, and choose it."""
        offset = event.get_content_offset(self)
        index = bisect_right(self._tops, (offset.y if offset else event.y) + self.scroll_offset.y) - 1
        if 0 <= index < len(self._rows) and self._rows[index].can_choose:
            self.select_index(index)
            self.post_message(self.Chosen(self, self._rows[index].item))
