"""The end from outside: the terminal is closed, or somebody asks the process to end. What is to be kept is kept first.

A closed terminal is told by a signal, and seen by `Watching` where the signal is ignored or goes to a shell alone.
"""

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

SIGNAL_STATUS = 128
"""A shell's status for a process that a signal ended: this and the signal's number."""


class TerminalClosed(Message):
    """Nobody sees the app any more."""


def has_terminal() -> bool:
    """Whether the keys come from a terminal, and it is still there."""
    try:
        return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())
    except (OSError, ValueError):
        return False


def heed_signals(app: "ReaderApp") -> None:
    """Have the app end in order when it is asked to; where there are such signals, and it runs on a terminal."""
    if sys.platform == "win32" or app.is_headless or app.is_web:
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, end, app)
    loop.add_signal_handler(signal.SIGHUP, hang_up, app)


def end(app: "ReaderApp") -> None:
    """Keep what is to be kept and give the terminal back."""
    app.articles.end()
    app.exit(SIGNAL_STATUS + signal.SIGTERM)


def hang_up(app: "ReaderApp") -> None:
    """Keep what is to be kept and be gone: whoever writes to a closed terminal waits for ever."""
    app.articles.end()
    os._exit(SIGNAL_STATUS + 1)  # SIGHUP, which Windows does not know
