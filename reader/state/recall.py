"""What was kept of an article, brought to the text as it is now: places are looked for by their words.

Pure. Takes a `Reading` and a text, gives offsets inside that text.
"""

from typing import NamedTuple

from reader.state.anchor import find
from reader.state.reading import Cursor, Reading, content_key


class Recalled(NamedTuple):
    """Where things are now."""

    top: int
    cursor: Cursor | None
    """None where the text is another: what it was on may be gone."""
    bookmarks: tuple[int, ...]
    """Ascending."""


def recalled(kept: Reading, text: str) -> Recalled:
    """The places in a text that may have been edited since."""
    if kept.content == content_key(text):
        return Recalled(kept.top.offset, kept.cursor, tuple(b.offset for b in kept.bookmarks if b.offset < len(text)))
    places = sorted({find(text, b) for b in kept.bookmarks})
    return Recalled(find(text, kept.top), None, tuple(p for p in places if p < len(text)))
