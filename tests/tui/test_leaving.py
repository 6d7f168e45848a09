"""The end from outside: the terminal closes, or the process is asked to end. The place of reading is kept."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from reader.state.store import Store
from tests.tui.starting import LIMIT_S, environment_of, start_reader

STORY = "The strike is over\n\n" + "\n\n".join(f"On day {n} the crews of pier {n} waited." for n in range(60))


def kept_position(folder: Path) -> int:
    """Where reading goes on, characters into the text."""
    return next((reading.top.offset for reading in Store(folder / "STATE" / "reader").recent()), -1)


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_the_reader_and_keeps_the_place(sent: int, status: int, tmp_path: Path) -> None:
    child = start_reader(tmp_path, STORY)
    child.expect(b"pier 5")
    child.send(" ")
    child.expect(b"pier 12")
    child.kill(sent)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == status
    assert kept_position(tmp_path) > 0
    if sent == signal.SIGTERM:
        assert b"\x1b[?1049l" in child.before  # the terminal is given back


def test_a_terminal_that_goes_without_a_word_ends_the_reader(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    streams: Any = dict.fromkeys(("stdin", "stdout", "stderr"), theirs)
    command = [sys.executable, "-m", "reader", str(story)]
    # In a session of its own, of which this is no controlling terminal: nobody sends it a signal.
    with subprocess.Popen(command, env=environment_of(tmp_path), start_new_session=True, **streams) as process:
        os.close(theirs)
        seen = b""
        while b"pier 5" not in seen:
            seen += os.read(ours, 1 << 16)
        os.close(ours)
        assert process.wait(LIMIT_S) == 129
    assert kept_position(tmp_path) >= 0
