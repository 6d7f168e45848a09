"""Moving on a real pseudo-terminal, one test for each way: keys and mouse as a terminal sends them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    import pexpect

STORY = """# The strike is over

Talks led by Maria Ortega ended on Monday. The crews of Lisbon go back to [work](https://example.org/terms).

東京の新聞 wrote that it was time.

"We got what we asked for," Ortega told reporters. She thanked Paulo Reis. Reis said that the city had paid enough.
""" + "".join(f"\nOn day {day} no boat left the Quay and the crews waited for a word.\n" for day in range(1, 40))
PERSON_MARK = "\u1d3e".encode()  # the small letter behind a name: the entities have come
FIRST_ROW, MARGIN_CELLS = 5, 3
"""Of the text below the title, on the screen, from 1; and the cells before it."""
HOVER = 35

Child: TypeAlias = "pexpect.spawn[bytes]"


@pytest.fixture
def child(spawn: Callable[..., Child]) -> Child:
    """The story in 80 columns, analysed."""
    started = spawn(STORY, name="story.md")
    started.expect(PERSON_MARK)
    started.expect(b"quote")
    return started


def mouse(child: Child, button: int, column: int, row: int, *, up: bool = False) -> None:
    """What a terminal sends for the mouse; column and row from 1."""
    child.send(f"\x1b[<{button};{column};{row}{'m' if up else 'M'}")


def column_of(words: str, line: str) -> int:
    """The column of the first letter of some words, from 1, on a row without wide characters or marks before it."""
    return 1 + MARGIN_CELLS + line.index(words)


def test_search_takes_expressions_and_tells_what_is_off(child: Child) -> None:
    child.send("/")
    child.expect(b"find in the text")
    child.send("/day (1|2")
    child.expect(rb"missing \)")
    child.send(") ")
    child.expect(b"1/2")


def test_a_filter_keeps_the_walk_to_its_kind(child: Child) -> None:
    child.send("l")
    child.expect(b"only places")
    child.send("n")
    child.expect(b"Lisbon.* place")


def test_bookmarks_are_set_seen_and_gone_to(child: Child) -> None:
    child.send("nm")
    child.expect("◆".encode())
    child.send("G")
    child.expect(b"100%")
    child.send("'")
    child.expect(b"Talks led by")


def test_the_mouse_over_a_name_tells_whose_it_is(child: Child) -> None:
    mouse(child, HOVER, column_of("Maria", "Talks led by Maria"), FIRST_ROW)
    child.expect("Maria Ortega · person".encode())
