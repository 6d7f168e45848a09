"""`reader ARTICLE` on a real pseudo-terminal: opens, reads keys, ends, and puts the screen back."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from reader.cli import open as command

Open = Callable[..., "pexpect.spawn[bytes]"]
LEAVE_ALTERNATE_SCREEN = rb"\x1b\[\?1049l"
LIMIT_S = 60


@pytest.fixture
def terminal(home: Path) -> Iterator[Open]:
    """Starts a shell command on a terminal of 120 columns and 40 rows."""
    running: list[pexpect.spawn[bytes]] = []

    def start(command: str) -> "pexpect.spawn[bytes]":
        environment = os.environ | {
            "TERM": "xterm-256color",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHON": sys.executable,
        }
        child = pexpect.spawn(
            "/bin/sh", ["-c", command], cwd=str(home), env=environment, dimensions=(40, 120), timeout=LIMIT_S
        )
        running.append(child)
        return child

    yield start
    for child in running:
        child.close(force=True)


def ended(child: "pexpect.spawn[bytes]") -> int | None:
    child.expect(LEAVE_ALTERNATE_SCREEN)
    child.expect(pexpect.EOF)
    child.close()
    status: int | None = child.exitstatus
    return status


def test_an_article_is_opened_and_its_voices_fill(terminal: Open, story: str) -> None:
    child = terminal(f'"$PYTHON" -m reader "{story}"')
    child.expect(b"will stop")
    child.expect(b"Tom Roe")
    child.send("q")
    assert ended(child) == 0


def test_an_article_from_standard_input_leaves_the_keyboard_to_the_reader(terminal: Open, story: str) -> None:
    child = terminal(f'cat "{story}" | "$PYTHON" -m reader -')
    child.expect(b"will stop")
    child.send("q")
    assert ended(child) == 0


def test_a_seed_is_opened_by_its_name(terminal: Open) -> None:
    child = terminal('"$PYTHON" -m reader dam-flood')
    child.expect(b"Marrow Dam")
    child.send("q")
    assert ended(child) == 0


def test_several_articles_are_opened_and_stepped_through(terminal: Open, story: str) -> None:
    child = terminal(f'"$PYTHON" -m reader "{story}" dam-flood')
    child.expect(b"article 1/2")
    child.send(">")
    child.expect(b"article 2/2")
    child.expect(b"Marrow Dam")
    child.send("q")
    assert ended(child) == 0


def test_a_second_article_that_is_missing_is_one_line_and_no_screen(terminal: Open, story: str) -> None:
    child = terminal(f'"$PYTHON" -m reader "{story}" none.txt')
    child.expect(pexpect.EOF)
    assert child.before == b"reader: none.txt: no such file\r\n"
    child.close()
    assert child.exitstatus == 3


def test_an_article_that_is_missing_is_one_line_and_no_screen(terminal: Open) -> None:
    child = terminal('"$PYTHON" -m reader none.txt')
    child.expect(pexpect.EOF)
    assert child.before == b"reader: none.txt: no such file\r\n"
    child.close()
    assert child.exitstatus == 3


def test_a_keyboard_that_is_no_terminal_is_one_line(terminal: Open, story: str) -> None:
    child = terminal(f'"$PYTHON" -m reader "{story}" < /dev/null')
    child.expect(pexpect.EOF)
    assert child.before.startswith(b"reader: the keyboard is no terminal; `reader -` reads")
    child.close()
    assert child.exitstatus == 2


def test_no_analysis_is_left_running_when_the_app_ends(terminal: Open, story: str) -> None:
    child = terminal(f'"$PYTHON" -m reader --no-cache "{story}"; ps -o args= | grep -c "[r]eader.nlp.worker"')
    child.expect(b"will stop")
    child.send("q")
    child.expect(LEAVE_ALTERNATE_SCREEN)
    child.expect(rb"\r\n0\r\n|^0\r\n|\D0\r\n")


@pytest.mark.parametrize(
    ("environment", "arguments", "theme"),
    [
        ({"TERM": "screen"}, [], "terminal"),
        ({"TERM": "xterm"}, ["--theme", "reader-dark"], "reader-dark"),
        ({"TERM": "linux", "NO_COLOR": "1"}, [], "reader-dark"),
        ({"TERM": "screen-256color"}, [], "reader-dark"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, [], "reader-dark"),
    ],
)
def test_sixteen_colours_get_the_theme_made_for_them(
    environment: dict[str, str], arguments: list[str], theme: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert command._config(command._parse(["story.txt", *arguments])).theme == theme
