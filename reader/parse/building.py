"""An article's text as it is built block by block: what the Markdown and the HTML parser share.

Takes blocks with marks in their own coordinates, gives paragraphs and marks in the article's. It parses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.parse import lines as look
from reader.parse.blocks import TOP_BLOCKS
from reader.parse.frontmatter import FrontMatter
from reader.parse.plain import GAP, described
from reader.text.article import Article, InlineMark, Paragraph, ParagraphKind
from reader.text.span import Span, trimmed

BULLET = "•"


@dataclass(slots=True)
class Builder:
    """The text as it grows, and where in the tree the next block stands."""

    pieces: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    marks: list[InlineMark] = field(default_factory=list)
    at: int = 0
    containers: list[ParagraphKind] = field(default_factory=list)
    numbers: list[int | None] = field(default_factory=list)
    marker: str = ""

    def add(self, raw: str, shape: Paragraph, marks: Iterable[InlineMark] = ()) -> None:
        """One block; nothing when it holds only white space."""
        inner = trimmed(raw, 0, len(raw))
        if shape.preformatted:
            inner = Span(len(raw) - len(raw.lstrip("\n")), len(raw.rstrip()))
        if not inner.of(raw).strip():
            return
        shift = self.at - inner.start
        self.marks += [
            m._replace(span=Span(m.span.start + shift, m.span.end + shift))
            for m in (_clipped(m, inner) for m in marks)
            if m.span.end > m.span.start
        ]
        self.paragraphs.append(shape._replace(span=Span(self.at, self.at + inner.length_chars), marker=self.marker))
        self.marker = ""
        self.pieces.append(inner.of(raw))
        self.at += inner.length_chars + len(GAP)

    def container(self) -> Paragraph:
        """The shape of a paragraph here: body, or what the innermost list or quote makes it."""
        kind = self.containers[-1] if self.containers else "body"
        return Paragraph(Span(0, 0), kind, self.containers.count(kind) if self.containers else 0)

    def article(self, meta: FrontMatter, article_id: str) -> Article:
        """All blocks as one article, bylines and dates above it told apart."""
        whole = GAP.join(self.pieces)
        paragraphs = tuple(_with_captions(whole, self.paragraphs))
        headline = next((p.span for p in paragraphs if p.kind == "heading" and p.level == 1), None)
        marks = tuple(sorted(self.marks, key=lambda m: (m.span.start, -m.span.end)))
        return described(meta, article_id, whole, paragraphs, headline)._replace(marks=marks)


def _clipped(mark: InlineMark, inner: Span) -> InlineMark:
    start, end = max(mark.span.start, inner.start), min(mark.span.end, inner.end)
    return mark._replace(span=Span(start, end))


def _with_captions(text: str, paragraphs: list[Paragraph]) -> Iterable[Paragraph]:
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.span.of(text)
        top = index < TOP_BLOCKS and paragraph.kind == "body"
        is_caption = top and (look.is_byline(words) or look.is_date_line(words) or look.is_credit(words))
        yield paragraph._replace(kind="caption") if is_caption else paragraph
