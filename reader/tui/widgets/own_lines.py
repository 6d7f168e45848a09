"""Widgets that give the screen ready lines, so that a key costs only the lines it changes.

Textual draws each line of a widget through its cache of styles, which adds borders, padding and backgrounds line by
line and is emptied at every scroll. The reader's own widgets have none of these to add, so they keep their strips
themselves. Takes words and the names of their looks from a subclass; gives strips. No word is parsed as markup.
"""

from abc import ABCMeta, abstractmethod
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.message_pump import _MessagePumpMeta
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from reader.tui.row_ansi import row_ansi

Line = list[tuple[str, str]]
"""Pieces of one line: words and the name of their look (a theme variable, with + for bold, as "+accent")."""
BLACK = Color(0, 0, 0)
MAX_FINISHED = 2000
"""Twice as many as the article keeps as drawn."""


class AbstractWidgetType(_MessagePumpMeta, ABCMeta):
    """Makes a widget that lacks what it must give fail where it is made, not where it is drawn."""


class OwnLines(Widget, metaclass=AbstractWidgetType):
    """A widget without border and padding that keeps its own strips."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(id=id)
        self._looks: dict[tuple[str, bool], RichStyle] = {}
        self._finished: dict[int, tuple[Strip, Strip]] = {}
        """Strips as they were given, each with what went to the screen, by their identity: looking at them is dear."""
        self._finished_for: object = None

    @property
    def size(self) -> Size:
        """See `Widget.size`, which asks for borders and padding each time."""
        return self.outer_size

    @abstractmethod
    def strips(self, lines: range) -> list[Strip]:
        """These lines of what is seen; the same objects while nothing has changed."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """See `Widget.render_lines`; every frame asks for all lines, most of which were on the screen before."""
        strips, filters = self.strips(crop.line_range), self.get_line_filters()
        asked = crop.column_span, filters, self.look("")
        if asked != self._finished_for or len(self._finished) > MAX_FINISHED:
            self._finished_for, self._finished = asked, {}
        finished, known = [], self._finished
        for strip in strips:
            pair = known.get(id(strip))
            if pair is None:
                pair = known[id(strip)] = strip, self._finish(strip, crop, filters)
            finished.append(pair[1])
        return finished

    def _finish(self, strip: Strip, crop: Region, filters: Sequence[LineFilter]) -> Strip:
        """A strip as it goes to the screen: as wide as is asked for, in the colours that the terminal has."""
        start, end = crop.column_span
        if start != 0 or strip.cell_length != end:
            strip = strip.crop_extend(start, end, self.look(""))
        for line_filter in filters:
            strip = strip.apply_filter(line_filter, self._background)
        return strip

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        return self.strips(range(y, y + 1))[0]

    def make_ready(self, strip: Strip) -> None:
        """Do for a strip what a frame would do, which is remembered in the strip."""
        finished = self._finish(strip, Region(0, 0, *self.size), self.get_line_filters())
        row_ansi(finished, self.app.console._color_system or ColorSystem.TRUECOLOR)  # noqa: SLF001 -- as Textual does

    def take_changed(self) -> Iterable[Widget]:
        """This widget, if it is to be drawn anew; whoever takes it draws it."""
        if self._repaint_required:
            self._repaint_required = False
            yield self

    @property
    def _background(self) -> Color:
        """What the filters take for the background of words that name none: these all do."""
        return self.visual_style.background or BLACK

    # Looks

    def look(self, name: str, *, chosen: bool = False) -> RichStyle:
        """The style of a look, over what is chosen or over the widget's own background."""
        style = self._looks.get((name, chosen))
        if style is None:
            style = self._looks[name, chosen] = self.make_look(name, chosen=chosen)
        return style

    def make_look(self, name: str, *, chosen: bool) -> RichStyle:
        """See `look`."""
        base, color = self.visual_style, name.removeprefix("+")
        if chosen:
            base += Style(background=Color.parse(self.app.theme_variables["cursor"]))
        if color:
            base += Style(foreground=Color.parse(self.app.theme_variables[color]))
        return (base + Style(bold=True) if name.startswith("+") else base).rich_style

    def notify_style_update(self) -> None:
        """The theme changed: all looks are off."""
        super().notify_style_update()
        self._looks.clear()

    def strip_of(self, line: Line, width: int, *, chosen: bool = False) -> Strip:
        """A line as a strip of exactly `width` cells."""
        strip = Strip([Segment(words, self.look(look, chosen=chosen)) for words, look in line])
        return strip.adjust_cell_length(width, self.look("", chosen=chosen))


class TextBar(OwnLines):
    """A few lines with a blank at either side, and a rule above or below them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "TextBar { height: 1; }"
    RULE: str | None = None
    """Where the rule is: "above", "below", or nowhere."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        super().__init__(id=id)
        self._drawn: tuple[tuple[int, int], list[Strip]] | None = None
        self._rule: Strip | None = None

    @abstractmethod
    def lines(self, width: int, height: int) -> list[Line]:
        """At most `height` lines of at most `width` cells."""

    @property
    def room(self) -> tuple[int, int]:
        """Cells and lines for words."""
        width, height = self.size
        return max(0, width - 2), max(0, height - (self.RULE is not None))

    def strips(self, lines: range) -> list[Strip]:
        """See `OwnLines.strips`."""
        room = self.room
        if self._drawn is None or self._drawn[0] != room:
            self._drawn = room, self._draw(*room)
        drawn = self._drawn[1]
        return [drawn[y] if y < len(drawn) else Strip.blank(room[0] + 2, self.look("")) for y in lines]

    def _draw(self, width: int, height: int) -> list[Strip]:
        shown = [[(" ", ""), *line] for line in self.lines(width, height)[:height]]
        shown += [[]] * (height - len(shown))
        strips = [self.strip_of(line, width + 2) for line in shown]
        if self.RULE is not None:
            if self._rule is None or self._rule.cell_length != width + 2:
                self._rule = self.strip_of([("─" * (width + 2), "rule")], width + 2)
            strips.insert(0 if self.RULE == "above" else height, self._rule)
        return strips

    def redraw(self) -> None:
        """Other words."""
        self._drawn = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self._drawn = self._rule = None

    def render(self) -> Content:
        """The words alone."""
        return Content("\n".join("".join(words for words, _ in line) for line in self.lines(*self.room)))


def width_of(line: Iterable[tuple[str, str]]) -> int:
    """The cells of a line."""
    return sum(cell_len(words) for words, _ in line)


def fitted(line: Line, width: int) -> Line:
    """A line cut to `width` cells, with an ellipsis where something was lost."""
    shown, left = Line(), width
    for words, look in line:
        cells = cell_len(words)
        if cells > left:
            break
        shown.append((words, look))
        left -= cells
    else:
        return shown
    words, look = line[len(shown)]
    if left > 0:
        return [*shown, (set_cell_size(words, left - 1) + "…", look)]
    if shown:  # full to the last cell: it makes room for the ellipsis
        words, look = shown.pop()
        return [*shown, (set_cell_size(words, cell_len(words) - 1) + "…", look)]
    return []
