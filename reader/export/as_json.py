"""Analysis → the public JSON form, indented; for the summary alone, a small object with the sentences' words.

Takes an `Analysis`, gives a string that any UTF-8 file can hold.
"""

import json
from typing import Any

from reader.text import Analysis
from reader.text.shown import shown_words
from reader.text.wire import analysis_to_json

SUMMARY_SCHEMA = "reader.summary/1"
INDENT = 2


def render(analysis: Analysis, *, scope: str) -> str:
    """The document."""
    value = analysis_to_json(analysis) if scope == "all" else _summary(analysis)
    return encoded(value) + "\n"


def encoded(value: dict[str, Any]) -> str:
    """Indented JSON, readable in any script, ASCII where half a surrogate pair forbids UTF-8."""
    text = json.dumps(value, indent=INDENT, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=INDENT)
    return text


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
            for s in analysis.summary
        ],
    }
