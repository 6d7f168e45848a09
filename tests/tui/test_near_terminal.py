"""The terminal gets everything in order, at once as far as it takes it; typed keys come through the app's own loop."""

import os
import pty
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

if sys.platform != "linux":
    pytest.skip("another driver runs elsewhere", allow_module_level=True)

from reader.tui.near_terminal import MOST_READ, ReadyWriter

MUCH = "".join(f"{number} " for number in range(30_000))
"""More than any terminal takes before somebody reads."""


@pytest.fixture
def ends() -> Iterator[tuple[int, TextIO]]:
    """A terminal: the end to read what was written, and the file to write to."""
    near, far = pty.openpty()
    with os.fdopen(far, "w", encoding="utf-8") as file:
        yield near, file
    os.close(near)


@pytest.fixture
def writer(ends: tuple[int, TextIO]) -> Iterator[ReadyWriter]:
    """A writer to it."""
    writer = ReadyWriter(ends[1])
    writer.start()
    yield writer
    writer.stop()


def read(end: int, length: int) -> str:
    """So many bytes, as they come."""
    data = b""
    while len(data) < length:
        data += os.read(end, MOST_READ)
    return data.decode()


def test_a_frame_is_there_when_write_returns(
    ends: tuple[int, TextIO], writer: ReadyWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer._left, "put", lambda _: pytest.fail("nobody has to wait for the thread"))
    writer.write("caf\u00e9 ")
    assert read(ends[0], 6) == "caf\u00e9 "
    monkeypatch.undo()


def test_what_the_terminal_does_not_take_follows_in_order(ends: tuple[int, TextIO], writer: ReadyWriter) -> None:
    for words in (MUCH, "and then ", MUCH, "the end"):
        writer.write(words)
    expected = f"{MUCH}and then {MUCH}the end"
    assert read(ends[0], len(expected)) == expected


def test_an_output_that_is_no_terminal_gets_it_from_the_thread(tmp_path: Path) -> None:
    with (tmp_path / "frames").open("w", encoding="utf-8") as file:
        writer = ReadyWriter(file)
        writer.start()
        writer.write("a frame, ")
        writer.write("another")
        writer.stop()
    assert (tmp_path / "frames").read_text(encoding="utf-8") == "a frame, another"
