"""The bookmarks of the article: the words at each, its paragraph. Enter goes there, `x` takes one away.

Takes the reading screen below; it keeps nothing itself.
"""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.text import Span
from reader.text.display import one_line
from reader.tui.screens.listing import ListScreen
from reader.tui.widgets.item_list import Item, Section
from reader.tui.widgets.status_lines import Fact

if TYPE_CHECKING:
    from reader.tui.screens.article_screen import ReadingScreen

WORDS_CHARS = 160
"""Of the text at a bookmark; the list cuts them to its width."""


class BookmarksScreen(ListScreen):
    """What was marked."""

    NAME = "Bookmarks"
    EMPTY = "No bookmarks in this article: m sets one at the place of reading."
    HINTS = (("Enter", "to the place"), ("j k", "move"), ("x", "take it away"), ("Esc", "back"), ("?", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "remove", "take this bookmark away", id="bookmarks-remove", show=False),
    ]

    def __init__(self, reading: "ReadingScreen") -> None:
        """The bookmarks of `reading`."""
        super().__init__()
        self._reading = reading

    def on_mount(self) -> None:
        """List them, the one nearest to the place of reading under the cursor."""
        here = self._reading.place.offset
        near = min(self._reading.bookmarks, key=lambda b: abs(b - here), default=None)
        self.show_items(current=near)

    def show_items(self, current: int | None = None) -> None:
        """As they are now."""
        findings = self._reading.findings
        chars = max(1, len(findings.article.text))
        items = [
            Item(
                at,
                findings.words(Span(at, self._end_of(at))) or "(the end)",
                f"paragraph {findings.paragraph(at)}",
                f"{100 * at // chars}%",
            )
            for at in self._reading.bookmarks
        ]
        self.list.show([Section("", items)], current=current)
        self.status.show([Fact(one_line(findings.article.label), 1)])

    def _end_of(self, at: int) -> int:
        """Where the words of a bookmark end: with its paragraph, at the latest."""
        blocks = self._reading.findings.article.paragraphs
        return min(at + WORDS_CHARS, next((p.span.end for p in blocks if p.span.end > at), at + WORDS_CHARS))

    def choose(self, item: Item) -> None:
        """To its place in the text."""
        self.dismiss()
        if isinstance(item.value, int):
            self._reading.remember()
            self._reading.show_offset(item.value)

    def action_remove(self) -> None:
        """Take the one under the cursor away."""
        item = self.list.current_item
        if isinstance(item, Item) and isinstance(item.value, int):
            self._reading.drop_bookmark(item.value)
            self.show_items()
