"""The palette: actions, themes, export formats and the article's names, found by typing a part of them.

Built on Textual's own; a theme is shown as soon as it is highlighted, and taken back when nothing is chosen.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual import on
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen
from textual.theme import Theme
from textual.widgets import OptionList

from reader.text.display import one_line
from reader.text.kinds import KIND_WORDS
from reader.tui.bindings import APP_BINDINGS, READING_BINDINGS, shown_key
from reader.tui.key_help import GROUPS
from reader.tui.key_sets import keymap
from reader.tui.theme_files import theme_files

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp
    from reader.tui.screens.article_screen import ReadingScreen

THEME = "Theme: "
UNNAMED = frozenset({"palette", "down", "up", "half-page-down", "half-page-up", "page-down", "page-up", "card"})
"""Actions that nobody looks up by name."""
PLACEHOLDER = "An action, a theme, a format, a name of the article…"


class Command(NamedTuple):
    """Something the palette offers."""

    name: str
    about: str
    run: Callable[[], Any]
    at_once: bool = True
    """Whether it is offered before anything is typed."""


def open_palette(app: App[Any]) -> None:
    """Open it over the current screen, unless it is open."""
    if not CommandPalette.is_open(app):
        app.push_screen(ReaderPalette(cast("ReaderApp", app)))


class ReaderCommands(Provider):
    """All commands that make sense on the screen below."""

    async def discover(self) -> Hits:
        """What is offered before anything is typed."""
        for command in commands(self.screen):
            if command.at_once:
                yield DiscoveryHit(command.name, command.run, text=command.name, help=command.about)

    async def search(self, query: str) -> Hits:
        """What fits."""
        matcher = self.matcher(query)
        for command in commands(self.screen):
            score = matcher.match(command.name)
            if score > 0:
                shown = matcher.highlight(command.name)
                yield Hit(score, shown, command.run, text=command.name, help=command.about)


class ReaderPalette(CommandPalette):
    """Textual's palette with our commands, and themes shown live."""

    DEFAULT_CSS = """
    ReaderPalette { background: $background 20%; }
    ReaderPalette SearchIcon { display: none; }
    ReaderPalette > Vertical { background: $surface; width: 100%; max-width: 88; margin-top: 2; }
    ReaderPalette > Vertical:dark { background: $surface; }
    ReaderPalette #--input { border: none; background: $surface; padding: 0 0 1 0; }
    ReaderPalette:nocolor OptionList > .option-list--option-highlighted { text-style: bold reverse; }
    ReaderPalette OptionList {
        background: $surface; scrollbar-size-vertical: 1; max-height: 55%; border: none;
    }
    """

    def __init__(self, app: "ReaderApp") -> None:
        super().__init__(providers=[ReaderCommands], placeholder=PLACEHOLDER)
        self._reader = app
        self.theme_before = app.theme
        """The theme that stays when none is chosen."""

    def on_mount(self) -> None:
        """Change colours with the theme; Textual leaves system screens out of that."""
        self._reader.theme_changed_signal.subscribe(self, self._restyle)

    def _restyle(self, theme: Theme) -> None:
        del theme
        self._reader.stylesheet.update(self)

    @on(OptionList.OptionHighlighted)
    def preview_theme(self, event: OptionList.OptionHighlighted) -> None:
        """Show a theme while it is highlighted."""
        name = _text_of(event.option)
        wanted = name.removeprefix(THEME) if name.startswith(THEME) else self.theme_before
        if wanted != self._reader.theme:
            self._reader.choose_theme(wanted)

    @on(OptionList.OptionSelected)
    def keep_theme(self, event: OptionList.OptionSelected) -> None:
        """A theme that is chosen stays."""
        name = _text_of(event.option)
        if name.startswith(THEME):
            self.theme_before = name.removeprefix(THEME)

    def on_unmount(self) -> None:
        """Closed: a theme that was only looked at goes."""
        if self._reader.theme != self.theme_before:
            self._reader.choose_theme(self.theme_before)


def _text_of(option: object) -> str:
    """The name of the command that an option of the list stands for; empty for the line that nothing was found."""
    return str(getattr(getattr(option, "hit", None), "text", None) or "")


def commands(screen: Screen[Any]) -> Iterator[Command]:
    """Everything that can be done on a screen."""
    from reader.tui.screens.article_screen import ReadingScreen

    app = cast("ReaderApp", screen.app)
    palette = app.screen
    in_use = palette.theme_before if isinstance(palette, ReaderPalette) else app.theme
    if isinstance(screen, ReadingScreen):
        yield from _actions(screen, READING_BINDINGS, app)
        yield from _exports(screen)
        yield from _places(screen)
    yield from _actions(screen, APP_BINDINGS, app)
    for name in theme_files():
        yield Command(f"{THEME}{name}", "in use" if name == in_use else "", partial(app.choose_theme, name))


def _actions(screen: Screen[Any], bindings: list[Binding], app: "ReaderApp") -> Iterator[Command]:
    changed = keymap(app.config.key_set, dict(app.config.keys))
    heading = {name: group for group, names in GROUPS.items() for name in names}
    owner = app if bindings is APP_BINDINGS else screen
    for binding in bindings:
        if binding.id and binding.id not in UNNAMED:
            keys = " ".join(shown_key(key.strip()) for key in changed.get(binding.id, binding.key).split(","))
            about = f"{heading.get(binding.id, 'More')} · {keys}"
            yield Command(binding.description.capitalize(), about, partial(owner.run_action, binding.action))


def _exports(screen: "ReadingScreen") -> Iterator[Command]:
    from reader.export import formats

    analysis = screen.findings.analysis
    for name in formats() if analysis is not None else ():
        yield Command(f"Export as {name}", "preview, file or clipboard", partial(_export, screen, name))


def _export(screen: "ReadingScreen", name: str) -> None:
    screen.open_export(name)


def _places(screen: "ReadingScreen") -> Iterator[Command]:
    for entity in screen.findings.entities or ():
        about = f"{KIND_WORDS[entity.label]} · {len(entity.mentions)}×"
        run = partial(_go, screen, entity.id)
        yield Command(f"Go to {one_line(entity.name)}", about, run, at_once=False)


def _go(screen: "ReadingScreen", entity_id: str) -> None:
    entity = screen.findings.entity_by_id.get(entity_id)
    if entity is not None:
        screen.remember()
        screen.article.go_to(entity.mentions[0].span, entity_id=entity.id)
        screen.article.focus()
