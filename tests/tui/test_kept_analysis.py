"""An analysis that is kept from an earlier reading stands in the first frame, whole, and nobody waits for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.config import Config
from reader.nlp.options import AnalysisOptions
from reader.session import Opened, StageResult, cache
from reader.session.job import CachedJob
from reader.state.reading import Cursor
from reader.text import Analysis
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from tests.tui.acting import LARGE, MIDDLE, Ready, current_id, lines_of, pane_of

KEY = "kept"


class NeverListened(CachedJob):
    """A kept analysis that is not waited for."""

    def results(self) -> Iterator[StageResult]:
        """Nobody asks."""
        raise AssertionError


@pytest.fixture
def app(sample: Analysis, sample_lines: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    """The app on an article whose analysis lies in the cache."""
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "analyses")
    cache.write(KEY, sample_lines)
    job = NeverListened(sample.article, AnalysisOptions(), key=KEY)
    return ReaderApp(Opened(sample.article, job, "ferry.txt"), config=Config())


async def test_the_first_frame_has_every_pane_filled(
    app: ReaderApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_frame: dict[str, list[str]] = {}
    furnish = ReadingScreen.furnish

    async def noting(screen: ReadingScreen) -> None:
        first_frame.update({name: lines_of(panel.pane) for name, panel in screen.panels.items()})
        await furnish(screen)

    monkeypatch.setattr(ReadingScreen, "furnish", noting)
    async with app.run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        assert {name: lines_of(panel.pane) for name, panel in screen.panels.items()} == first_frame
    assert any("Brill Ferry" in line for line in first_frame["entities"])
    assert any("We ran out of boats" in line for line in first_frame["voices"])
    assert len(first_frame["summary"]) > 2


async def test_the_names_in_the_text_are_there_to_walk_through(app: ReaderApp, ready: Ready) -> None:
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("n")
        assert screen.place.entity_id is not None


async def test_the_cursor_is_where_it_was(app: ReaderApp, ready: Ready, sample: Analysis) -> None:
    start, end = sample.entities[1].mentions[0].span
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        screen.article.go_to(sample.entities[1].mentions[0].span, entity_id=sample.entities[1].id)
        await pilot.pause()
        assert screen._cursor(screen.article.place) == Cursor("entity", start, end)
        screen.keep(wait=True)
    again = ReaderApp(app.opened, config=Config())
    async with again.run_test(size=MIDDLE) as pilot:
        assert (await ready(pilot)).place.entity_id == sample.entities[1].id


async def test_a_pane_that_was_never_seen_opens_at_the_reader_s_place(app: ReaderApp, ready: Ready) -> None:
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("n")
        assert not pane_of(screen, "entities").rows
        await pilot.press("2")
        assert current_id(pane_of(screen, "entities")) == screen.place.entity_id
