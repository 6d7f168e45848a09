"""Markdown → styled lines: Rich's own renderer with our colours. Knows no widget.

Takes Markdown of the guide, never an article's: Rich would follow what stands in it.
"""

from collections.abc import Mapping
from io import StringIO
from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement, TableElement
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.theme import Theme
from textual.color import Color

PAGE_META = "guide_link"
"""The key under which a linked piece carries where it leads."""
NARROWEST_CELLS = 16

_ROLES: dict[str, tuple[str, bool]] = {
    "h1": ("accent", True),
    "h2": ("accent", True),
    "h3": ("foreground", True),
    "code": ("accent", False),
    "code_block": ("foreground", False),
    "item.bullet": ("accent", False),
    "item.number": ("accent", False),
    "list": ("foreground", False),
    "link": ("link", False),
    "link_url": ("link", False),
    "table.header": ("muted", False),
    "table.border": ("rule", False),
    "block_quote": ("muted", False),
}
"""Rich's style names to our theme variables, and whether bold."""


class _Heading(Heading):
    """Left, with nothing drawn around it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del console, options
        text = self.text.copy()
        text.justify = "left"
        yield text


class _Code(CodeBlock):
    """Code as it stands, moved in: colours for it fit no theme of ours."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del console, options
        yield Padding(Text(str(self.text).rstrip(), style="markdown.code_block"), (0, 0, 0, 4))


class _Table(TableElement):
    """Columns without lines."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del console, options
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, border_style="markdown.table.border", show_edge=False)
        for cell in self.header.row.cells if self.header and self.header.row else ():
            heading = cell.content.copy()
            heading.stylize("markdown.table.header")
            table.add_column(heading)
        for row in self.body.rows if self.body else ():
            table.add_row(*(cell.content for cell in row.cells))
        yield table


class _GuideMarkdown(Markdown):
    """Markdown with our headings, code and tables."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _Code,
        "code_block": _Code,
        "table_open": _Table,
    }


def guide_lines(words: str, width_cells: int, variables: Mapping[str, str], base: Style) -> list[list[Segment]]:
    """`words` in lines of `width_cells`, drawn on `base` with the colours of a theme."""
    width = max(NARROWEST_CELLS, width_cells)
    console = Console(file=StringIO(), width=width, theme=_theme(variables), legacy_windows=False, emoji=False)
    options = console.options.update(width=width)
    lines = console.render_lines(_GuideMarkdown(words), options, style=base, pad=False)
    return [[_with_link(segment) for segment in line] for line in lines]


def _with_link(segment: Segment) -> Segment:
    """A linked piece carries its goal for a click, and no address that the terminal itself could open."""
    style = segment.style
    if style is None or not style.link:
        return segment
    return Segment(segment.text, style.update_link(None) + Style.from_meta({PAGE_META: style.link}))


def _theme(variables: Mapping[str, str]) -> Theme:
    styles = {
        f"markdown.{name}": Style(color=Color.parse(variables[role]).rich_color, bold=bold or None)
        for name, (role, bold) in _ROLES.items()
    }
    styles["markdown.link_url"] += Style(underline=True)
    return Theme({**styles, "markdown.strong": Style(bold=True), "markdown.em": Style(italic=True)})
