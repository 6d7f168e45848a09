"""Whatever is wrong with an article or with where the output goes: one line, and the exit status of the manual page."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.cli.usage import STATUSES
from reader.sources import MAX_INPUT_BYTES

REFUSED = (
    "import pathlib, sys; own = pathlib.Path.open\n"
    "def refuse(self, *a, **k):\n"
    "    if self.name == 'story.txt': raise PermissionError(13, 'Permission denied')\n"
    "    return own(self, *a, **k)\n"
    "pathlib.Path.open = refuse\n"
    "from reader.cli.main import run; sys.exit(run(sys.argv[1:]))"
)
WRONG = {
    "missing": (None, "no such file"),
    "folder": ("", "a folder; give an article's file"),
    "empty": (b"", "empty, there is nothing to read"),
    "blank": (b" \n\n\t\n", "no text in it, there is nothing to read"),
    "heads.md": (b"---\ntitle: Nothing below\n---\n", "no text in it, there is nothing to read"),
    "photo.png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "the bytes are no text"),
    "broken16": (b"\xff\xfeA\x00\x00\xd8B", "damaged UTF-16-LE at byte"),
    "huge": (MAX_INPUT_BYTES + 1, "larger than 32 MiB, the most that is read as one article"),
}


@pytest.fixture
def wrong(home: Path) -> Path:
    """A folder with a file of each kind."""
    for name, (content, _) in WRONG.items():
        if content == "":
            (home / name).mkdir()
        elif isinstance(content, bytes):
            (home / name).write_bytes(content)
        elif isinstance(content, int):
            with (home / name).open("wb") as file:
                file.truncate(content)  # takes no room on the disk
    return home


@pytest.mark.parametrize("command", ["print", "export"])
@pytest.mark.parametrize("name", WRONG)
def test_an_article_that_cannot_be_read_is_one_line(name: str, command: str, reader: Any, wrong: Path) -> None:
    done = reader(command, str(wrong / name))
    assert (done.returncode, done.stdout) == (3, b"")
    assert (
        done.stderr
        == f"reader: {wrong / name}: {WRONG[name][1]}".encode() + done.stderr.partition(WRONG[name][1].encode())[2]
    )
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", ["print", "export"])
def test_a_file_that_may_not_be_read_is_one_line(command: str, reader: Any, story: str) -> None:
    done = reader(command, story, code=("-c", REFUSED))
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr == f"reader: {story}: no permission to read it\n".encode()


WRITING = [
    ("seeds",), ("print", "story.txt"), ("print", "--plain", "story.txt"), ("export", "story.txt"),
    ("analyze", "story.txt"), ("config",), ("config", "--schema"), ("completion", "bash"), ("--help",), ("--version",),
]  # fmt: skip


def through_shell(home: Path, arguments: tuple[str, ...], behind: str) -> "subprocess.CompletedProcess[bytes]":
    """A command with something done to its streams."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": ""}
    command = f'"$0" -m reader "$@" {behind}'
    return subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, *arguments],
        cwd=home,
        env=environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_an_output_that_is_full_is_one_line(arguments: tuple[str, ...], home: Path, story: str) -> None:
    done = through_shell(home, arguments, ">/dev/full")
    assert done.stderr == b"reader: standard output: cannot be written: No space left on device\n"
    assert done.returncode == 6


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_whoever_reads_the_output_may_go(arguments: tuple[str, ...], home: Path, story: str) -> None:
    done = through_shell(home, arguments, "| true; exit 0")
    assert done.stderr == b""


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_closed_streams_are_borne(arguments: tuple[str, ...], home: Path, story: str) -> None:
    assert through_shell(home, arguments, ">&- 2>&- <&-").returncode == 0


def test_every_status_of_these_tests_is_documented() -> None:
    assert {0, 3, 6} <= set(STATUSES)
