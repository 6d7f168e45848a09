"""Plain text → article: paragraphs joined and set apart by one blank line, title, author and date found.

Takes text as decoded. Changes white space only; front matter is metadata and no part of the text.
"""

import re
from datetime import date

from reader.parse import lines as look
from reader.parse.blocks import TOP_BLOCKS, Block, find_blocks, headline_of
from reader.parse.frontmatter import FrontMatter, split_front_matter
from reader.text.article import Article, Paragraph
from reader.text.display import one_line
from reader.text.span import Span

GAP = "\n\n"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = r"\b(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
_DAY_FIRST = r"\b(\d{1,2}) ([A-Za-z]{3})[a-z]*\.?,? (\d{4})\b"
_MONTH_FIRST = r"\b([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b"


def parse_plain(text: str, *, article_id: str) -> Article:
    """The article in plain `text`; without paragraphs when there is none."""
    meta, body = split_front_matter(text)
    blocks = find_blocks(body)
    pieces = [_joined(body, block) for block in blocks]
    spans, at = [], 0
    for piece in pieces:
        spans.append(Span(at, at + len(piece)))
        at += len(piece) + len(GAP)
    paragraphs = tuple(Paragraph(s, b.kind, b.level) for s, b in zip(spans, blocks, strict=True))
    head = headline_of(blocks)
    headline = spans[blocks.index(head)] if head else None
    return described(meta, article_id, GAP.join(pieces), paragraphs, headline)


def parse_verbatim(text: str, *, id: str, title: str | None = None) -> Article:  # noqa: A002 -- the field's name
    """The article whose text is `text` to the letter; only its paragraphs are looked for. Never fails."""
    blocks = find_blocks(text)
    paragraphs = tuple(Paragraph(b.span, b.kind, b.level) for b in blocks)
    head = headline_of(blocks)
    return described(FrontMatter(title=title), id, text, paragraphs, head.span if head else None)


def described(
    meta: FrontMatter, article_id: str, text: str, paragraphs: tuple[Paragraph, ...], headline: Span | None
) -> Article:
    """The article with what its header or its first paragraphs say about it."""
    captions = [p.span.of(text) for p in paragraphs[:TOP_BLOCKS] if p.kind == "caption"]
    author = next((look.author_of(c) for c in captions if look.is_byline(c)), None)
    dated = next((c for c in captions if look.is_date_line(c)), None)
    given = one_line(meta.title).rstrip(".") if meta.title else None
    same = headline is not None and given in {None, one_line(headline.of(text)).rstrip(".")}
    return Article(
        id=article_id,
        text=text,
        paragraphs=paragraphs,
        title=meta.title or (one_line(headline.of(text)) if headline else None),
        headline=headline if same else None,
        author=meta.author or author,
        source=meta.source,
        published=iso_date(meta.published or dated),
        url=meta.url,
    )


def _joined(text: str, block: Block) -> str:
    """The block on one line; a hyphen at a line's end stays, for it may be the word's own."""
    result = ""
    for line in block.lines:
        words = line.span.of(text)
        hyphened = len(result) > 1 and result[-1] == "-" and result[-2].isalpha()
        result += words if not result or hyphened else " " + words
    return result


def iso_date(words: str | None) -> str | None:
    """The date in `words` as ISO 8601, else the words themselves."""
    if not words:
        return None
    iso = re.search(_ISO, words)
    if iso:
        return iso[0]
    day_first, month_first = re.search(_DAY_FIRST, words), re.search(_MONTH_FIRST, words)
    if day_first and day_first[2].lower() in _MONTHS:
        return _date(day_first[3], day_first[2], day_first[1]) or words
    if month_first and month_first[1].lower() in _MONTHS:
        return _date(month_first[3], month_first[1], month_first[2]) or words
    return words


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), _MONTHS.index(month.lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None
