"""One of the open articles, and what threads tell the app about it."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from textual.message import Message

from reader.text.display import one_line

if TYPE_CHECKING:
    from reader.session import Opened
    from reader.tui.screens.article_screen import ReadingScreen


class OpenArticle:
    """One of the open articles."""

    def __init__(self, number: int, path: str) -> None:
        self.path = path
        self.key = f"article-{number}"
        """The name of its screen."""
        self.label = "standard input" if path == "-" else one_line(PurePath(path).name) or path
        self.opened: Opened | None = None
        """None until its file has been read."""
        self.screen: ReadingScreen | None = None
        """None until it has been looked at."""
        self.failure = ""
        """Why its file could not be read."""
        self.is_ahead = False
        """Whether it was analysed, or is, before anybody looked at it."""


class ArticleOpened(Message):
    """A file has been read."""

    def __init__(self, article: OpenArticle, opened: "Opened") -> None:
        super().__init__()
        self.article, self.opened = article, opened


class OpeningFailed(Message):
    """A file could not be read."""

    def __init__(self, article: OpenArticle, reason: str) -> None:
        super().__init__()
        self.article, self.reason = article, reason


class ArticleReread(Message):
    """A file that changed has been read again."""

    def __init__(self, article: OpenArticle, opened: "Opened") -> None:
        super().__init__()
        self.article, self.opened = article, opened


class RereadingFailed(Message):
    """A file that changed cannot be read now."""

    def __init__(self, article: OpenArticle, reason: str) -> None:
        super().__init__()
        self.article, self.reason = article, reason


class AheadEnded(Message):
    """An analysis that nobody waited for is finished, or has failed."""
