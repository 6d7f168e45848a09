"""The pane of what it comes to: the summary's sentences as points, then the key facts, each with its paragraph."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import ClassVar

from reader.text import KeyFact, Span, SummarySentence
from reader.tui.panes.base import Note, Pane
from reader.tui.panes.lines import clipped, ends
from reader.tui.widgets.own_lines import Line
from reader.tui.widgets.row_list import Row

INDENT_CELLS = 2
KIND_CELLS = 9
"""The column of the facts' kinds; "quantity" and a blank."""


class SummaryPane(Pane):
    """What it comes to."""

    TITLE: ClassVar[str] = "Summary"
    PENDING: ClassVar[str] = "choosing what matters…"

    @property
    def count(self) -> int | None:
        """How many sentences."""
        return None if self.findings.summary is None else len(self.findings.summary)

    @property
    def total(self) -> int:
        """As many."""
        return self.count or 0

    def found_rows(self, width: int) -> Iterable[Row]:
        """The points with a blank after each, then the facts."""
        points = self.findings.summary or ()
        if not points:
            yield from self.notes(Note("Nothing to summarise."), width)
        for number, point in enumerate(points):
            if number:
                yield Row(Note(""), can_choose=False)
            yield Row(point, height=len(self._point_lines(point, width)))
        facts = self.findings.key_facts
        if facts:
            yield Row(Note(""), can_choose=False)
            yield Row(Note("Key facts", "+accent", str(len(facts))), can_choose=False, is_heading=True)
            yield from (Row(fact) for fact in facts)

    def _point_lines(self, point: SummarySentence, width: int) -> list[str]:
        """The sentence with its paragraph as the last word."""
        words = f"{self.findings.words(point.span)} ¶{self.findings.paragraph(point.span.start)}"
        return self.wrap(point, words, width - INDENT_CELLS)

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """A point, or a fact."""
        if isinstance(row.item, SummarySentence):
            return [_point_line(line, n) for n, line in enumerate(self._point_lines(row.item, width))]
        return [self._fact(row.item, width)] if isinstance(row.item, KeyFact) else []

    def _fact(self, fact: KeyFact, width: int) -> Line:
        kind = clipped(fact.kind, KIND_CELLS - 1).ljust(KIND_CELLS)
        place = f"¶{self.findings.paragraph(fact.span.start)}"
        left: Line = [(kind, "muted"), (self.findings.words(fact.span), "entity-value")]
        return ends(left, place, width)

    def place_of(self, item: object) -> Span | None:
        """The sentence, or the fact's words."""
        return item.span if isinstance(item, (SummarySentence, KeyFact)) else None

    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The last point begun, unless the cursor is on a fact at this very place."""
        del entity_id, quote_id
        current = self.current_item
        if isinstance(current, KeyFact) and current.span.start == offset:
            return None
        points = self.findings.summary or ()
        at = bisect_right(points, offset, key=lambda p: p.span.start) - 1
        return 2 * at if at >= 0 else None  # a blank row stands between any two points


def _point_line(words: str, number: int) -> Line:
    body, mark, place = words.rpartition("¶")
    lead = ("• " if number == 0 else "  ", "accent")
    if mark and place.isdigit():
        return [lead, (body, "foreground"), (mark + place, "muted")]
    return [lead, (words, "foreground")]
