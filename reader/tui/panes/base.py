"""What the three panes share: a row list over the findings that follows the reader's place.

A pane takes `Findings` and the reader's offset; it gives the row list's messages. Before its stage has arrived it says
what is going on, and when the analysis failed why, and how to go on.
"""

from abc import abstractmethod
from collections.abc import Iterable
from itertools import takewhile
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from reader.text import Label, Span
from reader.tui.bindings import PANE_BINDINGS
from reader.tui.findings import Findings
from reader.tui.panes.lines import ends, wrapped
from reader.tui.panes.narrowing import Narrowing
from reader.tui.widgets.own_lines import Line
from reader.tui.widgets.row_list import Row

REASON = " ┆ "
"""Before each line of the reasons."""
FAILED = "The text stays readable. Press r to try again; `reader doctor` in the shell looks for the cause."


class Note(NamedTuple):
    """A line that leads nowhere: a heading, a blank, a state."""

    words: str
    look: str = "muted"
    number: str = ""


BLANK = Row(Note(""), can_choose=False)


class Pane(Narrowing):
    """One pane's rows."""

    BINDINGS: ClassVar[list[BindingType]] = [*PANE_BINDINGS]
    TITLE: ClassVar[str] = ""
    PENDING: ClassVar[str] = ""
    """What is going on before the stage has arrived."""
    SHOWS: ClassVar[frozenset[str]] = frozenset()
    """The fields of the analysis that its rows come from."""
    HELP: ClassVar[str] = "panes"
    """The page of the guide that tells about it."""

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self.findings = findings
        self._wrapped: dict[tuple[object, int], list[str]] = {}
        self._index_of: dict[str, int] = {}
        """The row that stands for a quote, an entity, whatever has an id."""
        self._followed: tuple[int, str | None, str | None] | None = None
        """The reader's place as it was told last."""
        self._explained: tuple[str, ...] = ()
        """What the row whose reasons are shown stands for."""

    # What a pane gives.

    @property
    @abstractmethod
    def count(self) -> int | None:
        """How many things it shows; None while that is unknown."""

    @property
    @abstractmethod
    def total(self) -> int:
        """How many things there are, shown or not."""

    @abstractmethod
    def found_rows(self, width: int) -> Iterable[Row]:
        """The rows once the stage has arrived."""

    @abstractmethod
    def draw_item(self, row: Row, width: int) -> list[Line]:
        """The lines of a row that is no note."""

    @abstractmethod
    def place_of(self, item: object) -> Span | None:
        """Where in the text a row leads."""

    @abstractmethod
    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The row that belongs to the reader's place; None leaves the cursor where it is."""

    def ids_of(self, item: object) -> tuple[str, ...]:
        """The ids of what a row stands for."""
        del item
        return ()

    def ending_in(self, item: object) -> tuple[str, ...]:
        """The ids of what ends in a row that stands for something else."""
        del item
        return ()

    def reasons(self, item: object) -> list[str]:
        """Why a row says what it says, in plain lines; nothing to say where there are none."""
        del item
        return []

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The ids of the entity and the quote that a row stands for."""
        del item
        return None, None

    def unfold(self, item: object) -> bool:
        """Show what a row stands for in the pane itself; whether it was such a row."""
        del item
        return False

    def narrow(self, kinds: frozenset[Label] | None) -> None:
        """Show only these kinds; nothing to do where rows have no kind."""

    # What they share.

    def make_rows(self, width: int) -> Iterable[Row]:
        """See `RowList.make_rows`."""
        self._wrapped.clear()
        if self.count is not None:
            yield from self._with_reasons(self.found_rows(width), width) if self._explained else self.found_rows(width)
        elif self.findings.failure is not None:
            yield from self.notes(Note(_sentence(self.findings.failure), "error"), width)
            yield from self.notes(Note(FAILED), width)
        else:
            yield from self.notes(Note(self.PENDING), width)
            if self.findings.progress:
                yield from self.notes(Note(self.findings.progress), width)

    def lay_out(self) -> None:
        """See `RowList.lay_out`; the cursor stays on what its row stands for, at first it follows the reader."""
        kept, is_first = self.ids_of(self.current_item), self._laid_out_in is None
        super().lay_out()
        backwards = reversed(list(enumerate(self.rows)))  # the first row of several keeps the name
        self._index_of = {name: at for at, row in backwards for name in self.ids_of(row.item)}
        if self.cursor is None and kept:
            self.set_reactive(Pane.cursor, next((self._index_of[k] for k in kept if k in self._index_of), None))
        if is_first and self._followed is not None and self.count is not None:
            self._select_near(*self._followed)

    def notes(self, note: Note, width: int) -> Iterable[Row]:
        """A note as a row that cannot be chosen."""
        yield Row(note, height=len(self.wrap(note, note.words, width)), can_choose=False)

    def _with_reasons(self, rows: Iterable[Row], width: int) -> Iterable[Row]:
        """The rows with the reasons behind the last one that they are about."""
        told: object = None
        for row in rows:
            is_it = self.ids_of(row.item) == self._explained
            ends_here = self.ending_in(row.item) == self._explained
            if told is not None and not is_it and not ends_here:
                yield from self._reason_rows(told, width)
                told = None
            told = row.item if is_it else told
            yield row
            if told is not None and ends_here:
                yield from self._reason_rows(told, width)
                told = None
        if told is not None:
            yield from self._reason_rows(told, width)

    def _reason_rows(self, item: object, width: int) -> Iterable[Row]:
        for line in self.reasons(item):
            for part in wrapped(line, width - len(REASON)):
                yield Row(Note(REASON + part), can_choose=False)

    def draw(self, row: Row, width: int) -> list[Line]:
        """See `RowList.draw`."""
        if isinstance(row.item, Note):
            note = row.item
            if note.number:
                return [ends([(note.words, note.look)], note.number, width)]
            return [[(line, note.look)] for line in self.wrap(note, note.words, width)]
        return self.draw_item(row, width)

    def wrap(self, key: object, words: str, width: int) -> list[str]:
        """`words` in lines of at most `width` cells, remembered for `key`."""
        lines = self._wrapped.get((key, width))
        if lines is None:
            lines = self._wrapped[key, width] = wrapped(words, width)
        return lines

    def follow(self, offset: int, entity_id: str | None, quote_id: str | None) -> None:
        """Put the cursor on what belongs to the reader's place, unless the reader is moving in this very pane."""
        self._followed = offset, entity_id, quote_id
        if not self.has_focus and self.is_attached and self._laid_out_in is not None and self.count is not None:
            self._select_near(offset, entity_id, quote_id)

    def _select_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> None:
        index = self.index_near(offset, entity_id, quote_id)
        if index is not None:
            self.select_index(index)
            self.show_from_top()

    def action_why(self) -> None:
        """Show why the row says what it says; the same key again hides it."""
        item = self.current_item
        ids = self.ids_of(item)
        lines = self.reasons(item) if ids else []
        self._explained = ids if lines and ids != self._explained else ()
        self.rebuild()
        if self.cursor is not None:
            below = (row.item for row in self.rows[self.cursor + 1 :])
            reasons = takewhile(lambda item: isinstance(item, Note) and item.words.startswith(REASON), below)
            self.reveal(self.cursor, more_rows=sum(1 for _ in reasons))
        if item is not None and not lines:
            self.notify("No more is known about this row.", markup=False)


def _sentence(words: str) -> str:
    """With a capital: a message of one line begins small, as it does behind the name of a command."""
    return words[:1].upper() + words[1:]
