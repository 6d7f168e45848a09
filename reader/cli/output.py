"""Where a command's output goes: standard output, or a file that is complete or not there at all."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


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
    from reader.export.targets import whole_file

    with whole_file(file) as out:
        yield out
