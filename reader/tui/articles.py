"""The articles that are open: opening, switching, closing, analysing those that nobody has looked at yet.

Files are read and parsed in threads, so no key waits for one. One article is analysed ahead at a time, after the first;
each keeps its screen and with it place, cursor and analysis. It must not know what is on an article's screen.
"""

from collections.abc import Iterable
from functools import partial
from time import sleep
from typing import TYPE_CHECKING

from textual.message import Message

from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.open_article import (
    AheadEnded,
    ArticleOpened,
    ArticleReread,
    OpenArticle,
    OpeningFailed,
    RereadingFailed,
)

if TYPE_CHECKING:
    from reader.session import Opened
    from reader.tui.articles_app import ArticlesApp
    from reader.tui.screens.article_screen import ReadingScreen

MAX_AHEAD = 20
"""Articles analysed before they are looked at: an analysis of an ordinary one takes about 1 MB."""
PATIENCE_S = 0.3
"""A file that takes longer to open is announced."""


SETTLING_S = 0.5
"""So long a file that is being written may be no article."""


class Articles:
    """All open articles, in the order in which they were opened."""

    def __init__(self, app: "ArticlesApp") -> None:
        self._app = app
        self._made = 0
        self._wanted: OpenArticle | None = None
        """To be shown as soon as it has been read."""
        self._ahead: OpenArticle | None = None
        """Being analysed before anybody looks at it."""
        self.all: list[OpenArticle] = []

    def add(self, path: str, opened: "Opened | None" = None) -> OpenArticle:
        """One more, without showing it."""
        self._made += 1
        article = OpenArticle(self._made, path)
        article.opened = opened
        if opened is not None:
            article.label = one_line(opened.article.label)
        self.all.append(article)
        return article

    def begin(self, opened: "Opened", more: Iterable[str]) -> "ReadingScreen":
        """The screen of the first article; `more` are the paths of others."""
        from reader.tui.screens.article_screen import ReadingScreen

        first = self.add(opened.path, opened)
        first.screen = ReadingScreen(opened, self._app.config)
        for path in more:
            self.add(path)
        return first.screen

    @property
    def current(self) -> OpenArticle | None:
        """The one whose screen is in front, or was before a screen that is not an article's."""
        screens = {a.screen: a for a in self.all if a.screen is not None}
        return next((screens[s] for s in reversed(self._app.screen_stack) if s in screens), None)

    def position(self, screen: object) -> str:
        """Which of how many an article's screen shows; empty when there is but one."""
        at = next((i for i, a in enumerate(self.all, 1) if a.screen is screen), 0)
        return f"{at}/{len(self.all)}" if at and len(self.all) > 1 else ""

    # Opening and showing.

    def open(self, path: str) -> None:
        """Show the article in a file, reading it unless it is open."""
        from reader.state.store import place_of

        wanted = place_of(path)
        found = next((a for a in self.all if path != "-" and place_of(a.path) == wanted), None)
        self.show(self.add(path) if found is None else found)

    def show(self, article: OpenArticle) -> None:
        """Bring an article to the front; one that has not been read is read first."""
        if article.opened is not None:
            self._bring_forward(article)
            return
        self._wanted, article.failure = article, ""
        if article is not self._ahead:
            post_beside(self._app, partial(self._read, article))
        self._app.set_timer(PATIENCE_S, partial(self._announce, article))

    def _announce(self, article: OpenArticle) -> None:
        if self._wanted is article:
            self._app.notify(f"Opening {article.label}…", markup=False, timeout=2)

    def _read(self, article: OpenArticle) -> Iterable[Message]:
        try:
            yield ArticleOpened(article, self._app.open_file(article.path))
        except Exception as error:  # noqa: BLE001 -- whatever is wrong with a file, the app goes on
            yield OpeningFailed(article, one_line(str(error)) or type(error).__name__)

    def take_opened(self, article: OpenArticle, opened: "Opened") -> None:
        """A file has been read: show it, if it is still wanted."""
        if article not in self.all:
            opened.job.cancel()  # closed meanwhile
            return
        if article.opened is None:
            article.opened, article.label = opened, one_line(opened.article.label)
        if self._wanted is article:
            self._wanted = None
            self._bring_forward(article)

    def take_failure(self, article: OpenArticle, reason: str) -> None:
        """A file could not be read: told when it was wanted, else kept for the list."""
        article.failure = reason
        if self._wanted is article:
            self._wanted = None
            self._app.notify(reason, severity="error", markup=False, timeout=10)
            if article.screen is None and not article.is_ahead:
                self.all.remove(article)
        if self._ahead is article:
            self.take_end()

    def _bring_forward(self, article: OpenArticle) -> None:
        from reader.tui.screens.article_screen import ReadingScreen

        app = self._app
        if article.screen is None and article.opened is not None:
            article.screen = ReadingScreen(article.opened, app.config)
            app.install_screen(article.screen, article.key)
        if article.screen is None:
            return
        if article.screen in app.screen_stack:
            while app.screen is not article.screen:
                app.pop_screen()
        elif isinstance(app.screen, ReadingScreen) and len(app.screen_stack) > 1:
            app.switch_screen(article.screen)
        else:  # the first screen of all stays at the bottom: Textual cannot take it away
            app.push_screen(article.screen)

    def step(self, count: int) -> None:
        """To the next (previous) article, round at the end."""
        current = self.current
        if current is not None and len(self.all) > 1:
            self.show(self.all[(self.all.index(current) + count) % len(self.all)])
        else:
            self._app.notify("No other article is open: O opens a file.", markup=False)

    def close(self, article: OpenArticle) -> None:
        """Close an article; its neighbour comes to the front, or the list of articles when there is none."""
        at = self.all.index(article)
        was_current = article is self.current
        self.all.remove(article)
        if article.screen is None:
            if article.opened is not None:
                article.opened.job.cancel()
            return
        article.screen.keep()
        article.screen.job.cancel()
        if was_current:
            self._replace(article.screen, at)
        if article.screen not in self._app.screen_stack:
            self._app.uninstall_screen(article.screen)  # what has just been replaced then goes of itself
            if not was_current:
                article.screen.remove()

    def _replace(self, screen: "ReadingScreen", at: int) -> None:
        """Something else to the front, in place of an article that was closed."""
        from reader.tui.screens.seeds import SeedsScreen

        stack = self._app.screen_stack
        if self.all:
            self.show(self.all[min(at, len(self.all) - 1)])
        elif any(isinstance(below, SeedsScreen) for below in stack):
            self._app.pop_screen()
        elif screen is stack[0]:
            self._app.push_screen(SeedsScreen(is_first=True))
        else:
            self._app.switch_screen(SeedsScreen(is_first=True))

    def end(self) -> None:
        """The app ends: keep what is to be kept, stop what runs."""
        for article in self.all:
            if article.screen is not None:
                article.screen.keep(wait=True)
                article.screen.job.cancel()
            elif article.opened is not None:
                article.opened.job.cancel()

    # Changes on disk.

    def take_change(self, path: str) -> None:
        """A file has changed: read it again, if it is on a screen; else when it is looked at."""
        for article in self.all:
            if article.path != path or article.opened is None:
                continue
            if article.screen is not None:
                post_beside(self._app, partial(self._reread, article))
            else:
                article.opened.job.cancel()
                article.opened, article.is_ahead = None, False
                self.analyse_next()

    def _reread(self, article: OpenArticle) -> Iterable[Message]:
        for wait_s in (0.0, SETTLING_S):  # a second time for a file that was being written
            sleep(wait_s)
            try:
                opened = self._app.open_file(article.path)
            except Exception as error:  # noqa: BLE001 -- whatever is wrong with a file, the app goes on
                reason = one_line(str(error)) or type(error).__name__
            else:
                yield ArticleReread(article, opened)
                return
        yield RereadingFailed(article, reason)

    def take_reread(self, article: OpenArticle, opened: "Opened") -> None:
        """Show it as it is now."""
        if article not in self.all or article.screen is None:
            opened.job.cancel()
        elif article.screen.reload(opened):
            article.opened, article.label = opened, one_line(opened.article.label)
            self._app.notify(f"{article.label} has changed on disk and was read again.", markup=False)

    # Analysing ahead.

    def analyse_next(self) -> None:
        """Analyse the next article that nobody has looked at, unless one is being analysed."""
        waiting = (a for a in self.all if a.opened is None and not a.failure and a is not self._wanted)
        article = next(waiting, None)
        if self._ahead is None and article is not None and sum(a.is_ahead for a in self.all) < MAX_AHEAD:
            self._ahead, article.is_ahead = article, True
            post_beside(self._app, partial(self._analyse, article))

    def _analyse(self, article: OpenArticle) -> Iterable[Message]:
        from reader.session.kept import KeptJob

        for message in self._read(article):
            if not isinstance(message, ArticleOpened):
                yield message
                return
            kept = KeptJob(message.opened.job)
            yield ArticleOpened(article, message.opened._replace(job=kept))
            try:
                for _ in kept.results():
                    pass
            except Exception:  # noqa: BLE001, S110 -- the article's screen tells it to whoever looks at it
                pass
        yield AheadEnded()

    def take_end(self) -> None:
        """One is finished: the next."""
        self._ahead = None
        self.analyse_next()
