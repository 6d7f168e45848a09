"""Other programs: which pager, editor and browser there are, and how they are called.

Takes the environment and texts, gives commands and what became of them; it knows no screen.
"""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import which
from textwrap import wrap

from textual.app import App, SuspendNotSupported

from reader.text.display import one_line

PAGERS = ("less", "more")
EDITORS = ("nano", "vim", "vi") if sys.platform != "win32" else ("notepad.exe",)
BEFORE_FILE = frozenset({"vi", "vim", "nvim", "nano", "micro", "emacs", "emacsclient", "kak", "joe", "mg", "ne"})
"""Editors that take a line before the file; any other opens the file at its top."""
BEHIND_FILE = frozenset({"hx", "helix", "zed", "subl"})
"""Editors that take it behind the file's name and a colon."""
WEB = ("https://", "http://")
MAX_ADDRESS_CHARS = 2000
"""No browser takes much more."""


def pager(environment: Mapping[str, str]) -> list[str] | None:
    """`$PAGER`, else the first that is there; None when there is none."""
    return _chosen(environment, ("PAGER",), PAGERS)


def wrapped(text: str, columns: int) -> str:
    """A text for a pager, none of whose lines is broken inside a word; each paragraph is a line in `text`."""
    lines = (wrap(line, columns, break_long_words=False, break_on_hyphens=False) for line in text.split("\n"))
    return "\n".join("\n".join(line) for line in lines)


def editor(environment: Mapping[str, str]) -> list[str] | None:
    """`$VISUAL` or `$EDITOR`, else the first that is there; None when there is none."""
    return _chosen(environment, ("VISUAL", "EDITOR"), EDITORS)


def _chosen(environment: Mapping[str, str], variables: Sequence[str], others: Sequence[str]) -> list[str] | None:
    for variable in variables:
        try:
            words = shlex.split(environment.get(variable, ""), posix=os.name == "posix")
        except ValueError:  # a quotation mark that never closes
            continue
        if words and which(words[0]):
            return words
    return next(([name] for name in others if which(name)), None)


def editing(command: Sequence[str], file: str, line: int) -> list[str]:
    """The command that opens a file at a line, counted from 1."""
    name = Path(command[0]).stem
    path = str(Path(file).absolute())  # so that no name is taken for an option
    if name in BEHIND_FILE:
        return [*command, f"{path}:{line}"]
    return [*command, *([f"+{line}"] if name in BEFORE_FILE else []), path]


def line_of(source: str, text: str, offset: int) -> int:
    """The line of a file, from 1, in which the words at a place of the article stand.

    Args:
        source: the file's text, whose lines the article may have joined.
        text: the article's.
        offset: of the place in it.
    """
    from reader.state.anchor import anchor_at, find

    joined = " ".join(source.split("\n"))  # code point for code point the same length
    wanted = anchor_at(" ".join(text.split("\n")), offset)
    return source.count("\n", 0, find(joined, wanted)) + 1


def address(target: str) -> str | None:
    """An address that may be given to a browser; None for anything but a plain one of the web."""
    fits = target.lower().startswith(WEB) and len(target) <= MAX_ADDRESS_CHARS
    return target if fits and target.isascii() and target.isprintable() and " " not in target else None


def leave_to(app: App[int], command: Sequence[str], *, given: bytes | None = None, waits: bool = False) -> str:
    """Leave the terminal to a command until it ends.

    Args:
        app: the app, which stands aside.
        command: the program and its arguments; no shell reads them.
        given: what it gets on its standard input; None for the keyboard.
        waits: whether a failure is followed by a pause, so that the command's own words can be read. They are not
            caught: `vim -` and `more` take their keys from standard error.

    Returns:
        What went wrong, in one line; empty when nothing did.
    """
    try:
        with app.suspend(), _interrupts_are_theirs():
            done = subprocess.run(command, input=given, check=False)
            if done.returncode and waits:
                _wait(f"{one_line(command[0])} ended with status {done.returncode}. Enter leads back to the article.")
    except SuspendNotSupported:
        return "This terminal cannot be left to another program."
    except OSError as error:
        return f"{one_line(command[0])}: cannot be run: {error.strerror}"
    return f"{one_line(command[0])} ended with status {done.returncode}." if done.returncode else ""


@contextmanager
def _interrupts_are_theirs() -> Iterator[None]:
    """^C is for the program that has the terminal; a handler, unlike ignoring it, is not handed on to that program."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _wait(words: str) -> None:
    """Stay with what stands on the terminal until Enter."""
    with suppress(EOFError, OSError):
        input(f"\n{words} ")


def give(app: App[int], command: str, text: str) -> str:
    """Give a document to a command as a user types it; what went wrong, in one line, or nothing."""
    try:
        words = shlex.split(command, posix=os.name == "posix")
    except ValueError:
        return "The command has a quotation mark that never closes."
    if not words:
        return "The command needs a name."
    return leave_to(app, words, given=text.encode("utf-8", "replace"), waits=True)
