"""The pane of names: grouped by kind, with their mentions, other names and what the article says they are."""

from collections.abc import Iterable
from typing import ClassVar

from reader.text import Entity, Label, Span
from reader.text.display import one_line
from reader.text.kinds import KIND_WORDS, SECTION_OF, SECTIONS
from reader.tui.findings import Findings, aliases
from reader.tui.kinds import FILTERS
from reader.tui.panes.base import BLANK, Note, Pane
from reader.tui.panes.lines import ends
from reader.tui.present import KIND_VARIABLES
from reader.tui.stages import KindPicked
from reader.tui.view import after
from reader.tui.widgets.own_lines import Line
from reader.tui.widgets.row_list import Row

BY_PLACE, BY_NAME = "in order of the text", "by name"
MENTION_WORDS = {"name": "by name", "nominal": "by a description", "pronoun": "by a pronoun"}


class EntitiesPane(Pane):
    """Who and what is in the article."""

    TITLE: ClassVar[str] = "Entities"
    PENDING: ClassVar[str] = "finding people, organisations and places…"
    SHOWS: ClassVar[frozenset[str]] = frozenset({"entities", "quotes"})
    FILTERS: ClassVar[tuple[str, ...]] = tuple(FILTERS)
    ORDERS: ClassVar[tuple[str, ...]] = (BY_PLACE, BY_NAME)

    def __init__(self, findings: Findings, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(findings, id=id)
        self.only: frozenset[Label] | None = None
        """The labels to show; None for all."""

    @property
    def count(self) -> int | None:
        """How many things are shown."""
        return None if self.findings.entities is None else sum(1 for _ in self._shown())

    @property
    def total(self) -> int:
        """How many things there are."""
        return len(self.findings.entities or ())

    def _shown(self) -> Iterable[Entity]:
        only, view = self.only, self.view
        of_kind = (e for e in self.findings.entities or () if only is None or e.label in only)
        return (e for e in of_kind if not view.words or view.fits(self._searched(e)))

    def _searched(self, entity: Entity) -> str:
        names = (one_line(name) for name in (entity.name, *entity.aliases))
        return " ".join((*names, self.findings.role(entity), KIND_WORDS[entity.label]))

    def _ordered(self, entities: list[Entity]) -> list[Entity]:
        if self.view.order == BY_NAME:
            return sorted(entities, key=lambda e: e.name.casefold())
        return entities if self.view.order == BY_PLACE else sorted(entities, key=lambda e: -len(e.mentions))

    def found_rows(self, width: int) -> Iterable[Row]:
        """A heading for each kind, the most mentioned first under it."""
        groups: dict[str, list[Entity]] = {}
        for entity in self._shown():
            groups.setdefault(SECTION_OF[entity.label], []).append(entity)
        if not groups:
            none = "No name is like that." if self.total else "No one and nothing is named in this article."
            yield from self.notes(Note(none), width)
        for number, section in enumerate(s for s in SECTIONS if s in groups):
            if number:
                yield BLANK
            yield Row(Note(section, "+accent", str(len(groups[section]))), can_choose=False, is_heading=True)
            yield from (Row(entity) for entity in self._ordered(groups[section]))

    def draw_item(self, row: Row, width: int) -> list[Line]:
        """Name, role, other names, number of mentions."""
        entity = row.item
        if not isinstance(entity, Entity):
            return []
        left: Line = [(one_line(entity.name), KIND_VARIABLES[entity.label])]
        about = [words for words in (self.findings.role(entity), aliases(entity)) if words]
        if about:
            left.append((f"  {' · '.join(about)}", "muted"))
        return [ends(left, str(len(entity.mentions)), width)]

    def action_only_next(self) -> None:
        """The next kind; the screen keeps it, because the walk through the text goes by it, too."""
        current = next((name for name, labels in FILTERS.items() if labels == self.only), "")
        wanted = after(self.FILTERS, current) or current
        self.post_message(KindPicked(wanted))

    def narrow(self, kinds: frozenset[Label] | None) -> None:
        """Show only these kinds; None for all."""
        self.only = kinds
        only = next((name for name, labels in FILTERS.items() if labels == kinds), "")
        self.view = self.view._replace(only=only)
        self.rebuild()
        self.post_message(self.Narrowed())

    def action_widen(self) -> None:
        """Every kind again, in the usual order."""
        only = self.view.only
        super().action_widen()
        if only:
            self.post_message(KindPicked(only))

    # Rows and places.

    def place_of(self, item: object) -> Span | None:
        """The first mention."""
        return item.mentions[0].span if isinstance(item, Entity) and item.mentions else None

    def identity_of(self, item: object) -> tuple[str | None, str | None]:
        """The entity."""
        return (item.id if isinstance(item, Entity) else None), None

    def ids_of(self, item: object) -> tuple[str, ...]:
        """The entity."""
        return (item.id,) if isinstance(item, Entity) else ()

    def reasons(self, item: object) -> list[str]:
        """All that is known of a thing."""
        if not isinstance(item, Entity):
            return []
        counts = {kind: sum(m.kind == kind for m in item.mentions) for kind in MENTION_WORDS}
        how = ", ".join(f"{n} {MENTION_WORDS[kind]}" for kind, n in counts.items() if n)
        first = f"first in ¶{self.findings.paragraph(item.mentions[0].span.start)}"
        said = len(self.findings.quotes_of.get(item.id, ()))
        lines = [f"{KIND_WORDS[item.label].capitalize()}: {how}; {first}"]
        lines += [words for words in (self.findings.role(item), aliases(item)) if words]
        if item.normalized:
            lines.append(f"= {one_line(item.normalized)}")
        return [*lines, f"said {said} {'thing' if said == 1 else 'things'}"] if said else lines

    def index_near(self, offset: int, entity_id: str | None, quote_id: str | None) -> int | None:
        """The entity that the cursor is on."""
        del offset, quote_id
        return None if entity_id is None else self._index_of.get(entity_id)
