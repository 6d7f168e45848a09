"""Several articles: opening, switching, closing, analysing ahead; each keeps its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from reader.config import Config
from reader.errors import InputError
from reader.session import CompletedJob, Opened
from reader.text import Analysis
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.screens.bookmarks import BookmarksScreen
from reader.tui.screens.file_picker import FilePicker, beginning_with
from reader.tui.screens.history import HistoryScreen
from reader.tui.screens.seeds import SeedsScreen
from reader.tui.screens.switcher import SwitcherScreen
from tests.tui.acting import Ready, until

MakeShelf = Callable[..., ReaderApp]
LOW = (80, 12)


@pytest.fixture
def make_shelf(analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> MakeShelf:
    """The app on some articles that are all the same text under other titles; "bad" cannot be read."""

    def open_file(self: ReaderApp, path: str) -> Opened:
        if "bad" in path:
            raise InputError(f"{path}: no such file")
        article = analysis.article._replace(id=path, title=f"Story of {Path(path).stem}")
        return Opened(article, CompletedJob(analysis._replace(article=article)), path)

    monkeypatch.setattr(ReaderApp, "open_file", open_file)

    def make(*paths: str) -> ReaderApp:
        probe = ReaderApp(None, config=Config())
        first = open_file(probe, paths[0]) if paths else None
        return ReaderApp(first, config=Config(), more=paths[1:])

    return make


def title(app: ReaderApp) -> str | None:
    return app.screen.findings.article.title if isinstance(app.screen, ReadingScreen) else None


async def test_all_articles_are_analysed_ahead_one_after_the_other(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "b.txt", "bad.txt", "c.txt")
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await until(pilot, lambda: app.articles.all[-1].opened)
        assert [a.label for a in app.articles.all] == ["Story of a", "Story of b", "bad.txt", "Story of c"]
        assert app.articles.all[2].failure == "bad.txt: no such file"
        assert title(app) == "Story of a"


async def test_next_and_previous_keep_place_cursor_and_analysis(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "b.txt")
    async with app.run_test(size=LOW) as pilot:
        first = await ready(pilot)
        await pilot.press("n", "n", "n")
        before = first.place
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: title(app) == "Story of b")
        second = await ready(pilot)
        assert second.findings.analysis is not None
        assert ("article 2/2", 3) in list(second.modes())
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: title(app) == "Story of a")
        assert app.screen is first
        assert first.place == before
        assert first.article.has_focus


async def test_the_switcher_lists_and_leads(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "b.txt", "bad.txt")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await until(pilot, lambda: app.articles.all[2].failure)
        await pilot.press("A")
        screen = app.screen
        assert isinstance(screen, SwitcherScreen)
        await until(pilot, lambda: screen.list.size.height)
        assert [i.title for i in screen.list.items] == ["Story of a (in front)", "Story of b", "bad.txt"]
        assert screen.list.items[0].below.startswith("5 names, 3 quotes")
        assert "no such file" in screen.list.items[2].below
        await pilot.press("j", "enter")
        await until(pilot, lambda: title(app) == "Story of b")


async def test_a_click_in_the_switcher_leads_there_too(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "b.txt")
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot)
        await pilot.press("A")
        await pilot.pause()
        await pilot.click("#items", offset=(6, 3))
        await until(pilot, lambda: title(app) == "Story of b")


async def test_an_article_that_cannot_be_read_is_told_when_it_is_wanted(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "bad.txt")
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: app._notifications)
        assert [n.message for n in app._notifications] == ["bad.txt: no such file"]
        assert title(app) == "Story of a"


async def test_opening_twice_shows_the_one_that_is_open(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt")
    async with app.run_test(size=LOW) as pilot:
        first = await ready(pilot)
        app.open_article("d.txt")
        await until(pilot, lambda: title(app) == "Story of d")
        app.open_article("a.txt")
        await until(pilot, lambda: app.screen is first)
        assert len(app.articles.all) == 2


async def test_closing_shows_the_neighbour_and_then_the_list(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "b.txt")
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("X")
        await until(pilot, lambda: title(app) == "Story of b")
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, SeedsScreen))
        assert app.articles.all == []


async def test_x_in_the_switcher_closes_the_one_under_the_cursor(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt", "b.txt", "c.txt")
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await until(pilot, lambda: app.articles.all[-1].opened)
        await pilot.press("A", "j", "x")
        await until(pilot, lambda: len(app.articles.all) == 2)
        assert isinstance(app.screen, SwitcherScreen)
        await pilot.press("k", "x")
        await until(pilot, lambda: title(app) == "Story of c")


async def test_an_article_opened_from_the_list_stays_open_behind_it(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf()
    async with app.run_test(size=LOW) as pilot:
        assert isinstance(app.screen, SeedsScreen)
        app.open_article("a.txt")
        await until(pilot, lambda: title(app) == "Story of a")
        screen = app.screen
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, SeedsScreen))
        app.open_article("a.txt")
        await until(pilot, lambda: app.screen is screen)


async def test_what_was_read_is_listed_and_goes_on(make_shelf: MakeShelf, ready: Ready, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in "ab"]
    for file in files:
        file.write_text("x", encoding="utf-8")
    async with make_shelf(str(files[0])).run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("j", "j", "m", "q")
    app = make_shelf(str(files[1]))
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("H")
        screen = app.screen
        assert isinstance(screen, HistoryScreen)
        await until(pilot, lambda: screen.list.items)
        item = screen.list.items[-1]  # the one in front is kept meanwhile and may stand above it
        assert item.title == "Story of a"
        assert "1 bookmark" in item.below
        await pilot.press("G", "enter")
        await until(pilot, lambda: title(app) == "Story of a")
        await pilot.press("H")
        again = app.screen
        assert isinstance(again, HistoryScreen)
        await until(pilot, lambda: len(again.list.items) == 2)
        await pilot.press("x")
        await until(pilot, lambda: len(again.list.items) == 1)


async def test_what_was_read_last_stands_above_the_samples(make_shelf: MakeShelf, ready: Ready, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    async with make_shelf(str(file)).run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("q")
    app = make_shelf()
    async with app.run_test(size=LOW) as pilot:
        screen = app.screen
        assert isinstance(screen, SeedsScreen)
        await until(pilot, lambda: screen._recent)
        assert screen.list.items[0].title == "Story of a"


async def test_what_is_kept_for_later_stands_on_top_until_it_is_not(
    make_shelf: MakeShelf, ready: Ready, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", encoding="utf-8")
    async with make_shelf(str(file)).run_test(size=LOW) as pilot:
        reading = await ready(pilot)
        await pilot.press("R")
        assert ("for later", 3) in list(reading.modes())
        await pilot.press("q")
    app = make_shelf()
    async with app.run_test(size=LOW) as pilot:
        seeds = app.screen
        assert isinstance(seeds, SeedsScreen)
        await until(pilot, lambda: seeds._later)
        assert not seeds._recent
        assert seeds.list.items[0].title == "Story of a"
        await pilot.press("H")
        history = app.screen
        assert isinstance(history, HistoryScreen)
        await until(pilot, lambda: history.list.items)
        await pilot.press("R")
        await until(pilot, lambda: not any(r.for_later for r in history.readings))
        await pilot.press("escape")
        await until(pilot, lambda: seeds._recent)
        assert not seeds._later


async def test_what_came_from_standard_input_cannot_be_kept_for_later(make_shelf: MakeShelf, ready: Ready) -> None:
    async with make_shelf("-").run_test(size=LOW) as pilot:
        reading = await ready(pilot)
        await pilot.press("R")
        assert not reading.for_later


async def test_history_says_when_nothing_is_remembered(make_app: Callable[..., ReaderApp], ready: Ready) -> None:
    app = make_app(remember=False)
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("H")
        await pilot.pause()
        assert isinstance(app.screen, HistoryScreen)
        assert "Nothing is remembered" in str(app.screen.status.render())


async def test_bookmarks_are_listed_lead_to_their_place_and_go(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt")
    async with app.run_test(size=(60, 8)) as pilot:
        reading = await ready(pilot)
        await pilot.press("n", "m", "G")
        await pilot.pause()
        await pilot.press("m", "B")
        screen = app.screen
        assert isinstance(screen, BookmarksScreen)
        assert len(screen.list.items) == 2
        await pilot.press("g", "enter")
        await until(pilot, lambda: app.screen is reading)
        assert reading.place.paragraph == 1
        await pilot.press("B", "g", "x")
        assert len(reading.bookmarks) == 1
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is reading)


async def test_a_file_is_opened_by_typing_and_completing(
    make_shelf: MakeShelf, ready: Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "note.txt").write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    app = make_shelf("a.txt")
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("O")
        screen = app.screen
        assert isinstance(screen, FilePicker)
        await until(pilot, lambda: screen._list.items)
        await pilot.press("p")
        await until(pilot, lambda: [i.title for i in screen._list.items] == ["papers/"])
        await pilot.press("tab")
        assert screen.query_one(Input).value == "papers/"
        await until(pilot, lambda: [i.title for i in screen._list.items] == ["note.txt"])
        await pilot.press("enter")
        await until(pilot, lambda: title(app) == "Story of note")


async def test_a_file_that_is_not_there_is_told(make_shelf: MakeShelf, ready: Ready) -> None:
    app = make_shelf("a.txt")
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("O", *"nowhere")
        screen = app.screen
        assert isinstance(screen, FilePicker)
        await until(pilot, lambda: not screen._list.items)
        await pilot.press("enter")
        await until(pilot, lambda: app._notifications)
        assert app.screen is screen


def test_articles_stand_before_folders_and_other_files(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("b.txt", "A.md", "c.pdf", ".hidden.txt"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "box").mkdir()
    names = [Path(f.path).name for f in beginning_with(f"{folder}/")]
    assert names == ["A.md", "b.txt", "box", "c.pdf"]
    assert [Path(f.path).name for f in beginning_with(f"{folder}/.h")] == [".hidden.txt"]
    assert beginning_with(f"{folder}/\0") == ()
    assert beginning_with(f"{folder}/none/") == ()


@pytest.mark.parametrize("keys", ["question_mark", "e", "colon"])
async def test_no_article_changes_under_the_guide_an_export_or_the_palette(
    make_shelf: MakeShelf, ready: Ready, keys: Any
) -> None:
    app = make_shelf("a.txt", "b.txt")
    async with app.run_test(size=LOW) as pilot:
        first = await ready(pilot)
        await pilot.press(keys)
        await pilot.pause()
        above = app.screen
        await pilot.press("greater_than_sign", "H")
        await pilot.pause()
        assert app.screen is above
        assert app.screen_stack[0] is first
