"""Reading on a real pseudo-terminal: what a key sends to the screen, and how the terminal is left."""

import re
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

STORY = """The strike is over

Talks led by Maria Ortega ended on Monday. The crews of Lisbon go back to work.

"We got what we asked for," Ortega told reporters. Paulo Reis said that the city had paid enough.
""" + "".join(f"\nOn day {day} no boat left the quay and the crews waited for a word.\n" for day in range(1, 40))
LEFT_BEHIND = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
"""Alternate screen left, cursor shown, mouse off."""

Terminal = Callable[..., "pexpect.spawn[bytes]"]


@pytest.fixture
def terminal(spawn: Terminal) -> Terminal:
    """Opens the story on a terminal."""
    return lambda **settings: spawn(STORY, **settings)


def leave(child: "pexpect.spawn[bytes]") -> int | None:
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    status: int | None = child.exitstatus
    return status


def test_the_walk_shows_the_card_of_each_name(terminal: Terminal) -> None:
    child = terminal()
    child.expect("\u1d3e".encode())  # the small P behind a person's name: the entities have come
    child.send("n")
    child.expect(b"person")
    child.send("n")
    child.expect(b"place")
    assert leave(child) == 0


def test_the_terminal_is_left_as_it_was(terminal: Terminal) -> None:
    child = terminal()
    child.send("q")
    child.expect(pexpect.EOF)
    rest = bytes(child.before)
    child.close()
    assert all(code in rest for code in LEFT_BEHIND)


def test_keys_scroll_the_text(terminal: Terminal) -> None:
    child = terminal()
    child.send("G")
    child.expect(b"day 39")
    child.send("g")
    child.expect(b"day 1 ")
    assert leave(child) == 0


def test_a_search_counts_its_hits(terminal: Terminal) -> None:
    child = terminal()
    child.send("/")
    child.expect(b"find in the text")
    child.send("quay")
    child.expect(b"1/39")
    child.send("\r")
    child.send("n")
    child.expect(b"2/39")
    assert leave(child) == 0


def test_a_search_typed_in_one_go_reaches_the_search_line(terminal: Terminal) -> None:
    child = terminal()
    child.send("/quay")
    child.expect(b"/quay 1/39")
    child.send("\r")
    child.expect(b"voices")
    assert leave(child) == 0


def test_an_export_is_written_to_a_file(terminal: Terminal, tmp_path: Path) -> None:
    child = terminal(rows=40, columns=120)
    child.expect(b"2 quotes")
    child.send("e")
    child.expect(b"Preview")
    child.send("\r")
    child.expect(b"[Ww]ritten|[Ee]xported")
    assert "Maria Ortega" in (tmp_path / "story.md").read_text(encoding="utf-8")
    assert leave(child) == 0


def test_another_size_redraws_the_text(terminal: Terminal) -> None:
    child = terminal(rows=12)
    child.setwinsize(40, 100)
    child.expect(b"day 9 ")
    assert leave(child) == 0


def colours(child: "pexpect.spawn[bytes]") -> set[bytes]:
    """Those that were sent until the names were marked, without shades of grey."""
    child.expect("\u1d3e".encode())
    sent = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", bytes(child.before))
    assert sent
    return {b";".join(parts) for parts in sent if len(set(parts)) > 1}


def test_without_colour_only_shades_of_grey_are_sent(terminal: Terminal) -> None:
    assert not colours(terminal(COLORTERM="truecolor", NO_COLOR="1"))
    assert colours(terminal(COLORTERM="truecolor"))
