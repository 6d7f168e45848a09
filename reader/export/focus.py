"""What of an analysis is to be told: everything, or one part of it; a pure narrowing before any format is chosen.

Takes an `Analysis` and a `Focus`, gives a `Report` that holds no more than is wanted.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, NamedTuple, get_args

from reader.errors import UsageError
from reader.export.points import Passage
from reader.export.report import Report, paragraph_numbers, report
from reader.text import VALUE_LABELS, Analysis, Entity, Span
from reader.text.display import one_line
from reader.text.shown import Piece

Scope = Literal["summary", "voices", "dossier", "bookmarks", "all"]
SCOPES: tuple[Scope, ...] = get_args(Scope)
WITH_SUMMARY = frozenset({"summary", "all"})
"""Scopes that tell the summary, or that there is none."""
NOBODY_SPEAKS = "Nobody is quoted."


class Focus(NamedTuple):
    """What is wanted."""

    scope: Scope = "all"
    entity_id: str | None = None
    """Whose dossier."""
    places: tuple[int, ...] = ()
    """Offsets of bookmarks, ascending."""


def focused_report(analysis: Analysis, focus: Focus) -> Report:
    """What there is to tell of the wanted part."""
    if focus.scope == "all":
        return report(analysis)
    told = replace(report(about(analysis, focus)), facts=(), timeline=(), people=())
    if focus.scope == "summary":
        return replace(told, named=())
    told = replace(told, summary=())
    if focus.scope == "voices":
        return replace(told, named=())
    heading = "Bookmarks" if focus.scope == "bookmarks" else "In the article"
    return replace(told, heading=heading, passages=tuple(_passages(analysis, focus)))


def about(analysis: Analysis, focus: Focus) -> Analysis:
    """The analysis with only those entities and quotes that are wanted."""
    if focus.scope == "voices":
        return analysis
    if focus.scope in {"summary", "bookmarks"}:
        return analysis._replace(quotes=(), entities=analysis.entities if focus.scope == "summary" else ())
    quotes = (q for q in analysis.quotes if q.speaker is not None and q.speaker.entity == focus.entity_id)
    entities = (e for e in analysis.entities if e.id == focus.entity_id)
    return analysis._replace(entities=tuple(entities), quotes=tuple(quotes))


def passage_spans(analysis: Analysis, focus: Focus) -> tuple[Span, ...]:
    """The places that are told word for word: for a dossier sentences, for bookmarks whole paragraphs."""
    if focus.scope == "bookmarks":
        blocks = [p.span for p in analysis.article.paragraphs]
        return tuple(dict.fromkeys(b for place in focus.places if (b := _nearest(blocks, place)) is not None))
    mentions = [m.span for e in analysis.entities if e.id == focus.entity_id for m in e.mentions]
    spans = (s.span for s in analysis.sentences)
    return tuple(s for s in spans if any(s.start <= m.start < s.end for m in mentions))


def _nearest(blocks: list[Span], place: int) -> Span | None:
    """The block at a place, or the next one; the last behind all."""
    return next((b for b in blocks if place < b.end), blocks[-1] if blocks else None)


def _passages(analysis: Analysis, focus: Focus) -> Iterable[Passage]:
    number = paragraph_numbers(analysis)
    for span in passage_spans(analysis, focus):
        yield Passage((Piece(one_line(span.of(analysis.article.text)), inserted=False),), number(span))


def entity_named(analysis: Analysis, name: str) -> Entity:
    """The person or thing of a name, an alias or an id; a part of a name will do where it is one thing's alone.

    Raises:
        UsageError: there is none, or there are several.
    """
    wanted = one_line(name).casefold()
    things = [e for e in analysis.entities if e.label not in VALUE_LABELS]
    names = {e.id: [one_line(n).casefold() for n in (e.name, *e.aliases)] for e in things}
    exact = [e for e in things if e.id == name or wanted in names[e.id]]
    found = exact or [e for e in things if any(wanted in n for n in names[e.id])]
    if len(found) == 1 or (exact and found):
        return found[0]
    if found:
        raise UsageError(f"{name!r} may be {', '.join(one_line(e.name) for e in found)}; give more of the name")
    from difflib import get_close_matches

    close = get_close_matches(name, [one_line(e.name) for e in things], n=1, cutoff=0.5)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    raise UsageError(f"{name!r} is nobody and nothing in this article{hint}")
