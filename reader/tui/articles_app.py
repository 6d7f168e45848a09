"""The app's part that is about several articles: what is told of files being read, and the keys for other articles.

Does the least itself: `articles` knows what is open, the screens list it.
"""

from typing import TYPE_CHECKING

from textual import on
from textual.app import App

from reader.tui.articles import Articles
from reader.tui.open_article import AheadEnded, ArticleOpened, ArticleReread, OpeningFailed, RereadingFailed
from reader.tui.stages import AnalysisEnded

if TYPE_CHECKING:
    from reader.config import Config
    from reader.session import Opened
    from reader.tui.widgets.body_layout import Shape, Sides

ELSEWHERE = frozenset({"articles", "step_article", "open_file", "history"})
"""Actions that lead to other articles: from an article or a list, not over a question or the guide."""


class ArticlesApp(App[int]):
    """An app with several articles."""

    def __init__(self, config: "Config") -> None:
        super().__init__()
        self.config = config
        self.articles = Articles(self)
        self.borders: dict[Shape, Sides] | None = None
        """How wide the reader wants the panes, the same in all articles; None until the first asks for it."""

    def open_file(self, path: str) -> "Opened":
        """Read an article and start its analysis; takes its time.

        Raises:
            ReaderError: the file cannot be read as an article.
        """
        from reader.nlp.options import AnalysisOptions
        from reader.session.opening import open_path

        config = self.config
        options = AnalysisOptions(config.engine, config.summary_sentences, config.summary_words)
        return open_path(path, options=options, use_cache=config.cache)

    def open_article(self, path: str) -> None:
        """Show the article in a file; what cannot be opened is told."""
        self.articles.open(path)

    @on(ArticleOpened)
    def take_opened(self, message: ArticleOpened) -> None:
        """A file has been read."""
        self.articles.take_opened(message.article, message.opened)

    @on(OpeningFailed)
    def take_failure(self, message: OpeningFailed) -> None:
        """A file could not be read."""
        self.articles.take_failure(message.article, message.reason)

    @on(AnalysisEnded)
    def analyse_next(self) -> None:
        """There is time for the next article."""
        self.articles.analyse_next()

    @on(AheadEnded)
    def take_end(self) -> None:
        """An article was analysed ahead."""
        self.articles.take_end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See `ELSEWHERE`."""
        del parameters
        if action in ELSEWHERE:
            return bool(getattr(self.screen, "LEADS_ELSEWHERE", False))
        return True

    def action_articles(self) -> None:
        """The open articles."""
        from reader.tui.screens.switcher import SwitcherScreen

        self.push_screen(SwitcherScreen())

    def action_step_article(self, step: int) -> None:
        """The next of the open articles."""
        self.articles.step(step)

    def action_open_file(self) -> None:
        """Choose a file; in the browser only those that are served can be read."""
        if self.is_web:
            self.notify("Here only the articles that are served can be read: A lists them.", markup=False)
            return
        from reader.tui.screens.file_picker import FilePicker

        self.push_screen(FilePicker())

    def action_history(self) -> None:
        """What was read."""
        from reader.tui.screens.history import HistoryScreen

        self.push_screen(HistoryScreen())

    @on(ArticleReread)
    def take_reread(self, message: ArticleReread) -> None:
        """An article that changed has been read again."""
        self.articles.take_reread(message.article, message.opened)

    @on(RereadingFailed)
    def tell_failure(self, message: RereadingFailed) -> None:
        """The text that is shown stays."""
        words = f"{message.reason}; the text on the screen is the one from before"
        self.notify(words, title="Changed on disk", severity="warning", markup=False, timeout=10)
