"""What is copied: the passage that is current, with who said it and where. Pure; no Textual in here."""

from bisect import bisect_right

from reader.text import Quote, Span
from reader.text.display import harmless, one_line
from reader.tui.findings import Findings
from reader.tui.widgets.article_view import Place


def current_passage(findings: Findings, place: Place) -> str:
    """The quote, else the sentence, else the paragraph at the reader's place, with its source."""
    quote = next((q for q in findings.quotes or () if q.id == place.quote_id), None) if place.quote_id else None
    if quote is not None:
        return f"{_whole(findings, quote)} — {_credit(findings, quote)}"
    words = one_line(_around(findings, place.offset).of(findings.article.text))
    return f"{words} — {_source(findings)}"


def _whole(findings: Findings, quote: Quote) -> str:
    text = findings.article.text
    return " … ".join(one_line(harmless(part.of(text))) for part in quote.contents)


def _credit(findings: Findings, quote: Quote) -> str:
    name = one_line(quote.speaker.name) if quote.speaker else "unattributed"
    return f"{name}, in: {_source(findings)}"


def _source(findings: Findings) -> str:
    article = findings.article
    return ", ".join(one_line(part) for part in (article.label, article.source, article.published) if part)


def _around(findings: Findings, offset: int) -> Span:
    """The sentence at a place; the paragraph while sentences are not known."""
    sentences = findings.sentences
    if sentences:
        return sentences[max(0, bisect_right(sentences, offset, key=lambda s: s.span.start) - 1)].span
    return findings.article.paragraphs[findings.paragraph(offset) - 1].span
