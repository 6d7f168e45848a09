"""The pane of who said what: speakers in the order of the text, under each what they said and how."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from reader.text import Quote, Span
from reader.text.display import one_line
from reader.text.telling import NOBODY, is_uncertain
from reader.tui.bindings import VOICES_BINDINGS
from reader.tui.findings import Findings, aliases
from reader.tui.panes.base import BLANK, Note, Pane
from reader.tui.panes.lines import cells, clipped, ends, painted, shortened
from reader.tui.present import KIND_VARIABLES
from reader.tui.reasons import why
from reader.tui.voice_chart import ASCII, BLOCKS, MAX_NAME_CELLS, Bar, Signs, chart
from reader.tui.voices import FILTERS, ORDERS, Voice, about, manner, telling, voices
from reader.tui.widgets.own_lines import Line
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.config import Config

QUOTE_LINES = (8, 4, 3, 2)
"""At most so many lines for each quote: the most with which all are seen at once, else the fewest."""
MANY_QUOTES = 300
"""Wrapping more than so many takes longer than a frame, 0.06 ms each."""
CHARS_OF_MARKS = 2
"""The doubtful mark and the blank before it."""
UNCHARTED_LINES = 4  # names of further speakers, over the list
FOLD_OVER_QUOTES = 12
"""More quotes than this, when they do not fit either, are folded, so that every speaker is soon seen."""
KEPT_QUOTES = 2
"""Of each speaker, in a folded pane; hiding a single one would save nothing, so three are shown as three."""
COUNT_CELLS = 4
"""Behind a bar."""


class More(NamedTuple):
    """The row that stands for a speaker's folded quotes."""

    speaker: str
    quotes: tuple[Quote, ...]


class VoicesPane(Pane):
    """Who said what."""

    BINDINGS: ClassVar[list[BindingType]] = [*VOICES_BINDINGS]
    TITLE: ClassVar[str] = "Voices"
    PENDING: ClassVar[str] = "finding who said what…"
    SHOWS: ClassVar[frozenset[str]] = frozenset({"entities", "quotes"})
    FILTERS: ClassVar[tuple[str, ...]] = FILTERS
    ORDERS: ClassVar[tuple[str, ...]] = ORDERS

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(findings, id=id)
        self._unfolded: set[str] = set()
        """Names of the speakers whose quotes are all shown."""
        self._groups: list[Voice] = []
        self._most_lines = QUOTE_LINES[-1]
        self._charted_names: dict[str, str] = {}
        """Each speaker of the chart to the name there."""
        self._name_cells = 0
        """The column of these names."""
        self.charted: bool | None = None
        """Whether the chart is wanted; None: where there is room for it, and over a folded list."""

    @property
    def signs(self) -> Signs:
        """What the chart is drawn with."""
        config: Config | None = getattr(self.app, "config", None)
        return ASCII if config is not None and config.marks == "ascii" else BLOCKS

    @property
    def count(self) -> int | None:
        """How many quotes are shown."""
        if self.findings.quotes is None:
            return None
        return self.total if self.view.is_plain else sum(len(voice.quotes) for voice in self._groups)

    @property
    def total(self) -> int:
        """How many quotes there are."""
        return len(self.findings.quotes or ())

    # Rows.

    def found_rows(self, width: int) -> Iterable[Row]:
        """The chart, then a heading for each speaker, the quotes under it."""
        groups = self._groups = voices(self.findings, self.view)
        if not groups:
            none = "No quote is like that." if self.total else "No one is quoted in this article."
            yield from self.notes(Note(none), width)
            return
        self._most_lines = QUOTE_LINES[-1]
        folded = self._must_fold(groups, width)
        bars = self._bars(groups, width)
        chart_lines = len(bars) + 2 if bars else 0
        if not folded:
            self._most_lines = self._roomy(groups, width, self.size.height - chart_lines)
        is_index = chart_lines <= self.size.height // 2  # of speakers that are out of sight
        fits = folded or is_index or self._height(groups, width, self._most_lines) + chart_lines <= self.size.height
        if bars and (fits if self.charted is None else self.charted):
            yield from self._chart_rows(groups, bars)
        if folded:
            yield from self._uncharted(groups, bars, width)
        for number, voice in enumerate(groups):
            if number:
                yield BLANK
            yield from self._voice_rows(voice, width, folded=folded)

    def _voice_rows(self, voice: Voice, width: int, *, folded: bool) -> Iterable[Row]:
        yield Row(voice, can_choose=not voice.is_nobody, is_heading=True)
        kept = self._kept(voice) if folded else len(voice.quotes)
        for quote in voice.quotes[:kept]:
            yield Row(quote, height=1 + self._text_lines(quote, width, self._most_lines))
        if voice.quotes[kept:]:
            yield Row(More(voice.name, voice.quotes[kept:]))

    def _kept(self, voice: Voice) -> int:
        few = len(voice.quotes) <= KEPT_QUOTES + 1
        return len(voice.quotes) if few or voice.name in self._unfolded else KEPT_QUOTES

    def _text_lines(self, quote: Quote, width: int, most: int) -> int:
        """Lines for the words; where there are thousands of quotes they are not wrapped for that."""
        words = telling(self.findings, quote).phrase
        if cells(words) <= width - 1:
            return 1
        if self.total > MANY_QUOTES:
            return QUOTE_LINES[-1]
        return min(most, len(self.wrap(quote.id, words, width - 1)))

    def _height(self, groups: list[Voice], width: int, most: int) -> int:
        quotes = (quote for voice in groups for quote in voice.quotes)
        return 2 * len(groups) - 1 + sum(1 + self._text_lines(quote, width, most) for quote in quotes)

    def _roomy(self, groups: list[Voice], width: int, height: int) -> int:
        """How many lines each quote may have."""
        if self.total > MANY_QUOTES:
            return QUOTE_LINES[-1]
        return next((n for n in QUOTE_LINES if self._height(groups, width, n) <= height), QUOTE_LINES[-1])

    def _must_fold(self, groups: list[Voice], width: int) -> bool:
        """Whether there are many quotes and they do not fit."""
        many = sum(len(voice.quotes) for voice in groups) > FOLD_OVER_QUOTES
        return many and self._height(groups, width, QUOTE_LINES[-1]) > self.size.height

    def unfold(self, item: object) -> bool:
        """Show all quotes of a speaker, if that is what the row is for."""
        if not isinstance(item, More):
            return False
        self._unfolded.add(item.speaker)
        self.rebuild()
        self.select_index(self._index_of.get(item.quotes[0].id))
        return True

    # The chart.

    def action_chart(self) -> None:
        """Show or hide who speaks where; one that is there but out of sight is shown."""
        lines = sum(isinstance(row.item, Bar) for row in self.rows)
        self.charted = not lines or round(self.scroll_y) >= lines
        self.rebuild()
        if self.charted and not any(isinstance(row.item, Bar) for row in self.rows):
            self.notify("A chart needs two speakers with a name, and some room.", markup=False)
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def _bars(self, groups: list[Voice], width: int) -> list[Bar]:
        length = len(self.findings.article.text)
        drawn = chart(groups, length_chars=length, width_cells=width, signs=self.signs)  # whose lines there will be
        most = min(MAX_NAME_CELLS, width // 2)
        self._charted_names = {bar.voice.name: _short_name(bar.voice, most) for bar in drawn}
        self._name_cells = min(most, max(map(cells, self._charted_names.values()), default=0))
        room = width - self._name_cells - COUNT_CELLS - 1
        return chart(groups, length_chars=length, width_cells=room, signs=self.signs)

    def _chart_rows(self, groups: list[Voice], bars: list[Bar]) -> Iterable[Row]:
        yield from (Row(bar, can_choose=False) for bar in bars)
        rest = sum(1 for voice in groups if not voice.is_nobody) - len(bars)
        legend = f"{self.signs.spoken} in their words  {self.signs.reported} reported"
        yield Row(Note(legend, "muted", f"{rest} more" if rest else " "), can_choose=False)
        yield BLANK

    def _uncharted(self, groups: list[Voice], bars: list[Bar], width: int) -> Iterable[Row]:
        """Who else is quoted word for word in a pane too long to be seen whole."""
        charted = {bar.voice.name for bar in bars}
        heard = [v for v in groups if not v.is_nobody and any(q.kind != "indirect" for q in v.quotes)]
        names = [v.name for v in heard if v.name not in charted]
        lead, kept = "also quoted: " if charted else "quoted: ", len(names)
        while kept and len(self.wrap(words := lead + _listed(names, kept), words, width)) > UNCHARTED_LINES:
            kept -= 1
        if kept:
            yield from self.notes(Note(lead + _listed(names, kept)), width)
            yield BLANK

    def _bar(self, bar: Bar, width: int) -> Line:
        name_cells = self._name_cells
        name = clipped(self._charted_names[bar.voice.name], name_cells)
        look = KIND_VARIABLES[bar.voice.entity.label] if bar.voice.entity else "foreground"
        blank = " " * (name_cells - cells(name) + 1)
        runs = ((sign, "".join(run)) for sign, run in groupby(bar.cells))
        drawn = [(run, "muted" if sign == self.signs.silent else look) for sign, run in runs]
        return ends([(name, look), (blank, ""), *drawn], str(len(bar.voice.quotes)), width)

    # Drawing.

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """A speaker, something said, or a bar of the chart."""
        match row.item:
            case Voice():
                return [self._heading(row.item, width)]
            case More():
                return [[(f" … {len(row.item.quotes)} more: Enter shows them", "muted")]]
            case Bar():
                return [self._bar(row.item, width)]
            case Quote():
                return self._quote(row.item, row.height - 1, width - 1)
        return []

    def _quote(self, quote: Quote, most_lines: int, width: int) -> list[Line]:
        words = telling(self.findings, quote)
        lines = shortened(self.wrap(quote.id, words.phrase, width), most_lines, width)
        how = clipped(manner(self.findings, quote, words), width - CHARS_OF_MARKS)
        doubt: Line = [(" ?", "+error")] if is_uncertain(quote) else []
        said = painted(lines, words.phrase, [(0, len(words.lead), "muted")])
        return [*([(" ", ""), *line] for line in said), [(" " + how, "muted"), *doubt]]

    def _heading(self, voice: Voice, width: int) -> Line:
        shown = len(voice.quotes)
        count = str(shown) if shown == voice.total else f"{shown}/{voice.total}"
        if voice.is_nobody:
            return ends([(NOBODY, "+muted")], count, width)
        look = KIND_VARIABLES[voice.entity.label] if voice.entity else "foreground"
        left: Line = [(voice.name, f"+{look}")]
        role = self.findings.role(voice.entity) if voice.entity else ""
        if role:
            left.append((f"  {role}", "muted"))
        return ends(left, count, width)

    # Rows and places.

    def place_of(self, item: object) -> Span | None:
        """A quote's first words, a speaker's first quote."""
        quote = _first_quote(item)
        return quote.contents[0] if quote else None

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The quote; a speaker's first one."""
        quote = _first_quote(item)
        return None, (quote.id if quote else None)

    def ids_of(self, item: object) -> tuple[str, ...]:
        """The quote, the folded quotes, the speaker."""
        match item:
            case Quote():
                return (item.id,)
            case More():
                return tuple(quote.id for quote in item.quotes)
            case Voice(entity=entity) if entity is not None:
                return (entity.id,)
        return ()

    def reasons(self, item: object) -> list[str]:
        """Why the reader thinks that this speaker said it; of a speaker, how often they speak."""
        if isinstance(item, Voice) and item.entity is not None:
            return [about(item), *filter(None, (self.findings.role(item.entity), aliases(item.entity)))]
        return why(self.findings, item) if isinstance(item, Quote) else []

    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The quote that the reader is in, else the speaker the cursor is on, else the last quote begun."""
        if quote_id is not None and quote_id in self._index_of:
            return self._index_of[quote_id]
        if entity_id is not None and entity_id in self._index_of:
            if _speaker_of(self.current_item) == entity_id:
                return None  # one of this speaker's quotes is as good
            return self._index_of[entity_id]
        quotes = self.findings.quotes or ()
        at = bisect_right(quotes, offset, key=lambda q: q.contents[0].start)
        return self._index_of.get(quotes[at - 1].id) if at else None


def _listed(names: list[str], kept: int) -> str:
    rest = [f"{len(names) - kept} more"] if kept < len(names) else []
    return " · ".join([*names[:kept], *rest])


def _short_name(voice: Voice, most_cells: int) -> str:
    """The longest of a speaker's names that fits, a person's surname among them; else the whole one, to be cut."""
    others = [one_line(alias) for alias in voice.entity.aliases] if voice.entity else []
    if voice.entity is not None and voice.entity.label == "PERSON" and voice.entity.mentions[0].kind == "name":
        surname = voice.name.split()[-1]
        others = [*(name for name in others if name.endswith(surname)), surname]  # never a first name alone
    fitting = [name for name in (voice.name, *others) if cells(name) <= most_cells]
    return fitting[0] if fitting[:1] == [voice.name] else max(fitting, key=cells, default=voice.name)


def _first_quote(item: object) -> Quote | None:
    if isinstance(item, (Voice, More)):
        return item.quotes[0]
    return item if isinstance(item, Quote) else None


def _speaker_of(item: object) -> str | None:
    if isinstance(item, Voice):
        return item.entity.id if item.entity else None
    return item.speaker.entity if isinstance(item, Quote) and item.speaker else None
