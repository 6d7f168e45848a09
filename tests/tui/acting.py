"""What the app's tests share: sizes, types, waiting until the screen stands still, the words that a pane shows."""

from collections.abc import Awaitable, Callable
from typing import cast

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.panes.base import Pane
from reader.tui.panes.voices_pane import VoicesPane
from reader.tui.screens.article_screen import ReadingScreen

MakeApp = Callable[..., ReaderApp]
Ready = Callable[[Pilot[int]], Awaitable[ReadingScreen]]
SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)
NO_COLOUR = "no colour"
LOOKS = [
    (size, look)
    for size in (SMALL, MIDDLE, LARGE)
    for look in ("reader-dark", "reader-light", "contrast-dark", NO_COLOUR)
]
"""Each size in each look: every screen has a picture of all of them."""
LOOK_IDS = [f"{width}x{height}-{look.replace(' ', '-')}" for (width, height), look in LOOKS]
STILL_PICTURES = 3
"""So many alike in a row, and nothing is on its way any more; a busy machine needs more than one pause."""

MOST_PAUSES = 1000


async def still(pilot: Pilot[int]) -> None:
    """Waits until the screen no longer changes."""
    last, alike = "", 0
    while alike < STILL_PICTURES:
        await pilot.pause()
        picture = pilot.app.export_screenshot()
        alike = alike + 1 if picture == last else 0
        last = picture


async def until(pilot: Pilot[int], fact: Callable[[], object]) -> None:
    """Waits for something to hold, such as an answer from a thread."""
    for _ in range(MOST_PAUSES):
        if fact():
            break
        await pilot.pause()
    assert fact()


def pane_of(screen: ReadingScreen, name: str) -> Pane:
    """A pane by its name."""
    return screen.panels[name].pane


def voices_of(screen: ReadingScreen) -> VoicesPane:
    """The voices pane."""
    return cast("VoicesPane", screen.panels["voices"].pane)


def lines_of(pane: Pane) -> list[str]:
    """All lines of a pane, seen or not, without the cursor's column."""
    width = pane.line_width
    return ["".join(words for words, _ in line).rstrip() for row in pane.rows for line in pane.draw(row, width)]


def current_id(pane: Pane) -> str | None:
    """The id of what the cursor is on."""
    ids = pane.ids_of(pane.current_item)
    return ids[0] if ids else None
