"""The app: an opened article, or the list of the seeds; themes, keys and the screens that are there from everywhere.

Takes what `session.open_path` gives. Imports little, because the text has to be on the screen soon: whatever is not
needed for the first frame is imported where it is needed. A theme or a key that is off is told and ends nothing.
"""

import sys
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, InputEvent, Key
from textual.screen import Screen

from reader.errors import ReaderError
from reader.tui import leaving, theme_files
from reader.tui.articles_app import ArticlesApp
from reader.tui.bindings import APP_BINDINGS
from reader.tui.key_sets import keymap
from reader.tui.quick_keys import QuickKeys
from reader.tui.row_frames import RowsUpdate, Written
from reader.tui.stages import CopyDoubtful, HabitsRefused
from reader.tui.watching import FileChanged, Watching
from reader.tui.whole_frames import quick_driver

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import SystemCommand
    from textual.theme import Theme

    from reader.config import Config
    from reader.session import Opened
    from reader.state.store import Store


THREADS_TURN_S = 0.001
"""How long a thread that takes in the analysis may keep a key waiting; Python's 5 ms are as long as a whole step."""


class ReaderApp(ArticlesApp):
    """The terminal app."""

    CSS_PATH = "reader.tcss"
    TITLE = "reader"
    BINDINGS: ClassVar[list[BindingType]] = [*APP_BINDINGS]
    ENABLE_COMMAND_PALETTE = False  # it has a key of its own among ours, which can be rebound

    _has_theme = False

    def __init__(self, opened: "Opened | None", *, config: "Config", more: "Sequence[str]" = ()) -> None:
        """Show `opened`, or the list of the seeds for None; `more` are the paths of further articles."""
        super().__init__(config)
        self.opened = opened
        self.watching = Watching(self)
        self._more = more
        self._complaints: list[str] = []
        self._told: set[str] = set()
        self._quick_keys = QuickKeys(self)
        self._store: Store | None = None
        self.written: Written = {}
        self.set_keymap(keymap(config.key_set, dict(config.keys)))
        self._start_with(config.theme)

    def _start_with(self, name: str) -> None:
        """The theme to start with; the usual one when that is off."""
        for choice in (name, theme_files.DEFAULT_THEME):
            try:
                theme = theme_files.find_theme(choice)
            except ReaderError as error:
                self._complaints.append(str(error))
                continue
            self._begin_with(theme)
            break
        self._has_theme = True
        self.stylesheet.set_variables(self.get_css_variables())

    def _begin_with(self, theme: "Theme") -> None:
        """Set the first theme without what a change asks for: every style sheet parsed once more, 15 ms of CPU."""
        self.register_theme(theme)
        if theme.ansi:
            self.theme = theme.name  # changes how the screen's colours are filtered, too
            return
        self.set_reactive(App.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)

    def get_driver_class(self) -> type[Driver]:
        """Textual's for this terminal, with less between a key and its frame."""
        return quick_driver(super().get_driver_class())

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """See `App._display`; what anything but rows has drawn over is not known any more."""
        if renderable is not None and not isinstance(renderable, RowsUpdate):
            self.written.clear()
        super()._display(screen, renderable)

    def get_css_variables(self) -> dict[str, str]:
        """Those of the theme; none while there is no theme of ours yet."""
        return super().get_css_variables() if self._has_theme else {}

    @property
    def store(self) -> "Store | None":
        """Where places, bookmarks and choices are kept; None when nothing is to be kept."""
        if self._store is None and self.config.remember:
            from reader.state.store import Store, state_folder

            self._store = Store(state_folder())
        return self._store

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables under Textual's own themes."""
        return theme_files.variable_defaults()

    def get_default_screen(self) -> Screen[Any]:
        """The article, or the list of the seeds."""
        if self.opened is None:
            from reader.tui.screens.seeds import SeedsScreen

            return SeedsScreen()
        return self.articles.begin(self.opened, self._more)

    def on_mount(self) -> None:
        """Heed signals; tell what was off, once something is on the screen."""
        sys.setswitchinterval(THREADS_TURN_S)
        leaving.heed_signals(self)
        self.call_after_refresh(self._complain)

    def _complain(self) -> None:
        for words in (*self._complaints, *self._key_complaints()):
            self.notify(words, severity="error", markup=False, timeout=10)
        self.tell_problems()
        self.watching.start()

    @on(HabitsRefused)
    def tell_problems(self) -> None:
        """Tell what could not be read or kept of the reader's habits, each once."""
        store = self.store
        while store is not None and store.problems:
            words = store.problems.pop(0)
            if words not in self._told:
                self._told.add(words)
                self.notify(words, severity="warning", markup=False, timeout=10)

    def _key_complaints(self) -> list[str]:
        """What is wrong with the configuration's keys; one line, however much it is."""
        if not self.config.keys:
            return []
        from reader.tui.key_mistakes import key_mistakes

        wrong = [words for _, words in key_mistakes(self.config.keys, self.config.key_set)]
        more = f" (and {len(wrong) - 1} more: `reader config --check`)" if len(wrong) > 1 else ""
        return [f"keys: {wrong[0]}{more}"] if wrong else []

    async def on_event(self, event: Event) -> None:
        """Keys that only move take a short way."""
        if isinstance(event, Key) and await self._quick_keys.take(event):
            return
        if isinstance(event, InputEvent):
            self._quick_keys.interrupt()
        await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """Keys typed at once behind `/` have passed the search line by: they are given to it here."""
        self.call_next(self._quick_keys.arrived, event)
        take = getattr(self.screen, "take_stray_key", None)
        if take is not None and take(event):
            event.prevent_default().stop()

    # From everywhere.

    def action_help(self) -> None:
        """The guide, at the page of what has the focus."""
        from reader.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.for_screen(self.screen))

    def action_command_palette(self) -> None:
        """Every action by its name."""
        from reader.tui.palette import open_palette

        open_palette(self)

    def get_system_commands(self, screen: Screen[Any]) -> "Iterable[SystemCommand]":
        """None of Textual's: ours stand in `palette`."""
        del screen
        return ()

    def choose_theme(self, name: str) -> None:
        """Change the theme now; one that is off is told and changes nothing."""
        try:
            theme = theme_files.find_theme(name)
        except ReaderError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)
            return
        self.register_theme(theme)
        if theme.name == self.theme:
            self.mutate_reactive(App.theme)  # the same name with other colours
        else:
            self.theme = theme.name

    # Changes on disk.

    @on(FileChanged)
    def take_change(self, message: FileChanged) -> None:
        """The theme's file or an article's is another."""
        if message.path in map(str, theme_files.places_of(self.theme)):
            self.choose_theme(self.theme)
        self.articles.take_change(message.path)

    @on(leaving.TerminalClosed)
    def hang_up(self) -> None:
        """The terminal is gone, and no signal told it."""
        leaving.hang_up(self)

    @on(CopyDoubtful)
    def tell_doubt(self, message: CopyDoubtful) -> None:
        """Once: where a copy is to be found if the clipboard did not get it."""
        if message.words not in self._told:
            self._told.add(message.words)
            self.notify(message.words, title="Clipboard", markup=False, timeout=10)

    def action_suspend_process(self) -> None:
        """Back to the shell until `fg`, where that is possible."""
        if self._driver is not None and self._driver.can_suspend:
            self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # the terminal is empty then
            super().action_suspend_process()
        else:
            self.notify("The reader cannot be suspended here.", severity="warning", markup=False)

    def notify(self, message: str, **more: Any) -> None:
        """See `App.notify`; what stands on the screen is not said twice."""
        if not any(n.message == message for n in self._notifications):
            super().notify(message, **more)

    def action_help_quit(self) -> None:
        """^C ends nothing, since hands press it unasked; it says what does."""
        from reader.tui.bindings import shown_key

        keys = (shown_key(key) for key, active in self.active_bindings.items() if active.binding.id == "quit")
        self.notify(f"{next(keys, '^q')} quits.", markup=False)

    async def action_quit(self) -> None:
        """End, and the analyses with it; what is to be kept is kept first."""
        self.articles.end()
        self.exit(0)
