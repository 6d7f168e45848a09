"""Whether decoded values can belong to a text of a given length: places inside it, kinds that exist.

Takes tuples of the domain's types, raises ValueError at the first that is off, gives nothing.
"""

from collections.abc import Callable, Iterable
from typing import Any, get_args

from reader.text import Entity, Event, KeyFact, Label, MentionKind, Quote, QuoteKind, Sentence, Span, SummarySentence

_LABELS = frozenset(get_args(Label))
_MENTION_KINDS = frozenset(get_args(MentionKind))
_QUOTE_KINDS = frozenset(get_args(QuoteKind))
_FACT_KINDS = frozenset({"date", "time", "money", "percent", "quantity"})
_GENDERS = frozenset({"female", "male", "neutral", None})


def _require(fact: object, what: str) -> None:
    if not fact:
        raise ValueError(what)


def _spans(spans: Iterable[Span | None], text_chars: int) -> None:
    for span in spans:
        if span is None:
            continue
        start, end = span
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= text_chars:
            raise ValueError(f"no place in the text: {span}")


def _words(*values: object) -> None:
    _require(all(isinstance(v, str) for v in values), "a word is no string")


def _sentences(sentences: tuple[Sentence, ...], text_chars: int) -> None:
    _spans((s.span for s in sentences), text_chars)


def _entities(entities: tuple[Entity, ...], text_chars: int) -> None:
    for entity in entities:
        _words(entity.id, entity.name, entity.normalized or "", *entity.aliases)
        _require(entity.label in _LABELS and entity.gender in _GENDERS, f"unknown label: {entity.label}")
        _require(entity.mentions, "an entity without mentions")
        _spans((entity.role, *(m.span for m in entity.mentions)), text_chars)
        _require(all(m.kind in _MENTION_KINDS for m in entity.mentions), "unknown kind of mention")


def _quotes(quotes: tuple[Quote, ...], text_chars: int) -> None:
    for quote in quotes:
        speaker = quote.speaker
        _words(quote.id, quote.rule)
        _require(quote.kind in _QUOTE_KINDS and quote.contents, f"unknown kind of quote: {quote.kind}")
        _require(isinstance(quote.confidence, (int, float)), "confidence is no number")
        context = quote.context
        _spans((*quote.contents, quote.cue, context.when, context.medium, context.addressee), text_chars)
        if speaker is not None:
            _words(speaker.name, speaker.entity or "")
            _spans((speaker.span,), text_chars)


def _summary(summary: tuple[SummarySentence, ...], text_chars: int) -> None:
    _spans((s.span for s in summary), text_chars)
    _spans((o for s in summary for o in s.omissions), text_chars)
    _require(all(isinstance(s.score, (int, float)) for s in summary), "score is no number")
    for insertion in (i for s in summary for i in s.insertions):
        _words(insertion.words)
        _require(type(insertion.at) is int and 0 <= insertion.at <= text_chars, "an insertion outside the text")


def _key_facts(facts: tuple[KeyFact, ...], text_chars: int) -> None:
    _spans((span for f in facts for span in (f.span, f.sentence)), text_chars)
    for fact in facts:
        _words(fact.normalized, fact.subject or "")
        _require(fact.kind in _FACT_KINDS, f"unknown kind of fact: {fact.kind}")


def _timeline(timeline: tuple[Event, ...], text_chars: int) -> None:
    _spans((span for e in timeline for span in (e.span, e.sentence)), text_chars)
    _words(*(e.when for e in timeline))


def speakers_exist(quotes: tuple[Quote, ...], entities: tuple[Entity, ...]) -> None:
    """Every speaker that is an entity is one of `entities`."""
    known = {entity.id for entity in entities}
    for quote in quotes:
        if quote.speaker is not None and quote.speaker.entity is not None:
            _require(quote.speaker.entity in known, f"unknown entity: {quote.speaker.entity}")


FIELD_CHECKS: dict[str, Callable[[tuple[Any, ...], int], None]] = {
    "sentences": _sentences,
    "entities": _entities,
    "quotes": _quotes,
    "reserve": _summary,
    "summary": _summary,
    "key_facts": _key_facts,
    "timeline": _timeline,
}
"""Field name to the check of its value."""
