"""What is told while the analysis runs, when it failed, and to whoever is here for the first time."""

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.session import StageResult
from reader.state.store import Store, state_folder
from reader.text import Analysis
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.widgets.first_hint import FirstHint
from reader.tui.widgets.status_lines import Fact, StatusLine
from tests.tui.acting import MakeApp, Ready

SIZE = (120, 30)


class Halted:
    """Gives the names, then waits until it is cancelled."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis, self._end = analysis, Event()

    def results(self) -> Iterator[StageResult]:
        yield StageResult("sentences", self._analysis.sentences)
        yield StageResult("entities", self._analysis.entities)
        self._end.wait(timeout=60)

    def cancel(self) -> None:
        self._end.set()


async def reading(pilot: Pilot[int], fact: Callable[[ReadingScreen], object]) -> ReadingScreen:
    """The reading screen, once something holds of it."""
    screen = pilot.app.screen
    assert isinstance(screen, ReadingScreen)
    for _ in range(500):
        if fact(screen):
            break
        await pilot.pause()
    assert fact(screen)
    return screen


def rows(screen: ReadingScreen, pane: str) -> str:
    rows = screen.panels[pane].pane
    return " ".join(rows.render_line(y).text for y in range(rows.size.height))


async def test_a_pane_that_waits_says_what_is_done_and_for_how_long(make_app: MakeApp, analysis: Analysis) -> None:
    async with make_app(Halted(analysis)).run_test(size=SIZE) as pilot:
        screen = await reading(pilot, lambda s: s.findings.entities is not None and s.panels)
        screen.tell_progress()
        await pilot.pause()
        told = " ".join(rows(screen, "voices").split())
        assert "finding who said what (step 3 of 5" in told
        assert "0 s so far" in told
        assert ("step 3/5", 3) in list(screen.modes())


async def test_nothing_is_told_of_an_analysis_that_is_done(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        screen.tell_progress()
        assert screen.findings.progress == ""
        assert not any("step" in words for words, _ in screen.modes())


async def test_a_failure_stands_in_the_status_line_with_the_way_on(
    make_app: MakeApp, ready: Ready, silent_job: Any
) -> None:
    async with make_app(silent_job(failure="out of paper")).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        assert ("not analysed, r tries again", 1) in list(screen.modes())
        assert "Out of paper" in rows(screen, "voices")
        await pilot.press("e")
        await pilot.pause()
        assert "r tries again" in [n.message for n in pilot.app._notifications][-1]


async def test_the_first_hint_is_shown_once_and_escape_hides_it(make_app: MakeApp, ready: Ready) -> None:
    Store(state_folder()).choose(hints_seen=[])
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        hint = screen.query_one(FirstHint)
        assert str(hint.render()).startswith("New here? n steps from name to name, ) from quote to quote, v tells")
        await pilot.press("escape")
        await pilot.pause()
        assert not screen.query(FirstHint)
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        assert not screen.query(FirstHint)


async def test_a_click_hides_the_hint_and_it_names_the_keys_as_they_are(make_app: MakeApp, ready: Ready) -> None:
    Store(state_folder()).choose(hints_seen="damaged")
    async with make_app(keys={"next-entity": "k"}).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        assert "New here? k steps" in str(screen.query_one(FirstHint).render())
        await pilot.click(FirstHint)
        await pilot.pause()
        assert not screen.query(FirstHint)


@pytest.mark.parametrize("keys", [("n", "right_parenthesis"), ("right_parenthesis", "N"), ("s",)])
async def test_following_the_hint_takes_it_away(make_app: MakeApp, ready: Ready, keys: tuple[str, ...]) -> None:
    Store(state_folder()).choose(hints_seen=[])
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        for key in keys:
            assert screen.query(FirstHint)
            await pilot.press(key)
            await pilot.pause()
        assert not screen.query(FirstHint)


async def test_ctrl_c_says_which_key_quits(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(keys={"quit": "Q"}).run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert [n.message for n in pilot.app._notifications] == ["Q quits."]


async def test_no_hint_where_nothing_is_remembered(make_app: MakeApp, ready: Ready) -> None:
    Store(state_folder()).choose(hints_seen=[])
    async with make_app(remember=False).run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        assert not screen.query(FirstHint)


def test_source_and_minutes_give_way_before_the_title_is_cut() -> None:
    line = StatusLine("After the flood, an invitation to Marrow")
    line.show([Fact("The Quay", 7), Fact("2 min", 6), Fact("quote 2/19", 4), Fact("¶2", 5), Fact("28%", 2)])
    for width, facts in ((90, "The Quay · 2 min · "), (75, "2 min · "), (65, "")):
        told = "".join(words for words, _ in line.lines(width, 1)[0])
        assert told.split("  ", 1)[0] == "After the flood, an invitation to Marrow"
        assert told.endswith(f"  {facts}quote 2/19 · ¶2 · 28%")


async def test_the_hints_of_a_pane_go_with_what_it_shows(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        await pilot.press("v", "f")
        await pilot.pause()
        assert ("Esc", "all rows") in screen.hints._hints
        await pilot.press("escape", "s")
        await pilot.pause()
        assert ("a", "prose") in screen.hints._hints
        await pilot.press("a")
        await pilot.pause()
        assert ("a", "points") in screen.hints._hints
