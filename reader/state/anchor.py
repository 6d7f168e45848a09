"""A place in a text that survives small edits: an offset, with the words on either side to find it again by.

Pure. Takes texts and offsets, gives offsets that lie inside the text.
"""

from collections.abc import Iterator
from typing import NamedTuple

CONTEXT_CHARS = 60
"""Kept on either side: some ten words, which hardly ever stand twice in an article."""
SHORTEST_CONTEXT_CHARS = 12
"""Fewer characters are found anywhere and prove nothing."""
MAX_CANDIDATES = 200
"""A text that repeats itself more often than this is not worth a longer search."""


class Anchor(NamedTuple):
    """A place with what stands around it."""

    offset: int
    """Code points into the text it was made in."""
    before: str
    """The text just before, at most `CONTEXT_CHARS`."""
    after: str
    """The text from the place on, at most `CONTEXT_CHARS`."""


def anchor_at(text: str, offset: int) -> Anchor:
    """The anchor of a place; one outside the text is moved to its end."""
    at = max(0, min(offset, len(text)))
    return Anchor(at, text[max(0, at - CONTEXT_CHARS) : at], text[at : at + CONTEXT_CHARS])


def find(text: str, anchor: Anchor) -> int:
    """Where the place is in a text that may have been edited since; always inside it.

    The words from the place on are looked for first, then the words before it, each in ever shorter pieces; of several
    finds the one with the longest common words before it counts, then the one nearest to the old offset. Where nothing
    is found the old offset stays, as far as the text reaches.
    """
    last = len(text)
    size = CONTEXT_CHARS
    while size >= SHORTEST_CONTEXT_CHARS:
        for words, shift in ((anchor.after[:size], 0), (anchor.before[-size:], len(anchor.before[-size:]))):
            if len(words) >= min(size, SHORTEST_CONTEXT_CHARS):
                found = [at + shift for at in _places(text, words)]
                if found:
                    return max(found, key=lambda at: (_same_before(text, at, anchor), -abs(at - anchor.offset)))
        size //= 2
    return max(0, min(anchor.offset, last))


def _places(text: str, words: str) -> Iterator[int]:
    at, left = text.find(words), MAX_CANDIDATES
    while at >= 0 and left:
        yield at
        at, left = text.find(words, at + 1), left - 1


def _same_before(text: str, at: int, anchor: Anchor) -> int:
    """How many characters before `at` are those that stood before the anchor."""
    count, limit = 0, min(at, len(anchor.before))
    while count < limit and text[at - 1 - count] == anchor.before[-1 - count]:
        count += 1
    return count
