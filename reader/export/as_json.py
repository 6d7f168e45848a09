"""Analysis → the public JSON form, indented; for a part of it, a smaller object with the words.

Takes an `Analysis`, gives a string that any UTF-8 file can hold.
"""

import json
from typing import Any

from reader.export.focus import Focus, about, passage_spans
from reader.text import Analysis
from reader.text.display import json_escaped
from reader.text.shown import shown_words, under_title
from reader.text.wire import analysis_to_json

EXTRACT_SCHEMA = "reader.extract/1"
SUMMARY_SCHEMA = "reader.summary/1"
INDENT = 2


def render(analysis: Analysis, *, focus: Focus) -> str:
    """The document."""
    if focus.scope == "all":
        return encoded(analysis_to_json(analysis)) + "\n"
    return encoded(_summary(analysis) if focus.scope == "summary" else _extract(analysis, focus)) + "\n"


def _extract(analysis: Analysis, focus: Focus) -> dict[str, Any]:
    """A part of the whole: entities and quotes as there, each quote with its words; the passages."""
    whole = analysis_to_json(about(analysis, focus))
    text = analysis.article.text
    quotes = [q | {"text": [text[c["start"] : c["end"]] for c in q["contents"]]} for q in whole["quotes"]]
    spans = passage_spans(analysis, focus) if focus.scope != "voices" else ()
    return {
        "schema": EXTRACT_SCHEMA,
        "scope": focus.scope,
        "id": whole["id"],
        "title": whole["title"],
        "entities": whole["entities"],
        "quotes": quotes,
        "passages": [{"start": s.start, "end": s.end, "text": s.of(text)} for s in spans],
    }


def encoded(value: dict[str, Any]) -> str:
    """Indented JSON, readable in any script; what a terminal would obey, and half a surrogate pair, is escaped."""
    return json_escaped(json.dumps(value, indent=INDENT, ensure_ascii=False))


def _summary(analysis: Analysis) -> dict[str, Any]:
    article = analysis.article
    return {
        "schema": SUMMARY_SCHEMA,
        "id": article.id,
        "title": article.title,
        "summary": [
            {
                "start": s.span.start,
                "end": s.span.end,
                "text": s.span.of(article.text),
                "shown": shown_words(article.text, s),
            }
            for s in under_title(article, analysis.summary, analysis.reserve).summary
        ],
    }
