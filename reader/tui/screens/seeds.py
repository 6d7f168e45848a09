"""Where one begins without an article: what waits for later, what was read last, the samples. Esc leads back here.

The files are read in a thread, the list is there before they are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.message import Message

from reader.errors import InputError
from reader.paths import seeds_dir
from reader.text.article import reading_time
from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.screens.history import LATER, reading_item
from reader.tui.screens.listing import ListScreen
from reader.tui.widgets.item_list import Item, Section
from reader.tui.widgets.status_lines import Fact

if TYPE_CHECKING:
    from reader.state.store import Store
    from reader.text import Article
    from reader.tui.app import ReaderApp

ENDINGS = (".md", ".txt")
MAX_RECENT = 5
"""Articles read last that stand above the samples; `H` lists them all."""
HOW_ELSE = "O opens a file of yours"


class SeedRead(Message):
    """One more sample is known."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item


class RecentRead(Message):
    """What waits for later, and what was read last, is known."""

    def __init__(self, later: tuple[Item, ...], items: tuple[Item, ...]) -> None:
        super().__init__()
        self.later, self.items = later, items


class SeedsScreen(ListScreen):
    """What can be read without having brought anything."""

    NAME = "Articles"
    EMPTY = "no sample articles there; reinstall reader-tui"
    HELP: ClassVar[str] = "index"
    HINTS = (
        ("Enter", "read"), ("j k", "move"), ("O", "open a file"), ("H", "history"), ("^p", "commands"), ("?", "help"),
        ("q", "quit"),
    )  # fmt: skip

    def __init__(self, files: tuple[Path, ...] | None = None, *, is_first: bool = False) -> None:
        """List these files; None for the shipped samples.

        Args:
            files: of the samples.
            is_first: whether nothing below is to be seen again.
        """
        super().__init__()
        self._is_first = is_first
        self._files = shipped() if files is None else files
        self._samples = {file: Item(str(file), named_after(file)) for file in self._files}
        self._later: tuple[Item, ...] = ()
        self._recent: tuple[Item, ...] = ()

    def on_mount(self) -> None:
        """Show the names at once, and what the files say as they are read."""
        self.show_items()
        self.status.show([Fact(HOW_ELSE, 5), Fact(f"{len(self._files)} samples", 1)])
        post_beside(self, self._read_all)

    def on_screen_resume(self) -> None:
        """Something else has been read meanwhile."""
        store = cast("ReaderApp", self.app).store
        if store is not None:
            post_beside(self, lambda: [RecentRead(*recent_items(store, MAX_RECENT))])

    def show_items(self) -> None:
        """What is known by now."""
        known = self._later + self._recent
        heading = "Sample articles" if known else ""
        samples = [item for item in self._samples.values() if item.value not in {i.value for i in known}]
        self.list.show([Section(LATER, self._later), Section("Read last", self._recent), Section(heading, samples)])

    def _read_all(self) -> Iterable[SeedRead]:
        for file in self._files:
            yield SeedRead(read_seed(file))

    @on(SeedRead)
    def take_seed(self, message: SeedRead) -> None:
        """Its name gives way to its title."""
        self._samples[Path(str(message.item.value))] = message.item
        self.show_items()

    @on(RecentRead)
    def take_recent(self, message: RecentRead) -> None:
        """They stand above the samples."""
        if (message.later, message.items) != (self._later, self._recent):
            untouched = not self._later + self._recent and self.list.current_item in self.list.items[:1]
            self._later, self._recent = message.later, message.items
            self.show_items()
            if untouched:
                self.list.action_move_to(0)

    def action_back(self) -> None:
        """See `ListScreen.action_back`."""
        if not self._is_first:
            super().action_back()

    def choose(self, item: Item) -> None:
        """Read it; back leads here again."""
        cast("ReaderApp", self.app).open_article(str(item.value))


def shipped() -> tuple[Path, ...]:
    """The sample articles, by name."""
    folder = seeds_dir()
    return tuple(sorted(f for f in folder.glob("*") if f.suffix in ENDINGS)) if folder.is_dir() else ()


def named_after(file: Path) -> str:
    """What to call a sample before it has been read."""
    return one_line(file.stem.replace("-", " ").capitalize())


def read_seed(file: Path) -> Item:
    """A sample with all that the list tells; one that cannot be read says why."""
    from reader.session.loading import load

    try:
        article = load(str(file))
    except InputError as error:
        return Item(str(file), named_after(file), one_line(str(error)))
    title = one_line(article.title or "") or named_after(file)
    return Item(str(file), title, _origin(article), reading_time(article.text))


def _origin(article: "Article") -> str:
    parts = (article.source, article.author, (article.published or "")[:10])
    return " · ".join(one_line(part) for part in parts if part) or one_line(Path(article.id).name)


def recent_items(store: "Store", limit: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """All articles kept for later and those read last, of which the files are there; it opens files, so in a thread."""
    found = [r for r in store.recent() if r.path != "-" and Path(r.path).is_file()]
    later = tuple(reading_item(r) for r in found if r.for_later)
    return later, tuple(reading_item(r) for r in found if not r.for_later)[:limit]
