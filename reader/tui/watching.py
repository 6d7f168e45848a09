"""Files that change while they are shown: the articles', and the theme's; and whether the terminal is still there.

A thread looks once a second. Gives messages; what becomes of a changed file is the app's business.
"""

from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from textual.message import Message

from reader.tui.leaving import TerminalClosed, has_terminal

if TYPE_CHECKING:
    from reader.session.watch import Watch
    from reader.tui.app import ReaderApp

LOOK_EVERY_S = 1.0
"""A stat of each open file: some microseconds."""


class FileChanged(Message):
    """A file is not what it was."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class Watching:
    """The thread that looks."""

    def __init__(self, app: "ReaderApp") -> None:
        self._app = app
        self._had_terminal = has_terminal()
        self._watch: Watch | None = None
        """None until the first look, which comes after the first frame."""

    def start(self) -> None:
        """Begin to look; ends with the app."""
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while self._app.is_running:
            try:
                self.look()
            except RuntimeError:  # the app has ended, and its event loop with it
                return
            sleep(LOOK_EVERY_S)

    def look(self) -> None:
        """Tell the app what has changed since the last look."""
        if self._had_terminal and not has_terminal():
            self._app.post_message(TerminalClosed())
        if self._watch is None:
            from reader.session.watch import Watch

            self._watch = Watch()
        for path in self._watch.changed(self._files()):
            self._app.post_message(FileChanged(path))

    def _files(self) -> list[str]:
        """The theme's file, which may be the user's or a shipped one, and those of the open articles."""
        from reader.tui.theme_files import places_of

        articles = (a.path for a in list(self._app.articles.all) if a.opened is not None and a.path != "-")
        return [*map(str, places_of(self._app.theme)), *articles]
