"""What leaves the reader: copies, exports, the article in the pager or the editor, its address in the browser.

Everything that cannot be done is told in one line. An address is opened only after a yes: an article may come from
anywhere.
"""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import on

from reader.text.display import harmless, one_line
from reader.tui.screens.reloading import ReloadingScreen
from reader.tui.widgets.article_view import ArticleView

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

MAX_COPIED_CELLS = 120
"""Of what was copied in the message about it: two or three lines, which hide little of the text."""


class OutsideScreen(ReloadingScreen):
    """An article that can be taken elsewhere."""

    def action_pager(self) -> None:
        """Read the text in the pager."""
        from reader.tui.outside import pager, wrapped

        command = pager(os.environ)
        if command is None:
            self._cannot("No pager found: set PAGER to one.")
            return
        columns = min(self.app.size.width, self.article.text_width)
        text = wrapped(harmless(self.findings.article.text), columns)
        self._run(command, given=text.encode("utf-8", "replace"))

    def action_editor(self) -> None:
        """Open the article's file in the editor, at the place of reading."""
        from reader.tui.outside import editing, editor, line_of

        command = editor(os.environ)
        if self.opened.path == "-":
            self._cannot("This article came from standard input: there is no file to edit.")
        elif command is None:
            self._cannot("No editor found: set EDITOR to one.")
        else:
            try:
                with open(self.opened.path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123 -- a string
                    line = line_of(file.read(), self.findings.article.text, self.place.offset)
            except OSError as error:
                self._cannot(f"{one_line(self.opened.path)}: cannot be read: {error.strerror}")
                return
            self._run(editing(command, self.opened.path, line))

    def _run(self, command: Sequence[str], *, given: bytes | None = None) -> None:
        """Leave the terminal to a command until it ends."""
        from reader.tui.outside import leave_to

        self.keep()
        problem = leave_to(self.app, command, given=given)
        if problem:
            self._cannot(problem)

    def _cannot(self, words: str) -> None:
        self.notify(words, severity="warning", markup=False)

    # Copies and exports.

    def action_copy(self) -> None:
        """Copy what the mouse has selected, else what is current, with who said it and where."""
        from reader.tui.copying import copy
        from reader.tui.panes.lines import clipped
        from reader.tui.passages import current_passage

        passage = self.get_selected_text() or current_passage(self.findings, self.place)
        self.clear_selection()
        copy(cast("ReaderApp", self.app), passage)
        self.notify(clipped(passage, MAX_COPIED_CELLS), title="Copied", markup=False)

    def action_export(self) -> None:
        """Choose format, scope and target."""
        self.open_export()

    def open_export(self, format_name: str | None = None) -> None:
        """The export screen, with a format to begin with."""
        if self.findings.analysis is None:
            failed = self.findings.failure is not None
            self.notify(
                "There is no analysis to export: r tries again." if failed else "The analysis is not finished yet.",
                markup=False,
            )
            return
        from reader.tui.screens.export import ExportScreen

        screen = ExportScreen(
            self.findings.analysis,
            self.opened.path,
            format_name=format_name,
            entity_id=self.place.entity_id,
            bookmarks=tuple(self.bookmarks),
        )
        self.app.push_screen(screen)

    # The web.

    def action_browser(self) -> None:
        """Open the article's address."""
        url = self.findings.article.url
        if url is None:
            self._cannot("This article does not say where it stands on the web.")
        else:
            self.offer_address(url)

    @on(ArticleView.LinkChosen)
    def take_link(self, message: ArticleView.LinkChosen) -> None:
        """A link was clicked."""
        message.stop()
        self.offer_address(message.target)

    def offer_address(self, target: str) -> None:
        """Ask whether an address is to be opened; one that is none of the web is only shown."""
        from reader.tui.outside import address
        from reader.tui.screens.question import QuestionScreen

        url = address(target)
        if url is None:
            self.notify(one_line(target), title="Not an address of the web", markup=False)
            return
        question = QuestionScreen(f"Open {url} in the browser?", "open it", "stay here")
        self.app.push_screen(question, lambda yes: self._browse(url) if yes else None)

    def _browse(self, url: str) -> None:
        if self.app.is_web:
            self.app.open_url(url)  # in the browser that shows the app
            return
        import webbrowser

        try:
            browser = webbrowser.get()
        except webbrowser.Error:
            self._cannot(f"No browser found: set BROWSER to one, or copy {url}")
            return
        if isinstance(browser, webbrowser.GenericBrowser) and not isinstance(browser, webbrowser.BackgroundBrowser):
            self._run([browser.name, *(arg.replace("%s", url) for arg in browser.args)])  # one for the terminal
        elif not browser.open(url):
            self._cannot(f"The browser did not open {url}")
