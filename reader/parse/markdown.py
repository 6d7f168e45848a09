"""Markdown → article through markdown-it-py: each block a paragraph, each link or emphasis a mark.

Takes text as decoded; HTML inside is shown as the text it is. Opens no link. markdown-it is imported late (67 ms).
"""

from typing import TYPE_CHECKING

from reader.parse.building import BULLET, Builder
from reader.parse.frontmatter import split_front_matter
from reader.parse.notes import raise_notes, take_box
from reader.parse.plain import parse_plain
from reader.parse.tables import Cell, add_table
from reader.text.article import Article, InlineMark, MarkKind, Paragraph
from reader.text.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_NESTING = 60  # deeper than any page; each level costs two of Python's thousand frames
_OPEN_MARKS: dict[str, MarkKind] = {"strong": "strong", "em": "emphasis", "s": "strike", "link": "link"}


def parse_markdown(text: str, *, article_id: str) -> Article:
    """The article in Markdown `text`; without paragraphs when there is none."""
    from markdown_it import MarkdownIt

    meta, body = split_front_matter(text)
    reader = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    builder = Builder()
    tokens = reader.enable(["table", "strikethrough"]).parse(body)
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        return parse_plain(text, article_id=article_id)  # markdown-it drops what lies deeper; no word may be lost
    raise_notes(tokens)
    _walk(tokens, builder)
    if not builder.paragraphs:
        return parse_plain(text, article_id=article_id)  # nothing but link definitions, say
    return builder.article(meta, article_id)


def _walk(tokens: list["Token"], builder: Builder) -> None:
    rows: list[list[Cell]] = []
    inside: Token | None = None
    """The cell that the words belong to."""
    heading = 0
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            inside = token
        elif token.type in {"th_close", "td_close"}:
            inside = None
        elif token.type == "table_close":
            add_table(builder, rows)
            rows = []
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "inline":
            children = token.children or []
            box = take_box(children) if builder.marker == BULLET else None
            builder.marker = box or builder.marker
            raw, marks = _inline(children)
            if inside is not None:
                is_right = "right" in str(inside.attrs.get("style", ""))
                rows[-1].append(Cell(raw, marks, is_heading=inside.tag == "th", is_right=is_right))
            else:
                builder.add(raw, Paragraph(Span(0, 0), "heading", heading) if heading else builder.container(), marks)
            heading = 0
        elif token.type in {"fence", "code_block"}:
            builder.add(token.content, Paragraph(Span(0, 0), "caption", preformatted=True))
        else:
            _nest(token, builder)


def _nest(token: "Token", builder: Builder) -> None:
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
