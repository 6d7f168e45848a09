"""Opening a file from inside the app: a path is typed, the files and folders that begin so stand below.

Folders are listed in a thread, because some answer late. Hidden files are listed only when a dot is typed.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.widgets.item_list import Item, ItemList, Section
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

MAX_LISTED = 200
"""Of one folder; typing another letter is quicker than walking further."""
ARTICLE_ENDINGS = (".txt", ".md", ".markdown", ".text", ".html", ".htm")
"""Files that stand first."""


class Listed(Message):
    """The files that begin as typed."""

    def __init__(self, typed: str, found: tuple["Found", ...]) -> None:
        super().__init__()
        self.typed, self.found = typed, found


class Found(NamedTuple):
    """A file or a folder."""

    path: str
    """As it would be typed."""
    is_folder: bool


class FilePicker(ModalScreen[None], inherit_css=False):
    """A line for a path and what it may become."""

    AUTO_FOCUS = "#path"
    HELP: ClassVar[str] = "articles"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "back", id="file-back", show=False),
        Binding("tab", "complete", "complete the path", id="file-complete", show=False, priority=True),
        Binding("down", "move(1)", "next", id="file-next", show=False, priority=True),
        Binding("up", "move(-1)", "previous", id="file-previous", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    FilePicker { layout: vertical; align-horizontal: center; color: $foreground; background: $background 60%; }
    FilePicker:ansi { background: transparent; }
    FilePicker Vertical { width: 100%; max-width: 92; height: 80%; margin: 1 0 0 0; background: $surface; }
    FilePicker #about { color: $muted; padding: 0 1; }
    FilePicker #path { background: $surface; margin: 0 1 1 1; }
    FilePicker #found { height: 1fr; background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._path = Input(compact=True, id="path")
        self._list = ItemList(empty="No file here begins with that.", id="found")
        self._list.can_focus = False  # the arrows move its cursor while the line keeps the focus

    def compose(self) -> ComposeResult:
        """What to do, the line, the files."""
        with Vertical():
            yield Static("Open a file: type, Tab completes, Enter opens, Esc goes back", id="about", markup=False)
            yield self._path
            yield self._list

    def on_mount(self) -> None:
        """List the folder that the app was started in."""
        self._look("")

    @on(Input.Changed)
    def take_letters(self, message: Input.Changed) -> None:
        """Another beginning."""
        self._look(message.value)

    def _look(self, typed: str) -> None:
        post_beside(self, lambda: _listing(typed))

    @on(Listed)
    def take_listing(self, message: Listed) -> None:
        """Show it, unless something else is typed by now."""
        if message.typed == self._path.value:
            self._list.show([Section("", [_item(found) for found in message.found])])

    def action_move(self, step: int) -> None:
        """Another file under the cursor."""
        self._list.action_move(step)

    def action_complete(self) -> None:
        """The file under the cursor into the line."""
        item = self._list.current_item
        if isinstance(item, Item):
            self._path.value = str(item.value)
            self._path.cursor_position = len(self._path.value)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Open what is typed when it is a file, else what the cursor is on."""
        typed = os.path.expanduser(self._path.value.strip())  # noqa: PTH111 -- stays a string
        item = self._list.current_item
        if typed and Path(typed).is_file():
            self._open(typed)
        elif isinstance(item, Item):
            self._choose(item)
        else:
            self.notify(f"{one_line(typed) or 'nothing'}: no such file", severity="warning", markup=False)

    @on(RowList.Chosen)
    def take_choice(self, message: RowList.Chosen) -> None:
        """A click."""
        message.stop()
        if isinstance(message.item, Item):
            self._choose(message.item)

    def _choose(self, item: Item) -> None:
        """Into a folder, or open a file."""
        path = str(item.value)
        if path.endswith(os.sep):
            self.action_complete()
        else:
            self._open(os.path.expanduser(path))  # noqa: PTH111 -- stays a string

    def _open(self, path: str) -> None:
        self.dismiss()
        cast("ReaderApp", self.app).open_article(path)


def _item(found: Found) -> Item:
    name = one_line(Path(found.path).name) + ("/" if found.is_folder else "")
    kind = "folder" if found.is_folder else "article" if is_article(found) else "other file"
    return Item(found.path, name, kind)


def _listing(typed: str) -> Iterable[Listed]:
    yield Listed(typed, beginning_with(typed))


def beginning_with(typed: str) -> tuple[Found, ...]:
    """The files and folders whose path begins as typed: articles first, then folders, then other files, by name."""
    folder, begin = os.path.split(typed)
    looked_in = os.path.expanduser(folder) or os.curdir  # noqa: PTH111 -- stays a string
    found = []
    try:
        with os.scandir(looked_in) as entries:
            for entry in entries:
                hidden = entry.name.startswith(".") and not begin.startswith(".")
                if entry.name.lower().startswith(begin.lower()) and not hidden:
                    is_folder = entry.is_dir()
                    path = os.path.join(folder, entry.name) + (os.sep if is_folder else "")  # noqa: PTH118 -- as typed
                    found.append(Found(path, is_folder))
    except (OSError, ValueError):  # ValueError: a NUL inside the name
        return ()
    return tuple(sorted(found, key=_order)[:MAX_LISTED])


def _order(found: Found) -> tuple[int, str]:
    return (0 if is_article(found) else 1 if found.is_folder else 2, found.path.lower())


def is_article(found: Found) -> bool:
    """Whether a file looks like one by its ending."""
    return not found.is_folder and found.path.lower().endswith(ARTICLE_ENDINGS)
