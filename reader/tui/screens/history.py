"""The articles that were read, the latest first: how far, when, with how many bookmarks. Enter goes on reading.

The files of the state folder are read in a thread. A text that came from standard input is listed and cannot be opened.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.paths import seeds_dir, shown_path
from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.screens.listing import ListScreen
from reader.tui.widgets.item_list import Item, Section
from reader.tui.widgets.status_lines import Fact

if TYPE_CHECKING:
    from reader.state.reading import Reading
    from reader.state.store import Store
    from reader.tui.app import ReaderApp

LATER, READ = "To read later", "Read"
OFF = "Nothing is remembered: `remember = false`, or --private."


class HistoryRead(Message):
    """What the state folder says."""

    def __init__(self, readings: list["Reading"]) -> None:
        super().__init__()
        self.readings = readings


class HistoryScreen(ListScreen):
    """What was read."""

    NAME = "History"
    EMPTY = "Nothing has been read yet."
    HINTS = (
        ("Enter", "go on reading"),
        ("j k", "move"),
        ("x", "forget it"),
        ("R", "for later"),
        ("Esc", "back"),
        ("?", "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "forget", "forget this article's place and bookmarks", id="history-forget", show=False),
        Binding("R", "later", "keep this article for later, or not any more", id="history-later", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.readings: list[Reading] = []

    def on_mount(self) -> None:
        """Read the folder."""
        store = cast("ReaderApp", self.app).store
        if store is None:
            self.status.show([Fact(OFF, 1)])
            self.list.show([])
        else:
            post_beside(self, lambda: self._read(store))

    def _read(self, store: "Store") -> Iterable[HistoryRead]:
        yield HistoryRead(store.recent())

    @on(HistoryRead)
    def take_history(self, message: HistoryRead) -> None:
        """List it."""
        self.readings = message.readings
        self.show_items()
        cast("ReaderApp", self.app).tell_problems()

    def show_items(self) -> None:
        """All that is left."""
        later = [reading_item(r) for r in self.readings if r.for_later]
        rest = [reading_item(r) for r in self.readings if not r.for_later]
        self.list.show([Section(LATER, later), Section(READ if later else "", rest)])
        self.status.show([Fact(f"{len(self.readings)} articles", 1)])

    def choose(self, item: Item) -> None:
        """Go on reading it, in front of whatever is below."""
        if item.value == "-":
            self.notify("It came from standard input and cannot be opened again.", markup=False)
            return
        self.dismiss()
        cast("ReaderApp", self.app).open_article(str(item.value))

    def action_forget(self) -> None:
        """Keep nothing of the current one any more."""
        for store, reading in self._current():
            store.forget(reading)
            self.readings = [r for r in self.readings if r != reading]
        self.show_items()

    def action_later(self) -> None:
        """Put the current one aside to be read later, or take it off that list again."""
        for store, reading in self._current():
            if reading.path == "-":
                self.notify("It came from standard input and cannot be opened again.", markup=False)
                continue
            changed = reading._replace(for_later=not reading.for_later)
            store.keep(changed)
            self.readings = [changed if r == reading else r for r in self.readings]
        self.show_items()

    def _current(self) -> "list[tuple[Store, Reading]]":
        """What is kept of the row under the cursor."""
        store, item = cast("ReaderApp", self.app).store, self.list.current_item
        if store is None or not isinstance(item, Item):
            return []
        return [(store, reading) for reading in self.readings if reading_item(reading) == item]


def reading_item(reading: "Reading") -> Item:
    """A row about an article that was read."""
    count = len(reading.bookmarks)
    marks = f"{count} bookmark{'s' * (count != 1)}" if count else ""
    is_sample = Path(reading.path).parent == seeds_dir()
    where = "sample" if is_sample else "standard input" if reading.path == "-" else shown_path(reading.path)
    facts = (reading.source, when(reading.read_at_s), marks, where)
    return Item(
        reading.path, one_line(reading.title), " · ".join(one_line(f) for f in facts if f), f"{reading.percent}%"
    )


def when(at_s: float) -> str:
    """A time as people write it here: "2026-05-03 14:10", local time; empty when it is none."""
    try:
        return datetime.fromtimestamp(at_s).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError, OSError):
        return ""
