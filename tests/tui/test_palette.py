"""The palette: what it finds, what it does, and themes seen before they are chosen."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from reader.tui.app import ReaderApp
from reader.tui.palette import THEME, ReaderPalette, commands
from reader.tui.screens.export import ExportScreen
from reader.tui.screens.help import HelpScreen
from tests.tui.acting import LOOK_IDS, LOOKS, MIDDLE, SMALL, MakeApp, Ready


async def found(pilot: Pilot[int], query: str) -> OptionList:
    """Open the palette and wait until the first thing that is found fits the query."""
    await pilot.press("colon")
    await pilot.pause()
    await pilot.press(*query)
    options = pilot.app.screen.query_one(OptionList)
    for _ in range(1000):
        await pilot.pause()
        if options.option_count and query.lower() in text_of(options, 0).lower():
            break
    return options


def text_of(options: OptionList, index: int) -> str:
    return str(getattr(getattr(options.get_option_at_index(index), "hit", None), "text", ""))


async def choose(pilot: Pilot[int], query: str) -> None:
    options = await found(pilot, query)
    options.highlighted = 0
    await pilot.press("enter")
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_key_opens_it_and_escape_closes_it(make_app: MakeApp, ready: Ready, key: str) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press(key)
        assert len(pilot.app.screen_stack) == 2
        assert isinstance(pilot.app.screen, ReaderPalette)
        await pilot.press("escape")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1


async def test_name_of_the_article_leads_to_its_first_place(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await choose(pilot, "Go to Paulo")
        assert screen.place.entity_id == "e5"
        assert screen.article.has_focus


async def test_action_is_found_by_its_words(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await choose(pilot, "nothing but")
        assert screen.zen


async def test_action_of_the_app_is_found_too(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await choose(pilot, "help")
        assert isinstance(pilot.app.screen, HelpScreen)


async def test_export_opens_with_the_format_that_was_chosen(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await choose(pilot, "Export as html")
        screen = pilot.app.screen
        assert isinstance(screen, ExportScreen)
        assert screen.wanted[0] == "html"


async def test_theme_is_seen_while_it_is_highlighted_and_taken_back(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(theme="reader-dark").run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        options = await found(pilot, "Theme: paper")
        options.highlighted = 0
        await pilot.pause()
        assert pilot.app.theme == "paper"
        await pilot.pause()
        assert options.styles.background.hex == pilot.app.theme_variables["surface"]
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.theme == "reader-dark"


async def test_theme_that_is_chosen_stays(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(theme="reader-dark").run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await choose(pilot, "Theme: sepia")
        assert not isinstance(pilot.app.screen, ReaderPalette)
        assert pilot.app.theme == "sepia"


async def test_every_theme_can_be_looked_at_and_left_again(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(theme="reader-dark").run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        shown = [command for command in commands(screen) if command.name.startswith(THEME)]
        for command in shown:
            command.run()
            await pilot.pause()
            assert pilot.app.theme == command.name.removeprefix(THEME)
            assert screen.article.render_line(0).text.strip() == "Ferry crews end their strike"
        assert len(shown) >= 8


async def test_exports_are_offered_only_when_the_analysis_has_ended(
    make_app: MakeApp, ready: Ready, silent_job: Any
) -> None:
    async with make_app(silent_job(failure="it fell over")).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        names = [command.name for command in commands(screen)]
        assert not any(name.startswith("Export as") for name in names)
        assert "Quit" in names


async def test_every_command_has_a_name_of_its_own(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        names = [command.name for command in commands(await ready(pilot))]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_picture(snap_compare: Any, themed: Any, ready: Ready, size: tuple[int, int], look: str) -> None:
    async def before(pilot: Pilot[int]) -> None:
        await ready(pilot)
        await found(pilot, "quote")
        await pilot.app.workers.wait_for_complete()
        pilot.app.screen.query_one(Input).cursor_blink = False

    assert snap_compare(themed(look), terminal_size=size, run_before=before)


@pytest.mark.parametrize(("theme", "mode"), [("reader-dark", "-dark-mode"), ("paper", "-light-mode")])
async def test_first_theme_parses_no_style_sheet_a_second_time(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch, theme: str, mode: str
) -> None:
    refreshed: list[bool] = []
    monkeypatch.setattr(ReaderApp, "refresh_css", lambda *_, **__: refreshed.append(True))
    app = make_app(theme=theme)
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        ground = app.screen.styles.background
    assert {c for c in app.classes if c.endswith("-mode")} == {mode}
    assert ground.hex.lower() == app.theme_variables["background"].lower()
    assert refreshed == []
