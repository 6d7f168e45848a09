"""The border between the article and a pane: moved by mouse and by key, remembered."""

import pytest
from textual.geometry import Size

from reader.state.store import Store, state_folder
from reader.tui.screens.bordering import BORDERS, borders_of
from reader.tui.widgets.body_layout import MIN_ARTICLE_CELLS, MIN_PANE_ROWS, Sides
from tests.tui.acting import LARGE, MIDDLE, SMALL, MakeApp, Ready


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


async def test_the_border_between_summary_and_voices_goes_with_the_mouse_and_both_stay_readable(
    make_app: MakeApp, ready: Ready
) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        above, below = screen.panels["summary"], screen.panels["voices"]
        x, y = below.region.x + 20, below.region.y
        for row, expected in ((y + 9, y + 9), (0, screen.body.region.y + MIN_PANE_ROWS)):
            await pilot.mouse_down(offset=(x, below.region.y))
            await pilot.hover(offset=(x, row))
            await pilot.mouse_up(offset=(x, row))
            await pilot.pause()
            assert below.region.y == expected
            assert above.region.bottom == below.region.y
            assert below.region.bottom == screen.body.region.bottom


async def test_the_border_between_summary_and_voices_stands_where_it_was_left(make_app: MakeApp, ready: Ready) -> None:
    for moved in (5, 0):
        async with make_app().run_test(size=LARGE) as pilot:
            screen = await ready(pilot)
            region = screen.panels["voices"].region
            await pilot.mouse_down(offset=(region.x + 20, region.y))
            await pilot.mouse_up(offset=(region.x + 20, region.y))
            await pilot.hover(offset=(region.x + 20, region.y + 9))  # with nothing held
            if moved:
                before = region
                await pilot.mouse_down(offset=(region.x + 20, region.y))
                await pilot.hover(offset=(region.x + 20, region.y + moved))
                await pilot.mouse_up(offset=(region.x + 20, region.y + moved))
                await pilot.pause()
            await pilot.press("q")
    assert region.y == before.y + 5
    assert region.x == before.x


async def widths(make_app: MakeApp, ready: Ready, size: tuple[int, int], *keys: str) -> tuple[int, int]:
    """Of the left and the right panes in one sitting, after some keys."""
    async with make_app().run_test(size=size) as pilot:
        screen = await ready(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        found = screen.panels["entities"].region.width, screen.panels["voices"].region.width
        await pilot.press("q")
    return found


async def test_a_border_stands_where_it_was_left_the_last_time(make_app: MakeApp, ready: Ready) -> None:
    before = await widths(make_app, ready, MIDDLE)
    moved = await widths(make_app, ready, MIDDLE, "left_curly_bracket", "left_curly_bracket")
    assert moved[1] == before[1] + 8
    assert await widths(make_app, ready, MIDDLE) == moved


async def test_each_layout_has_borders_of_its_own(make_app: MakeApp, ready: Ready) -> None:
    before = await widths(make_app, ready, LARGE)
    await widths(make_app, ready, MIDDLE, "left_curly_bracket")
    await widths(make_app, ready, SMALL, "left_curly_bracket")
    assert await widths(make_app, ready, LARGE) == before


async def test_a_narrower_terminal_gives_a_pane_the_same_share(make_app: MakeApp, ready: Ready) -> None:
    _, wide = await widths(make_app, ready, (150, 40), *["left_curly_bracket"] * 6)
    _, narrow = await widths(make_app, ready, (100, 40))
    assert narrow == wide * 100 // 150
    assert 100 - narrow >= MIN_ARTICLE_CELLS
    assert await widths(make_app, ready, (150, 40)) == (0, wide)


async def test_all_open_articles_have_the_same_borders(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        first = await ready(pilot)
        before = first.panels["voices"].region.width
        second = type(first)(first.opened, first.config)
        await app.push_screen(second)
        await ready(pilot)
        await pilot.press("left_curly_bracket")
        app.pop_screen()
        await pilot.pause()
        assert first.panels["voices"].region.width == before + 4


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"middle": [1]},
        {"middle": ["a", 2, 3]},
        {"middle": [None, -4, 90]},
        {"middle": [None, 40, 0]},
        {"middle": [None, 40, 90, 7, 0]},
        {"middle": [None, 40, 90, "7", 40]},
        {"middle": [None, 40, 0, None, 0]},
    ],
)
async def test_what_was_kept_and_is_no_border_is_left_out(make_app: MakeApp, ready: Ready, kept: object) -> None:
    usual = await widths(make_app, ready, MIDDLE)
    Store(state_folder()).choose(**{BORDERS: kept})
    assert await widths(make_app, ready, MIDDLE) == usual


def test_borders_are_read_as_they_were_kept() -> None:
    assert borders_of({"wide": [30, None, 200]}) == {"wide": Sides(30, None, 200)}
    assert borders_of({"wide": [None, None, 0, 20, 50]}) == {"wide": Sides(None, None, 0, 20, 50)}


def test_a_smaller_terminal_gives_each_pane_the_same_share() -> None:
    assert Sides(30, None, 200, 20, 50).for_size(Size(180, 25)) == Sides(27, None, 180, 10, 25)
    assert Sides(30, None, 200, 20, 50).for_size(Size(220, 60)) == Sides(30, None, 200, 20, 50)
