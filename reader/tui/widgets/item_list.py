"""A list of articles or places: rows of two lines under headings, the cursor kept on its item when the list changes.

Takes sections of items; gives the row list's messages, whose item is an `Item`. Words are plain and never markup.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.tui.panes.lines import clipped, ends
from reader.tui.widgets.own_lines import Line
from reader.tui.widgets.row_list import Row, RowList


class Item(NamedTuple):
    """One entry."""

    value: object
    """What it stands for; two items of one value are the same entry."""
    title: str
    below: str = ""
    right: str = ""
    """At the right end of the title's line."""


class Section(NamedTuple):
    """Entries under a heading."""

    heading: str
    """Empty for none."""
    items: Sequence[Item]


class ItemList(RowList):
    """The rows of some sections."""

    def __init__(self, *, empty: str, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name for it
        """An empty list; `empty` is what it says then."""
        super().__init__(id=id)
        self._sections: tuple[Section, ...] = ()
        self._empty = empty

    def show(self, sections: Iterable[Section], *, current: object = None) -> None:
        """Show these, the cursor on `current`, else where it was, else on the first.

        Args:
            sections: those without items are left out.
            current: the value of the item to put the cursor on.
        """
        held = self.current_item
        wanted = held.value if current is None and isinstance(held, Item) else current
        self._sections = tuple(s for s in sections if s.items)
        self.lay_out()
        index = next((i for i, r in enumerate(self.rows) if isinstance(r.item, Item) and r.item.value == wanted), None)
        first = next((i for i, r in enumerate(self.rows) if r.can_choose), None)
        self.select_index(first if index is None else index)

    @property
    def items(self) -> list[Item]:
        """All items shown."""
        return [item for section in self._sections for item in section.items]

    def make_rows(self, width: int) -> Iterable[Row]:
        """See `RowList.make_rows`."""
        del width
        if not self._sections:
            yield Row(self._empty, can_choose=False)
        for number, section in enumerate(self._sections):
            if number:
                yield Row(None, can_choose=False)
            if section.heading:
                yield Row(section.heading, can_choose=False, is_heading=True)
                yield Row(None, can_choose=False, is_heading=True)
            for at, item in enumerate(section.items):
                if at:
                    yield Row(None, can_choose=False)
                yield Row(item, height=2)

    def draw(self, row: Row, width: int) -> list[Line]:
        """See `RowList.draw`."""
        if not isinstance(row.item, Item):
            return [[(clipped(str(row.item or ""), width), "+accent" if row.is_heading else "muted")]]
        item = row.item
        return [ends([(item.title, "+foreground")], item.right, width), [(clipped(item.below, width), "muted")]]
