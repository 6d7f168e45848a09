"""Which entity is meant at a place: the index that the stages after coreference ask.

Takes entities with their mentions, gives answers by span. Nothing is resolved here, only looked up.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from reader.text import Entity, Mention, Span

_MODIFIES = re.compile(r"[’']s?\b|[’'](?=\s)|\s+(?!(?:of|who|and|or|in|at|from|for|with|on|to|said|told|says)\b)[a-z]")
"""After a name that only belongs to another's description: "Trump's rival", "Trump adviser"."""


class Place(NamedTuple):
    """One mention with its entity."""

    mention: Mention
    entity: Entity


class EntityIndex:
    """Mentions of all entities in order of the text."""

    def __init__(self, entities: Iterable[Entity], text: str = "") -> None:
        """`text`, where given, tells a possessor or a modifier from a head: "Trump adviser Jason Miller"."""
        self._text = text
        places = [Place(m, e) for e in entities for m in e.mentions]
        self._places = sorted(places, key=lambda p: (p.mention.span.start, -p.mention.span.end, p.entity.id))
        self._starts = [p.mention.span.start for p in self._places]
        self._longest = max((p.mention.span.length_chars for p in self._places), default=0)

    def overlapping(self, span: Span) -> list[Place]:
        """Every mention that shares a character with `span`, in order of the text."""
        first = bisect_left(self._starts, span.start - self._longest)
        end = bisect_left(self._starts, span.end)
        return [p for p in self._places[first:end] if p.mention.span.end > span.start]

    def entity_at(self, span: Span) -> Entity | None:
        """The entity that the words at `span` mean, None where no mention stands.

        An exact mention goes first; then the longest that `span` starts with or holds and that is no value, a name
        before a nominal before a pronoun ("spokeswoman Ann Lee" is Ann Lee); last a mention around `span`.
        """
        found = [p for p in self.overlapping(span) if p.entity.normalized is None]
        if not found:
            return None
        return max(found, key=lambda p: self._fit(p, span)).entity

    def _fit(self, place: Place, span: Span) -> tuple[int, ...]:
        mention = place.mention
        exact = mention.span == span
        inside = span.contains(mention.span)
        head = not (inside and _MODIFIES.match(self._text, mention.span.end, span.end))
        kind = ("pronoun", "nominal", "name").index(mention.kind) if inside else 0
        person = place.entity.label == "PERSON"
        return (3 if exact else 2 if inside else 1, head, person, kind, -mention.span.start)
