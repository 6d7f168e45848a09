"""The machine around the reader: versions, the terminal, ways to the clipboard."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib import metadata

from reader import __version__
from reader.cli.checks import Check, State
from reader.cli.terminal import is_terminal
from reader.export.targets import clipboard_command

NEEDED = ("textual", "rich", "markdown-it-py", "nltk", "platformdirs")
SMALLEST = (80, 24)
"""The smallest size that the screens are drawn for."""


def versions() -> Iterator[Check]:
    """The reader's own, Python's, and those of what it stands on."""
    yield Check(
        "versions", "ok", f"reader-tui {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    found = []
    for name in NEEDED:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            yield Check("versions", "wrong", f"{name} is not installed; reinstall reader-tui")
    yield Check("versions", "ok", ", ".join(found))


def terminal() -> Iterator[Check]:
    """Size, colours, characters; notes only, because a pipe is no illness."""
    streams = [stream for stream in (sys.stdout, sys.stdin, sys.stderr) if is_terminal(stream)]
    if streams:
        columns, rows = os.get_terminal_size(streams[0].fileno())
        fits = columns >= SMALLEST[0] and rows >= SMALLEST[1]
        words = "" if fits else f"; made for {SMALLEST[0]} × {SMALLEST[1]} and more"
        yield Check("terminal", "ok" if fits else "note", f"{columns} × {rows}{words}")
    else:
        yield Check("terminal", "note", "none here; `reader ARTICLE` needs one, the other commands do not")
    yield Check("terminal", *_colours())
    encoding = (getattr(sys.stdout, "encoding", None) or "none").lower()
    if encoding.replace("-", "") == "utf8":
        yield Check("terminal", "ok", f"characters: {encoding}")
    else:
        yield Check("terminal", "note", f'characters: {encoding}, not UTF-8; set LANG, or marks = "ascii"')


def _colours() -> tuple[State, str]:
    name = os.environ.get("TERM", "")
    if os.environ.get("NO_COLOR"):
        return "note", "colours: none, because NO_COLOR is set; kinds are told by letters"
    if name == "dumb":
        return "note", "colours: none, because TERM is dumb; use `reader print`"
    if os.environ.get("COLORTERM", "") in ("truecolor", "24bit") or sys.platform == "win32":
        return "ok", f"colours: 16 million (TERM {name or 'not set'})"
    if "256" in name:
        return "ok", f"colours: 256 (TERM {name}); COLORTERM=truecolor if it can do more"
    return "note", f"colours: 16 (TERM {name or 'not set'}); the theme `terminal` is made for that"


def clipboard() -> Iterator[Check]:
    """The terminal's own way is always tried; whether it works only the terminal knows."""
    inside = " (in tmux: set -g set-clipboard on)" if os.environ.get("TMUX") else ""
    command = clipboard_command(os.environ)
    if command:
        yield Check("clipboard", "ok", f"{command[0]}, and the terminal's OSC 52{inside}")
    else:
        yield Check("clipboard", "note", f"only the terminal's OSC 52{inside}; wl-copy, xclip or xsel would help")
