"""Pictures of the screens beside the article's: at three sizes, and dark, light, in high contrast, without colour."""

import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.config import Config
from reader.session import CompletedJob, Opened
from reader.state.anchor import Anchor
from reader.state.reading import Reading, content_key
from reader.state.store import Store, state_folder
from reader.text import Analysis
from reader.tui.app import ReaderApp
from reader.tui.screens.export import ExportScreen
from reader.tui.screens.file_picker import FilePicker
from reader.tui.screens.history import HistoryScreen
from tests.tui.acting import LOOK_IDS, LOOKS, SMALL, Ready, still, until

Before = Callable[[Pilot[int]], Awaitable[None]]


def answered(screen: object) -> bool:
    """Whether the threads of a screen have given their answers."""
    match screen:
        case HistoryScreen() as history:
            return bool(history.list.items)
        case FilePicker() as picker:
            return bool(picker._list.items)
        case ExportScreen() as export:
            return export._text is not None
    return True


@pytest.fixture
def pressing(ready: Ready) -> Callable[..., Before]:
    """Waits for the analysis, then presses keys, each when the answer to the one before is drawn."""

    def after(*keys: str) -> Before:
        async def run(pilot: Pilot[int]) -> None:
            await ready(pilot)
            for key in keys:
                await still(pilot)
                await pilot.press(key)
                await until(pilot, lambda: answered(pilot.app.screen))
                for line in pilot.app.screen.query(Input):
                    line.cursor_blink, line._cursor_visible = False, True
            await still(pilot)

        return run

    return after


@pytest.fixture(autouse=True)
def one_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Pictures tell the same time everywhere."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def kept(number: int, title: str, *bookmarks: int) -> Reading:
    """An article that was read some days ago."""
    places = tuple(Anchor(at, "", "words") for at in bookmarks)
    day_s = 24 * 3600
    return Reading(
        f"/news/{number}.txt", content_key(title), title, "Tagus Courier", 1_767_225_600.0 + number * day_s,
        number * 20, Anchor(number, "", ""), None, places,
    )  # fmt: skip


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_history(snap_compare: Any, themed: Any, pressing: Any, size: tuple[int, int], look: str) -> None:
    store = Store(state_folder())
    for reading in (
        kept(1, "Bridge opens a year late"),
        kept(2, "A ferry is painted green", 4, 9),
        kept(3, "東京 " * 40),
    ):
        store.keep(reading)
    app = themed(look)
    app.opened = None

    async def before(pilot: Pilot[int]) -> None:
        await still(pilot)
        await pilot.press("H")
        await until(pilot, lambda: answered(pilot.app.screen))
        await still(pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_switcher(
    snap_compare: Any, themed: Any, ready: Ready, analysis: Analysis, *, size: tuple[int, int], look: str
) -> None:
    app = themed(look)
    app.articles.add("other.txt", Opened(analysis.article._replace(title="Another story"), CompletedJob(analysis), "o"))
    app.articles.add("later.txt").failure = "later.txt: no such file"

    async def before(pilot: Pilot[int]) -> None:
        await ready(pilot)
        await still(pilot)
        await pilot.press("A")
        await still(pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_bookmarks(snap_compare: Any, themed: Any, pressing: Any, size: tuple[int, int], look: str) -> None:
    before = pressing("n", "m", "right_parenthesis", "m", "B")
    assert snap_compare(themed(look), terminal_size=size, run_before=before)


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_file_picker(
    snap_compare: Any, themed: Any, pressing: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    *, size: tuple[int, int], look: str,
) -> None:  # fmt: skip
    folder = tmp_path / "papers"
    for name in ("letters", "maps"):
        (folder / name).mkdir(parents=True)
    for name in ("bridge.md", "ferry.txt", "chart.pdf"):
        (folder / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert snap_compare(themed(look), terminal_size=size, run_before=pressing("O", "down"))


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_dossier(snap_compare: Any, themed: Any, pressing: Any, size: tuple[int, int], look: str) -> None:
    before = pressing("n", "e", "down", "right", "right", "right")
    assert snap_compare(themed(look), terminal_size=size, run_before=before)


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_first_hint(snap_compare: Any, themed: Any, pressing: Any, size: tuple[int, int], look: str) -> None:
    Store(state_folder()).choose(hints_seen=[])
    assert snap_compare(themed(look), terminal_size=size, run_before=pressing("n"))


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_failure(
    snap_compare: Any, themed: Any, ready: Ready, silent_job: Any, *, size: tuple[int, int], look: str
) -> None:
    app = themed(look)
    app.opened = app.opened._replace(
        job=silent_job(failure="the analysis process ended with status 9 before its answer")
    )

    async def before(pilot: Pilot[int]) -> None:
        await ready(pilot)
        await still(pilot)
        await pilot.press("v")
        await still(pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)


def test_empty_list_says_how_it_fills(snap_compare: Any) -> None:
    async def before(pilot: Pilot[int]) -> None:
        await still(pilot)
        await pilot.press("A")
        await still(pilot)

    assert snap_compare(ReaderApp(None, config=Config()), terminal_size=SMALL, run_before=before)
