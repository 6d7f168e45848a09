"""One row → styled segments. Knows offsets and styles; knows no widget and no screen.

Layers, the later over the earlier: paragraph, quote, inline marks, names and values, kin of the current entity, search
hits, the cursor, the selection.
"""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.text import Article, Label
from reader.tui.present import UNICODE_SIGNS, MarginSigns
from reader.tui.widgets.article_justify import AS_IT_IS, Stretch
from reader.tui.widgets.article_layout import Line, indent_cells
from reader.tui.widgets.article_marks import Marks, Piece, longest, overlapping
from reader.tui.widgets.article_styles import Styles

MARGIN_CELLS = 3
SAFE_SCHEMES = ("http://", "https://", "mailto:")

Layer = tuple[int, int, Style]


class Current(NamedTuple):
    """What is current, as drawn: the cursor's place, its entity, its quote, the hit."""

    start: int = -1
    end: int = -1
    entity: int | None = None
    quote: int | None = None
    hit: int | None = None
    selection: tuple[int, int] | None = None


class Painter:
    """Paints rows of one article with one set of marks and styles."""

    def __init__(
        self,
        article: Article,
        marks: Marks,
        styles: Styles,
        hits: tuple[Piece, ...],
        kinds: frozenset[Label] | None = None,
        *,
        bookmarks: tuple[int, ...] = (),
        signs: MarginSigns = UNICODE_SIGNS,
    ) -> None:
        """Paint `article`.

        Args:
            article: what was laid out.
            marks: what is marked in it.
            styles: the theme's.
            hits: of the search that is on.
            kinds: the only ones highlighted; None for all but values.
            bookmarks: drawn offsets, ascending.
            signs: the margin's.
        """
        self.article, self.marks, self.styles, self.hits, self.kinds = article, marks, styles, hits, kinds
        self.bookmarks, self.signs = bookmarks, signs
        self._longest = {
            name: longest(pieces)
            for name, pieces in (
                ("names", marks.names), ("quotes", marks.quotes), ("summary", marks.summary), ("inline", marks.inline),
                ("hits", hits),
            )
        }  # fmt: skip

    def paint(self, line: Line, current: Current, stretch: Stretch = AS_IT_IS) -> list[Segment]:
        """Margin, indent and text of one row, stretched but not padded."""
        base = self.styles.base
        paragraph = self.article.paragraphs[line.paragraph]
        segments = [*self._margin(line, base)]
        indent = indent_cells(paragraph)
        if indent:
            segments.append(self._indent(line, indent))
        text = self.marks.drawn.text
        for start, end, style in _flatten(line.start, line.end, base, self._layers(line, current)):
            segments.append(Segment(stretch.widened(text, start, end), style))
        return segments

    def _margin(self, line: Line, base: Style) -> Iterable[Segment]:
        """Two signs: what is to be found on the row, and a bar beside quotes, broken where all is reported."""
        quotes = self._near(self.marks.quotes, "quotes", line)
        bar = self.signs.reported if all(p.item in self.marks.reported for p in quotes) else self.signs.quote
        yield self._sign(line, base)
        yield Segment(bar if quotes else " ", base + self.styles.bar)
        yield Segment(self.signs.goes_on, base + self.styles.muted) if self._goes_on(line) else Segment(" ", base)

    def _goes_on(self, line: Line) -> bool:
        """Whether a line of code, too long for one row, goes on in this one."""
        paragraph = self.article.paragraphs[line.paragraph]
        is_code = paragraph.preformatted and not paragraph.is_table_row
        return is_code and line.start < line.end and not line.first and self.marks.drawn.text[line.start - 1] != "\n"

    def _sign(self, line: Line, base: Style) -> Segment:
        """A bookmark, else a hit, else the beginning of a summary sentence."""
        at = bisect_left(self.bookmarks, line.start)
        if line.start < line.end and at < len(self.bookmarks) and self.bookmarks[at] < line.end:
            return Segment(self.signs.bookmark, base + self.styles.bookmark)
        if any(line.start <= p.start < line.end for p in self._near(self.hits, "hits", line)):
            return Segment(self.signs.hit, base + self.styles.hit_sign)
        chosen = any(line.start <= p.start < line.end for p in self._near(self.marks.summary, "summary", line))
        return Segment(self.signs.summary if chosen else " ", base + self.styles.dot)

    def _near(self, pieces: tuple[Piece, ...], name: str, line: Line) -> list[Piece]:
        return overlapping(pieces, line.start, line.end, self._longest[name])

    def _indent(self, line: Line, cells: int) -> Segment:
        paragraph = self.article.paragraphs[line.paragraph]
        style = self.styles.base + self.styles.muted
        if paragraph.kind == "quote":
            return Segment(" " * cells if self._is_last_blank(line) else "│ " * (cells // 2), style)
        marker = paragraph.marker if line.first else ""
        return Segment((marker + " ").rjust(cells)[:cells] if marker else " " * cells, style)

    def _is_last_blank(self, line: Line) -> bool:
        """Whether it is the blank row between a block quote and something else."""
        paragraphs, below = self.article.paragraphs, line.paragraph + 1
        if line.start < line.end or line.end < self.marks.drawn.end(paragraphs[line.paragraph].span.end):
            return False
        return below == len(paragraphs) or paragraphs[below].kind != "quote"

    def _layers(self, line: Line, current: Current) -> Iterable[Layer]:
        styles, marks = self.styles, self.marks
        kind = self.article.paragraphs[line.paragraph].kind
        if kind in ("heading", "caption"):
            yield line.start, line.end, styles.heading if kind == "heading" else styles.caption
        for p in self._near(marks.quotes, "quotes", line):
            if p.item == current.quote:
                yield p.start, p.end, styles.current_quote
            elif p.item not in marks.reported:
                yield p.start, p.end, styles.quote
        for p in self._near(marks.inline, "inline", line):
            yield p.start, p.end, self._inline_style(p.item)
        for m in overlapping(marks.names, line.start, line.end, self._longest["names"]):
            label = marks.entities[m.entity].label
            shown = self.kinds is None or label in self.kinds
            if shown:
                yield m.start, m.end, styles.kinds[label]
            if marks.drawn.has_mark(m.end):
                yield m.end, m.end + 1, styles.letter[label] if shown else styles.muted
        yield from self._current_layers(line, current)

    def _current_layers(self, line: Line, current: Current) -> Iterable[Layer]:
        styles = self.styles
        if current.entity is not None:
            mentions, reach = self.marks.by_entity[current.entity], self.marks.longest_mentions[current.entity]
            for m in overlapping(mentions, line.start, line.end, reach):
                yield m.start, m.end, styles.kin
        for p in self._near(self.hits, "hits", line):
            yield p.start, p.end, styles.current_hit if p.item == current.hit else styles.hit
        if current.start < line.end and current.end > line.start:
            yield current.start, current.end, styles.cursor
        if current.selection is not None:
            yield *current.selection, styles.selection

    def _inline_style(self, index: int) -> Style:
        mark = self.article.marks[index]
        style = self.styles.inline[mark.kind]
        target = mark.target
        if mark.kind == "link" and target.startswith(SAFE_SCHEMES) and target.isascii() and target.isprintable():
            return style + Style(link=target)
        return style


def _flatten(start: int, end: int, base: Style, layers: Iterable[Layer]) -> Iterable[Layer]:
    """Overlapping layers → disjoint runs that cover [start, end)."""
    kept = [(max(a, start), min(b, end), s) for a, b, s in layers if a < end and b > start]
    cuts = sorted({start, end, *(a for a, _, _ in kept), *(b for _, b, _ in kept)})
    for a, b in pairwise(cuts):
        style = base
        for low, high, layer in kept:
            if low <= a and high >= b:
                style = style + layer
        yield a, b, style
