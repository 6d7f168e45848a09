"""The pane of who said what: speakers in the order of the text, under each what they said and how."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from reader.text import Quote, Span
from reader.text.telling import is_uncertain
from reader.tui.findings import Findings
from reader.tui.panes.base import Note, Pane
from reader.tui.panes.lines import cells, clipped, ends, painted, shortened, wrapped
from reader.tui.present import KIND_VARIABLES
from reader.tui.voices import UNATTRIBUTED, Voice, manner, telling, voices
from reader.tui.widgets.row_list import Line, Row

MAX_QUOTE_LINES = 2
MANY_QUOTES = 300
"""Wrapping more than so many takes longer than a frame, 0.1 ms each."""
CHARS_OF_MARKS = 2
"""The doubtful mark and the blank before it."""


FOLD_OVER_QUOTES = 12
"""More quotes than this, when they do not fit either, are folded, so that every speaker is soon seen."""
MAX_OVERVIEW_LINES = 8
KEPT_QUOTES = 2
"""Of each speaker, in a folded pane; hiding a single one would save nothing, so three are shown as three."""


class More(NamedTuple):
    """The row that stands for a speaker's folded quotes."""

    speaker: str
    number: int
    first: Quote


class VoicesPane(Pane):
    """Who said what."""

    TITLE: ClassVar[str] = "Voices"
    PENDING: ClassVar[str] = "finding who said what…"

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(findings, id=id)
        self._index_of: dict[str, int] = {}
        self._unfolded: set[str] = set()
        """Names of the speakers whose quotes are all shown."""

    @property
    def count(self) -> int | None:
        """How many quotes."""
        return None if self.findings.quotes is None else len(self.findings.quotes)

    def found_rows(self, width: int) -> Iterable[Row]:
        """A heading for each speaker, the quotes under it."""
        self._index_of = {}
        at = 0
        groups = voices(self.findings)
        folded = self._must_fold(groups, width)
        if not groups:
            yield from self._notes(Note("Nobody is quoted in this article."), width)
        if folded:
            yield from self._overview(groups, width)
            at += 2
        for number, voice in enumerate(groups):
            if number:
                yield Row(Note(""), can_choose=False)
                at += 1
            yield Row(voice, can_choose=not voice.is_nobody, is_heading=True)
            if voice.entity:
                self._index_of[voice.entity.id] = at
            at += 1
            kept = self._kept(voice) if folded else len(voice.quotes)
            for quote in voice.quotes[:kept]:
                self._index_of[quote.id] = at
                at += 1
                yield Row(quote, height=1 + self._text_lines(quote, width))
            rest = voice.quotes[kept:]
            if rest:
                self._index_of |= dict.fromkeys((quote.id for quote in rest), at)
                at += 1
                yield Row(More(voice.name, len(rest), rest[0]))

    def _text_lines(self, quote: Quote, width: int) -> int:
        """Lines for the words; where there are thousands of quotes they are not wrapped for that."""
        words = telling(self.findings, quote).phrase
        if cells(words) <= width - 1:
            return 1
        if len(self.findings.quotes or ()) > MANY_QUOTES:
            return MAX_QUOTE_LINES
        return min(MAX_QUOTE_LINES, len(self.wrap(quote.id, words, width - 1)))

    def _overview(self, groups: list[Voice], width: int) -> Iterable[Row]:
        """Everybody who is quoted word for word, at a glance, over a pane too long to be seen whole."""
        heard = [v for v in groups if not v.is_nobody and any(q.kind != "indirect" for q in v.quotes)]
        for kept in range(len(heard), -1, -1):
            names = [f"{v.name} {len(v.quotes)}" for v in heard[:kept]]
            rest = [f"{len(heard) - kept} more"] if kept < len(heard) else []
            note = Note(" · ".join([*names, *rest]))
            if len(wrapped(note.words, width)) <= MAX_OVERVIEW_LINES:
                break
        yield from self._notes(note, width)
        yield Row(Note(""), can_choose=False)

    def _kept(self, voice: Voice) -> int:
        few = len(voice.quotes) <= KEPT_QUOTES + 1
        return len(voice.quotes) if few or voice.name in self._unfolded else KEPT_QUOTES

    def _must_fold(self, groups: list[Voice], width: int) -> bool:
        """Whether there are many quotes and they do not fit."""
        quotes = self.findings.quotes or ()
        if len(quotes) <= FOLD_OVER_QUOTES:
            return False
        lines = 2 * len(groups) + sum(1 + self._text_lines(quote, width) for quote in quotes)
        return lines > self.size.height

    def unfold(self, item: object) -> bool:
        """Show all quotes of a speaker, if that is what the row is for."""
        if not isinstance(item, More):
            return False
        self._unfolded.add(item.speaker)
        self.rebuild()
        self.select_index(self._index_of.get(item.first.id))
        return True

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """A speaker, or something said."""
        if isinstance(row.item, Voice):
            return [self._heading(row.item, width)]
        if isinstance(row.item, More):
            return [[(f" … {row.item.number} more: Enter shows them", "muted")]]
        quote = row.item
        if not isinstance(quote, Quote):
            return []
        words = telling(self.findings, quote)
        lines = shortened(self.wrap(quote.id, words.phrase, width - 1), row.height - 1, width - 1)
        how = clipped(manner(self.findings, quote, words), width - 1 - CHARS_OF_MARKS)
        doubt: Line = [(" ?", "+error")] if is_uncertain(quote) else []
        said = painted(lines, words.phrase, [(0, len(words.lead), "muted")])
        return [*([(" ", ""), *line] for line in said), [(" " + how, "muted"), *doubt]]

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
        if isinstance(item, More):
            return item.first.contents[0]
        return item.contents[0] if isinstance(item, Quote) else None

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The quote; a speaker's first one."""
        quote = item.quotes[0] if isinstance(item, Voice) else item.first if isinstance(item, More) else item
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


def _speaker_of(item: object) -> str | None:
    if isinstance(item, Voice):
        return item.entity.id if item.entity else None
    return item.speaker.entity if isinstance(item, Quote) and item.speaker else None


def _last_begun(quotes: tuple[Quote, ...], offset: int) -> Quote | None:
    from bisect import bisect_right

    at = bisect_right(quotes, offset, key=lambda q: q.contents[0].start)
    return quotes[at - 1] if at else None
