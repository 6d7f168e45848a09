"""The article's own paragraphs as HTML: an anchor each, names marked by kind, what was said set off.

Takes an `Analysis`, gives markup. Entities and quotes may nest and cross; so a paragraph is cut wherever one of them
begins or ends, and each piece carries what holds there.
"""

from collections.abc import Iterable
from html import escape
from itertools import pairwise
from typing import NamedTuple

from reader.text import VALUE_LABELS, Analysis, Entity, Paragraph, Span
from reader.text.display import harmless
from reader.text.kinds import KIND_WORDS

STYLE_OF_LABEL = """
.person { border-color: #b3261e } .organisation { border-color: #1e5bb3; border-style: dashed }
.place { border-color: #1e7a3c; border-style: dotted } .group { border-color: #7a4a00; border-style: double }
"""
_TAGS = {"body": "p", "heading": "h3", "list": "p", "quote": "blockquote", "caption": "p"}


class _Marked(NamedTuple):
    """A stretch of the text with something to show there."""

    span: Span
    entity: Entity | None
    """None: it is something said."""


def article_html(analysis: Analysis) -> str:
    """All paragraphs, `id="p1"` and so on."""
    article = analysis.article
    marked = _marked(analysis)
    lines, at = ["<article>"], 0
    for number, paragraph in enumerate(article.paragraphs, start=1):
        while at < len(marked) and marked[at].span.start < paragraph.span.start:
            at += 1
        end = at
        while end < len(marked) and marked[end].span.start < paragraph.span.end:
            end += 1
        tag = "pre" if paragraph.preformatted else _TAGS[paragraph.kind]
        body = _marker(paragraph) + "".join(_pieces(article.text, paragraph.span, marked[at:end]))
        lines.append(f'<{tag} id="p{number}">{body}</{tag}>')
    return "\n".join([*lines, "</article>"])


def _marker(paragraph: Paragraph) -> str:
    return f"{escape(harmless(paragraph.marker))} " if paragraph.marker else ""


def _marked(analysis: Analysis) -> list[_Marked]:
    """Everything to be shown in the text, by start, the longer first."""
    named = (e for e in analysis.entities if e.label not in VALUE_LABELS)
    found = [_Marked(m.span, e) for e in named for m in e.mentions if m.kind == "name"]
    found += [_Marked(span, None) for q in analysis.quotes if q.is_statement for span in q.contents]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _pieces(text: str, within: Span, marked: list[_Marked]) -> Iterable[str]:
    cuts = {within.start, within.end}
    for mark in marked:
        cuts |= {mark.span.start, min(mark.span.end, within.end)}
    open_here: list[_Marked] = []
    at = 0
    for start, end in pairwise(sorted(cuts)):
        open_here = [m for m in open_here if m.span.end > start]
        while at < len(marked) and marked[at].span.start <= start:
            open_here.append(marked[at])
            at += 1
        yield _piece(escape(harmless(text[start:end])), open_here)


def _piece(body: str, here: list[_Marked]) -> str:
    entities = [m.entity for m in here if m.entity is not None]
    if entities:
        innermost = entities[-1]
        kind = KIND_WORDS[innermost.label]
        body = f'<mark class="{kind}" title="{kind}: {escape(harmless(innermost.name))}">{body}</mark>'
    return f'<span class="said">{body}</span>' if len(here) > len(entities) else body
