"""A terminal to test in: the reader runs on a real pseudo-terminal, an emulator keeps the screen that it draws.

Takes keys and mouse reports as a terminal sends them; gives what stands on the screen. It waits for the screen, never
for the clock, and a wait in vain fails with the screen shown.
"""

import os
import re
import signal
from base64 import b64decode
from collections.abc import Callable
from time import monotonic

import pexpect
import pyte
import pytest

from tests.tui.starting import LIMIT_S

POLL_S = 0.05
ESCAPE, BACKSPACE, ENTER = "\x1b[27u", "\x7f", "\r"
"""Esc as newer terminals send it: an Esc alone needs a pause behind it to be told from M-something."""
LEFT, DRAGGED, HOVERED, WHEEL_DOWN, WHEEL_UP = 0, 32, 35, 65, 64
"""Buttons of SGR mouse reports."""
_COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)[\x07\x1b]")
_LINK = re.compile(rb"\x1b\]8;[^;]*;([^\x1b\x07]+)(?:\x1b\\|\x07)(?:\x1b\[[0-9;]*m)*([^\x1b]*)")


class Terminal:
    """A running reader and its screen."""

    def __init__(self, child: "pexpect.spawn[bytes]") -> None:
        rows, columns = child.getwinsize()
        self._child = child
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._sent = bytearray()
        """All that the reader wrote."""

    # What a person does.

    def press(self, keys: str) -> None:
        """Send keys as they are typed."""
        self._child.send(keys)

    def mouse(self, button: int, cell: tuple[int, int], *, up: bool = False) -> None:
        """Send a mouse report; column and row from 0."""
        column, row = cell
        self._child.send(f"\x1b[<{button};{column + 1};{row + 1}{'m' if up else 'M'}")

    def click(self, cell: tuple[int, int]) -> None:
        """Press and let go."""
        self.mouse(LEFT, cell)
        self.mouse(LEFT, cell, up=True)

    def hover(self, cell: tuple[int, int]) -> None:
        """Move there and press nothing."""
        self.mouse(HOVERED, cell)

    def drag(self, *cells: tuple[int, int]) -> None:
        """Press on the first cell, over the others to the last, and let go there."""
        self.mouse(LEFT, cells[0])
        for cell in cells[1:]:
            self.mouse(DRAGGED, cell)
        self.mouse(LEFT, cells[-1], up=True)

    def resize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        self._child.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def wipe(self) -> None:
        """Empty the screen, as other programs fill it: what is seen afterwards was drawn afterwards."""
        self._screen.reset()

    def goes_on(self) -> None:
        """Bring the reader back, as fg does."""
        self._child.kill(signal.SIGCONT)

    # What a person sees.

    @property
    def rows(self) -> list[str]:
        """The screen, row by row; a wide character counts as one."""
        return list(self._screen.display)

    @property
    def copied(self) -> str:
        """What came last onto the terminal's clipboard."""
        found = _COPIED.findall(bytes(self._sent))
        return b64decode(found[-1]).decode() if found else ""

    @property
    def links(self) -> list[tuple[str, str]]:
        """Address and words of each link that the terminal was told of."""
        return [(address.decode(), words.decode()) for address, words in _LINK.findall(bytes(self._sent))]

    @property
    def sent(self) -> bytes:
        """All that the reader wrote until now."""
        return bytes(self._sent)

    def marked_in(self, row: int) -> str:
        """The words of a row that have another ground than its first cell."""
        cells = self._screen.buffer[row]
        return "".join(cells[x].data for x in range(self._screen.columns) if self.is_marked((x, row)))

    def row_of(self, words: str) -> int:
        """The first row with some words; -1 when there is none."""
        return next((y for y, row in enumerate(self.rows) if words in row), -1)

    def cell_of(self, words: str) -> tuple[int, int]:
        """Column and row, from 0, of the first of some words that have to be on the screen."""
        y = self.until(lambda: self.row_of(words) + 1, f"{words!r} on the screen") - 1
        at = self.rows[y].index(words)
        cells = self._screen.buffer[y]
        column = 0
        for column in range(self._screen.columns):
            if sum(len(cells[x].data) for x in range(column)) >= at and cells[column].data:
                break
        return column, y

    def letter_at(self, cell: tuple[int, int]) -> str:
        """What stands in a cell."""
        return str(self._screen.buffer[cell[1]][cell[0]].data)

    def is_marked(self, cell: tuple[int, int]) -> bool:
        """Whether a cell has another ground than the first cell of its row."""
        x, y = cell
        row = self._screen.buffer[y]
        return (row[x].bg, row[x].reverse) != (row[0].bg, row[0].reverse)

    def sees(self, *words: str) -> None:
        """Wait until all of these are on the screen."""
        self.until(lambda: all(self.row_of(each) >= 0 for each in words), f"{', '.join(words)} on the screen")

    def sees_in(self, row: int, *words: str) -> None:
        """Wait until all of these are in one row; a negative one counts from below."""
        self.until(lambda: all(each in self.rows[row] for each in words), f"{', '.join(words)} in row {row}")

    def sees_marked(self, cell: tuple[int, int]) -> None:
        """Wait until a cell is marked."""
        self.until(lambda: self.is_marked(cell), f"a mark at {cell}")

    def lacks(self, *words: str) -> None:
        """Wait until none of these is on the screen."""
        self.until(lambda: all(self.row_of(each) < 0 for each in words), f"no {', '.join(words)} on the screen")

    def stops(self) -> None:
        """Wait until the reader has been suspended."""
        self.until(
            lambda: os.WIFSTOPPED(os.waitpid(self._child.pid, os.WUNTRACED | os.WNOHANG)[1]), "a suspended reader"
        )
        while self._take():  # what it wrote right before
            pass

    def ends(self) -> None:
        """Wait until the reader has ended."""
        self._child.expect(pexpect.EOF)
        self._child.close()

    def until(self, holds: Callable[[], int], what: str) -> int:
        """Read what the reader draws until something holds."""
        end = monotonic() + LIMIT_S
        while not (found := holds()):
            try:
                self._take()
            except pexpect.EOF:
                pytest.fail(f"the reader ended before there was {what}\n{self._shown()}")
            if monotonic() > end:
                pytest.fail(f"not in {LIMIT_S} s: {what}\n{self._shown()}")
        return found

    def looks_like(self, other: "Terminal") -> None:
        """Wait until this screen shows what another one shows."""

        def are_alike() -> bool:
            other._take()
            return self.rows == other.rows

        self.until(are_alike, "the same on both screens; the other one has\n" + other._shown())

    def _take(self) -> bool:
        """Whether there was anything to read."""
        try:
            data = self._child.read_nonblocking(size=65536, timeout=POLL_S)
        except pexpect.TIMEOUT:
            return False
        self._sent += data
        self._stream.feed(data)
        return True

    def _shown(self) -> str:
        return "\n".join(f"│{row}│" for row in self.rows)
