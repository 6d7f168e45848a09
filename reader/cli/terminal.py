"""The terminal when standard input was an article: is there one, and the keyboard back on it.

Only the POSIX and Windows calls for that; it knows no app.
"""

import os
import sys
from collections.abc import Mapping

from reader.errors import UsageError

KEYBOARD = "CONIN$" if sys.platform == "win32" else "/dev/tty"


def need_terminal(*, article_from_stdin: bool) -> None:
    """Make sure that an app can be shown.

    Raises:
        UsageError: the output, or the keyboard, is no terminal.
    """
    if not is_terminal(sys.stdout):
        raise UsageError("the output is no terminal; `reader print ARTICLE` writes an article anywhere")
    if not article_from_stdin and not is_terminal(sys.stdin):
        raise UsageError("the keyboard is no terminal; `reader -` reads an article from standard input")


def reopen_keyboard() -> None:
    """Put the terminal where standard input, now read to its end, was: the same descriptor, so all objects stay good.

    Raises:
        UsageError: this process has no terminal.
    """
    try:
        terminal = os.open(KEYBOARD, os.O_RDWR)
        os.dup2(terminal, 0)
    except OSError as error:
        raise UsageError(f"{KEYBOARD}: no terminal to read keys from; use `reader print -`") from error
    os.close(terminal)


def is_terminal(stream: object) -> bool:
    """Whether a standard stream is there, open and a terminal."""
    try:
        return stream is not None and bool(stream.isatty())  # type: ignore[attr-defined]
    except ValueError:  # closed
        return False


def has_few_colours(environment: Mapping[str, str]) -> bool:
    """Whether sixteen colours are all there are, by what Rich and Textual go by too."""
    many = environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    name = environment.get("TERM", "").rpartition("-")[2]
    return not (many or name in ("256color", "kitty") or environment.get("NO_COLOR") or sys.platform == "win32")


def plain_utf8(text: str) -> bytes:
    """Bytes for standard output or a file; half a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    return text.encode("utf-8", "replace")
