"""Pictures of each layout and each pane, in a dark and a light theme and without colour."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from reader.session import CompletedJob
from reader.text import Analysis
from tests.tui.acting import LARGE, MIDDLE, NO_COLOUR, SMALL, MakeApp, still

SIZES = [SMALL, MIDDLE, LARGE]


@pytest.fixture
def settle(ready: Callable[[Pilot[int]], Any]) -> Callable[..., Any]:
    """Waits for the analysis, then presses keys."""

    def after(*keys: str) -> Callable[[Pilot[int]], Any]:
        async def run(pilot: Pilot[int]) -> None:
            await ready(pilot)
            await still(pilot)
            for key in keys:  # each key's answer is drawn before the next: a pane opens, then its rows move
                await pilot.press(key)
                await still(pilot)

        return run

    return after


@pytest.mark.parametrize("theme", ["reader-dark", "reader-light", "contrast-dark", NO_COLOUR])
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_layout(snap_compare: Any, themed: Any, settle: Any, size: tuple[int, int], theme: str) -> None:
    assert snap_compare(themed(theme), terminal_size=size, run_before=settle("n"))


@pytest.mark.parametrize("look", ["reader-dark", "reader-light", "contrast-dark", "no colour"])
@pytest.mark.parametrize("key", ["v", "t", "s"])
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_pane(
    snap_compare: Any,
    make_app: MakeApp,
    settle: Any,
    monkeypatch: pytest.MonkeyPatch,
    *,
    size: tuple[int, int],
    key: str,
    look: str,
) -> None:
    if look == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    theme = "reader-dark" if look == "no colour" else look
    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=settle(key, "j", "i"))


@pytest.mark.parametrize("keys", [("v", "f", "slash", *"ort"), ("s", "a", "minus"), ("t", "a", "f", "f")], ids=" ".join)
def test_narrowed_pane(snap_compare: Any, make_app: MakeApp, settle: Any, keys: tuple[str, ...]) -> None:
    assert snap_compare(make_app(), terminal_size=MIDDLE, run_before=settle(*keys))


def test_chart_in_plain_characters(snap_compare: Any, make_app: MakeApp, settle: Any) -> None:
    assert snap_compare(make_app(marks="ascii", theme="mono"), terminal_size=MIDDLE, run_before=settle("v"))


def test_panes_of_an_article_that_says_little(
    snap_compare: Any, make_app: MakeApp, settle: Any, analysis: Analysis
) -> None:
    bare = analysis._replace(entities=(), quotes=(), summary=(), key_facts=(), timeline=())
    assert snap_compare(make_app(CompletedJob(bare)), terminal_size=LARGE, run_before=settle())


def test_panes_of_an_analysis_that_failed(snap_compare: Any, make_app: MakeApp, settle: Any, silent_job: Any) -> None:
    job = silent_job(failure="reader/nlp/data/names.crf: not what the manifest says; install reader again")
    assert snap_compare(make_app(job), terminal_size=LARGE, run_before=settle())


@pytest.mark.parametrize("theme", ["contrast-dark", "contrast-light", "mono", "terminal", "sepia", "night"])
def test_other_themes(snap_compare: Any, make_app: MakeApp, settle: Any, theme: str) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=(120, 40), run_before=settle("right_parenthesis"))


def test_search(snap_compare: Any, make_app: MakeApp, settle: Any) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=settle("slash", *"reis", "enter"))


def test_flush_lines(snap_compare: Any, make_app: MakeApp, settle: Any) -> None:
    keys = ("n", "slash", *"union said", "enter")
    assert snap_compare(make_app(justify=True), terminal_size=(60, 24), run_before=settle(*keys))


def test_forty_columns(snap_compare: Any, make_app: MakeApp, settle: Any) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 16), run_before=settle("n", "t"))
