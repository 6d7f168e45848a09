"""Who speaks where: one line a speaker, the article from its beginning at the left to its end at the right. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.text import Quote
from reader.tui.voices import Voice

MAX_SPEAKERS = 8
"""More lines push what was said out of sight."""
MIN_SPEAKERS = 2
"""One line tells nothing that the list does not."""
MAX_NAME_CELLS = 28
"""Most names of bodies fit; longer ones would leave the bars too short to tell a tenth of the article."""
MIN_BAR_CELLS = 8
"""Narrower bars show nothing."""


class Signs(NamedTuple):
    """What the bars are drawn with."""

    spoken: str
    """Where somebody speaks in their own words."""
    reported: str
    silent: str


BLOCKS, ASCII = Signs("█", "▒", "·"), Signs("#", "=", ".")


class Bar(NamedTuple):
    """A speaker's line."""

    voice: Voice
    cells: str


def chart(voices: Sequence[Voice], *, length_chars: int, width_cells: int, signs: Signs = BLOCKS) -> list[Bar]:
    """The bars of those who say most, in the order of `voices`; none where they would show nothing.

    Args:
        voices: With a name or without; only the named are drawn.
        length_chars: Of the article's text.
        width_cells: Of each bar.
        signs: One cell each.
    """
    named = [voice for voice in voices if not voice.is_nobody]
    if len(named) < MIN_SPEAKERS or width_cells < MIN_BAR_CELLS or not length_chars:
        return []
    least = sorted((len(voice.quotes) for voice in named), reverse=True)[:MAX_SPEAKERS][-1]
    loud = [voice for voice in named if len(voice.quotes) > least]
    room = MAX_SPEAKERS - len(loud)
    level = [voice for voice in named if len(voice.quotes) == least][:room]
    chosen = [voice for voice in named if voice in loud or voice in level]
    return [Bar(voice, _cells(voice.quotes, length_chars, width_cells, signs)) for voice in chosen]


def _cells(quotes: Sequence[Quote], length_chars: int, width_cells: int, signs: Signs) -> str:
    drawn = [signs.silent] * width_cells
    for quote in sorted(quotes, key=lambda q: q.kind != "indirect"):  # own words are drawn over reported ones
        for part in quote.contents:
            first = part.start * width_cells // length_chars
            last = max(first, (part.end - 1) * width_cells // length_chars)
            sign = signs.reported if quote.kind == "indirect" else signs.spoken
            for cell in range(first, min(last, width_cells - 1) + 1):
                drawn[cell] = sign
    return "".join(drawn)
