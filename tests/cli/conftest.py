"""Runs commands as a shell would: in a process of their own, with folders of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

STORY = """Ferry line to close

The Brill Ferry will stop in May, harbour chief Ada Brennan told reporters on Monday.

"We ran out of boats," Brennan said. "We will sell the last one in the autumn, and nobody here is happy about it."

Captain Tom Roe said that 40 jobs would go. He has sailed the line since 1998.
"""
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Most tests ask about the same small story: one analysis serves them all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def own_cache(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache for a test that is about the cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    return home / "cache" / "reader" / "analyses"


@pytest.fixture
def home(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, for this process and for those it starts."""
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_CACHE_HOME", str(shared_cache))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "READER_TRACEBACK", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def story(home: Path) -> str:
    """The path of a small article."""
    file = home / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return str(file)


@pytest.fixture
def reader(home: Path) -> Run:
    """`reader ARGUMENTS`, what it wrote and how it ended."""

    def run(
        *arguments: str, stdin: bytes = b"", env: dict[str, str] | None = None, code: Sequence[str] = ("-m", "reader")
    ) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, *code, *arguments]
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | (env or {})
        return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=home, env=environment)

    return run


@pytest.fixture
def modules_after(reader: Run) -> Callable[..., set[str]]:
    """The top-level modules that a command has imported when it ends."""
    probe = (
        "import sys; from reader.cli.main import run; status = run(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )

    def names(*arguments: str) -> set[str]:
        done = reader(*arguments, code=("-c", probe))
        assert done.returncode == 0, done.stderr
        return {name.split(".")[0] for name in done.stderr.decode().split()}

    return names
