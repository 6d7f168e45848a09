"""What a key costs on a real pseudo-terminal: wall and CPU milliseconds until the last byte of its redraw. Run by hand.

    python -m tests.bench.bench_keys [--words 50000] [--size 120x40] [--presses 40]

Beside the app, in the same run, stands a floor: an app of one line-API widget that redraws two of its rows at a key.
No test: it asserts nothing. Quote the ratios to the floor; the milliseconds are this machine's.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.terminal import LAST, TITLE, story, terminal

FRAME_S = 0.02
"""Quiet after which a frame is over, another one may follow."""

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
        told("first hits", [child.press(b"w", quiet_s=FRAME_S)], floor)
        child.settle()  # how many there are is told in a frame of its own
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
