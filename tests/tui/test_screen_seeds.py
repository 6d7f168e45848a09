"""The list of samples: what it tells, what it opens, how one comes back."""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.config import Config
from reader.session import CompletedJob, Opened
from reader.text import Analysis
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.screens.seeds import SeedsScreen, named_after, read_seed, shipped
from tests.tui.acting import LOOK_IDS, LOOKS, NO_COLOUR, SMALL

FIRST = """---
title: Bees return to the canal
source: Towpath News
author: Lena Voss
published: 2024-05-02
---

One.
"""
SECOND = "A title alone\n\nSome words about nothing much follow in this line.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    first, second, third = (tmp_path / name for name in ("bees.txt", "plain-one.txt", "torn.txt"))
    first.write_text(FIRST, encoding="utf-8")
    second.write_text(SECOND, encoding="utf-8")
    third.write_bytes(b"\x00\x01\x02\x00" * 40)
    return first, second, third


class SeedsApp(ReaderApp):
    """The app on a list of files, opening a finished analysis in place of a process."""

    CSS_PATH = str(Path(inspect.getfile(ReaderApp)).with_name("reader.tcss"))

    def __init__(
        self, files: tuple[Path, ...], analysis: Analysis | None = None, *, config: Config | None = None
    ) -> None:
        super().__init__(None, config=config or Config())
        self.files, self.analysis = files, analysis
        self.asked: list[str] = []

    def get_default_screen(self) -> SeedsScreen:
        return SeedsScreen(self.files)

    def open_article(self, path: str) -> None:
        self.asked.append(path)
        if self.analysis is not None:
            opened = Opened(self.analysis.article, CompletedJob(self.analysis), path)
            self.push_screen(ReadingScreen(opened, self.config))


async def read(pilot: Pilot[int]) -> SeedsScreen:
    """Wait until every file has been read."""
    screen = pilot.app.screen
    assert isinstance(screen, SeedsScreen)
    for _ in range(500):
        await pilot.pause()
        if all(item.below for item in screen.list.items):
            break
    return screen


def seen(screen: SeedsScreen) -> Iterator[str]:
    """The lines of the list."""
    for y in range(screen.list.size.height):
        yield screen.list.render_line(y).text.rstrip()


async def test_titles_sources_and_minutes_are_listed(files: tuple[Path, ...]) -> None:
    async with SeedsApp(files).run_test(size=SMALL) as pilot:
        lines = list(seen(await read(pilot)))
        assert lines[0].startswith("▌ Bees return to the canal")
        assert lines[0].endswith("1 min")
        assert lines[1] == "▌ Towpath News · Lena Voss · 2024-05-02"
        assert lines[3].startswith("  A title alone")


async def test_file_that_is_no_text_says_so_in_its_place(files: tuple[Path, ...]) -> None:
    async with SeedsApp(files).run_test(size=SMALL) as pilot:
        lines = list(seen(await read(pilot)))
        assert lines[6].startswith("  Torn")
        assert "torn.txt" in lines[7]


async def test_enter_opens_the_current_one_and_escape_comes_back(files: tuple[Path, ...], analysis: Analysis) -> None:
    app = SeedsApp(files, analysis)
    async with app.run_test(size=SMALL) as pilot:
        await read(pilot)
        await pilot.press("j", "enter")
        assert app.asked == [str(files[1])]
        assert isinstance(app.screen, ReadingScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, SeedsScreen)
        assert app.screen.list.cursor == 2  # headings between rows count


async def test_click_opens_a_row(files: tuple[Path, ...]) -> None:
    app = SeedsApp(files)
    async with app.run_test(size=SMALL) as pilot:
        screen = await read(pilot)
        await pilot.click(screen.list, offset=(5, 3))
        assert app.asked == [str(files[1])]


async def test_list_without_samples_says_where_they_should_be() -> None:
    async with SeedsApp(()).run_test(size=SMALL) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, SeedsScreen)
        await pilot.press("j", "enter")
        assert "no sample articles there" in next(seen(screen))


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (400, 120)])
async def test_any_size_of_terminal_is_drawn(files: tuple[Path, ...], size: tuple[int, int]) -> None:
    async with SeedsApp(files).run_test(size=size) as pilot:
        screen = await read(pilot)
        assert any("Bees" in line for line in seen(screen))


def test_hostile_title_is_shown_harmless(tmp_path: Path) -> None:
    file = tmp_path / "evil.txt"
    file.write_text("---\ntitle: A \x1b[31m\u202etitle [red]\n---\n\nWords.\n", encoding="utf-8")
    seed = read_seed(file)
    assert "\x1b" not in seed.title
    assert "\u202e" not in seed.title


def test_name_stands_in_for_a_title() -> None:
    assert named_after(Path("deep-sponge.md")) == "Deep sponge"


def test_every_shipped_sample_has_a_title_of_its_own() -> None:
    files = shipped()
    titles = {read_seed(file).title for file in files}
    assert len(files) >= 10
    assert len(titles) == len(files)


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_picture(
    snap_compare: Any, files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch, *, size: tuple[int, int], look: str
) -> None:
    config = Config()
    if look == NO_COLOUR:
        monkeypatch.setenv("NO_COLOR", "1")
    else:
        config = Config(theme=look)
    before: Callable[[Pilot[int]], Any] = read
    assert snap_compare(SeedsApp(files[:2], config=config), terminal_size=size, run_before=before)
