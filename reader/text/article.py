"""An article as parsed: its text, its paragraphs and its inline marks. Standard library only."""

from pathlib import PurePath
from typing import Literal, NamedTuple

from reader.text.span import Span

WORDS_PER_MINUTE = 238  # silent reading of English non-fiction, Brysbaert 2019
ParagraphKind = Literal["body", "heading", "list", "quote", "caption"]
MarkKind = Literal["strong", "emphasis", "code", "strike", "link", "image"]


class Paragraph(NamedTuple):
    """One block of the text."""

    span: Span
    kind: ParagraphKind = "body"
    """`caption` also stands for bylines, date lines and table rows: never summarised."""
    level: int = 0
    """Heading 1..6; nesting depth of lists and quotes from 1; 1 for the first row of an aligned table, 2 for others."""
    marker: str = ""
    """What is drawn before the block and is no part of the text: a bullet, "3.", nothing."""
    preformatted: bool = False
    """Whether line breaks and spaces inside are to be kept as they are (code, tables)."""

    @property
    def is_table_row(self) -> bool:
        """Whether it is a row of a table whose columns stand one under the other."""
        return self.preformatted and self.level > 0


class InlineMark(NamedTuple):
    """Emphasis, code or a link inside a paragraph."""

    span: Span
    kind: MarkKind
    target: str = ""
    """The address of a link or an image, as written; empty elsewhere."""


class Article(NamedTuple):
    """What is read. Every offset anywhere counts code points into `text`."""

    id: str
    """The path as given, "-" for standard input, or a corpus line's id."""
    text: str
    paragraphs: tuple[Paragraph, ...]
    """In order, disjoint, none empty; the text between them is white space."""
    title: str | None = None
    headline: Span | None = None
    """Where the title stands in the text; None when it comes from front matter or there is none."""
    author: str | None = None
    source: str | None = None
    """The publisher."""
    published: str | None = None
    """ISO 8601 date or date-time, else the words as given."""
    url: str | None = None
    marks: tuple[InlineMark, ...] = ()
    """Ordered by start; may nest."""

    @property
    def label(self) -> str:
        """What the article is called where it has no title: its file's name, "standard input"."""
        if self.title:
            return self.title
        return "standard input" if self.id == "-" else PurePath(self.id).name or self.id


def minutes_to_read(text: str) -> int:
    """Whole minutes, at least one; words are counted by blanks, which is near enough."""
    return max(1, round(len(text.split()) / WORDS_PER_MINUTE))


def reading_time(text: str) -> str:
    """The time it takes, in words: "4 min", "2 h 5 min"."""
    hours, minutes = divmod(minutes_to_read(text), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
