"""What a key costs on a real pseudo-terminal: wall and CPU milliseconds until the last byte of its redraw. Run by hand.

    python tests/bench/bench_keys.py [--words 50000] [--size 120x40] [--presses 40]

Beside the app, in the same run, stands a floor: an app of one line-API widget that redraws two of its rows at a key.
No test: it asserts nothing. Quote the ratios to the floor; the milliseconds are this machine's. Linux only, because the
CPU time of a process in nanoseconds is read from /proc.
"""

import argparse
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl
from pathlib import Path
from random import Random

FLOOR = """
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

class Lines(ScrollView, can_focus=True):
    BINDINGS = [("n", "next", "next")]
    at = 0
    def on_mount(self):
        self.virtual_size = Size(80, 5000)
    def render_line(self, y):
        style = Style(reverse=y == self.at)
        return Strip([Segment(f"{y} FLOORMARK " + "word " * 12, style)]).crop_extend(0, self.size.width, style)
    def action_next(self):
        old, self.at = self.at, (self.at + 1) % 30
        self.refresh_line(old)
        self.refresh_line(self.at)

class Minimal(App):
    def compose(self):
        yield Lines()

Minimal().run()
"""
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

    def until(self, words: str) -> None:
        """Read until these words have been written."""
        end = time.perf_counter() + START_LIMIT_S
        while words.encode() not in self.seen and time.perf_counter() < end:
            self.pump(0.01)

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

    def press(self, key: bytes) -> tuple[float, float, int]:
        """Send a key and measure its answer."""
        os.write(self.fd, key)
        return self.answer()

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


def told(name: str, answers: list[tuple[float, float, int]], floor: float = 0) -> None:
    """A row of the table."""
    wall, cpu = [a[0] for a in answers], [a[1] for a in answers]
    median, size = statistics.median(wall), statistics.median(a[2] for a in answers)
    ratio = f"×{median / floor:.2f}" if floor else ""
    print(
        f"{name:22}{median:8.1f} ms {max(wall):8.1f} max {statistics.median(cpu):8.1f} cpu {max(cpu):8.1f} max "
        f"{size:7.0f} bytes {ratio}"
    )


def measure(words: int, columns: int, rows: int, presses: int, home: Path) -> None:
    """The table of one length."""
    floor_path, path = home / "floor.py", home / f"story{words}.txt"
    floor_path.write_text(FLOOR, encoding="utf-8")
    path.write_text(story(words), encoding="utf-8")
    with terminal([sys.executable, str(floor_path)], columns, rows, home) as child:
        child.until("FLOORMARK")
        child.settle()
        answers = [child.press(b"n") for _ in range(presses)]
    floor = statistics.median(a[0] for a in answers)
    told("floor", answers)
    with terminal([sys.executable, "-m", "reader", str(path)], columns, rows, home) as child:
        child.until(TITLE)
        told("j while it analyses", [child.press(b"j") for _ in range(8)], floor)
        child.until(LAST)
        child.settle()
        child.press(b"g")
        child.settle()
        for name, key in (
            ("next entity", b"n"), ("next mention", b"]"), ("next quote", b")"), ("row down", b"j"),
            ("page down", b" "),
        ):  # fmt: skip
            told(name, [child.press(key) for _ in range(presses)], floor)
        child.press(b"/")
        told("first hits", [child.press(b"w")], floor)
        told("more letters", [child.press(bytes([letter])) for letter in b"ages"], floor)
        child.press(b"\r")
        told("next hit", [child.press(b"n") for _ in range(presses)], floor)
        resized = []
        for change in (-8, 0, 8, 0):
            child.resize(columns + change, rows)
            resized.append(child.answer(quiet_s=0.4))
        told("resize", resized, floor)


def main() -> None:
    """Tables for the lengths asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[800, 50_000])
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--presses", type=int, default=40)
    asked = parser.parse_args()
    columns, rows = map(int, asked.size.split("x"))
    for words in asked.words:
        print(f"{words} words, {asked.size}")
        with tempfile.TemporaryDirectory() as folder:
            measure(words, columns, rows, asked.presses, Path(folder))


if __name__ == "__main__":
    main()
