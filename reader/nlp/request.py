"""What the app sends to the analysis process: an article and the options, as one line of JSON.

Takes and gives values only; both sides import it, so it must stay free of whatever is heavy.
"""

import json
from typing import Any

from reader.nlp.options import AnalysisOptions
from reader.text import Article, InlineMark, Paragraph, Span

_PLAIN_FIELDS = ("id", "text", "title", "author", "source", "published", "url")


def encode(article: Article, options: AnalysisOptions) -> bytes:
    """One ASCII line, its line feed included."""
    value = {name: getattr(article, name) for name in _PLAIN_FIELDS}
    value["headline"] = article.headline
    value["paragraphs"] = [(*p.span, p.kind, p.level, p.marker, p.preformatted) for p in article.paragraphs]
    value["marks"] = [(*m.span, m.kind, m.target) for m in article.marks]
    return json.dumps({"article": value, "options": options._asdict()}).encode("ascii") + b"\n"


def decode(line: bytes) -> tuple[Article, AnalysisOptions]:
    """The inverse of `encode`.

    Raises:
        ValueError, KeyError, TypeError: the line is no request.
    """
    value = json.loads(line)
    return _article(value["article"]), AnalysisOptions(**value["options"])


def _article(value: dict[str, Any]) -> Article:
    headline = value["headline"]
    return Article(
        paragraphs=tuple(Paragraph(Span(p[0], p[1]), *p[2:]) for p in value["paragraphs"]),
        headline=None if headline is None else Span(*headline),
        marks=tuple(InlineMark(Span(m[0], m[1]), *m[2:]) for m in value["marks"]),
        **{name: value[name] for name in _PLAIN_FIELDS},
    )
