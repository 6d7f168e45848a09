"""Moving on a real pseudo-terminal, a test for each way: keys and mouse as sent, the screen as drawn."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.starting import start_reader
from tests.tui.terminal import BACKSPACE, ENTER, ESCAPE, WHEEL_DOWN, WHEEL_UP, Terminal

STORY = """# The strike is over

Talks led by Maria Ortega ended on Monday. The crews of Lisbon go back to [work](https://example.org/terms).

東京の新聞 wrote that it was time.

"We got what we asked for," Ortega told reporters. She thanked Paulo Reis. Reis said that the city had paid enough.
""" + "".join(f"\nOn day {day} no boat left the Quay and the crews waited for a word.\n" for day in range(1, 40))
STATUS, CARD = 0, -2
"""The rows of the status line and of the card, in 80 columns."""
LEFT_TO_THE_SHELL = ((b"\x1b[?1049l", b"\x1b[?1049h"), (b"\x1b[?25h", b"\x1b[?25l"), (b"\x1b[?1000l", b"\x1b[?1000h"))
"""Alternate screen, hidden cursor and mouse: what takes each back, and what asked for it."""
BAR = " •▎"
"""What the bar along the article shows at the end of a row."""
EMPTY = "\x15"  # ^U empties the search line

Open = Callable[..., Terminal]


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for all: the story is analysed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def open_story(tmp_path: Path, cache: Path) -> Iterator[Open]:
    """Opens the story on a terminal, analysed."""
    running = []

    def start(*, rows: int = 24, columns: int = 80) -> Terminal:
        child = start_reader(tmp_path, STORY, rows=rows, columns=columns, name="story.md", XDG_CACHE_HOME=str(cache))
        running.append(child)
        terminal = Terminal(child)
        terminal.sees("The strike is over", "Maria Ortegaᴾ", "▎", "3 quotes")
        return terminal

    yield start
    for child in running:
        child.close(force=True)


@pytest.fixture
def terminal(open_story: Open) -> Terminal:
    """The story in 80 columns."""
    return open_story()


# Searching.


def search_again(terminal: Terminal, words: str) -> None:
    """Type other words into the search line."""
    terminal.press(EMPTY)
    terminal.sees("find in the text")
    terminal.press(words)


def test_esc_alone_leaves_the_search_line(terminal: Terminal) -> None:
    terminal.press("/")
    terminal.press("quay")
    terminal.sees("quay 1/")
    terminal.press("\x1b")
    terminal.until(lambda: terminal.row_of("quay 1/") < 0, "the search line is gone")


def test_search_has_smart_case(terminal: Terminal) -> None:
    terminal.press("/quay")
    terminal.sees_in(STATUS, "/quay 1/39")
    search_again(terminal, "Quay")
    terminal.sees_in(STATUS, "/Quay 1/39")
    search_again(terminal, "QUAY")
    terminal.sees_in(STATUS, "/QUAY no hits")


def test_search_takes_expressions_and_tells_what_is_off(terminal: Terminal) -> None:
    terminal.press("//day (1|2")
    terminal.sees("missing ), unterminated subpattern")
    terminal.press(") ")
    terminal.sees_in(STATUS, "1/2")
    terminal.lacks("missing )")
    terminal.sees_marked(terminal.cell_of("day 2"))
    assert not terminal.is_marked(terminal.cell_of("day 3"))


def test_hits_are_walked_and_counted_while_the_search_is_on_and_names_afterwards(terminal: Terminal) -> None:
    terminal.press("/quay")
    terminal.sees_in(STATUS, "1/39")
    terminal.press(ENTER)
    terminal.sees("n name")  # the line for the search is gone
    terminal.press("n")
    terminal.sees_in(STATUS, "/quay 2/39")
    terminal.press("NN")
    terminal.sees_in(STATUS, "/quay 39/39")
    terminal.sees("day 39")
    terminal.press(ESCAPE)
    terminal.lacks("/quay")
    terminal.press("gn")
    terminal.sees_in(CARD, "Maria Ortega · person")


# Names, links, quotes.


def test_letters_lead_to_names_and_links(terminal: Terminal) -> None:
    name, link = terminal.cell_of("Maria Ortega"), terminal.cell_of("work.")
    for cell, told in ((name, "Maria Ortega · person"), (link, "https://example.org/terms")):
        terminal.press("f")
        terminal.sees_in(STATUS, "letters: type a mark")
        terminal.press(terminal.letter_at(cell))
        terminal.sees(told)


def test_a_filter_keeps_the_walk_to_its_kind(terminal: Terminal) -> None:
    terminal.press("l")
    terminal.sees_in(STATUS, "only places")
    terminal.press("n")
    terminal.sees_in(CARD, "Lisbon · place")
    terminal.press("p")
    terminal.sees_in(STATUS, "only people")
    terminal.press("n")
    terminal.sees_in(CARD, "Maria Ortega · person")


def test_mentions_of_one_person_are_walked(terminal: Terminal) -> None:
    terminal.press("n")
    terminal.sees_in(STATUS, "1/5")
    terminal.press("]]")
    terminal.sees_in(STATUS, "3/5")
    terminal.press("[")
    terminal.sees_in(STATUS, "2/5")
    terminal.sees_in(CARD, "Maria Ortega · person")


def test_quotes_are_walked(terminal: Terminal) -> None:
    terminal.press("))")
    terminal.sees_in(STATUS, "quote 2/3")
    terminal.press("(")
    terminal.sees_in(STATUS, "quote 1/3")
    terminal.sees_in(CARD, "Maria Ortega · ¶4 · told reporters")


# There and back.


def test_jumps_are_taken_back_and_forward_again(terminal: Terminal) -> None:
    terminal.press("G")
    terminal.sees("day 39")
    terminal.press(BACKSPACE)
    terminal.sees("Talks led by")
    terminal.press("L")
    terminal.sees("day 39")


def test_bookmarks_are_set_seen_and_gone_to(terminal: Terminal) -> None:
    terminal.press("nm")
    terminal.sees_in(STATUS, "bookmark")
    _, row = terminal.cell_of("Talks led by")
    terminal.sees_in(row, "◆")
    terminal.press("G")
    terminal.sees("day 39")
    terminal.lacks("◆ ")  # the bar's stays
    terminal.press("'")
    terminal.sees_in(STATUS, "bookmark", "¶2")
    terminal.sees("Talks led by")


def test_percentage_and_paragraph_follow(terminal: Terminal) -> None:
    terminal.sees_in(STATUS, "¶1 ", "22%")
    terminal.press(" ")
    terminal.lacks("Talks led by")
    top = next(row for row in terminal.rows[2:] if row.strip(" •▎┊"))
    day = int(top.split("day ")[1].split()[0])
    terminal.sees_in(STATUS, f"¶{day + 4} ")
    terminal.press("G")
    terminal.sees_in(STATUS, "100%")


# The mouse.


def test_a_click_on_a_name_shows_its_card(terminal: Terminal) -> None:
    terminal.click(terminal.cell_of("Reisᴾ said"))
    terminal.sees_in(CARD, "Paulo Reis · person")


def test_the_mouse_over_a_name_tells_whose_it_is(terminal: Terminal) -> None:
    terminal.hover(terminal.cell_of("Ortegaᴾ told"))
    terminal.sees("Maria Ortega · person")
    terminal.sees_in(CARD, "2 people")  # nothing was chosen


def test_the_wheel_scrolls_down_and_up(terminal: Terminal) -> None:
    for _ in range(4):
        terminal.mouse(WHEEL_DOWN, (10, 10))
    terminal.sees("day 9 ")
    terminal.lacks("Talks led by")
    for _ in range(4):
        terminal.mouse(WHEEL_UP, (10, 10))
    terminal.sees("Talks led by")


def test_a_drag_selects_across_lines_and_wide_characters_and_y_copies_it(terminal: Terminal) -> None:
    x, y = terminal.cell_of("ended on Monday")
    wide_x, wide_y = terminal.cell_of("東京の")
    terminal.drag((x, y), (x + 4, y), (wide_x + 2, wide_y))
    terminal.sees_marked((wide_x, wide_y))
    assert terminal.marked_in(y).rstrip(BAR) == "ended on Monday. The crews of Lisbonᴳ go back to"
    assert terminal.marked_in(y + 1).rstrip(BAR) == "work."
    assert terminal.marked_in(wide_y).rstrip(BAR) == "東京"
    terminal.press("y")
    terminal.until(lambda: len(terminal.copied), "something on the clipboard")
    assert terminal.copied == "ended on Monday. The crews of Lisbon go back to work.\n\n東京"
    terminal.until(lambda: not terminal.marked_in(wide_y).rstrip(BAR), "nothing selected any more")


def test_a_drag_upwards_selects_the_same(terminal: Terminal) -> None:
    x, y = terminal.cell_of("ended on Monday")
    wide_x, wide_y = terminal.cell_of("東京の")
    terminal.drag((wide_x + 2, wide_y), (x + 4, y), (x, y))
    terminal.sees_marked((wide_x, wide_y))
    terminal.press("y")
    terminal.until(lambda: len(terminal.copied), "something on the clipboard")
    assert terminal.copied == "ended on Monday. The crews of Lisbon go back to work.\n\n東京"


def test_the_border_of_a_pane_is_dragged(open_story: Open) -> None:
    terminal = open_story(columns=120, rows=40)
    x, y = terminal.cell_of("│ 1 Voices")
    terminal.drag((x, y + 6), (x - 5, y + 6), (x - 20, y + 6))
    terminal.until(lambda: terminal.cell_of("│ 1 Voices")[0] == x - 20, "the border where it was let go")


def test_a_border_that_was_dragged_stands_there_the_next_time(open_story: Open) -> None:
    terminal = open_story(columns=120, rows=40)
    x, y = terminal.cell_of("│ 1 Voices")
    terminal.drag((x, y + 6), (x - 10, y + 6))
    terminal.until(lambda: terminal.cell_of("│ 1 Voices")[0] == x - 10, "the border where it was let go")
    terminal.press("q")
    terminal.ends()
    again = open_story(columns=120, rows=40)
    assert again.cell_of("│ 1 Voices")[0] == x - 10


def test_the_border_between_summary_and_voices_is_dragged(open_story: Open) -> None:
    terminal = open_story(columns=200, rows=60)
    x, y = terminal.cell_of("Voices 3")
    terminal.drag((x + 9, y - 1), (x + 9, y + 3), (x + 9, y + 7))
    terminal.until(lambda: terminal.cell_of("Voices 3") == (x, y + 8), "the border where it was let go")
    terminal.sees_in(terminal.row_of("Voices 3") - 1, "┌───")


def test_flush_lines_are_clicked_where_their_words_are_shown(terminal: Terminal) -> None:
    x, _ = terminal.cell_of("Paulo")
    terminal.press("J")
    terminal.until(lambda: terminal.cell_of("Paulo")[0] != x, "wider spaces")
    terminal.click(terminal.cell_of("Paulo"))
    terminal.sees_in(CARD, "Paulo Reis · person")


def test_a_press_on_the_bar_goes_there_and_a_drag_goes_on(terminal: Terminal) -> None:
    terminal.drag((79, 19), (79, 18))
    terminal.sees("day 35 ")
    terminal.drag((79, 18), (79, 2))
    terminal.sees("Talks led by")


# What else a terminal is sent.


def test_a_link_is_one_for_the_terminal_too(terminal: Terminal) -> None:
    assert set(terminal.links) == {("https://example.org/terms", "work")}


def test_the_shell_is_returned_to_and_come_back_from(terminal: Terminal) -> None:
    terminal.press("n")
    terminal.sees_in(CARD, "Maria Ortega")
    before = terminal.rows
    terminal.press("\x1a")  # ^Z
    terminal.stops()
    assert all(terminal.sent.rfind(off) > terminal.sent.rfind(on) for off, on in LEFT_TO_THE_SHELL)
    terminal.wipe()
    terminal.goes_on()
    terminal.until(lambda: terminal.rows == before, "the screen as it was")
    terminal.press("n")
    terminal.sees_in(CARD, "Lisbon")


def test_a_storm_of_sizes_ends_with_the_screen_of_the_last_one(terminal: Terminal, open_story: Open) -> None:
    for columns in (120, 40, 200, 60, 161, 90):
        terminal.resize(24, columns)
    terminal.resize(40, 120)
    fresh = open_story(columns=120, rows=40)
    terminal.looks_like(fresh)
