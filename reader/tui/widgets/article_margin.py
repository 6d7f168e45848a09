"""What stands beside the text: signs in the margin, and the same signs along the whole article for the bar.

Takes bookmarks and, with its rows, quotes, summary and hits; tells when any of them changed.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from sys import maxsize
from typing import Literal, NamedTuple

from textual.events import Resize
from textual.message import Message

from reader.tui.present import ASCII_SIGNS, UNICODE_SIGNS
from reader.tui.widgets.article_layout import Layout
from reader.tui.widgets.article_rows import ArticleRows

SignKind = Literal["hit", "bookmark", "summary", "quote"]
RANKS: tuple[SignKind, ...] = ("hit", "bookmark", "summary", "quote")
"""Where one cell stands for several rows, the first of these is shown."""


class Seen(NamedTuple):
    """The part of the article that is on the screen, in rows."""

    top: int
    height: int
    rows: int
    """Of the whole article."""


class ArticleMargin(ArticleRows):
    """The rows with their bookmarks."""

    class Marked(Message):
        """Rows, signs or looks changed; only the last of several is worth handling."""

        def can_replace(self, message: Message) -> bool:
            """A newer one makes an older one pointless."""
            return isinstance(message, ArticleMargin.Marked)

    _at_end = False
    """Whether the last row is seen because the reader went there."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """See `ArticleRows.watch_scroll_y`."""
        super().watch_scroll_y(old_value, new_value)
        self._at_end = 0 < self.max_scroll_y <= new_value

    def _resized(self, event: Resize) -> None:
        """Who is at the end stays there when a line below opens."""
        at_end = self._at_end
        super()._resized(event)
        if at_end:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def set_bookmarks(self, offsets: Sequence[int]) -> None:
        """Marks these places of the article in the margin."""
        self._bookmarks = tuple(offsets)
        self._repaint()

    def set_letters(self, name: str) -> None:
        """Also the signs in the margin are plain characters for "ascii"."""
        self._signs = ASCII_SIGNS if name == "ascii" else UNICODE_SIGNS
        super().set_letters(name)

    @property
    def seen(self) -> Seen:
        """What is on the screen."""
        return Seen(round(self.scroll_offset.y), max(1, self.size.height), len(self._layout_rows.lines))

    def sign_places(self, kind: SignKind) -> list[int]:
        """Where something of a kind begins: drawn offsets, ascending."""
        marks = self._marks
        if kind == "bookmark":
            return [marks.drawn.start(offset) for offset in self._bookmarks]
        return [p.start for p in {"hit": self._hits, "summary": marks.summary, "quote": marks.first_parts}[kind]]

    def row_starts(self) -> Sequence[int]:
        """The drawn offset at which each row begins."""
        return self._layout_rows.starts

    def _repaint(self) -> None:
        super()._repaint()
        self._tell_marked()

    def _repaint_places(self, places: Iterable[tuple[int, int]]) -> None:
        super()._repaint_places(places)
        self._tell_marked()

    def _lay_out(self, anchor: int, ready: Layout | None = None) -> None:
        super()._lay_out(anchor, ready)
        self._tell_marked()

    def _tell_marked(self) -> None:
        if self.is_attached:
            self.post_message(self.Marked())


def along(view: ArticleMargin, cells: int) -> list[SignKind | None]:
    """The article squeezed into so many cells: for each the first kind in `RANKS` that stands there."""
    starts = view.row_starts()
    rows, found = max(len(starts), cells), list[SignKind | None]([None] * cells)
    firsts = (-(-cell * rows // cells) for cell in range(1, cells))
    edges = [0, *(starts[row] if row < len(starts) else maxsize for row in firsts), maxsize]
    for kind in reversed(RANKS):
        places = view.sign_places(kind)
        for cell, (low, high) in enumerate(pairwise(edges[: cells + 1])):
            at = bisect_left(places, low)
            if at < len(places) and places[at] < high:
                found[cell] = kind
    return found
