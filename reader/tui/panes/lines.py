"""Words as lines of cells: wrapping, cutting, aligning, and looks laid over what was wrapped.

Takes plain harmless words and widths in cells, wide characters counted as two; gives lines for a row list.
"""

from collections.abc import Iterable, Sequence

from textual.content import Content

from reader.tui.widgets.own_lines import Line

MIN_TEXT_CELLS = 4
"""Narrower than this a piece of text says nothing and is left out."""
ELLIPSIS = "…"


def wrapped(words: str, width: int) -> list[str]:
    """Plain words in lines of at most `width` cells."""
    return [line.plain for line in Content(words).wrap(max(MIN_TEXT_CELLS, width))] or [""]


def clipped(words: str, width: int) -> str:
    """Words cut to `width` cells with an ellipsis where something was lost."""
    if width <= 0:
        return ""
    return Content(words).truncate(width, ellipsis=True).plain


def shortened(lines: list[str], most: int, width: int) -> list[str]:
    """At most `most` lines, the last one with an ellipsis where more would follow."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], clipped(" ".join(lines[most - 1 :]), width)]


def cells(words: str) -> int:
    """How many cells words take."""
    return len(words) if words.isascii() else Content(words).cell_length


def ends(left: Line, right: str, width: int, look: str = "muted") -> Line:
    """A line with words at its left, cut as needed, and a short one at its right end."""
    room = width - cells(right) - 1
    line: Line = []
    for words, piece_look in left:
        shown = words if cells(words) <= room else clipped(words, room) if room >= MIN_TEXT_CELLS or not line else ""
        if shown:
            line.append((shown, piece_look))
            room -= cells(shown)
    return [*line, (" " * max(0, room + 1), ""), (right, look)]


def painted(
    lines: Iterable[str], words: str, looks: Sequence[tuple[int, int, str]], look: str = "foreground"
) -> list[Line]:
    """The wrapped lines of `words`, with looks over stretches of them.

    Args:
        lines: As `wrapped` or `shortened` made them.
        words: What they were made of.
        looks: Start, end and look of stretches of `words`, in order and disjoint.
        look: What the rest has.
    """
    found: list[Line] = []
    at = 0
    for line in lines:
        body = line if words.find(line, at) >= 0 else line.removesuffix(ELLIPSIS)
        at = max(at, words.find(body, at))
        found.append(_pieces(line, at, looks, look))
        at += len(body)
    return found


def _pieces(line: str, start: int, looks: Sequence[tuple[int, int, str]], look: str) -> Line:
    pieces: Line = []
    at = 0
    for low, high, other in looks:
        begin, end = max(at, low - start), min(len(line), high - start)
        if begin < end:
            pieces += [(line[at:begin], look), (line[begin:end], other)]
            at = end
    return [piece for piece in (*pieces, (line[at:], look)) if piece[0]]
