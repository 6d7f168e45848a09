"""Where output goes: standard output, or a file that is complete or not there at all.

Takes bytes; a file is written beside its place and renamed, so that a failure leaves the old one alone.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.errors import OutputError


@contextmanager
def destination(file: str | None) -> Iterator[BinaryIO]:
    """Something to write to: the file, or standard output for None and "-".

    Raises:
        OutputError: the file cannot be written.
    """
    if file is None or file == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with _device(file) if _is_device(file) else _regular(Path(file).resolve()) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror or error}") from error


def _is_device(file: str) -> bool:
    """Whether it exists and is no regular file: a pipe or /dev/null is written to, not replaced."""
    return Path(file).exists() and not Path(file).is_file()


@contextmanager
def _device(file: str) -> Iterator[BinaryIO]:
    with Path(file).open("wb") as out:
        yield out


@contextmanager
def _regular(target: Path) -> Iterator[BinaryIO]:
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
