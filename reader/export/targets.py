"""Where a document goes: a file, complete or not there at all, or the clipboard by whatever command the system has.

Takes text or bytes. It asks nobody and prints nothing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.errors import OutputError

COPY_LIMIT_S = 5
"""A clipboard command that takes longer waits for something that does not come."""


def write_file(file: str | Path, text: str) -> None:
    """Write a document, in one step.

    Raises:
        OutputError: the file cannot be written; an older one is as it was.
    """
    with whole_file(file) as out:
        out.write(text.encode("utf-8", "replace"))


@contextmanager
def whole_file(file: str | Path) -> Iterator[BinaryIO]:
    """Something to write to that takes the file's place when all is written.

    Raises:
        OutputError: see `write_file`.
    """
    target = Path(file)
    try:
        with target.open("wb") if _is_device(target) else _replacement(target.resolve()) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror or error}") from error


def _is_device(target: Path) -> bool:
    """Whether it exists and is neither file nor folder: a pipe or /dev/null is written to, never replaced."""
    return target.exists() and not target.is_file() and not target.is_dir()


@contextmanager
def _replacement(target: Path) -> Iterator[BinaryIO]:
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with partial.open("xb") as out:
            yield out
        if target.exists():
            partial.chmod(target.stat().st_mode & 0o7777)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def copy(text: str) -> None:
    """Put a document on the system's clipboard.

    Raises:
        OutputError: no command for it is installed, or it refused.
    """
    command = clipboard_command(os.environ)
    if command is None:
        raise OutputError("no clipboard command found: install wl-copy, xclip or xsel, or write to a file")
    copy_by(command, text)


def copy_by(command: tuple[str, ...], text: str) -> None:
    """Put a document on the clipboard by a command of `clipboard_command`.

    Raises:
        OutputError: it refused.
    """
    encoding = "utf-16-le" if command[0].startswith("clip") else "utf-8"
    try:
        subprocess.run(
            command,
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,  # wl-copy and xclip stay in the background with whatever they inherit
            stderr=subprocess.DEVNULL,
            timeout=COPY_LIMIT_S,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise OutputError(f"{command[0]}: the clipboard did not take the text; write to a file instead") from error


def clipboard_command(environment: Mapping[str, str]) -> tuple[str, ...] | None:
    """The first installed command that fits the system; None when there is none."""
    candidates: list[tuple[str, ...]] = []
    if sys.platform == "darwin":
        candidates.append(("pbcopy",))
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environment.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("TMUX"):
        candidates.append(("tmux", "load-buffer", "-w", "-"))  # into tmux, which hands it to the terminal
    candidates.append(("clip.exe",) if sys.platform != "win32" else ("clip",))
    if environment.get("TERMUX_VERSION"):
        candidates.append(("termux-clipboard-set",))
    return next((c for c in candidates if shutil.which(c[0])), None)
