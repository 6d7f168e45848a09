"""The list of the sample articles: title, source, minutes to read. Enter opens one, Esc in the article leads back here.

Takes nothing but the seeds folder; the articles are read in a thread, the list is there before they are.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen

from reader.errors import InputError
from reader.paths import seeds_dir
from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.findings import minutes_to_read
from reader.tui.panes.lines import clipped, ends
from reader.tui.widgets.row_list import Line, Row, RowList
from reader.tui.widgets.status_lines import Fact, KeyHints, StatusLine

if TYPE_CHECKING:
    from reader.text import Article
    from reader.tui.app import ReaderApp

ENDINGS = (".md", ".txt")
HOW_ELSE = "reader ARTICLE opens a file of yours, reader - what is piped into it"
HINTS = [("Enter", "read"), ("j k", "move"), ("^p", "commands"), ("?", "help"), ("q", "quit")]


class Seed(NamedTuple):
    """One sample, as far as it is known."""

    file: Path
    title: str
    origin: str = ""
    """Publisher, author, date, as far as told."""
    minutes: int = 0
    """0 while the article has not been read."""


class SeedRead(Message):
    """One more sample is known."""

    def __init__(self, index: int, seed: Seed) -> None:
        super().__init__()
        self.index, self.seed = index, seed


class SeedList(RowList):
    """A row of two lines a sample."""

    seeds: tuple[Seed, ...] = ()

    def show(self, seeds: tuple[Seed, ...]) -> None:
        """Show these, the cursor kept on its file."""
        index = self.cursor
        self.seeds = seeds
        self.rebuild()
        self.select_index(index if index is not None or not seeds else 0)

    def make_rows(self, width: int) -> Iterable[Row]:
        """See `RowList.make_rows`."""
        del width
        if not self.seeds:
            yield Row(f"{seeds_dir()}: no sample articles there; reinstall reader-tui", can_choose=False)
        for number, seed in enumerate(self.seeds):
            if number:
                yield Row(None, can_choose=False)
            yield Row(seed, height=2)

    def draw(self, row: Row, width: int) -> list[Line]:
        """See `RowList.draw`."""
        if not isinstance(row.item, Seed):
            return [[(clipped(str(row.item or ""), width), "muted")]]
        seed = row.item
        minutes = f"{seed.minutes} min" if seed.minutes else ""
        return [ends([(seed.title, "+foreground")], minutes, width), [(clipped(seed.origin, width), "muted")]]


class SeedsScreen(Screen[None]):
    """What can be read without having brought anything."""

    AUTO_FOCUS = "#seeds"
    DEFAULT_CSS = """
    SeedsScreen #middle { height: 1fr; align-horizontal: center; }
    SeedsScreen #seeds { width: 100%; max-width: 92; height: 1fr; margin: 1 0 0 0; background: $background; }
    """
    HELP: ClassVar[str] = "index"
    """The page of the guide that tells about it."""

    def __init__(self, files: tuple[Path, ...] | None = None) -> None:
        """List these files; None for the shipped samples."""
        super().__init__()
        self._files = shipped() if files is None else files
        self.list = SeedList(id="seeds")
        self._status, self._hints = StatusLine("Sample articles"), KeyHints()

    def compose(self) -> ComposeResult:
        """Status, list, keys."""
        yield self._status
        with Vertical(id="middle"):
            yield self.list
        yield self._hints

    def on_mount(self) -> None:
        """Show the names at once, and what the files say as they are read."""
        self.list.show(tuple(Seed(file, named_after(file)) for file in self._files))
        self._status.show([Fact(HOW_ELSE, 5), Fact(f"{len(self._files)} articles", 1)])
        self._hints.show(HINTS)
        post_beside(self, self._read_all)

    def _read_all(self) -> Iterable[SeedRead]:
        for index, file in enumerate(self._files):
            yield SeedRead(index, read_seed(file))

    @on(SeedRead)
    def take_seed(self, message: SeedRead) -> None:
        """Its name gives way to its title."""
        seeds = list(self.list.seeds)
        seeds[message.index] = message.seed
        self.list.show(tuple(seeds))

    @on(RowList.Chosen)
    def open_seed(self, message: RowList.Chosen) -> None:
        """Read it; back leads here again."""
        if isinstance(message.item, Seed):
            cast("ReaderApp", self.app).open_article(str(message.item.file))


def shipped() -> tuple[Path, ...]:
    """The sample articles, by name."""
    folder = seeds_dir()
    return tuple(sorted(f for f in folder.glob("*") if f.suffix in ENDINGS)) if folder.is_dir() else ()


def named_after(file: Path) -> str:
    """What to call a sample before it has been read."""
    return one_line(file.stem.replace("-", " ").capitalize())


def read_seed(file: Path) -> Seed:
    """A sample with all that the list tells; one that cannot be read says why."""
    from reader.session.loading import load

    try:
        article = load(str(file))
    except InputError as error:
        return Seed(file, named_after(file), one_line(str(error)))
    title = one_line(article.title or "") or named_after(file)
    return Seed(file, title, _origin(article), minutes_to_read(article.text))


def _origin(article: "Article") -> str:
    parts = (article.source, article.author, (article.published or "")[:10])
    return " · ".join(one_line(part) for part in parts if part) or one_line(Path(article.id).name)
