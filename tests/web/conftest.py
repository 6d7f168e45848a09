"""A server on this machine, for tests that may connect to it and to nothing else."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

STORY = """Ferry line to close

The Brill Ferry will stop in May, harbour chief Ada Brennan told reporters on Monday.

"We ran out of boats," Brennan said. "We will sell the last one in the autumn, and nobody here is happy about it."
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a story in it, and a file that is nobody's business."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("The password is swordfish. " * 9, encoding="utf-8")
    return tmp_path


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """For the processes that are started."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    return os.environ | folders | {"HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture
def serve(home: Path, environment: dict[str, str], interrupts: None) -> Iterator[Callable[..., int]]:
    """Starts `reader serve` with arguments and gives its port; at the end it is interrupted and has to end well."""
    del interrupts
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> int:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port: int = free.getsockname()[1]
        command = [sys.executable, "-m", "reader", "serve", "--port", str(port), *arguments]
        running.append(subprocess.Popen(command, cwd=home, env=environment, stdout=-1, stderr=-1))
        stdout = running[-1].stdout
        assert stdout is not None
        assert stdout.readline() == f"http://localhost:{port} is open for visits; ^C ends them all.\n".encode()
        return port

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=60)
        assert (process.returncode, rest) == (0, (b"", b""))
