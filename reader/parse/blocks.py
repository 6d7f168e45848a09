"""Finds the paragraphs of a plain text: blank lines, a line each, or hard-wrapped; and what kind each is.

Takes a string, gives blocks of line spans in its own coordinates. It changes no text.
"""

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.parse import lines as look
from reader.text.article import ParagraphKind
from reader.text.span import Span, trimmed

MAX_WRAP_CHARS = 132  # the widest terminal that mail and wire texts were wrapped for
MIN_WRAP_CHARS = 30  # narrower columns are verse or lists
MIN_FORCED_SHARE = 0.7  # of line breaks where the next word would not have fitted
MIN_OPEN_SHARE = 0.4  # of line breaks in the middle of a sentence; near 0 with a line per paragraph
SHORT_LINE_SHARE = 0.85  # of the wrap width: a full stop before it ends a paragraph
QUOTE_INDENT_COLUMNS = 4
MAX_INDENTED_SHARE = 0.5  # with more, the indent is the page's margin or its first-line indent
TOP_BLOCKS = 6  # headline, standfirst, byline, dates, a picture's credit, place
MIN_BODY_RATIO = 1.5  # a headline is clearly shorter than what follows
_LINE = re.compile(r"[^\n]+")
_FINAL = re.compile(r"[.!?…:][\"”’')\]]*$")


class Line(NamedTuple):
    """One non-blank line."""

    span: Span
    """Without the white space at its ends."""
    indent: int
    """Columns before it."""
    after_blank: bool


class Block(NamedTuple):
    """One paragraph: its lines and its kind."""

    lines: tuple[Line, ...]
    kind: ParagraphKind = "body"
    level: int = 0

    @property
    def span(self) -> Span:
        """From the first line's start to the last one's end."""
        return Span(self.lines[0].span.start, self.lines[-1].span.end)


def find_blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of `text` in order, headings, captions, lists and quotes told apart."""
    found = tuple(_lines(text))
    width = _wrap_width(text, found)
    blocks = [_kinded(text, group) for group in _grouped(text, found, width)]
    return tuple(_with_headings(text, _with_indented_quotes(blocks)))


def headline_of(blocks: tuple[Block, ...]) -> Block | None:
    """The heading above everything but captions."""
    first = next((b for b in blocks[:TOP_BLOCKS] if b.kind != "caption"), None)
    return first if first and first.kind == "heading" and first.level == 1 else None


def _lines(text: str) -> Iterator[Line]:
    last_end = -2
    for match in _LINE.finditer(text):
        span = trimmed(text, *match.span())
        if span.start == span.end:
            continue
        before = text[match.start() : span.start]
        yield Line(span, len(before.expandtabs(4)), match.start() > last_end + 1)
        last_end = match.end()


def _fits(text: str, line: Line, following: Line, width: float) -> bool:
    """Whether the first word of `following` would have stood at the end of `line`."""
    word = text[following.span.start : following.span.start + MAX_WRAP_CHARS].split(maxsplit=1)[0]
    return line.indent + line.span.length_chars + 1 + len(word) <= width


def _wrap_width(text: str, found: tuple[Line, ...]) -> int | None:
    """The width that the text is wrapped to; None when its lines are paragraphs of their own."""
    pairs = [(a, b) for a, b in itertools.pairwise(found) if not b.after_blank and not _stands_alone(text, b)]
    if not pairs:
        return None
    lengths = sorted(a.indent + a.span.length_chars for a, _ in pairs)
    width = lengths[int(0.95 * len(lengths))]  # an address that could not be broken is no measure
    if not MIN_WRAP_CHARS <= width <= MAX_WRAP_CHARS:
        return None
    forced = sum(not _fits(text, a, b, width) for a, b in pairs)
    unfinished = sum(not _ends_sentence(text, a) for a, _ in pairs)
    wrapped = forced >= MIN_FORCED_SHARE * len(pairs) and unfinished >= MIN_OPEN_SHARE * len(pairs)
    return width if wrapped else None


def _ends_sentence(text: str, line: Line) -> bool:
    return bool(_FINAL.search(text, max(line.span.start, line.span.end - 6), line.span.end))


def _stands_alone(text: str, line: Line) -> bool:
    """Whether the line can never go on the one before it."""
    words = line.span.of(text)
    return words[0] == ">" or look.is_list_item(words) or _is_caption(words)


def _is_caption(words: str) -> bool:
    return len(words) <= look.MAX_CREDIT_CHARS and (
        look.is_byline(words) or look.is_date_line(words) or look.is_credit(words)
    )


def _grouped(text: str, found: tuple[Line, ...], width: int | None) -> Iterator[tuple[Line, ...]]:
    group: list[Line] = []
    for line in found:
        if group and _starts_paragraph(text, group[-1], line, width, first=len(group) == 1):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def _starts_paragraph(text: str, last: Line, line: Line, width: int | None, *, first: bool) -> bool:
    if width is None or line.after_blank:
        return True
    before = last.span.of(text)
    if _stands_alone(text, line) and (_ends_sentence(text, last) or _fits(text, last, line, width)):
        return True  # but not the year of "in\n2012. Then …", a wrapped line that opens like a list's
    if before[0] == ">" or (first and _is_caption(before)):
        return True
    if look.is_list_item(before) and first:
        return line.indent <= last.indent and _ends_sentence(text, last) and _fits(text, last, line, width)
    ended = _ends_sentence(text, last)
    # A first-line indent, or a short last line, ends a paragraph only where a sentence ends too.
    return ended and ((line.indent > last.indent and not first) or _fits(text, last, line, width * SHORT_LINE_SHARE))


def _kinded(text: str, group: tuple[Line, ...]) -> Block:
    words = group[0].span.of(text)
    if words[0] == ">":
        return Block(group, "quote", 1)
    if look.is_list_item(words):
        return Block(group, "list", 1 + group[0].indent // 2)
    if len(group) == 1 and _is_caption(words):
        return Block(group, "caption")
    return Block(group)


def _with_indented_quotes(blocks: list[Block]) -> list[Block]:
    deep = [b.kind == "body" and min(x.indent for x in b.lines) >= QUOTE_INDENT_COLUMNS for b in blocks]
    if sum(deep) > MAX_INDENTED_SHARE * len(blocks):
        return blocks
    return [b._replace(kind="quote", level=1) if is_deep else b for b, is_deep in zip(blocks, deep, strict=True)]


def _with_headings(text: str, blocks: list[Block]) -> list[Block]:
    result = list(blocks)
    top = next((i for i, b in enumerate(blocks[:TOP_BLOCKS]) if b.kind != "caption"), None)
    if top is not None and _is_headline(text, blocks, top):
        result[top] = blocks[top]._replace(kind="heading", level=1)
    for index in range(1, len(blocks) - 1):
        if result[index].kind == "body" and _is_section(text, result, index):
            result[index] = blocks[index]._replace(kind="heading", level=2)
    return result


def _is_headline(text: str, blocks: list[Block], top: int) -> bool:
    block, rest = blocks[top], blocks[top + 1 :]
    if block.kind != "body" or len(block.lines) > 1 or not rest:
        return False
    words = block.span.of(text)
    if not look.may_be_headline(words):
        return False
    if rest[0].kind == "caption":
        return True
    longest = max(b.span.length_chars for b in rest[:3])
    return rest[0].kind == "body" and longest >= MIN_BODY_RATIO * len(words)


def _is_section(text: str, blocks: list[Block], index: int) -> bool:
    block, before, after = blocks[index], blocks[index - 1], blocks[index + 1]
    if len(block.lines) > 1 or after.kind in {"heading", "caption"} or before.kind in {"heading", "caption"}:
        return False
    words = block.span.of(text)
    if not look.may_be_section(words) or not _ends_sentence(text, before.lines[-1]):
        return False
    return after.kind != "body" or after.span.length_chars >= MIN_BODY_RATIO * len(words)
