"""The document as coreference looks at it: words, tags and, for each token, its sentence, paragraph and quote.

Takes a document with tokens and names, gives columns of equal length. Pure look-ups, no decisions.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.nlp.coref.tags import mended_tags
from reader.nlp.document import Document
from reader.nlp.quotes.marks import quoted_regions
from reader.text import Span

NO_REGION = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """Columns over the tokens."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]
    """Offset of each token's first character."""
    ends: tuple[int, ...]
    sentences: tuple[int, ...]
    """Index of each token's sentence."""
    paragraphs: tuple[int, ...]
    regions: tuple[int, ...]
    """Index of the quoted region that holds the token, `NO_REGION` outside."""
    bounds: tuple[tuple[int, int], ...]
    """First token and end token of each sentence."""
    region_spans: tuple[Span, ...]
    region_continues: tuple[bool, ...]

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """First token and end token of what `span` covers, at least one."""
        first = bisect_right(self.ends, span.start)
        return first, max(first + 1, bisect_left(self.starts, span.end))

    def span(self, first: int, end: int) -> Span:
        """The characters of a token range."""
        return Span(self.starts[first], self.ends[end - 1])

    def word(self, index: int) -> str:
        """The lower-case word, empty outside the document."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def tag(self, index: int) -> str:
        """The part of speech, empty outside the document."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""


def frame_of(document: Document) -> Frame:
    """The columns of `document`."""
    spans, tags = zip(*document.tokens, strict=True) if document.tokens else ((), ())
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    sentences: list[int] = []
    paragraphs: list[int] = []
    for index, sentence in enumerate(document.sentences):
        length = sentence.end_token - sentence.first_token
        sentences += [index] * length
        paragraphs += [sentence.paragraph] * length
    regions = quoted_regions(document.article)
    lower = tuple(map(str.lower, document.forms))
    return Frame(
        text=document.text,
        words=document.forms,
        lower=lower,
        tags=mended_tags(lower, tags),
        starts=starts,
        ends=ends,
        sentences=tuple(sentences),
        paragraphs=tuple(paragraphs),
        regions=_regions(starts, [r.span for r in regions]),
        bounds=tuple((s.first_token, s.end_token) for s in document.sentences),
        region_spans=tuple(r.span for r in regions),
        region_continues=tuple(r.continues for r in regions),
    )


def _regions(starts: tuple[int, ...], spans: list[Span]) -> tuple[int, ...]:
    """For each token the region it starts in."""
    column = [NO_REGION] * len(starts)
    for index, span in enumerate(spans):
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        column[first:end] = [index] * (end - first)
    return tuple(column)
