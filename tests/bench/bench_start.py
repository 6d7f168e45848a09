"""From the command to the screen: the text, the panes, a second opening, and how much memory it takes. Run by hand.

    python -m tests.bench.bench_start [--words 800 5000] [--runs 7]

Beside the app, in turn, stands a floor: the smallest app that Textual can make. No test: it asserts nothing. Quote the
ratios to the floor; the milliseconds are this machine's. "First" is an article never seen before, "again" its second
opening, whose analysis is kept; "panes" is when all three panes are filled. Memory is that of both processes at its
highest, added up and with shared pages divided (PSS).
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.terminal import LAST, TITLE, Terminal, story, terminal

FLOOR = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("FLOORMARK minimal app")
Minimal().run()
"""
WIDE = (200, 60)
"""Columns and rows at which all three panes are seen."""
PANES = (r"Voices \d", r"Entities \d", r"Summary \d")
"""Their titles, with the number of things in them once it is known."""
WATCH_S = 3.0
"""So long memory is looked at after the last pane."""


def highest_memory(child: Terminal, end_ms: float) -> tuple[float, float]:
    """Read what comes until a time after the start; the highest sums of memory, MiB."""
    rss = pss = 0.0
    while child.age_ms() < end_ms:
        now = child.memory_mib()
        rss, pss = max(rss, now[0]), max(pss, now[1])
        child.pump(0.05)
    return rss, pss


def started(argv: list[str], home: Path, *words: str) -> float:
    """Milliseconds until these words are on the screen."""
    with terminal(argv, *WIDE, home) as child:
        return child.until(*words)


def measure(words: int, runs: int, home: Path) -> None:
    """The table of one length."""
    floor_path = home / "floor.py"
    floor_path.write_text(FLOOR, encoding="utf-8")
    found: dict[str, list[float]] = {"text": [], "voices": [], "panes": [], "text again": [], "panes again": []}
    floors = []
    for run in range(runs + 1):
        path = home / f"story{words}-{run}.txt"
        path.write_text(f"Number {run}. {story(words)}", encoding="utf-8")
        argv = [sys.executable, "-m", "reader", str(path)]
        floor = started([sys.executable, str(floor_path)], home, "FLOORMARK")
        with terminal(argv, *WIDE, home) as child:
            times = [child.until(TITLE), child.until(LAST), child.until(*PANES)]
            child.settle()  # the analysis is kept when it has ended
        with terminal(argv, *WIDE, home) as child:
            times += [child.until(TITLE), child.until(*PANES, LAST)]
        if run:  # the first one warms the disk
            floors.append(floor)
            for name, time_ms in zip(found, times, strict=True):
                found[name].append(time_ms)
    print(f"{'floor':16}{statistics.median(floors):8.1f} ms {min(floors):8.1f} least")
    for name, values in found.items():
        ratio = statistics.median(value / floor for value, floor in zip(values, floors, strict=True))
        print(f"{name:16}{statistics.median(values):8.1f} ms {min(values):8.1f} least ×{ratio:.2f}")


def weigh(words: int, home: Path) -> None:
    """Memory at one length."""
    path = home / f"weighed{words}.txt"
    path.write_text(story(words), encoding="utf-8")
    with terminal([sys.executable, "-m", "reader", str(path)], *WIDE, home) as child:
        highest = (0.0, 0.0)
        while LAST.encode() not in child.seen:
            highest = max(highest, highest_memory(child, child.age_ms() + 50))
        later = highest_memory(child, child.age_ms() + WATCH_S * 1000)
        rest = child.memory_mib()
    rss, pss = max(highest[0], later[0]), max(highest[1], later[1])
    print(f"{'memory':16}{rss:8.1f} MiB at most, {pss:.1f} PSS; {rest[0]:.1f} MiB, {rest[1]:.1f} PSS afterwards")


def main() -> None:
    """Tables for the lengths asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, nargs="+", default=[800, 5_000])
    parser.add_argument("--runs", type=int, default=7)
    asked = parser.parse_args()
    for words in asked.words:
        print(f"{words} words")
        with tempfile.TemporaryDirectory() as folder:
            measure(words, asked.runs, Path(folder))
            weigh(words, Path(folder))


if __name__ == "__main__":
    main()
