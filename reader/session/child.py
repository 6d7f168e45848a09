"""The analysis process, seen from outside: start it, feed it, read its lines, end it.

Imports little, because it runs before anything else of the app is loaded. It must know nothing of articles.
"""
# ruff: noqa: PTH100, PTH109, PTH117, PTH120
# Importing pathlib costs 9 ms before the analysis process starts.

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence

LAST_WORDS_BYTES = 4096
"""How much of the child's standard error is kept."""
_PACKAGE_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_START = "import sys; sys.path[:0] = sys.argv[1:]; from reader.nlp.worker import main; main()"

_COMMAND = [sys.executable, "-I", "-S", "-X", "utf8", "-c", _START]


def is_analysis(command: object) -> bool:
    """Whether this is the command that starts an analysis process."""
    return isinstance(command, list) and command[: len(_COMMAND)] == _COMMAND


class Child:
    """A running analysis process.

    It is started isolated (no environment variables of Python's, no folder of the user's on the import path), so
    that a `json.py` beside an article is never imported, with the import path of this process handed over.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """Start it; another command than the analysis is for tests of what can go wrong."""
        self._process = subprocess.Popen(
            command or [*_COMMAND, *_import_path()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        self.timed_out = False
        """Whether the child was killed for taking too long."""
        self._last_words: deque[bytes] = deque()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def send(self, line: bytes) -> None:
        """Hand over a request without waiting: a long one fills the pipe until the child has imported everything."""
        threading.Thread(target=self._write, args=(line,), daemon=True).start()

    def lines(self, *, limit_s: float) -> Iterator[bytes]:
        """The child's lines until it ends; it is killed when they take longer than `limit_s` in all."""
        stdout = self._process.stdout
        if stdout is None:
            return
        watchdog = threading.Timer(limit_s, self._time_out)
        watchdog.daemon = True
        watchdog.start()
        try:
            buffered: list[bytes] = []
            while chunk := _read(stdout.fileno()):
                *complete, rest = chunk.split(b"\n")
                for line in complete:
                    yield b"".join([*buffered, line])
                    buffered = []
                buffered.append(rest)
        finally:
            watchdog.cancel()

    def kill(self) -> None:
        """End the process at once; harmless when it has ended."""
        self._process.kill()

    def _time_out(self) -> None:
        self.timed_out = True
        self.kill()

    def close(self) -> int:
        """End the process, collect it and its pipes; its exit status, negative for a signal."""
        self._process.kill()
        status = self._process.wait()
        self._listener.join(timeout=1)
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()
        return status

    def last_words(self) -> str:
        """The last line the child wrote to standard error; empty when it wrote none."""
        lines = b"".join(self._last_words).decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    def _listen(self) -> None:
        stderr = self._process.stderr
        kept = 0
        while stderr is not None and (chunk := _read(stderr.fileno())):
            self._last_words.append(chunk[-LAST_WORDS_BYTES:])
            kept += len(self._last_words[-1])
            while kept > LAST_WORDS_BYTES and len(self._last_words) > 1:
                kept -= len(self._last_words.popleft())

    def _write(self, line: bytes) -> None:
        stdin = self._process.stdin
        view = memoryview(line)
        try:
            while stdin is not None and view:
                view = view[stdin.write(view) :]
        except (OSError, ValueError):
            return  # the child has ended; whoever reads its lines says so


def _import_path() -> list[str]:
    """This process's import path without the places that belong to the user's current folder."""
    entries = [_PACKAGE_ROOT, *(p for p in sys.path if os.path.isabs(p))]
    here = os.getcwd()
    return [p for p in dict.fromkeys(entries) if p == _PACKAGE_ROOT or p != here]


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:
        return b""  # closed under our feet by `close`
