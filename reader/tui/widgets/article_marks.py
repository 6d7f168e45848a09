"""What is marked in an article, ready to be looked up by place: names, quotes, summary, hits, links.

Everything here is in drawn offsets, sorted, and found by bisection. Pure values; the widget makes a new one when a
stage of the analysis arrives.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from sys import maxsize
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from reader.text import VALUE_LABELS, Article, Entity, InlineMark, Label, Mention, Quote, Span, SummarySentence
from reader.tui.widgets.article_layout import Drawn, drawn_text


class MentionAt(NamedTuple):
    """A mention with its entity, as drawn."""

    start: int
    end: int
    entity: int
    """Index into the entities."""
    mention: Mention


class Piece(NamedTuple):
    """A marked stretch, as drawn."""

    start: int
    end: int
    item: int
    """Index of what it belongs to: a quote, a sentence, a hit, an inline mark."""


SPARE_BLANK = re.compile(r" (?=[ |])")


T = TypeVar("T", MentionAt, Piece)


class Marks(NamedTuple):
    """All that is marked, each tuple ordered by start."""

    drawn: Drawn
    entities: tuple[Entity, ...] = ()
    names: tuple[MentionAt, ...] = ()
    """Mentions by name: what is highlighted and stepped through."""
    others: tuple[MentionAt, ...] = ()
    """Nominal and pronoun mentions."""
    by_entity: tuple[tuple[MentionAt, ...], ...] = ()
    """All mentions of each entity, in order."""
    longest_mentions: tuple[int, ...] = ()
    """The length of the longest mention of each entity."""
    quotes: tuple[Piece, ...] = ()
    first_parts: tuple[Piece, ...] = ()
    """The first stretch of each quote, in order."""
    reported: frozenset[int] = frozenset()
    """Indices of the indirect quotes."""
    summary: tuple[Piece, ...] = ()
    inline: tuple[Piece, ...] = ()
    places: Mapping[str, int] = MappingProxyType({})
    """Entity id → index."""


def build(article: Article, entities: Sequence[Entity], letters: dict[Label, str]) -> Marks:
    """The names marked in `article`, as yet without quotes and summary; `letters` stand behind names, by kind."""
    blanks, no_room = _spare_blanks(article)
    ends = {
        m.span.end: letters[e.label]
        for e in entities
        if e.label in letters
        for m in e.mentions
        if m.kind == "name" and m.span.end not in no_room
    }
    drawn = drawn_text(article.text, sorted(ends.items()), blanks=blanks)
    by_entity = tuple(tuple(_mentions(e, i, drawn)) for i, e in enumerate(entities))
    every = sorted(m for row in by_entity for m in row)
    return Marks(
        drawn=drawn,
        entities=tuple(entities),
        names=tuple(m for m in every if m.mention.kind == "name"),
        others=tuple(m for m in every if m.mention.kind != "name"),
        by_entity=by_entity,
        longest_mentions=tuple(longest(row) for row in by_entity),
        inline=_inline(article.marks, drawn),
        places={e.id: i for i, e in enumerate(entities)},
    )


def _spare_blanks(article: Article) -> tuple[frozenset[int], frozenset[int]]:
    """Of rows of tables the blanks, but the last one of several words', and all other places before the last bar.

    A letter in place of such a blank keeps the columns in line, one anywhere else before a bar would shift it.
    """
    rows = [paragraph.span for paragraph in article.paragraphs if paragraph.is_table_row]
    blanks = frozenset(at.start() for row in rows for at in SPARE_BLANK.finditer(article.text, *row))
    last_bars = ((row, article.text.rfind("|", *row)) for row in rows)
    inside = (at for row, bar in last_bars for at in range(row.start, bar + 1))
    return blanks, frozenset(inside) - blanks


def with_quotes(marks: Marks, quotes: Sequence[Quote]) -> Marks:
    """The same with these quotes; the drawn text stays, so no row moves."""
    parts = tuple(sorted(Piece(*marks.drawn.span(c), i) for i, q in enumerate(quotes) for c in q.contents))
    return marks._replace(
        quotes=parts,
        first_parts=tuple(sorted({part.item: part for part in reversed(parts)}.values())),
        reported=frozenset(i for i, q in enumerate(quotes) if q.kind == "indirect"),
    )


def quoted(marks: Marks) -> set[tuple[int, int, bool]]:
    """What is drawn as quoted: start and end of each stretch, and whether it is only reported."""
    return {(p.start, p.end, p.item in marks.reported) for p in marks.quotes}


def with_summary(marks: Marks, summary: Sequence[SummarySentence]) -> Marks:
    """The same with these sentences."""
    return marks._replace(summary=tuple(sorted(Piece(*marks.drawn.span(s.span), i) for i, s in enumerate(summary))))


def _mentions(entity: Entity, index: int, drawn: Drawn) -> Iterable[MentionAt]:
    for mention in entity.mentions:
        start, end = drawn.span(mention.span)
        yield MentionAt(start, end, index, mention)


def _inline(marks: Sequence[InlineMark], drawn: Drawn) -> tuple[Piece, ...]:
    return tuple(sorted(Piece(*drawn.span(m.span), i) for i, m in enumerate(marks)))


def hits(drawn: Drawn, spans: Iterable[Span]) -> tuple[Piece, ...]:
    """Search hits as drawn; there may be thousands, so that the marks are counted along the way, not looked up."""
    marks, pieces, before = (*drawn.offsets, maxsize), list[Piece](), 0
    for number, (start, end) in enumerate(spans):
        while marks[before] <= start:
            before += 1
        inside = before
        while marks[inside] < end:
            inside += 1
        pieces.append(Piece(start + before, end + inside, number))
    return tuple(pieces)


def overlapping(pieces: Sequence[T], start: int, end: int, longest: int) -> list[T]:
    """The pieces that share a character with [start, end); `longest` is the length of the longest piece."""
    low = bisect_left(pieces, start - longest, key=lambda p: p.start)
    high = bisect_left(pieces, end, key=lambda p: p.start)
    return [p for p in pieces[low:high] if p.end > start]


def longest(pieces: Sequence[MentionAt] | Sequence[Piece]) -> int:
    """The length of the longest piece, 0 for none."""
    return max((p.end - p.start for p in pieces), default=0)


def is_walked(entity: Entity, kinds: frozenset[Label] | None) -> bool:
    """Whether the entity cursor stops at it: things always, values only when they are asked for."""
    return entity.label in kinds if kinds is not None else entity.label not in VALUE_LABELS


def following(pieces: Sequence[T], offset: int, step: int) -> T | None:
    """The `step`-th piece after (before, when negative) a drawn offset; None for no pieces. Walks round at the ends."""
    if not pieces:
        return None
    at = (
        bisect_right(pieces, offset, key=lambda p: p.start) - 1 + step
        if step > 0
        else (bisect_left(pieces, offset, key=lambda p: p.start) + step)
    )
    return pieces[at % len(pieces)]
