"""What the benches of the app share: an article of any length, a process on a pseudo-terminal, its time and memory.

Linux only, because CPU time in nanoseconds and shares of memory are read from /proc.
"""

import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from random import Random

NAMES = ("Ada Brennan", "Tomas Leclerc", "Ines Okafor", "Harbour Council", "Geneva", "Northern Rail", "Lisbon")
FILLER = "the talks about wages went on late into the night while crews waited for word from the company".split()
TITLE, LAST = "Marwick", "Quartermain"
QUIET_S, LIMIT_S, START_LIMIT_S = 0.05, 3.0, 90.0


def story(words: int) -> str:
    """An article with a name every fifteen words and a quote every fourth sentence."""
    rng, blocks, count = Random(words), [f"{TITLE} waits for the crews"], 5  # noqa: S311 -- a bench, no secret
    while count < words:
        block = []
        for number in range(4):
            name, body = rng.choice(NAMES), " ".join(rng.choice(FILLER) for _ in range(14))
            block.append(f'"We {body}," {name} said.' if number == 0 else f"Then {name} met {body}.")
            count += 17
        blocks.append(" ".join(block))
    blocks.append(f'"Nobody wants another week of this," Zebulon {LAST}, a crane driver, said on Monday.')
    return "\n\n".join(blocks) + "\n"


class Terminal:
    """One process on a pseudo-terminal."""

    def __init__(self, argv: list[str], columns: int, rows: int, home: Path) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
            kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TEXTUAL_ANIMATIONS")}
            look = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}
            os.execvpe(argv[0], argv, kept | folders | look)  # noqa: S606 -- ourselves
        self.started = time.perf_counter()
        self.resize(columns, rows)
        self.seen = b""

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def pump(self, wait_s: float) -> bool:
        """Read what is there; whether there was anything."""
        if not select.select([self.fd], [], [], wait_s)[0]:
            return False
        data = os.read(self.fd, 1 << 16)
        self.seen += data
        if b"\x1b[?2026$p" in data:
            os.write(self.fd, b"\x1b[?2026;2$y")
        return True

    def until(self, *words: str) -> float:
        """Read until all these words have been written; milliseconds since the process was started."""
        end = time.perf_counter() + START_LIMIT_S
        while not all(re.search(word.encode(), self.seen) for word in words) and time.perf_counter() < end:
            self.pump(0.005)
        return self.age_ms()

    def age_ms(self) -> float:
        """Milliseconds since the process was started."""
        return (time.perf_counter() - self.started) * 1000

    def settle(self, quiet_s: float = 0.6) -> None:
        """Read until nothing comes."""
        while self.pump(quiet_s):
            pass

    def cpu_ms(self) -> float:
        """CPU time of all threads."""
        tasks = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    def answer(self, *, quiet_s: float = QUIET_S) -> tuple[float, float, int]:
        """Wall ms to the last byte, CPU ms and bytes of what comes now."""
        sent = last = time.perf_counter()
        cpu, before = self.cpu_ms(), len(self.seen)
        while time.perf_counter() - last < (quiet_s if len(self.seen) > before else LIMIT_S):
            if self.pump(0.001):
                last = time.perf_counter()
        return (last - sent) * 1000, self.cpu_ms() - cpu, len(self.seen) - before

    def press(self, key: bytes, *, quiet_s: float = QUIET_S) -> tuple[float, float, int]:
        """Send a key and measure its answer."""
        os.write(self.fd, key)
        return self.answer(quiet_s=quiet_s)

    def memory_mib(self) -> tuple[float, float]:
        """Resident memory of the process and its children: added up, and with shared pages divided (PSS)."""
        rss_kb = pss_kb = 0
        for pid in (self.pid, *self._children()):
            try:
                rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
            except OSError:
                continue  # it has just ended
            rss_kb += int(rollup.split("Rss:")[1].split()[0])
            pss_kb += int(rollup.split("Pss:")[1].split()[0])
        return rss_kb / 1024, pss_kb / 1024

    def _children(self) -> list[int]:
        listed = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in listed.split()]

    def close(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


@contextmanager
def terminal(argv: list[str], columns: int, rows: int, home: Path) -> Iterator[Terminal]:
    """A process that is ended afterwards."""
    child = Terminal(argv, columns, rows, home)
    try:
        yield child
    finally:
        child.close()
