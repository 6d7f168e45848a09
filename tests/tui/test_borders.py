"""The border between the article and a pane, moved by mouse and by key."""

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen

MakeApp = Callable[..., ReaderApp]
Ready = Callable[[Pilot[int]], Awaitable[ReadingScreen]]


async def test_the_border_goes_with_the_mouse_and_stays(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        before = screen.panels["voices"].region
        await pilot.mouse_down(offset=(before.x, 20))
        await pilot.hover(offset=(before.x - 15, 20))
        await pilot.mouse_up(offset=(before.x - 15, 20))
        await pilot.pause()
        assert screen.panels["voices"].region.x == before.x - 15
        await pilot.hover(offset=(before.x, 20))
        await pilot.pause()
        assert screen.panels["voices"].region.x == before.x - 15


async def test_keys_move_the_border_and_the_text_stays_readable(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        screen = await ready(pilot)
        before = screen.panels["voices"].region.x
        await pilot.press("left_curly_bracket")
        await pilot.pause()
        assert screen.panels["voices"].region.x == before - 4
        await pilot.press(*["left_curly_bracket"] * 30)
        await pilot.pause()
        assert screen.panels["voices"].region.x == 40
