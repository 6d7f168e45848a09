"""Other programs on a real pseudo-terminal: who gets the keys, what is seen of them, how the reader comes back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tui.starting import start_reader
from tests.tui.terminal import ENTER, Terminal

STORY = "The strike is over\n\nTalks led by Maria Ortega ended on Monday. The crews go back to work.\n"
INTERRUPT = "\x03"  # ^C
PAGER = """sh -c 'trap "exit 0" INT; echo in the pager; sleep 50'"""


@pytest.fixture
def open_story(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Opens the story on a terminal, analysed."""
    running = []

    def start(pager: str = "") -> Terminal:
        child = start_reader(tmp_path, STORY, PAGER=pager)
        running.append(child)
        terminal = Terminal(child)
        terminal.sees("The strike is over", "Maria Ortegaᴾ", "1 person")
        return terminal

    yield start
    for child in running:
        child.close(force=True)


def test_an_interrupt_is_for_the_pager_and_not_for_the_reader(open_story: Callable[..., Terminal]) -> None:
    terminal = open_story(PAGER)
    terminal.press("|")
    terminal.sees("in the pager")
    terminal.press(INTERRUPT)
    terminal.lacks("in the pager")
    terminal.sees("The strike is over")
    terminal.press("n")
    terminal.sees_in(-2, "Maria Ortega · person")


def test_what_a_failing_command_says_can_be_read(open_story: Callable[..., Terminal]) -> None:
    terminal = open_story()
    terminal.press("e")
    terminal.sees("Preview · ")
    terminal.press("jj\x1b[D")  # to the targets, and round to the last one
    terminal.sees("a program that reads the document")
    terminal.press("j")
    terminal.press("sh -c 'cat >/dev/null; echo no paper left >&2; exit 4'")
    terminal.sees("exit 4'")
    terminal.press(ENTER)
    terminal.sees("no paper left", "sh ended with status 4. Enter leads back to the article.")
    terminal.press(ENTER)
    terminal.lacks("leads back")
    terminal.sees("sh ended with status 4.", "exit 4'")
