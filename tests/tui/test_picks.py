"""Letters on links, names and quotes; the way back and forward."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import Config
from reader.session import CompletedJob, Opened
from reader.text import Analysis, InlineMark, Span
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.widgets.pick_codes import LETTERS, codes
from tests.tui.acting import MIDDLE, MakeApp, Ready


@given(st.integers(0, 200))
def test_no_code_begins_another_and_short_ones_come_first(number: int) -> None:
    found = codes(number)
    assert len(set(found)) == len(found) == number
    assert not any(b.startswith(a) for a in found for b in found if a != b)
    assert all(len(a) <= len(b) for a, b in pairwise(found))


def test_as_many_things_as_letters_have_one_letter_each() -> None:
    assert codes(len(LETTERS)) == list(LETTERS)
    assert sum(len(code) == 1 for code in codes(len(LETTERS) + 1)) == len(LETTERS) - 1


def shown(screen: ReadingScreen) -> str:
    return "\n".join(screen.article.render_line(y).text for y in range(screen.article.size.height))


async def test_letters_stand_on_names_and_quotes_and_lead_there(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert "Talks led by aaria Ortega" in shown(screen)
        assert "letters" in screen.status.render().plain
        await pilot.press("s")
        assert screen.place.entity_id == "e2"
        assert "Talks led by Maria Ortega" in shown(screen)
        assert "letters:" not in screen.status.render().plain
        await pilot.press("f", "f")  # the fourth thing: the first quote
        assert screen.place.quote_id == "q1"


@pytest.mark.parametrize("key", ["escape", "z", "up"])
async def test_any_other_key_takes_the_letters_away_and_does_nothing_else(
    make_app: MakeApp, ready: Ready, key: str
) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        before = shown(screen)
        await pilot.press("f", key)
        await pilot.pause()
        assert shown(screen) == before
        assert not screen.zen
        assert screen.place.entity_id is None


async def test_typing_narrows_and_backspace_takes_back(
    make_app: MakeApp, ready: Ready, analysis: Analysis, place_of: Callable[..., Span]
) -> None:
    words = ("euros", "strike", "thanked", "mayor", "Traffic", "union")
    links = tuple(InlineMark(place_of(word), "link", f"https://example.org/{word}") for word in words)
    article = analysis.article._replace(marks=links)
    job = CompletedJob(analysis._replace(article=article))
    app = ReaderApp(Opened(article, job, "ferry.txt"), config=Config())
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("f")
        full = shown(screen)
        first = codes(screen.article.start_picking())[-1][0]
        await pilot.press(first)
        assert shown(screen) != full
        await pilot.press("backspace")
        assert shown(screen) == full


async def test_a_link_is_asked_about_before_it_is_opened(
    make_app: MakeApp, ready: Ready, analysis: Analysis, place_of: Callable[..., Span]
) -> None:
    article = analysis.article._replace(marks=(InlineMark(place_of("strike"), "link", "https://example.org/x"),))
    app = ReaderApp(Opened(article, CompletedJob(analysis._replace(article=article)), "ferry.txt"), config=Config())
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("f", codes(10)[0])  # behind it, nine names and quotes
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert "Open https://example.org/x in the browser?" in "\n".join(strip.text for strip in strips)


async def test_backspace_goes_back_and_forward_again_undoes_it(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(80, 12)) as pilot:
        screen = await ready(pilot)
        await pilot.press("f", "a")
        first = screen.place.offset
        await pilot.press("G")
        await pilot.pause()
        last = screen.article.scroll_offset.y
        assert last == screen.article.max_scroll_y > 0
        await pilot.press("backspace")
        await pilot.pause()
        assert screen.place.offset == first
        await pilot.press("L")
        await pilot.pause()
        assert screen.place.offset > first
        assert screen.article.scroll_offset.y == last
