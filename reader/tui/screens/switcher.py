"""The articles that are open: which is in front, how far each has been read, what its analysis is doing.

Enter brings one to the front, `x` closes one. Takes the app's articles; it opens and analyses nothing itself.
"""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from reader.paths import shown_path
from reader.text.display import one_line
from reader.tui.screens.listing import ListScreen
from reader.tui.widgets.item_list import Item, Section
from reader.tui.widgets.status_lines import Fact

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp
    from reader.tui.articles import Articles
    from reader.tui.open_article import OpenArticle

REFRESH_S = 0.5
"""How often the list looks what the analyses do."""


class SwitcherScreen(ListScreen):
    """The open articles."""

    NAME = "Open articles"
    EMPTY = "No article is open: O opens a file, H lists what was read."
    HINTS = (
        ("Enter", "to it"), ("j k", "move"), ("x", "close it"), ("O", "open a file"), ("Esc", "back"), ("?", "help"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,delete", "close", "close this article", id="articles-close", show=False),
    ]

    @property
    def articles(self) -> "Articles":
        """All that are open."""
        return cast("ReaderApp", self.app).articles

    def on_mount(self) -> None:
        """List them, the current one under the cursor."""
        self.show_items(current=getattr(self.articles.current, "key", None))
        self.set_interval(REFRESH_S, self.show_items)

    def show_items(self, current: str | None = None) -> None:
        """As they are now."""
        front = self.articles.current
        items = [article_item(article, in_front=article is front) for article in self.articles.all]
        if items != self.list.items or not items:
            self.list.show([Section("", items)], current=current)
        self.status.show([Fact(f"{len(items)} open", 1)])

    def _article(self, item: object) -> "OpenArticle | None":
        key = item.value if isinstance(item, Item) else None
        return next((a for a in self.articles.all if a.key == key), None)

    def choose(self, item: Item) -> None:
        """Bring it to the front."""
        article = self._article(item)
        self.dismiss()
        if article is not None:
            self.articles.show(article)

    def action_close(self) -> None:
        """Close the one under the cursor."""
        article = self._article(self.list.current_item)
        if article is None:
            return
        if article is self.articles.current:
            self.dismiss()  # its screen is the one below: it can go only when it is in front
        self.articles.close(article)
        if self.is_current:
            self.show_items()


def article_item(article: "OpenArticle", *, in_front: bool) -> Item:
    """A row about an open article."""
    path = "standard input" if article.path == "-" else shown_path(article.path)
    title = f"{article.label} (in front)" if in_front else article.label
    percent = f"{article.screen.place.percent}%" if article.screen is not None else ""
    return Item(article.key, title, f"{_state(article)} · {one_line(path)}", percent)


def _state(article: "OpenArticle") -> str:
    """What is known of its analysis."""
    if article.failure:
        return article.failure
    if article.screen is not None:
        findings = article.screen.findings
        if findings.failure is not None:
            return "not analysed"
        return (
            "being analysed"
            if findings.analysis is None
            else _counts(len(findings.entities or ()), len(findings.quotes or ()))
        )
    if article.opened is None:
        return "waiting"
    return "analysed ahead"


def _counts(names: int, quotes: int) -> str:
    return f"{names} name{'s' * (names != 1)}, {quotes} quote{'s' * (quotes != 1)}"
