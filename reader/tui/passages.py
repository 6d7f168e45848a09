"""What is copied: the passage that is current, with who said it and where. Pure; no Textual in here."""

from bisect import bisect_right

from reader.text import Quote, Span
from reader.text.display import one_line
from reader.text.telling import is_uncertain, told
from reader.tui.findings import Findings
from reader.tui.widgets.article_view import Place


def current_passage(findings: Findings, place: Place) -> str:
    """The quote, else the sentence, else the paragraph at the reader's place, with its source."""
    quote = next((q for q in findings.quotes or () if q.id == place.quote_id), None) if place.quote_id else None
    if quote is not None:
        return _said(findings, quote)
    words = one_line(_around(findings, place.offset).of(findings.article.text))
    return f"{words} — {_source(findings, place.offset)}"


def _said(findings: Findings, quote: Quote) -> str:
    """What was said, who said it and how, where: “…” — Ada Brennan told reporters, Monday, in: The Quay, ¶3."""
    words = told(findings.article.text, quote)
    name = one_line(quote.speaker.name) if quote.speaker else "unattributed"
    doubt = " (uncertain)" if is_uncertain(quote) else ""
    source = _source(findings, quote.contents[0].start)
    if words.lead:
        around = "".join(f", {part}" for part in words.circumstances)
        return f"{name}{doubt} {words.phrase}{around} — {source}"
    how = ", ".join(part for part in (words.verb, *words.circumstances) if part)
    return f"{words.content} — {name}{doubt}{', ' + how if how else ''}, in: {source}"


def _source(findings: Findings, offset: int) -> str:
    article = findings.article
    parts = [one_line(part) for part in (article.label, article.source, article.published) if part]
    return ", ".join([*parts, f"¶{findings.paragraph(offset)}"])


def _around(findings: Findings, offset: int) -> Span:
    """The sentence at a place; the paragraph while sentences are not known."""
    sentences = findings.sentences
    if sentences:
        return sentences[max(0, bisect_right(sentences, offset, key=lambda s: s.span.start) - 1)].span
    return findings.article.paragraphs[findings.paragraph(offset) - 1].span
