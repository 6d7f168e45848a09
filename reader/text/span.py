"""A place in a text: the one coordinate system of the whole program."""

from typing import NamedTuple


class Span(NamedTuple):
    """Code points [start, end) of an article's text; a named tuple, because articles hold so many."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` at this place."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    @property
    def length_chars(self) -> int:
        """How many code points."""
        return self.end - self.start


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends (empty at `start` when nothing is left)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
