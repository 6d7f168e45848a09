"""What the three panes share: a row list over the findings that follows the reader's place.

A pane takes `Findings` and the reader's offset; it gives the row list's messages. Before its stage has arrived it says
what is going on, and when the analysis failed why, and how to go on.
"""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from reader.text import Label, Span
from reader.tui.findings import Findings
from reader.tui.panes.lines import ends, wrapped
from reader.tui.widgets.row_list import Line, Row, RowList


class Note(NamedTuple):
    """A line that leads nowhere: a heading, a blank, a state."""

    words: str
    look: str = "muted"
    number: str = ""


class Pane(RowList):
    """One pane's rows."""

    TITLE: ClassVar[str] = ""
    PENDING: ClassVar[str] = ""
    """What is going on before the stage has arrived."""
    HELP: ClassVar[str] = "panes"
    """The page of the guide that tells about it."""

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self.findings = findings
        self._wrapped: dict[tuple[object, int], list[str]] = {}

    # What a pane gives.

    @property
    @abstractmethod
    def count(self) -> int | None:
        """How many things it shows; None while that is unknown."""

    @abstractmethod
    def found_rows(self, width: int) -> Iterable[Row]:
        """The rows once the stage has arrived."""

    @abstractmethod
    def place_of(self, item: object) -> Span | None:
        """Where in the text a row leads."""

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

    @abstractmethod
    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The row that belongs to the reader's place; None leaves the cursor where it is."""

    # What they share.

    def make_rows(self, width: int) -> Iterable[Row]:
        """See `RowList.make_rows`."""
        self._wrapped.clear()
        if self.count is not None:
            yield from self.found_rows(width)
        elif self.findings.failure is not None:
            yield from self._notes(Note(self.findings.failure, "error"), width)
            yield from self._notes(Note("The text stays readable. Press r to try again."), width)
        else:
            yield from self._notes(Note(self.PENDING), width)

    def _notes(self, note: Note, width: int) -> Iterable[Row]:
        yield Row(note, height=len(self.wrap(note, note.words, width)), can_choose=False)

    def draw(self, row: Row, width: int) -> list[Line]:
        """See `RowList.draw`."""
        if isinstance(row.item, Note):
            note = row.item
            if note.number:
                return [ends([(note.words, note.look)], note.number, width)]
            return [[(line, note.look)] for line in self.wrap(note, note.words, width)]
        return self.draw_item(row, width)

    @abstractmethod
    def draw_item(self, row: Row, width: int) -> list[Line]:
        """The lines of a row that is no note."""

    def wrap(self, key: object, words: str, width: int) -> list[str]:
        """`words` in lines of at most `width` cells, remembered for `key`."""
        lines = self._wrapped.get((key, width))
        if lines is None:
            lines = self._wrapped[key, width] = wrapped(words, width)
        return lines

    def follow(self, offset: int, entity_id: str | None, quote_id: str | None) -> None:
        """Put the cursor on what belongs to the reader's place, unless the reader is moving in this very pane."""
        if self.has_focus or not self.is_attached or self.count is None:
            return
        index = self.index_near(offset, entity_id, quote_id)
        if index is not None:
            self.select_index(index)
