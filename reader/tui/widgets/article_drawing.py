"""The article's rows as they are drawn: painted when they are seen, kept, and painted anew where something changes.

Takes marks, rows that were laid out, and what is current; gives strips. It marks and lays out nothing.
"""

from collections.abc import Iterable
from itertools import chain, islice

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from reader.text import Article, Label
from reader.tui.present import UNICODE_SIGNS
from reader.tui.widgets.article_cells import ArticleCells
from reader.tui.widgets.article_marks import Piece, longest, overlapping
from reader.tui.widgets.article_paint import Current, Painter
from reader.tui.widgets.article_styles import Styles, make_styles

MAX_STRIPS = 1000
"""Rows kept as drawn, some twenty screens: each takes about 3 kB."""
AHEAD_ROWS = 12
"""Painted at once while nobody presses a key: 2 ms."""
PLAIN = Current()


class ArticleDrawing(ArticleCells):
    """Draws the rows on the screen; `ArticleRows` says what is marked on them."""

    def __init__(self, article: Article, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(article, id=id)
        self._kinds: frozenset[Label] | None = None
        self._bookmarks: tuple[int, ...] = ()
        self._signs = UNICODE_SIGNS
        self._hits: tuple[Piece, ...] = ()
        self._current = Current()
        self._painter: Painter | None = None
        self._styles: Styles | None = None
        self._strips: dict[tuple[int, Current], Strip] = {}
        """Rows as they were drawn, by what was current on them: who steps through a page comes back to the same."""

    def _relayout(self) -> None:
        """Lays the rows out anew; who marks them knows how."""
        raise NotImplementedError

    # What has changed

    def _seen_rows(self) -> range:
        top = round(self.scroll_y)
        return range(top, min(top + self.size.height, len(self._layout_rows.lines)))

    def _touched(self, current: Current, top: int | None = None) -> set[int]:
        """The rows on the screen that `current` changes; `top` is its first row, where it is not the one there now."""
        rows = self._layout_rows
        if not rows.lines:
            return set()
        top = min(round(self.scroll_offset.y) if top is None else top, len(rows.lines) - 1)
        bottom = min(top + max(1, self.size.height), len(rows.lines)) - 1
        low, high = rows.lines[top].start, rows.lines[bottom].end
        places = [(current.start, current.end)] if current.start >= 0 else []
        if current.entity is not None and current.entity < len(self._marks.by_entity):
            mentions, reach = self._marks.by_entity[current.entity], self._marks.longest_mentions[current.entity]
            places += [m[:2] for m in overlapping(mentions, low, high, reach)]
        if current.quote is not None:
            shown = overlapping(self._marks.quotes, low, high, longest(self._marks.quotes))
            places += [p[:2] for p in shown if p.item == current.quote]
        if current.hit is not None and current.hit < len(self._hits):
            places.append(self._hits[current.hit][:2])
        return {
            row
            for start, end in places
            for row in range(rows.row_of(max(start, low)), rows.row_of(min(max(start, end - 1), high)) + 1)
        }

    def notify_style_update(self) -> None:
        """Another theme: other styles."""
        super().notify_style_update()
        self._styles = None
        self._repaint()

    def _repaint(self) -> None:
        self._painter = None
        self._strips.clear()
        self.refresh()

    def _repaint_places(self, places: Iterable[tuple[int, int]]) -> None:
        """Draws the rows anew on which something between these drawn offsets stands; those out of sight when seen."""
        self._painter = None
        seen, rows, width = self._seen_rows(), self._layout_rows, self.size.width
        if not seen:
            self._strips.clear()
            return
        drawn = {row for row, _ in self._strips if row < len(rows.lines)}.union((seen.start, seen[-1]))
        low, high = rows.lines[min(drawn)].start, rows.lines[max(drawn)].end
        near = ((max(a, low), min(max(a, b - 1), high)) for a, b in places if a <= high and b >= low)
        changed = {row for start, end in near for row in range(rows.row_of(start), rows.row_of(end) + 1)}
        self._strips = {key: strip for key, strip in self._strips.items() if key[0] not in changed}
        shown = changed.intersection(seen)
        if shown:
            self.refresh(*(Region(0, row - seen.start, width, 1) for row in shown))

    # Painting

    def _ready_painter(self) -> Painter:
        if self._styles is None:
            selection = self.screen.get_component_rich_style("screen--selection")
            variables, base = self.app.theme_variables, self.look("")
            self._styles = make_styles(variables, base, selection, colorless=self.app.no_color)
            self._painter = None
            self._strips.clear()
        if self._painter is None:
            bookmarks = tuple(self._marks.drawn.start(offset) for offset in self._bookmarks)
            self._painter = Painter(
                self._article,
                self._marks,
                self._styles,
                self._hits,
                self._kinds,
                bookmarks=bookmarks,
                signs=self._signs,
            )
        return self._painter

    def strips(self, lines: range) -> list[Strip]:
        """See `OwnLines.strips`."""
        if not self._layout_rows.width_cells:
            self._relayout()  # the first frame is asked for before the widget is told its size
        width, top = self.size.width, round(self.scroll_offset.y)
        painter, selection = self._ready_painter(), self._selected()
        rows = range(top + lines.start, top + lines.stop)
        if selection is not None:
            current = self._current._replace(selection=selection)
            return [self._paint(painter, row, width, current) for row in rows]
        if len(self._strips) > MAX_STRIPS:
            self._strips.clear()
        touched = self._touched(self._current)
        return [
            self._kept_strip(row, self._state(row, self._current) if row in touched else PLAIN, width) for row in rows
        ]

    def _kept_strip(self, row: int, state: Current, width: int) -> Strip:
        strip = self._strips.get((row, state))
        if strip is None:
            strip = self._strips[row, state] = self._paint_row(row, width, state)
        return strip

    def paint_ahead(self) -> bool:
        """Paint some of the rows that are seen next, those of the next step first; whether there are more to paint."""
        if not self._layout_rows.lines or self._selected() is not None:
            return False
        missing = (key for key in chain(self._next_step(), self._near_rows()) if key not in self._strips)
        keys = list(islice(missing, AHEAD_ROWS))
        for row, state in keys:
            self.make_ready(self._kept_strip(row, state, self.size.width))
        return len(keys) == AHEAD_ROWS

    def _near_rows(self) -> Iterable[tuple[int, Current]]:
        """The next screen and the one before, with nothing current on them."""
        height, top = self.size.height, round(self.scroll_offset.y)
        below = self._rows_from(top + height)
        return ((row, PLAIN) for row in chain(below, range(max(0, top - height), top)))

    def _next_step(self) -> Iterable[tuple[int, Current]]:
        """What is seen after the step that is likely, row by row with what is current there."""
        current, top = self.next_step()
        touched = self._touched(current, top)
        return ((row, self._state(row, current) if row in touched else PLAIN) for row in self._rows_from(top))

    def _rows_from(self, top: int) -> range:
        return range(top, min(len(self._layout_rows.lines), top + self.size.height))

    def next_step(self) -> tuple[Current, int]:
        """What is likely to be current next, and the first row that is seen then."""
        return self._current, round(self.scroll_offset.y)

    def _state(self, row: int, current: Current) -> Current:
        """What is current, without a cursor that stands on another row."""
        lines = self._layout_rows.lines
        is_here = row < len(lines) and current.start < lines[row].end and current.end > lines[row].start
        return current if is_here else current._replace(start=-1, end=-1)

    def render_line(self, y: int) -> Strip:
        """One row of the screen, with what Textual needs to know which character the mouse is on."""
        return super().render_line(y).apply_offsets(0, y + round(self.scroll_offset.y))

    def _paint_row(self, row: int, width: int, current: Current) -> Strip:
        """A row as it is kept."""
        return self._paint(self._ready_painter(), row, width, current)

    def _paint(self, painter: Painter, row: int, width: int, current: Current) -> Strip:
        base = painter.styles.base
        if row >= len(self._layout_rows.lines):
            return Strip.blank(width, base)
        line = self._layout_rows.lines[row]
        segments = painter.paint(line, current, self.stretch_of(line))
        left = self._left_cells()
        if left:
            segments.insert(0, Segment(" " * left, base))
        room = width - sum(cell_len(segment.text) for segment in segments)
        if room < 0:
            return Strip(segments).crop_extend(0, width, base)
        return Strip([*segments, Segment(" " * room, base)], width)
