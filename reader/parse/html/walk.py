"""The elements of the article → blocks with their links and emphasis.

Takes an element, adds its blocks to the builder. White space is folded as a browser folds it; a `<q>` gets its
marks back.
"""

from dataclasses import dataclass, field

from reader.parse.building import BULLET, Builder
from reader.parse.html.body import prose_chars
from reader.parse.html.tree import Element
from reader.parse.tables import Cell, add_table
from reader.text.article import InlineMark, MarkKind, Paragraph
from reader.text.span import Span

MIN_LINK_SHARE = 0.9  # of a list's characters: then the list leads elsewhere and tells nothing
_MARKS: dict[str, MarkKind] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis", "code": "code",
    "kbd": "code", "samp": "code", "s": "strike", "del": "strike", "strike": "strike",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAPTION_TAGS = frozenset(("figcaption", "address"))
_CAPTION_WORDS = frozenset("byline author authors dateline timestamp credit credits caption published".split())
_WEB = ("http://", "https://")


@dataclass(slots=True)
class _Walk:
    """The run of text that grows until the next block ends it."""

    builder: Builder
    base: str | None
    shape: Paragraph = field(default_factory=lambda: Paragraph(Span(0, 0)))
    pieces: list[str] = field(default_factory=list)
    marks: list[InlineMark] = field(default_factory=list)
    at: int = 0
    ends_blank: bool = True
    is_kept: bool = False
    """Whether white space stands as written (`<pre>`)."""
    rows: list[list[Cell]] = field(default_factory=list)
    """Of the table that is being read."""
    runs: int = 0
    """How many have ended: a mark must begin and end in the same one."""

    def words(self, raw: str) -> None:
        text = raw if self.is_kept else " ".join(f".{raw}.".split())[1:-1]
        if self.ends_blank and not self.is_kept:
            text = text.lstrip(" ")
        if text:
            self.pieces.append(text)
            self.at += len(text)
            self.ends_blank = text[-1] in " \n"

    def end(self) -> None:
        """The run is a block of its own."""
        self.builder.add("".join(self.pieces), self.shape, self.marks)
        self.pieces, self.marks, self.at, self.ends_blank = [], [], 0, True
        self.runs += 1


def add_blocks(element: Element, builder: Builder, *, base: str | None) -> None:
    """All blocks in `element`, in the order of the page.

    Args:
        element: The article, or its headline.
        builder: What the blocks are added to.
        base: The page's address, for links that begin with a slash; None where the page names none.
    """
    walk = _Walk(builder, base)
    _enter(element, walk)
    walk.end()


def _enter(element: Element, walk: _Walk) -> None:
    if element.tag in {"ul", "ol"}:
        _list(element, walk)
    elif element.tag == "table":
        _table(element, walk)
    elif element.tag == "tr":
        _row(element, walk)
    elif element.is_block:
        _block(element, walk)
    else:
        _inline(element, walk)


def _children(element: Element, walk: _Walk) -> None:
    for child in element.children:
        if isinstance(child, str):
            walk.words(child)
        else:
            _enter(child, walk)


def _block(element: Element, walk: _Walk) -> None:
    walk.end()
    before, kept = walk.shape, walk.is_kept
    walk.shape, walk.is_kept = _shape(element, walk), kept or element.tag == "pre"
    is_quote = element.tag == "blockquote"
    if is_quote:
        walk.builder.containers.append("quote")
        walk.shape = walk.builder.container()
    _children(element, walk)
    walk.end()
    if is_quote:
        walk.builder.containers.pop()
    walk.shape, walk.is_kept = before, kept


def _shape(element: Element, walk: _Walk) -> Paragraph:
    """What kind of paragraph the text in this block is."""
    if element.tag in _HEADINGS:
        return Paragraph(Span(0, 0), "heading", _HEADINGS[element.tag])
    if element.tag == "pre":
        return Paragraph(Span(0, 0), "caption", preformatted=True)
    names = set(element.attributes.get("class", "").lower().replace("-", " ").replace("_", " ").split())
    if element.tag in _CAPTION_TAGS or (names & _CAPTION_WORDS and not prose_chars(element)):
        return Paragraph(Span(0, 0), "caption")
    return walk.shape


def _list(element: Element, walk: _Walk) -> None:
    before, builder = walk.shape, walk.builder
    if "list" not in builder.containers and _is_menu(element):
        return
    walk.end()
    builder.containers.append("list")
    walk.shape = builder.container()
    number = 0
    for child in element.children:
        if isinstance(child, Element):
            number += child.tag == "li"
            builder.marker = (BULLET if element.tag == "ul" else f"{number}.") if child.tag == "li" else ""
            _enter(child, walk)
            builder.marker = ""
    walk.end()
    builder.containers.pop()
    walk.shape = before


def _is_menu(element: Element) -> bool:
    """Whether nearly all of a list's text is links."""
    linked = sum(len(inner.text()) for inner in element if inner.tag == "a")
    return linked >= MIN_LINK_SHARE * max(1, len(element.text()))


def _table(element: Element, walk: _Walk) -> None:
    """A caption first, then the rows, so that they stand together."""
    before, walk.rows = walk.rows, []
    _block(element, walk)
    rows, walk.rows = walk.rows, before
    add_table(walk.builder, rows)


def _row(element: Element, walk: _Walk) -> None:
    cells = (child for child in element.children if isinstance(child, Element))
    walk.rows.append([Cell(cell.text(), is_heading=cell.tag == "th") for cell in cells])


def _inline(element: Element, walk: _Walk) -> None:
    if element.tag == "br":
        _break(walk)
        return
    start, first, run = walk.at, len(walk.pieces), walk.runs
    if element.tag == "q":
        walk.words("“")
        walk.ends_blank = True
    _children(element, walk)
    if element.tag == "q":
        walk.words("”")
    target = _address(element, walk.base) if element.tag == "a" else ""
    kind = "link" if target else _MARKS.get(element.tag)
    if kind and walk.runs == run:  # a link around whole blocks is none
        inside = "".join(walk.pieces[first:])
        span = Span(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))
        walk.marks.append(InlineMark(span, kind, target))


def _break(walk: _Walk) -> None:
    """One `<br>` ends a line, two end a paragraph; a headline stays on one line."""
    if walk.shape.kind == "heading":
        walk.words(" ")
    elif walk.pieces and walk.pieces[-1] == "\n":
        walk.end()
    elif walk.pieces:
        last = walk.pieces[-1].rstrip(" ")
        walk.at += 1 + len(last) - len(walk.pieces[-1])
        walk.pieces[-1:] = [last, "\n"]
        walk.ends_blank = True


def _address(element: Element, base: str | None) -> str:
    """Where a link goes; empty for one that stays on the page, runs a script, or is relative to an unknown address."""
    target = element.attributes.get("href", "").strip()
    if target.lower().startswith((*_WEB, "mailto:")):
        return target
    if target.startswith("/") and not target.startswith("//") and base and base.startswith(_WEB):
        return "/".join(base.split("/", 3)[:3]) + target
    return ""
