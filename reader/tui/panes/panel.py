"""A pane with its title line, and the three of them as the reading screen shows them."""

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from reader.tui.findings import Findings
from reader.tui.panes.base import Pane
from reader.tui.panes.entities_pane import EntitiesPane
from reader.tui.panes.lines import ends
from reader.tui.panes.summary_pane import SummaryPane
from reader.tui.panes.voices_pane import VoicesPane
from reader.tui.stages import BorderDragged, RowBorderDragged, TabPicked
from reader.tui.widgets.own_lines import Line, TextBar, fitted, width_of

PANE_TYPES: dict[str, type[Pane]] = {"voices": VoicesPane, "entities": EntitiesPane, "summary": SummaryPane}
"""Pane to its rows, in the order of the keys 1 2 3."""


ABOVE = "↑ more"
"""At the right end of the title while the first rows are out of sight; the arrow alone where the tabs need the room."""


class PaneTitle(TextBar):
    """The pane's name and count; where only one pane is seen at a time, the names of all as tabs."""

    RULE = "below"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._own = name
        self._tabs: list[tuple[str, str]] = []
        """Pane and words, for each tab."""
        self._is_scrolled = False

    def show(self, counts: dict[str, int | None], *, tabs: bool) -> None:
        """The names with how many things each pane holds."""
        names = list(PANE_TYPES) if tabs else [self._own]
        shown = []
        for number, name in enumerate(PANE_TYPES, start=1):
            if name in names:
                words = PANE_TYPES[name].TITLE if not tabs else f"{number} {PANE_TYPES[name].TITLE}"
                count = counts.get(name)
                shown.append((name, words if count is None or (tabs and name != self._own) else f"{words} {count}"))
        if shown != self._tabs:
            self._tabs = shown
            self.redraw()

    def show_scrolled(self, is_scrolled: bool) -> None:  # noqa: FBT001 -- a value, not an option
        """Whether there is more above the first row in sight."""
        if is_scrolled != self._is_scrolled:
            self._is_scrolled = is_scrolled
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """One line."""
        del height
        focused = self.parent is not None and self.parent.has_pseudo_classes({"focus-within"})
        look, line = "+accent" if focused else "+foreground", Line()
        for name, words in self._tabs:
            line += [*([("  ", "")] if line else []), (words, look if name == self._own else "muted")]
        if not self._is_scrolled:
            return [fitted(line, width)]
        return [ends(line, ABOVE if width_of(line) + 1 + len(ABOVE) <= width else ABOVE[0], width)]

    def on_click(self, event: events.Click) -> None:
        """Pick the tab under the mouse."""
        left = 1
        for name, words in self._tabs:
            if left <= event.x < left + len(words) + 2:
                self.post_message(TabPicked(name))
                return
            left += len(words) + 2


class PaneState(Widget):
    """What the pane shows of all it has, while that is not everything; a click shows everything again."""

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self._pane = pane
        self.display = False

    def render(self) -> Content:
        """One line: the view at the left, how many things that leaves at the right."""
        count = f" {self._pane.count or 0} of {self._pane.total}"
        room = max(0, self.content_size.width - len(count))
        words = Content.styled(self._pane.state, "$accent").truncate(room, ellipsis=True)
        return Content.assemble(words, " " * (room - words.cell_length), (count, "$muted"))

    def on_click(self) -> None:
        """Everything again."""
        self._pane.action_widen()


class Panel(Widget):
    """One pane and its title."""

    ALLOW_SELECT = False

    def __init__(self, name: str, findings: Findings) -> None:
        super().__init__(id=name)
        self._own = name
        self.title = PaneTitle(name)
        self.pane = PANE_TYPES[name](findings, id=f"{name}-rows")
        self.state = PaneState(self.pane)
        self._holds_row = False
        """Whether the border that the mouse holds is the one above."""

    def compose(self) -> ComposeResult:
        """Title above rows, and between them what is shown of all."""
        yield self.title
        yield self.state
        yield self.pane

    def on_mount(self) -> None:
        """The title tells when the first rows are out of sight."""
        self.watch(self.pane, "scroll_y", lambda y: self.title.show_scrolled(round(y) > 0), init=False)

    def on_narrowing_narrowed(self) -> None:
        """Another view; the screen hears of it, too, for its titles."""
        self.state.display = bool(self.pane.state)
        self.state.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a border: the one beside the pane, or the one above it, if there is one."""
        beside, above = event.screen_x == self._border_column, event.screen_y == self._border_row
        if beside or above:
            event.stop()
            self._holds_row = above and not beside
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The border goes with the mouse."""
        if self.app.mouse_captured is not self:
            return
        event.stop()
        if self._holds_row:
            self.post_message(RowBorderDragged(int(event.screen_y)))
        else:
            is_left = self.styles.border_right[0] != ""
            self.post_message(BorderDragged(self._own, int(event.screen_x) + is_left))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        if self.app.mouse_captured is self:
            event.stop()
            self.release_mouse()

    @property
    def _border_column(self) -> int:
        """The column of the border towards the article."""
        return self.region.right - 1 if self.styles.border_right[0] else self.region.x

    @property
    def _border_row(self) -> int | None:
        """The row of the border towards the pane above; None where there is none."""
        return self.region.y if self.styles.border_top[0] else None

    def on_descendant_focus(self) -> None:
        """The title tells where the focus is."""
        self.title.redraw()

    def on_descendant_blur(self) -> None:
        """See `on_descendant_focus`."""
        self.title.redraw()
