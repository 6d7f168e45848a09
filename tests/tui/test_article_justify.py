"""Rows that end flush: which are stretched, by how much, and that every cell still leads to its character."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import Selection

from reader.parse import parse_article
from reader.text import Span
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.widgets.article_justify import AS_IT_IS, stretched
from reader.tui.widgets.article_layout import drawn_text, lay_out
from tests.tui.acting import MakeApp, Ready

WIDTH = 30
STORY = """# A heading that is so long that it has to be wrapped somewhere

The crews of the ferries went back to work on Monday after talks that had lasted for eleven days and nights.

- an item of a list that is so long that it has to be wrapped

> words of another that are so long that they have to be wrapped

    code that is so long that it has to be cut somewhere

One line of a verse that is too long for it\\
and another line of it

The paper 東京新聞 wrote on Tuesday that all of it had been over much too late for anybody.
"""
NARROW = (40, 24)

PlaceOf = Callable[..., Span]


def flush_rows(text: str, width: int, name: str = "story.md") -> list[str]:
    """The rows that were stretched, as they are shown."""
    article = parse_article(text, id=name, name=name)
    shown = []
    for line in lay_out(article, drawn_text(article.text, ()), width).lines:
        stretch = stretched(article.text, line, article.paragraphs[line.paragraph], width)
        if stretch != AS_IT_IS:
            shown.append(stretch.widened(article.text, line.start, line.end))
    return shown


def test_wrapped_rows_of_running_text_end_flush_and_nothing_else_is_stretched() -> None:
    assert flush_rows(STORY, WIDTH) == [
        "The crews of  the ferries went",
        "back to  work on  Monday after",
        "talks  that   had  lasted  for",
        "Tuesday  that  all of  it  had",
        "been  over much  too late  for",
    ]


def test_a_row_whose_gaps_would_be_holes_stays_as_it_is() -> None:
    assert flush_rows("a bb " + "c" * 28 + " and what follows it here.", WIDTH) == []


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=40), st.integers(8, 60))
def test_every_cell_of_a_flush_row_leads_to_the_character_shown_there(words: list[str], width: int) -> None:
    article = parse_article(" ".join(words), id="x", name="x.txt")
    text = article.text
    for line in lay_out(article, drawn_text(text, ()), width).lines:
        stretch = stretched(text, line, article.paragraphs[line.paragraph], width)
        shown = stretch.widened(text, line.start, line.end)
        assert shown.split() == text[line.start : line.end].split()
        assert len(shown) == (width if stretch.spaces else line.end - line.start)
        assert [text[stretch.offset_at(line.start, cell)] for cell in range(len(shown))] == list(shown)
        for at in range(line.start, line.end):
            assert stretch.offset_at(line.start, at - line.start + stretch.cells_before(at)) == at


def shown_rows(screen: ReadingScreen) -> list[str]:
    return [strip.text for strip in screen.article.strips(range(screen.article.size.height))]


def cell_of(screen: ReadingScreen, words: str) -> tuple[int, int]:
    """Column and row in the article of some words on the screen."""
    return next((row.index(words), y) for y, row in enumerate(shown_rows(screen)) if words in row)


async def test_j_makes_lines_flush_and_ragged_again(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        ragged = shown_rows(screen)
        await pilot.press("J")
        flush = shown_rows(screen)
        assert flush != ragged
        assert [row.split() for row in flush] == [row.split() for row in ragged]
        await pilot.press("J")
        assert shown_rows(screen) == ragged


async def test_the_configuration_begins_with_flush_lines(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(justify=True).run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        assert screen.article.is_justified


async def test_clicks_hits_and_letters_stand_where_the_words_are_shown(
    make_app: MakeApp, ready: Ready, place_of: PlaceOf
) -> None:
    async with make_app(justify=True).run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        lisbon = cell_of(screen, "Lisbon")
        drawn = screen.article.drawn_at(*lisbon)
        assert drawn is not None
        assert screen.article.drawn.article_offset(drawn) == place_of("Lisbon").start
        assert await pilot.click("#article", offset=lisbon)
        assert screen.place.entity_id == "e3"
        await pilot.press("f")
        assert shown_rows(screen)[lisbon[1]][lisbon[0]] != "L"
        await pilot.press("escape", "slash", *"union said", "enter")
        x, y = cell_of(screen, "said.")
        look = {name: screen.get_style_at(x + by, y + screen.article.region.y) for name, by in (("in", 3), ("out", 4))}
        assert look["in"].bgcolor != look["out"].bgcolor


async def test_what_is_dragged_over_is_copied_without_the_added_spaces(
    make_app: MakeApp, ready: Ready, place_of: PlaceOf
) -> None:
    async with make_app(justify=True).run_test(size=NARROW) as pilot:
        screen = await ready(pilot)
        article = screen.article
        (x, y), (to_x, to_y) = cell_of(screen, "Maria"), cell_of(screen, "Lisbon")
        selection = Selection(Offset(x, y), Offset(to_x + len("Lisbon"), to_y))
        screen.selections = {article: selection}
        found = article.get_selection(selection)
        assert found is not None
        text = screen.findings.article.text
        assert found[0] == text[place_of("Maria").start : place_of("Lisbon").end]
