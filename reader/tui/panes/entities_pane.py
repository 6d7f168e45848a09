"""The pane of names: grouped by kind, with their mentions and what the article says they are."""

from collections.abc import Iterable
from typing import ClassVar

from reader.text import Entity, Label, Span
from reader.text.display import one_line
from reader.text.kinds import SECTION_OF, SECTIONS
from reader.tui.findings import Findings
from reader.tui.panes.base import Note, Pane
from reader.tui.panes.lines import ends
from reader.tui.present import KIND_VARIABLES
from reader.tui.widgets.row_list import Line, Row


class EntitiesPane(Pane):
    """Who and what is in the article."""

    TITLE: ClassVar[str] = "Entities"
    PENDING: ClassVar[str] = "finding people, organisations and places…"

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(findings, id=id)
        self.only: frozenset[Label] | None = None
        """The labels to show; None for all."""
        self._index_of: dict[str, int] = {}

    @property
    def count(self) -> int | None:
        """How many things of the kinds shown."""
        return None if self.findings.entities is None else sum(1 for _ in self._shown())

    def _shown(self) -> Iterable[Entity]:
        only = self.only
        return (e for e in self.findings.entities or () if only is None or e.label in only)

    def found_rows(self, width: int) -> Iterable[Row]:
        """A heading for each kind, the most mentioned first under it."""
        groups: dict[str, list[Entity]] = {}
        for entity in self._shown():
            groups.setdefault(SECTION_OF[entity.label], []).append(entity)
        self._index_of, at = {}, 0
        if not groups:
            yield from self._notes(Note("No names of this kind." if self.only else "No names in this article."), width)
        for section in (s for s in SECTIONS if s in groups):
            if at:
                yield Row(Note(""), can_choose=False)
                at += 1
            yield Row(Note(section, "+accent", str(len(groups[section]))), can_choose=False, is_heading=True)
            at += 1
            for entity in sorted(groups[section], key=lambda e: -len(e.mentions)):
                self._index_of[entity.id] = at
                at += 1
                yield Row(entity)

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """Name, role, number of mentions."""
        entity = row.item
        if not isinstance(entity, Entity):
            return []
        left: Line = [(one_line(entity.name), KIND_VARIABLES[entity.label])]
        role = self.findings.role(entity)
        if role:
            left.append((f"  {role}", "muted"))
        return [ends(left, str(len(entity.mentions)), width)]

    def narrow(self, kinds: frozenset[Label] | None) -> None:
        """Show only these kinds; None for all."""
        self.only = kinds
        self.rebuild()

    def place_of(self, item: object) -> Span | None:
        """The first mention."""
        return item.mentions[0].span if isinstance(item, Entity) and item.mentions else None

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The entity."""
        return (item.id if isinstance(item, Entity) else None), None

    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The entity that the cursor is on."""
        del offset, quote_id
        return None if entity_id is None else self._index_of.get(entity_id)
