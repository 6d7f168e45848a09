"""Markdown → article through markdown-it-py: each block a paragraph, each link or emphasis a mark.

Takes text as decoded; HTML inside is shown as the text it is. Opens no link. markdown-it is imported late (67 ms).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.parse import lines as look
from reader.parse.blocks import TOP_BLOCKS
from reader.parse.frontmatter import split_front_matter
from reader.parse.plain import GAP, described, parse_plain
from reader.text.article import Article, InlineMark, MarkKind, Paragraph, ParagraphKind
from reader.text.span import Span, trimmed

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 60  # deeper than any page; each level costs two of Python's thousand frames
BULLET = "•"
CELL_GAP = " | "
_OPEN_MARKS: dict[str, MarkKind] = {"strong": "strong", "em": "emphasis", "s": "strike", "link": "link"}


@dataclass(slots=True)
class _Builder:
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


def _clipped(mark: InlineMark, inner: Span) -> InlineMark:
    start, end = max(mark.span.start, inner.start), min(mark.span.end, inner.end)
    return mark._replace(span=Span(start, end))


def parse_markdown(text: str, *, article_id: str) -> Article:
    """The article in Markdown `text`; without paragraphs when there is none."""
    from markdown_it import MarkdownIt

    meta, body = split_front_matter(text)
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    builder = _Builder()
    tokens = reader.enable(["table", "strikethrough"]).parse(body)
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        return parse_plain(text, article_id=article_id)  # markdown-it drops what lies deeper; no word may be lost
    _walk(tokens, builder)
    if not builder.paragraphs:
        return parse_plain(text, article_id=article_id)  # nothing but link definitions, say
    whole = GAP.join(builder.pieces)
    paragraphs = tuple(_with_captions(whole, builder.paragraphs))
    headline = next((p.span for p in paragraphs if p.kind == "heading" and p.level == 1), None)
    article = described(meta, article_id, whole, paragraphs, headline)
    marks = tuple(sorted(builder.marks, key=lambda m: (m.span.start, -m.span.end)))
    return article._replace(marks=marks)


def _with_captions(text: str, paragraphs: list[Paragraph]) -> Iterable[Paragraph]:
    for index, paragraph in enumerate(paragraphs):
        words = paragraph.span.of(text)
        top = index < TOP_BLOCKS and paragraph.kind == "body"
        is_caption = top and (look.is_byline(words) or look.is_date_line(words) or look.is_credit(words))
        yield paragraph._replace(kind="caption") if is_caption else paragraph


def _walk(tokens: list["Token"], builder: _Builder) -> None:
    cells: list[tuple[str, list[InlineMark]]] | None = None
    heading = 0
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            _add_row(builder, cells)
            cells = None
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "inline":
            raw, marks = _inline(token.children or [])
            if cells is not None:
                cells.append((raw, marks))
            else:
                builder.add(raw, Paragraph(Span(0, 0), "heading", heading) if heading else builder.container(), marks)
            heading = 0
        elif token.type in {"fence", "code_block"}:
            builder.add(token.content, Paragraph(Span(0, 0), "caption", preformatted=True))
        else:
            _nest(token, builder)


def _nest(token: "Token", builder: _Builder) -> None:
    """Keeps the stack of lists and quotes, and the marker of the item that opens."""
    if token.type in {"bullet_list_open", "ordered_list_open"}:
        builder.containers.append("list")
        builder.numbers.append(int(token.attrs.get("start", 1)) if token.tag == "ol" else None)
    elif token.type in {"bullet_list_close", "ordered_list_close"}:
        builder.containers.pop()
        builder.numbers.pop()
    elif token.type == "blockquote_open":
        builder.containers.append("quote")
    elif token.type == "blockquote_close":
        builder.containers.pop()
    elif token.type == "list_item_open":
        number = builder.numbers[-1]
        builder.marker = BULLET if number is None else f"{number}."
        builder.numbers[-1] = None if number is None else number + 1
    elif token.type == "list_item_close":
        builder.marker = ""


def _add_row(builder: _Builder, cells: list[tuple[str, list[InlineMark]]]) -> None:
    raw, marks = "", []
    for index, (cell, inside) in enumerate(cells):
        raw += CELL_GAP if index else ""
        marks += [m._replace(span=Span(m.span.start + len(raw), m.span.end + len(raw))) for m in inside]
        raw += cell
    if any(cell.strip() for cell, _ in cells):
        builder.add(raw, Paragraph(Span(0, 0), "caption", preformatted=True), marks)


def _inline(children: list["Token"]) -> tuple[str, list[InlineMark]]:
    """The text of one block and its marks, counted from the block's start."""
    pieces: list[str] = []
    marks: list[InlineMark] = []
    opened: list[tuple[int, str]] = []
    at = 0
    for token in children:
        piece = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if token.nesting == 1:
            opened.append((at, str(token.attrs.get("href", ""))))
        elif token.nesting == -1 and opened:
            start, target = opened.pop()
            marks.append(InlineMark(Span(start, at), _OPEN_MARKS[token.type.removesuffix("_close")], target))
        elif token.type in {"code_inline", "image"}:
            kind: MarkKind = "code" if token.type == "code_inline" else "image"
            marks.append(InlineMark(Span(at, at + len(piece)), kind, str(token.attrs.get("src", ""))))
        if token.nesting == 0:
            pieces.append(piece)
            at += len(piece)
    return "".join(pieces), marks
