"""A frame of the rows that some widgets have changed, where nothing lies over these widgets.

For every changed line of the screen, Textual's compositor asks all widgets for their lines and cuts those of each at
the edges of all; a step from name to name changes nearly every line, and that cutting takes a third of it. The reader's
widgets lie side by side. Where one does not (a drawer, a message, something cut off), the compositor has to draw. What
the frame before has left on the terminal is not written again.
"""

from collections.abc import Collection

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.row_ansi import Runs, changed_cells, row_ansi, runs_of, style_change

Written = dict[tuple[int, int], Strip]
"""Column and line of each row to what the last frames of rows left there; emptied when anything else is drawn."""


class RowsUpdate(CompositorUpdate):
    """Rows and where they go."""

    def __init__(self, rows: list[tuple[int, int, Strip]], written: Written) -> None:
        self.rows = rows
        """Column, line and cells of each."""
        self._written = written

    def render_segments(self, console: Console) -> str:
        """What is written to the terminal, and is there from now on."""
        parts, now = list[str](), None
        colors = console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001 -- as Textual's strips do
        for x, y, strip in self.rows:
            old = self._written.get((x, y))
            if old is strip:
                continue
            self._written[x, y] = strip
            start, runs = _runs(old, strip, colors)
            if runs.body:
                change = "" if now is runs.first else style_change(now, runs.first, colors)
                parts += (f"\x1b[{y + 1};{x + start + 1}H", change, runs.body)
                now = runs.last
        parts.append(style_change(now, None, colors))
        return "".join(parts)


def _runs(old: Strip | None, strip: Strip, colors: ColorSystem) -> tuple[int, Runs]:
    """What to write of a strip, and how many cells from its left end; `old` is what stands there."""
    part = None if old is None else changed_cells(old, strip)
    return (0, row_ansi(strip, colors).runs) if part is None else (part[0], runs_of(part[1], colors))


class RowFrames:
    """Makes such frames of one screen."""

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self._visible: dict[Widget, tuple[Region, Region]] = {}
        """The arrangement for which the following holds; each has an object of its own."""
        self._free: dict[Widget, Region | None] = {}

    def frame(self, widgets: Collection[Widget], written: Written) -> RowsUpdate | None:
        """What these are to look like now, which is then no longer to be drawn; None when the compositor has to."""
        if self._compositor.visible_widgets is not self._visible:
            self._visible, self._free = self._compositor.visible_widgets, {}
        places = {widget: self._place(widget) for widget in widgets if widget in self._visible}
        rows: list[tuple[int, int, Strip]] = []
        if None in places.values():
            return None
        for widget, place in places.items():
            if place is not None:
                rows += self._rows(widget, place)
        return RowsUpdate(rows, written)

    def _rows(self, widget: Widget, place: Region) -> list[tuple[int, int, Strip]]:
        """The rows of a widget that are to be drawn anew, cut at its scroll bar."""
        region, _ = self._visible[widget]
        regions = widget._exchange_repaint_regions()  # noqa: SLF001 -- as Textual's compositor does
        wanted = {y for changed in regions for y in changed.line_range}
        strips = widget.render_lines(Region(0, 0, region.width, region.height))
        rows = [(y, strips[y]) for y in sorted(wanted) if 0 <= y < len(strips)]
        return [(place.x, place.y + y, strip.crop(0, place.width)) for y, strip in rows]

    def _place(self, widget: Widget) -> Region | None:
        if widget not in self._free:
            self._free[widget] = self._free_place(widget)
        return self._free[widget]

    def _free_place(self, widget: Widget) -> Region | None:
        """Where a widget draws, without its scroll bar; None where it is cut off or something lies over it."""
        region, clip = self._visible[widget]
        if not clip.contains_region(region):
            return None
        for other, (over, seen) in self._visible.items():  # front to back
            if other is widget:
                break
            covered = over.intersection(seen).intersection(region)
            if not covered:
                continue
            if not (isinstance(other, ScrollBar) and other.parent is widget and other.vertical):
                return None
            region = region.crop_size((covered.x - region.x, region.height))
        return region
