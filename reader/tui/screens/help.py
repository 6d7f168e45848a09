"""The guide: the pages of `reader/help`, and the keys as they are now. Opens at the page of what has the focus.

Takes the name of a page and the keys; it changes nothing. Opening a link of a page shows that page, never a browser.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from reader import paths
from reader.tui.key_help import key_page
from reader.tui.widgets.guide_page import GuidePage
from reader.tui.widgets.status_lines import KeyHints, StatusLine

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

ORDER = ("index", "keys", "articles", "panes", "marks", "export", "themes", "limits", "format")
"""The pages in the order in which they are offered; any others follow."""
START, KEYS = "index", "keys"
HINTS = [("← →", "page"), ("j k", "scroll"), ("Esc", "back")]
GAP, BEFORE, BEHIND = "  ", "‹", "›"
"""Between the names of pages, and where there are more of them than fit."""


class PageNames(Widget):
    """The pages by their names, as many as fit around the current one; a click opens one."""

    DEFAULT_CSS = """
    PageNames { height: 1; padding: 0 1; background: $surface; }
    """

    class Picked(Message):
        """A page was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names, self._current = names, names[0]

    def show(self, current: str) -> None:
        """Another page is open."""
        self._current = current
        self.refresh()

    def _seen(self) -> tuple[str, ...]:
        """The names that fit, the current one among them, and the signs for more at either end."""
        names, first = list(self._names), 0
        while len(GAP.join(self._with_signs(names, first))) > self.content_size.width and len(names) > 1:
            if names[-1] == self._current or names.index(self._current) > len(names) // 2:
                names.pop(0)
                first += 1
            else:
                names.pop()
        return self._with_signs(names, first)

    def _with_signs(self, names: list[str], first: int) -> tuple[str, ...]:
        before, behind = first > 0, first + len(names) < len(self._names)
        return (*([BEFORE] if before else []), *names, *([BEHIND] if behind else []))

    def render(self) -> Content:
        """One line."""
        looks = {True: "bold $accent underline", False: "$muted"}
        return Content(GAP).join([Content.styled(n.capitalize(), looks[n == self._current]) for n in self._seen()])

    def on_click(self, event: Click) -> None:
        """Open the page under the mouse; a sign for more turns the page."""
        offset, at = event.get_content_offset(self), 0
        for name in self._seen():
            if offset is not None and at <= offset.x < at + len(name):
                step = {BEFORE: -1, BEHIND: 1}.get(name)
                near = self._names.index(self._current) + (step or 0)
                self.post_message(self.Picked(name if step is None else self._names[near]))
            at += len(name) + len(GAP)


class HelpScreen(Screen[None]):
    """One page at a time."""

    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss", "back", id="help-back", show=False),
        Binding("right,l,tab", "turn(1)", "next page", id="help-next", show=False),
        Binding("left,h,shift+tab", "turn(-1)", "previous page", id="help-previous", show=False),
        Binding("j,down", "scroll_rows(1)", "down", id="down", show=False),
        Binding("k,up", "scroll_rows(-1)", "up", id="up", show=False),
        Binding("space,pagedown,d", "scroll_pages(1)", "page down", id="page-down", show=False),
        Binding("b,pageup,u", "scroll_pages(-1)", "page up", id="page-up", show=False),
        Binding("g,home", "end(-1)", "top", id="top", show=False),
        Binding("G,end", "end(1)", "end", id="bottom", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen #page { height: 1fr; background: $background; }
    """

    def __init__(self, page: str = START, *, keys: Mapping[str, str] | None = None) -> None:
        """Open at a page.

        Args:
            page: its name; the first one when there is none of that name.
            keys: action id to keys, where they are not the default ones.
        """
        super().__init__()
        self.pages = pages(paths.help_dir())
        self.page = page if page in self.pages else START
        self._keys = dict(keys or {})
        self._names, self._hints = PageNames(tuple(self.pages)), KeyHints()
        self.guide = GuidePage(self._words(self.page), id="page")

    @classmethod
    def for_screen(cls, screen: Screen[Any]) -> "HelpScreen":
        """The guide at the page of what has the focus on `screen`."""
        from reader.tui.key_sets import keymap

        app = cast("ReaderApp", screen.app)
        page = getattr(screen.focused, "HELP", None) or getattr(screen, "HELP", None) or KEYS
        return cls(page if isinstance(page, str) else KEYS, keys=keymap(app.config.key_set, dict(app.config.keys)))

    def compose(self) -> ComposeResult:
        """Names, page, keys."""
        yield StatusLine("Help")
        yield self._names
        yield self.guide
        yield self._hints

    def on_mount(self) -> None:
        """Mark the page."""
        self._names.show(self.page)
        self._hints.show(HINTS)

    def _words(self, name: str) -> str:
        words = self.pages[name].read_text(encoding="utf-8") if name in self.pages else "The guide is not there."
        return f"{words}\n{key_page(self._keys)}" if name == KEYS else words

    def open_page(self, name: str) -> None:
        """Show a page from its top."""
        if name in self.pages:
            self.page = name
            self._names.show(name)
            self.guide.show(self._words(name))

    def action_turn(self, step: int) -> None:
        """To the next page, round at the end."""
        names = tuple(self.pages)
        self.open_page(names[(names.index(self.page) + step) % len(names)])

    def action_scroll_rows(self, step: int) -> None:
        """By one row."""
        self.guide.scroll_relative(y=step, animate=False)

    def action_scroll_pages(self, step: int) -> None:
        """By a screen."""
        self.guide.scroll_relative(y=step * max(1, self.guide.size.height - 2), animate=False)

    def action_end(self, step: int) -> None:
        """To either end."""
        self.guide.scroll_to(y=0 if step < 0 else self.guide.max_scroll_y, animate=False)

    @on(PageNames.Picked)
    def pick_page(self, message: PageNames.Picked) -> None:
        """A name was clicked."""
        self.open_page(message.name)

    @on(GuidePage.LinkChosen)
    def follow_link(self, message: GuidePage.LinkChosen) -> None:
        """A link of one page to another; other addresses are shown."""
        name = message.target.partition("#")[0].removesuffix(".md")
        if name in self.pages:
            self.open_page(name)
        else:
            self.notify(message.target, title="Link", markup=False)


def pages(folder: Path) -> dict[str, Path]:
    """Name to file, in the order in which they are offered."""
    found = {file.stem: file for file in sorted(folder.glob("*.md"))}
    first = {name: found[name] for name in ORDER if name in found}
    return first | found or {START: folder / f"{START}.md"}
