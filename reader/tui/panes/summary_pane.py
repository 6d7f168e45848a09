"""The pane of what it comes to: the summary as points or prose, the key facts, the timeline, the people."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from reader.text import Entity, Event, KeyFact, Span, SummarySentence
from reader.text.article import reading_time
from reader.text.calendar_words import day_in_words
from reader.text.display import one_line
from reader.tui.bindings import SUMMARY_BINDINGS
from reader.tui.findings import Findings
from reader.tui.panes.base import BLANK, Note, Pane
from reader.tui.panes.lines import cells, clipped, ends, painted
from reader.tui.present import KIND_VARIABLES
from reader.tui.stages import SummaryChanged
from reader.tui.summary_words import Looks, fact_reasons, in_order, painted_words, ranked, sentence_reasons
from reader.tui.widgets.own_lines import Line
from reader.tui.widgets.row_list import Row

INDENT_CELLS = 2
KIND_CELLS = 9
"""The column of the facts' kinds; "quantity" and a blank."""
MAX_DAY_CELLS = 18
"""The column of the timeline's days: "week of 3 May 2026" fits."""
MAX_PEOPLE = 8
"""More are no overview; the entities pane has them all."""
MIN_MENTIONS = 2
"""Whoever has no role and is mentioned less is left out."""


class ProseLine(NamedTuple):
    """One line of the summary as prose."""

    words: str
    looks: tuple[tuple[int, int, str], ...]
    """Within the words."""
    sentence: SummarySentence
    """That begins here, else that goes on here."""
    ending: SummarySentence | None = None
    """That ends here, where another one begins."""


class SummaryPane(Pane):
    """What it comes to."""

    BINDINGS: ClassVar[list[BindingType]] = [*SUMMARY_BINDINGS]
    TITLE: ClassVar[str] = "Summary"
    PENDING: ClassVar[str] = "choosing what matters…"
    SHOWS: ClassVar[frozenset[str]] = frozenset(
        {"sentences", "entities", "quotes", "reserve", "summary", "key_facts", "timeline"}
    )

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(findings, id=id)
        self.more = 0
        """How many sentences more than the article's own length, less when negative."""
        self.is_prose = False
        self.points: tuple[SummarySentence, ...] = ()
        """The sentences that are shown."""
        self._painted: dict[SummarySentence, tuple[str, Looks]] = {}
        self._painted_with: tuple[Entity, ...] | None = None
        """The entities that are painted in these."""

    @property
    def count(self) -> int | None:
        """How many sentences are shown."""
        if self.findings.summary is None:
            return None
        return sum(1 for point in self._of_length() if self._holds(point.span))

    @property
    def total(self) -> int:
        """How many sentences there are to be shown."""
        return len(self.findings.sentences or ())

    # Length and style.

    def _holds(self, *spans: Span) -> bool:
        """Whether the words at these places hold what was typed."""
        return not self.view.words or self.view.fits(" ".join(self.findings.words(span) for span in spans))

    @property
    def ranking(self) -> Sequence[SummarySentence]:
        """All sentences that can be shown, the best first."""
        return ranked(self.findings.summary or (), self.findings.reserve)

    def _of_length(self) -> tuple[SummarySentence, ...]:
        chosen = self.findings.summary or ()
        return in_order(self.ranking[: max(1, len(chosen) + self.more)]) if chosen else ()

    def action_length(self, step: int) -> None:
        """A sentence more or less."""
        chosen = len(self.findings.summary or ())
        most = len(self.ranking)
        shown = max(1, min(chosen + self.more, most))
        wanted = max(1, min(shown + step, most))
        if not chosen or wanted == shown:
            words = "That is all there is to choose from." if step > 0 else "A summary has at least one sentence."
            self.notify(words if chosen else "There is nothing to summarise.", markup=False)
            return
        self.more = wanted - chosen
        self.rebuild()
        self.post_message(SummaryChanged())

    def action_style(self) -> None:
        """Points, or prose."""
        self.is_prose = not self.is_prose
        self.rebuild()
        self.post_message(SummaryChanged())

    # Rows.

    def rebuild(self) -> None:
        """See `RowList.rebuild`; the margin shows the sentences, too, whether the pane is seen or not."""
        self.points = self._of_length()
        super().rebuild()

    def found_rows(self, width: int) -> Iterable[Row]:
        """The sentences, then what else can be said in a word."""
        shown = [point for point in self.points if self._holds(point.span)]
        if not shown:
            few = "This article is so short that there is nothing to summarise."
            yield from self.notes(Note("No sentence is like that." if self.points else few), width)
        elif self.is_prose:
            yield from (Row(line) for line in self._prose(shown, width))
        else:
            yield from self._point_rows(shown, width)
        if self.points:
            yield BLANK
            whole = reading_time(self.findings.article.text)
            yield from self.notes(Note(f"{len(self.points)} of {self.total} sentences · {whole} for all"), width)
        yield from self._sections()

    def _point_rows(self, points: Sequence[SummarySentence], width: int) -> Iterable[Row]:
        for number, point in enumerate(points):
            if number:
                yield BLANK
            words, _ = self._words(point)
            yield Row(point, height=len(self.wrap(point, words, width - INDENT_CELLS)))

    def _words(self, point: SummarySentence) -> tuple[str, Looks]:
        """The sentence with its paragraph as the last word, worked out once."""
        if self._painted_with is not self.findings.entities:
            self._painted, self._painted_with = {}, self.findings.entities
        found = self._painted.get(point)
        if found is None:
            words, looks = painted_words(self.findings, point)
            place = f" ¶{self.findings.paragraph(point.span.start)}"
            found = words + place, [*looks, (len(words), len(words) + len(place), "muted")]
            self._painted[point] = found
        return found

    def _prose(self, points: Sequence[SummarySentence], width: int) -> Iterable[ProseLine]:
        """All sentences as one paragraph."""
        words, looks, starts = "", Looks(), list[int]()
        for point in points:
            words += " " if words else ""
            starts.append(len(words))
            more, marks = self._words(point)
            looks += [(start + len(words), end + len(words), look) for start, end, look in marks]
            words += more
        at = 0
        for line in self.wrap("prose", words, width):
            at = max(at, words.find(line, at))
            here = max(0, bisect_right(starts, at + len(line) - 1) - 1)
            before = max(0, bisect_right(starts, at) - 1)
            first = min(here, before + 1)
            inside = ((s - at, e - at, look) for s, e, look in looks if s < at + len(line) and e > at)
            ending = points[before] if first != before else None
            yield ProseLine(line, tuple((max(0, s), e, look) for s, e, look in inside), points[first], ending)
            at += len(line)

    def _sections(self) -> Iterable[Row]:
        facts = [f for f in self.findings.key_facts or () if self._holds(f.span, f.sentence or f.span)]
        events = [e for e in self.findings.timeline or () if self._holds(e.sentence)]
        yield from self._section("Key facts", facts)
        yield from self._section("Timeline", events)
        yield from self._section("People", self._people()[:MAX_PEOPLE])

    def _people(self) -> list[Entity]:
        """Those with a role, and those whom the article comes back to, the most mentioned first."""
        every = (e for e in self.findings.entities or () if e.label == "PERSON" and e.mentions)
        named = (e for e in every if e.role or len(e.mentions) >= MIN_MENTIONS)
        found = (e for e in named if self._holds(e.mentions[0].span, e.role or e.mentions[0].span))
        return sorted(found, key=lambda e: -len(e.mentions))

    def _section(self, heading: str, items: Sequence[object]) -> Iterable[Row]:
        if items:
            yield BLANK
            yield Row(Note(heading, "+accent", str(len(items))), can_choose=False, is_heading=True)
            yield from (Row(item) for item in items)

    # Drawing.

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """A point, a line of prose, a fact, an event, somebody."""
        match row.item:
            case SummarySentence():
                words, looks = self._words(row.item)
                lines = painted(self.wrap(row.item, words, width - INDENT_CELLS), words, looks)
                return [[("• " if n == 0 else "  ", "accent"), *line] for n, line in enumerate(lines)]
            case ProseLine():
                return painted([row.item.words], row.item.words, row.item.looks)
            case KeyFact():
                return [self._fact(row.item, width)]
            case Event():
                return [self._event(row.item, width)]
            case Entity():
                return [self._person(row.item, width)]
        return []

    def _place(self, span: Span) -> str:
        return f"¶{self.findings.paragraph(span.start)}"

    def _fact(self, fact: KeyFact, width: int) -> Line:
        kind = clipped(fact.kind, KIND_CELLS - 1).ljust(KIND_CELLS)
        left: Line = [(kind, "muted"), (self.findings.words(fact.span), "entity-value")]
        return ends(left, self._place(fact.span), width)

    def _event(self, event: Event, width: int) -> Line:
        longest = max((cells(_day(e)) for e in self.findings.timeline or ()), default=0)
        column = min(longest, MAX_DAY_CELLS, width // 2)
        day = clipped(_day(event), column)
        left: Line = [(day + " " * (column - cells(day) + 1), "entity-value")]
        return ends([*left, (self.findings.words(event.sentence), "foreground")], self._place(event.span), width)

    def _person(self, person: Entity, width: int) -> Line:
        left: Line = [(one_line(person.name), KIND_VARIABLES[person.label])]
        role = self.findings.role(person)
        return ends([*left, (f"  {role}", "muted")] if role else left, f"{len(person.mentions)}×", width)

    # Rows and places.

    def place_of(self, item: object) -> Span | None:
        """The sentence, the words of a fact or a day, a first mention."""
        match item:
            case SummarySentence() | KeyFact() | Event():
                return item.span
            case ProseLine():
                return item.sentence.span
            case Entity() if item.mentions:
                return item.mentions[0].span
        return None

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The person."""
        return (item.id if isinstance(item, Entity) else None), None

    def ids_of(self, item: object) -> tuple[str, ...]:
        """The place of what the row stands for: nothing in here has a name of its own but people."""
        match item:
            case SummarySentence():
                return (f"s{item.span.start}",)
            case ProseLine():
                return (f"s{item.sentence.span.start}",)
            case KeyFact():
                return (f"f{item.span.start}",)
            case Event():
                return (f"t{item.span.start}",)
        return (item.id,) if isinstance(item, Entity) else ()

    def ending_in(self, item: object) -> tuple[str, ...]:
        """The sentence whose last words stand before the next one's first."""
        ending = item.ending if isinstance(item, ProseLine) else None
        return () if ending is None else (f"s{ending.span.start}",)

    def reasons(self, item: object) -> list[str]:
        """What speaks for a sentence; where a fact or an event stands."""
        match item:
            case SummarySentence():
                return sentence_reasons(self.findings, item, self.points)
            case ProseLine():
                return sentence_reasons(self.findings, item.sentence, self.points)
            case KeyFact():
                return fact_reasons(self.findings, item)
            case Event():
                return [
                    f"“{self.findings.words(item.span)}”: {one_line(item.when)}",
                    self.findings.words(item.sentence),
                ]
        return []

    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The last sentence begun, unless the cursor is on something else at this very place."""
        del quote_id
        current = self.current_item
        place = self.place_of(current)
        if isinstance(current, (KeyFact, Event)) and place is not None and place.start == offset:
            return None
        if isinstance(current, Entity) and current.id == entity_id:
            return None
        at = bisect_right(self.points, offset, key=lambda p: p.span.start) - 1
        return self._index_of.get(f"s{self.points[at].span.start}") if at >= 0 else None


def _day(event: Event) -> str:
    return one_line(day_in_words(event.when))
