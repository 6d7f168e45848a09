"""The pane of who said what: speakers in the order of the text, under each what they said and how."""

from collections.abc import Iterable
from typing import ClassVar

from reader.text import Quote, Span
from reader.tui.panes.base import Note, Pane, clipped, ends
from reader.tui.present import KIND_VARIABLES
from reader.tui.voices import UNATTRIBUTED, Voice, is_doubtful, manner, voices
from reader.tui.widgets.row_list import Line, Row

MAX_QUOTE_LINES = 2
CHARS_OF_MARKS = 2
"""The doubtful mark and the blank before it."""


class VoicesPane(Pane):
    """Who said what."""

    TITLE: ClassVar[str] = "Voices"
    PENDING: ClassVar[str] = "finding who said what…"

    _index_of: dict[str, int]

    @property
    def count(self) -> int | None:
        """How many quotes."""
        return None if self.findings.quotes is None else len(self.findings.quotes)

    def found_rows(self, width: int) -> Iterable[Row]:
        """A heading for each speaker, the quotes under it."""
        self._index_of = {}
        at = 0
        groups = voices(self.findings)
        if not groups:
            yield from self._notes(Note("Nobody is quoted in this article."), width)
        for number, voice in enumerate(groups):
            if number:
                yield Row(Note(""), can_choose=False)
                at += 1
            yield Row(voice, can_choose=not voice.is_nobody, is_heading=True)
            if voice.entity:
                self._index_of[voice.entity.id] = at
            at += 1
            for quote in voice.quotes:
                self._index_of[quote.id] = at
                at += 1
                yield Row(quote, height=1 + _text_lines(quote, width))

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """A speaker, or something said."""
        if isinstance(row.item, Voice):
            return [self._heading(row.item, width)]
        quote = row.item
        if not isinstance(quote, Quote):
            return []
        lines = self.wrap(quote.id, self.findings.quote_words(quote), width - 1)
        room = row.height - 1
        if len(lines) > room:
            lines = [*lines[: room - 1], clipped(" ".join(lines[room - 1 :]), width - 1)]
        told = clipped(manner(self.findings, quote), width - 1 - CHARS_OF_MARKS)
        doubt: Line = [(" ?", "+error")] if is_doubtful(quote) else []
        return [*([(" " + line, "foreground")] for line in lines), [(" " + told, "muted"), *doubt]]

    def _heading(self, voice: Voice, width: int) -> Line:
        count = str(len(voice.quotes))
        if voice.is_nobody:
            return ends([(UNATTRIBUTED, "+muted")], count, width)
        look = KIND_VARIABLES[voice.entity.label] if voice.entity else "foreground"
        left: Line = [(voice.name, f"+{look}")]
        role = self.findings.role(voice.entity) if voice.entity else ""
        if role:
            left.append((f"  {role}", "muted"))
        return ends(left, count, width)

    def place_of(self, item: object) -> Span | None:
        """A quote's first words, a speaker's first quote."""
        if isinstance(item, Voice):
            return item.quotes[0].contents[0]
        return item.contents[0] if isinstance(item, Quote) else None

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The quote; a speaker's first one."""
        quote = item.quotes[0] if isinstance(item, Voice) else item
        return None, (quote.id if isinstance(quote, Quote) else None)

    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The quote that the reader is in, else the speaker the cursor is on, else the last quote begun."""
        if quote_id is not None and quote_id in self._index_of:
            return self._index_of[quote_id]
        if entity_id is not None and entity_id in self._index_of:
            at = self.cursor
            if at is not None and _speaker_of(self._rows[at].item) == entity_id:
                return None  # one of this speaker's quotes is as good
            return self._index_of[entity_id]
        quote = _last_begun(self.findings.quotes or (), offset)
        return self._index_of.get(quote.id) if quote else None


def _text_lines(quote: Quote, width: int) -> int:
    """Lines for the words, from the lengths of the spans alone: thousands of quotes need no wrapping."""
    chars = sum(part.end - part.start for part in quote.contents) + 3 * (len(quote.contents) - 1)
    return 1 if chars <= width - 1 else MAX_QUOTE_LINES


def _speaker_of(item: object) -> str | None:
    if isinstance(item, Voice):
        return item.entity.id if item.entity else None
    return item.speaker.entity if isinstance(item, Quote) and item.speaker else None


def _last_begun(quotes: tuple[Quote, ...], offset: int) -> Quote | None:
    from bisect import bisect_right

    at = bisect_right(quotes, offset, key=lambda q: q.contents[0].start)
    return quotes[at - 1] if at else None
