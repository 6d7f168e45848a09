"""The public JSON form `reader.analysis/1`: analysis → plain values and back.

Standard library only. Unknown fields are ignored when reading, so that a later minor version stays readable.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from reader.text.analysis import (
    Analysis,
    Engine,
    Entity,
    Event,
    InnerQuote,
    Insertion,
    KeyFact,
    Mention,
    Quote,
    QuoteContext,
    Sentence,
    Speaker,
    SummarySentence,
)
from reader.text.article import Article
from reader.text.span import Span

SCHEMA = "reader.analysis/1"

Json = dict[str, Any]


def span_to_json(span: Span) -> Json:
    """`{"start", "end"}`."""
    return {"start": span.start, "end": span.end}


def _optional_span(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _span(value: Mapping[str, int]) -> Span:
    return Span(value["start"], value["end"])


def _maybe_span(value: Mapping[str, int] | None) -> Span | None:
    return None if value is None else Span(value["start"], value["end"])


def sentences_to_json(sentences: Iterable[Sentence]) -> list[Json]:
    """`[{"start", "end"}]`."""
    return [{"start": s.span.start, "end": s.span.end} for s in sentences]


def entities_to_json(entities: Iterable[Entity]) -> list[Json]:
    """The `entities` field."""
    return [
        {
            "id": e.id,
            "name": e.name,
            "label": e.label,
            "aliases": list(e.aliases),
            "mentions": [{"start": m.span.start, "end": m.span.end, "kind": m.kind} for m in e.mentions],
            "role": _optional_span(e.role),
            "gender": e.gender,
            "normalized": e.normalized,
        }
        for e in entities
    ]


def entities_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[Entity, ...]:
    """The inverse of `entities_to_json`."""
    return tuple(
        Entity(
            id=v["id"],
            label=v["label"],
            name=v["name"],
            aliases=tuple(v["aliases"]),
            mentions=tuple(Mention(Span(m["start"], m["end"]), m["kind"]) for m in v["mentions"]),
            role=_maybe_span(v.get("role")),
            gender=v.get("gender"),
            normalized=v.get("normalized"),
        )
        for v in values
    )


def _speaker_to_json(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "start": speaker.span.start,
        "end": speaker.span.end,
        "entity": speaker.entity,
        "name": speaker.name,
        "resolved": speaker.resolved,
    }


def quotes_to_json(quotes: Iterable[Quote]) -> list[Json]:
    """The `quotes` field."""
    return [
        {
            "id": q.id,
            "kind": q.kind,
            "contents": [span_to_json(c) for c in q.contents],
            "cue": _optional_span(q.cue),
            "speaker": _speaker_to_json(q.speaker),
            "context": {
                "when": _optional_span(q.context.when),
                "medium": _optional_span(q.context.medium),
                "addressee": _optional_span(q.context.addressee),
            },
            "confidence": round(q.confidence, 3),
            "rule": q.rule,
            "quoting": [
                {**span_to_json(i.content), "cue": span_to_json(i.cue), "speaker": _speaker_to_json(i.speaker)}
                for i in q.quoting
            ],
        }
        for q in quotes
    ]


def _speaker_from_json(value: Mapping[str, Any] | None) -> Speaker | None:
    if value is None:
        return None
    return Speaker(_span(value), value["entity"], value["name"], value["resolved"])


def _inner_from_json(value: Mapping[str, Any]) -> InnerQuote:
    who = value["speaker"]
    speaker = Speaker(_span(who), who["entity"], who["name"], who["resolved"])
    return InnerQuote(_span(value), _span(value["cue"]), speaker)


def quotes_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[Quote, ...]:
    """The inverse of `quotes_to_json`."""
    return tuple(
        Quote(
            id=v["id"],
            kind=v["kind"],
            contents=tuple(_span(c) for c in v["contents"]),
            cue=_maybe_span(v["cue"]),
            speaker=_speaker_from_json(v["speaker"]),
            context=QuoteContext(**{k: _maybe_span(v["context"].get(k)) for k in ("when", "medium", "addressee")}),
            confidence=v["confidence"],
            rule=v["rule"],
            quoting=tuple(_inner_from_json(i) for i in v.get("quoting", ())),
        )
        for v in values
    )


def summary_to_json(summary: Iterable[SummarySentence]) -> list[Json]:
    """The `summary` field."""
    return [
        {
            "start": s.span.start,
            "end": s.span.end,
            "score": round(s.score, 4),
            "insertions": [{"at": i.at, "words": i.words} for i in s.insertions],
            "omissions": [span_to_json(o) for o in s.omissions],
        }
        for s in summary
    ]


def summary_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[SummarySentence, ...]:
    """The inverse of `summary_to_json`."""
    return tuple(
        SummarySentence(
            _span(v),
            v["score"],
            tuple(Insertion(i["at"], i["words"]) for i in v.get("insertions", ())),
            tuple(_span(o) for o in v.get("omissions", ())),
        )
        for v in values
    )


def key_facts_to_json(facts: Iterable[KeyFact]) -> list[Json]:
    """The `key_facts` field."""
    return [
        {
            "kind": f.kind,
            "start": f.span.start,
            "end": f.span.end,
            "normalized": f.normalized,
            "sentence": _optional_span(f.sentence),
            "subject": f.subject,
        }
        for f in facts
    ]


def key_facts_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[KeyFact, ...]:
    """The inverse of `key_facts_to_json`."""
    return tuple(
        KeyFact(v["kind"], _span(v), v["normalized"], _maybe_span(v.get("sentence")), v.get("subject")) for v in values
    )


def timeline_to_json(timeline: Iterable[Event]) -> list[Json]:
    """The `timeline` field."""
    return [
        {"when": e.when, "start": e.span.start, "end": e.span.end, "sentence": span_to_json(e.sentence)}
        for e in timeline
    ]


def timeline_from_json(values: Iterable[Mapping[str, Any]]) -> tuple[Event, ...]:
    """The inverse of `timeline_to_json`."""
    return tuple(Event(v["when"], _span(v), _span(v["sentence"])) for v in values)


def analysis_to_json(analysis: Analysis, *, timings: bool = True) -> Json:
    """The whole object, its fields in the order of the format's page."""
    article = analysis.article
    value: Json = {
        "schema": SCHEMA,
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "paragraphs": [{"start": p.span.start, "end": p.span.end, "kind": p.kind} for p in article.paragraphs],
        "sentences": sentences_to_json(analysis.sentences),
        "entities": entities_to_json(analysis.entities),
        "quotes": quotes_to_json(analysis.quotes),
        "summary": summary_to_json(analysis.summary),
        "reserve": summary_to_json(analysis.reserve),
        "key_facts": key_facts_to_json(analysis.key_facts),
        "timeline": timeline_to_json(analysis.timeline),
        "engine": {
            "name": analysis.engine.name,
            "version": analysis.engine.version,
            "models": dict(sorted(analysis.engine.models.items())),
        },
    }
    if timings:
        value["timings_ms"] = {k: round(v, 3) for k, v in analysis.timings_ms.items()}
    return value


def error_to_json(article_id: str, error: Exception) -> Json:
    """The line that stands for an article that could not be analysed."""
    return {
        "schema": SCHEMA,
        "id": article_id,
        "error": {"type": type(error).__name__, "message": str(error)},
    }


def analysis_from_json(value: Mapping[str, Any], article: Article) -> Analysis:
    """The inverse of `analysis_to_json` for the very `article` that it was made from.

    Sentences come back without token indices (both 0): tokens do not travel.
    """
    engine = value["engine"]
    return Analysis(
        article=article,
        sentences=sentences_from_json(value["sentences"], article),
        entities=entities_from_json(value["entities"]),
        quotes=quotes_from_json(value["quotes"]),
        summary=summary_from_json(value["summary"]),
        key_facts=key_facts_from_json(value["key_facts"]),
        engine=Engine(engine["name"], engine["version"], dict(engine["models"])),
        timings_ms=dict(value.get("timings_ms", {})),
        timeline=timeline_from_json(value.get("timeline", ())),
        reserve=summary_from_json(value.get("reserve", ())),
    )


def sentences_from_json(values: Iterable[Mapping[str, int]], article: Article) -> tuple[Sentence, ...]:
    """Sentences with their paragraph found again; token indices are 0."""
    result, paragraph, last = [], 0, len(article.paragraphs) - 1
    for value in values:
        while paragraph < last and article.paragraphs[paragraph].span.end <= value["start"]:
            paragraph += 1
        result.append(Sentence(_span(value), 0, 0, paragraph))
    return tuple(result)


STAGE_FIELDS: dict[str, Callable[..., Any]] = {
    "sentences": sentences_to_json,
    "entities": entities_to_json,
    "quotes": quotes_to_json,
    "reserve": summary_to_json,
    "summary": summary_to_json,
    "key_facts": key_facts_to_json,
    "timeline": timeline_to_json,
}
"""How each streamed field is written."""
