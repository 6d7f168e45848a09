"""Textual's driver for Linux without the threads between a key, the app and the terminal.

A key read by a thread waits for the event loop to wake, and a frame written by one for that thread to: half a
millisecond of a step. Here the loop itself reads what is typed, and a frame goes to the terminal at once as far as the
terminal takes it; only what it does not take waits in a thread. To be imported on Linux only: the event loop of a Mac
can't wait for a terminal.
"""

import os
from codecs import getincrementaldecoder
from contextlib import suppress
from contextvars import copy_context
from queue import Queue
from typing import IO, TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from asyncio import Handle, TimerHandle

    from textual.message import Message

MOST_READ = 4096
"""Bytes at once, which is what a terminal keeps."""
ESCAPE_CHECK_S = 0.1
"""How often it is asked whether a lone ESC was all, as Textual's thread does."""


class ReadyWriter(WriterThread):
    """Writes to a terminal at once; a thread with work only where the terminal does not take everything."""

    def __init__(self, file: IO[str]) -> None:
        super().__init__(file)
        self._left: Queue[bytes | None] = Queue(MAX_QUEUED_WRITES)
        self._terminal = _unblocked(file)
        self._encoding = getattr(file, "encoding", None) or "utf-8", getattr(file, "errors", None) or "strict"

    def write(self, text: str) -> None:
        """Write what the terminal takes now, and leave the rest to the thread."""
        left = text.encode(*self._encoding)
        if self._terminal is not None and not self._left.unfinished_tasks:
            with suppress(OSError):  # it is full, or gone: the thread waits, or finds out
                left = left[os.write(self._terminal, left) :]
        if left:
            self._left.put(left)

    def run(self) -> None:
        """Write what is left, in order."""
        while (left := self._left.get()) is not None:
            while left:
                left = left[os.write(self._file.fileno(), left) :]
            self._left.task_done()

    def stop(self) -> None:
        """Write all there is and end."""
        self._left.put(None)
        self.join()
        if self._terminal is not None:
            os.close(self._terminal)
            self._terminal = None


def _unblocked(file: IO[str]) -> int | None:
    """The terminal that a file writes to, opened once more so that writing never waits; None where that can't be."""
    try:
        return os.open(os.ttyname(file.fileno()), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    except (OSError, ValueError):
        return None


class NearTerminal(LinuxDriver):
    """Textual's driver whose input is read by the app's event loop, and whose frames are written there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._writer: ReadyWriter | None = None
        self._start: Handle | None = None
        self._check: TimerHandle | None = None
        self._context = copy_context()
        super().__init__(*args, **kwargs)

    @property
    def _writer_thread(self) -> WriterThread | None:
        """Where Textual's driver puts its own."""
        return self._writer

    @_writer_thread.setter
    def _writer_thread(self, thread: WriterThread | None) -> None:
        self._writer = None if thread is None else ReadyWriter(thread._file)  # noqa: SLF001 -- it has not been started

    def run_input_thread(self) -> None:
        """See `LinuxDriver.run_input_thread`: have the loop read instead, and end."""
        self._start = self._loop.call_soon_threadsafe(self._start_reading, context=self._context)

    def _start_reading(self) -> None:
        self._parser, self._decode = XTermParser(self._debug), getincrementaldecoder("utf-8")("replace").decode
        self._loop.add_reader(self.fileno, self._read)

    def _read(self) -> None:
        """What has been typed becomes messages."""
        try:
            data = os.read(self.fileno, MOST_READ)
        except OSError:
            data = b""
        if not data:  # the terminal is gone, which `Watching` sees
            self._loop.remove_reader(self.fileno)
            return
        for message in self._parser.feed(self._decode(data)):
            self.process_message(message)
        self._look_for_escape()

    def _look_for_escape(self) -> None:
        """An ESC is a key of its own when nothing follows it for a while."""
        for message in self._parser.tick():
            self.process_message(message)
        if self._check is not None:
            self._check.cancel()
        waits = self._parser._timeout_time is not None  # noqa: SLF001 -- nothing else tells it
        self._check = self._loop.call_later(ESCAPE_CHECK_S, self._look_for_escape) if waits else None

    def send_message(self, message: "Message") -> None:
        """See `Driver.send_message`; this is the app's own thread."""
        self._app.post_message(message)

    def disable_input(self) -> None:
        """See `Driver.disable_input`."""
        super().disable_input()
        if self._start is not None:
            self._start.cancel()
        self._loop.remove_reader(self.fileno)
