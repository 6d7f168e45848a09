"""Bytes from a file or from standard input. It decodes nothing, keeps nothing open and asks no terminal."""

import stat
import sys
from pathlib import Path
from typing import BinaryIO

from reader.errors import EmptyInputError, InputError
from reader.text.display import one_line

MAX_INPUT_BYTES = 32 * 1024 * 1024
"""About five million words: far past any article, small enough to hold in memory several times."""


def read_bytes(path: str) -> bytes:
    """The whole content of the file `path`, or of standard input for "-".

    Raises:
        InputError: it is missing, no file, not readable or larger than `MAX_INPUT_BYTES`.
        EmptyInputError: there is not one byte.
    """
    shown = "standard input" if path == "-" else one_line(path)
    data = _from_stdin(shown) if path == "-" else _from_file(path, shown)
    if len(data) > MAX_INPUT_BYTES:
        raise InputError(f"{shown}: larger than {MAX_INPUT_BYTES // 2**20} MiB, the most that is read as one article")
    if not data:
        raise EmptyInputError(f"{shown}: empty, there is nothing to read")
    return data


def _from_stdin(shown: str) -> bytes:
    if sys.stdin is None:
        raise InputError(f"{shown}: closed; give a file, or pipe an article in")
    try:
        return _limited(sys.stdin.buffer)
    except (OSError, ValueError) as error:
        raise InputError(f"{shown}: cannot be read: {error}") from error


def _from_file(path: str, shown: str) -> bytes:
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f"{shown}: a folder; give an article's file")
        with Path(path).open("rb") as file:
            return _limited(file)
    except FileNotFoundError as error:
        raise InputError(f"{shown}: {missing(path)}") from error
    except PermissionError as error:
        raise InputError(f"{shown}: no permission to read it") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL inside the name
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{shown}: cannot be read: {reason}") from error


def missing(path: str) -> str:
    """What to say of a path that leads to no file; an address of the web is often meant to be fetched."""
    if path.lower().startswith(("https://", "http://")):
        return "no file, and nothing is fetched from the web; `curl -sL ADDRESS | reader -` reads it"
    return "no such file"


def _limited(file: BinaryIO) -> bytes:
    return file.read(MAX_INPUT_BYTES + 1)
