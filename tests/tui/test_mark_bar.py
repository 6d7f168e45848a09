"""The signs in the margin and the bar beside the article."""

from reader.tui.screens.article_screen import ReadingScreen
from tests.tui.acting import MakeApp, Ready

LOW, MIDDLE = (80, 12), (120, 40)


def margin(screen: ReadingScreen) -> str:
    """The first two cells of every row."""
    return "\n".join(screen.article.render_line(y).text[:2] for y in range(screen.article.size.height))


def bar(screen: ReadingScreen) -> str:
    return "".join(screen.bar.render_line(y).text for y in range(screen.bar.size.height))


async def test_quotes_and_summary_have_signs_in_margin_and_bar(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        assert {"•", "▎"} <= set(margin(screen))
        assert {"•", "▎"} <= set(bar(screen))
        assert not {"◆", "▸"} & set(margin(screen) + bar(screen))


async def test_a_bookmark_shows_at_once_and_goes_at_once(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("n", "m")
        await pilot.pause()
        assert "◆" in margin(screen)
        assert "◆" in bar(screen)
        await pilot.press("m")
        await pilot.pause()
        assert "◆" not in margin(screen) + bar(screen)


async def test_hits_have_signs_while_the_search_is_on(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"ferry", "enter")
        await pilot.pause()
        assert margin(screen).count("▸") == bar(screen).count("▸") == 2
        await pilot.press("escape")
        await pilot.pause()
        assert "▸" not in margin(screen) + bar(screen)


async def test_plain_characters_stand_for_signs_where_marks_are_ascii(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(marks="ascii").run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("n", "m")
        await pilot.pause()
        shown = margin(screen) + bar(screen)
        assert shown.isascii()
        assert {"+", "|"} <= set(shown)


async def test_the_thumb_goes_with_the_text(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        assert screen.bar._thumb.start == 0
        await pilot.press("G")
        await pilot.pause()
        assert screen.bar._thumb.stop == screen.bar.size.height


async def test_an_article_that_is_seen_whole_has_no_thumb(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        assert not screen.bar._thumb


async def test_a_press_on_the_bar_goes_there_and_the_mouse_drags_on(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        height = screen.bar.size.height
        await pilot.mouse_down("#mark-bar", offset=(0, height - 1))
        await pilot.pause()
        assert screen.article.scroll_offset.y == screen.article.max_scroll_y > 0
        await pilot.hover("#mark-bar", offset=(0, 0))
        await pilot.pause()
        assert screen.article.scroll_offset.y == 0
        await pilot.mouse_up("#mark-bar", offset=(0, 0))
        await pilot.hover("#mark-bar", offset=(0, height - 1))
        await pilot.pause()
        assert screen.article.scroll_offset.y == 0
