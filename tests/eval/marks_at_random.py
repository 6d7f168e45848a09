"""Quotation marks deleted, doubled or swapped at random, with where the rest of the text has gone.

Takes a text and a seed, gives another text; standard library only.
"""

import random
from bisect import bisect_left
from typing import NamedTuple

from reader.text import Span

MARKS = "“”\"‘’'«»„`"
CHANGED = 0.3
"""The share of marks that something happens to, a third of them each."""


class Mutated(NamedTuple):
    """A text made from another."""

    text: str
    places: tuple[int, ...]
    """For each character of the old text where it stands in the new one."""
    touched: tuple[int, ...]
    """Which characters of the old text were deleted, doubled or swapped, in order."""

    def untouched(self, span: Span) -> bool:
        """Whether nothing inside the old span was changed."""
        at = bisect_left(self.touched, span.start)
        return at == len(self.touched) or self.touched[at] >= span.end

    def moved(self, span: Span) -> Span:
        """Where an old span stands in the new text."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def mutate(text: str, seed: str) -> Mutated:
    """The text with some of its marks deleted, doubled or swapped for others."""
    dice = random.Random(seed)  # noqa: S311 -- no secret hangs on it
    parts, places, touched, size = list[str](), list[int](), list[int](), 0
    for at, character in enumerate(text):
        new = character
        if character in MARKS and dice.random() < CHANGED:
            new = dice.choice(("", character * 2, dice.choice(MARKS)))
            touched.append(at)
        parts.append(new)
        places.append(size)
        size += len(new)
    return Mutated("".join(parts), tuple(places), tuple(touched))
