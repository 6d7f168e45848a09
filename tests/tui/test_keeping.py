"""The place, the cursor and the bookmarks are there again when an article is opened again."""

from shutil import rmtree

import pytest

from reader.session import CompletedJob, Opened
from reader.state.store import Store, state_folder
from reader.text import Analysis, Span
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from tests.tui.acting import MakeApp, Ready, until

LOW = (60, 5)
"""So few rows that the article has to be scrolled."""


async def read(app: ReaderApp, ready: Ready, *keys: str) -> ReadingScreen:
    """Open, press keys, quit; the screen as it was in the end."""
    async with app.run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.press("q")
    return screen


async def test_the_first_row_is_the_one_that_was_left(make_app: MakeApp, ready: Ready) -> None:
    await read(make_app(), ready, "j", "j", "j")
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        assert round(screen.article.scroll_offset.y) == 3
        assert ("where you left", 3) in list(screen.modes())
        await pilot.press("g")
        await pilot.pause()
        assert ("where you left", 3) not in list(screen.modes())


@pytest.mark.parametrize("keys", [("n", "n"), ("n", "right_square_bracket"), ("right_parenthesis",)])
async def test_the_cursor_is_where_it_was(make_app: MakeApp, ready: Ready, keys: tuple[str, ...]) -> None:
    before = (await read(make_app(), ready, *keys)).place
    assert before.entity_id or before.quote_id
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        assert screen.place == before


async def test_a_cursor_that_has_moved_already_is_left_alone(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    await read(make_app(), ready, "n", "n", "n")
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        await pilot.press("g", "n")
        here = screen.place.entity_id
        screen.show_findings()
        assert screen.place.entity_id == here


async def test_bookmarks_stay(make_app: MakeApp, ready: Ready) -> None:
    before = (await read(make_app(), ready, "n", "m", "G", "m")).bookmarks
    assert len(before) == 2
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        assert screen.bookmarks == before


async def test_an_edited_article_keeps_place_and_bookmarks_by_their_words(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    left = await read(make_app(), ready, "j", "j", "j", "m")
    marked = left.findings.article.text[left.bookmarks[0] :][:30]
    article = analysis.article
    longer = "Corrected on Tuesday. " + article.text
    moved = tuple(p._replace(span=Span(p.span.start + 22, p.span.end + 22)) for p in article.paragraphs)
    edited = article._replace(text=longer, paragraphs=moved, headline=None)
    app = make_app()
    app.opened = Opened(
        edited, CompletedJob(analysis._replace(article=edited, entities=(), quotes=(), summary=())), "ferry.txt"
    )
    async with app.run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        assert longer[screen.bookmarks[0] :].startswith(marked)
        assert longer[screen.article.top_offset :].startswith(article.text[left.article.top_offset :][:20])


async def test_nothing_is_kept_when_nothing_is_to_be_remembered(make_app: MakeApp, ready: Ready) -> None:
    rmtree(state_folder())
    await read(make_app(remember=False), ready, "G", "m")
    assert not state_folder().exists()


async def test_another_screen_in_front_keeps_the_place(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        await pilot.press("j", "j", "question_mark")
        await pilot.pause()
        await pilot.press("escape")
        for _ in range(200):
            await pilot.pause()
            if Store(state_folder()).recent():
                break
        (kept,) = Store(state_folder()).recent()
        assert kept.top.offset == screen.article.top_offset > 0
        assert kept.title == "Ferry crews end their strike"


async def test_a_damaged_file_is_told_and_ends_nothing(make_app: MakeApp, ready: Ready) -> None:
    await read(make_app(), ready, "G")
    (file,) = (state_folder() / "articles").glob("*.json")
    file.write_text("[red]{", encoding="utf-8")
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        assert screen.article.top_offset == 0
        assert any("set aside" in n.message for n in pilot.app._notifications)
    assert file.with_suffix(".damaged").exists()


async def test_two_readers_at_once_keep_the_bookmarks_of_both(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        (other,) = (await read(make_app(), ready, "G", "m")).bookmarks
        await pilot.press("n", "m", "q")
    (kept,) = Store(state_folder()).recent()
    assert [b.offset for b in kept.bookmarks] == [screen.bookmarks[0], other]


async def test_a_bookmark_that_cannot_be_kept_is_told(make_app: MakeApp, ready: Ready) -> None:
    rmtree(state_folder())
    state_folder().write_text("in the way", encoding="utf-8")
    async with make_app().run_test(size=LOW) as pilot:
        await ready(pilot)
        await pilot.press("m")
        await until(pilot, lambda: [n for n in pilot.app._notifications if "bookmarks are not kept" in n.message])


async def test_a_folder_that_refuses_ends_nothing(make_app: MakeApp, ready: Ready) -> None:
    rmtree(state_folder())
    state_folder().write_text("in the way", encoding="utf-8")
    screen = await read(make_app(), ready, "G", "m")
    assert screen.bookmarks
