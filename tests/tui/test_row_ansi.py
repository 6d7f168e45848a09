"""Rows go to the terminal with no more than what changes, and look there as Textual's own words for them would."""

import pyte
import pytest
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.row_ansi import changed_cells, row_ansi

GROUND = Style(color="#d5d9e0", bgcolor="#15181e")
LOOKS = (
    GROUND,
    GROUND + Style(bold=True),
    GROUND + Style(color="#e7b06a"),
    GROUND + Style(underline=True),
    GROUND + Style(bgcolor="#333a47"),
    GROUND + Style(reverse=True),
    Style(bold=True),
    Style(),
    Style(color="red"),
)
ROWS = [
    [Segment(words, look) for words in ("ab", "   ") for look in order]
    for order in (LOOKS, LOOKS[::-1], LOOKS[::2] + LOOKS[1::2])
]


def seen(words: str) -> list[tuple[object, ...]]:
    """The first row of a terminal on which `words` were written: each cell with all of its looks that show."""
    screen = pyte.Screen(80, 1)
    pyte.Stream(screen).feed(words + "#")
    row = [screen.buffer[0][column] for column in range(80)]
    return [
        (c.data, "" if c.data == " " and not (c.underscore or c.reverse) else c.fg, c.bg, c.underscore, c.reverse)
        + ((c.bold,) if c.data != " " else ())
        for c in row
    ]


@pytest.mark.parametrize("segments", ROWS)
@pytest.mark.parametrize("colors", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_a_row_looks_as_it_would_in_textuals_words(segments: list[Segment], colors: ColorSystem) -> None:
    console = Console(color_system="truecolor" if colors is ColorSystem.TRUECOLOR else "256", force_terminal=True)
    assert seen(row_ansi(Strip(segments), colors)) == seen(Strip(segments).render(console))


def test_what_stays_is_not_said_again() -> None:
    orange = GROUND + Style(color="#e7b06a")
    row = Strip([Segment("a", GROUND), Segment("b", GROUND), Segment(" ", orange), Segment("c", orange)])
    ground = "38;2;213;217;224;48;2;21;24;30"
    assert row_ansi(row, ColorSystem.TRUECOLOR) == f"\x1b[{ground}mab \x1b[38;2;231;176;106mc\x1b[0m"


def test_a_link_is_closed_behind_its_words() -> None:
    style = GROUND + Style(link="https://example.org")
    written = row_ansi(Strip([Segment("a", style), Segment("b", GROUND)]), ColorSystem.TRUECOLOR)
    assert f"\x1b]8;id={style.link_id};https://example.org\x1b\\a\x1b]8;;\x1b\\b" in written


def test_blanks_before_words_look_like_the_words() -> None:
    ground = "38;2;213;217;224;48;2;21;24;30"
    gutter = [Segment("  ", GROUND + Style(bold=True)), Segment(" ", GROUND + Style(color="#e7b06a"))]
    assert row_ansi(Strip([*gutter, Segment("a", GROUND)]), ColorSystem.TRUECOLOR) == f"\x1b[{ground}m   a\x1b[0m"


@pytest.mark.parametrize(
    ("before", "cells"),
    [("Then ", 5), ("\u201cThen\u201d ", 7), ("北京 ", None), ("\u263a\ufe0f ", None), ("e\u0301 ", None)],
)
def test_a_part_of_a_row_is_written_only_where_every_terminal_counts_alike(before: str, cells: int | None) -> None:
    rows = [Strip([Segment(before), Segment("Ada", look), Segment(" met")]) for look in (GROUND, LOOKS[1])]
    assert changed_cells(*rows) == (None if cells is None else (cells, [Segment("Ada", LOOKS[1])]))


def test_other_words_are_a_whole_row() -> None:
    assert changed_cells(Strip([Segment("3 of 12")]), Strip([Segment("4 of 12")])) is None


def test_of_the_same_row_nothing_is_written() -> None:
    assert changed_cells(Strip([Segment("a", GROUND)]), Strip([Segment("a", GROUND)])) == (0, ())
