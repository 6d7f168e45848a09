"""Exporting from the app: format, scope and target, with a preview of just what will be written.

Takes a finished analysis; what a document looks like is `reader.export`'s business. Nothing is overwritten unasked.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from reader.errors import OutputError
from reader.export import ENDINGS, Scope, formats, render
from reader.export.targets import write_file
from reader.text import VALUE_LABELS, Analysis
from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.export_names import numbered, size_of, slug, stem_of, with_ending
from reader.tui.widgets.choice import Choice, LongChoice
from reader.tui.widgets.plain_lines import PlainLines
from reader.tui.widgets.status_lines import KeyHints, StatusLine

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

FILE, CLIPBOARD, COMMAND = TARGETS = ("file", "clipboard", "command")
DOWNLOAD = "download"
"""The only target in the browser: files, clipboard and programs of this machine are not its reader's."""
EVERYTHING, DOSSIER, BOOKMARKS = "everything", "dossier", "bookmarks"
SCOPE_OF: dict[str, Scope] = {
    EVERYTHING: "all", "summary alone": "summary", "voices": "voices", DOSSIER: "dossier", BOOKMARKS: "bookmarks",
}  # fmt: skip
"""What people choose to what `reader.export` calls it."""
REMEMBERED = "export"
"""The name of the last choices in the store."""
HINTS = [("Enter", "export"), ("↑ ↓", "line"), ("← →", "change"), ("Tab", "preview"), ("Esc", "back")]


class Wanted(NamedTuple):
    """What the document is to be."""

    format: str
    scope: Scope
    entity_id: str | None = None
    """Whose dossier; None in other scopes."""


class Rendered(Message):
    """The document is ready, for the preview and for its target; or there is none, and why."""

    def __init__(self, wanted: Wanted, text: str | None, problem: str = "") -> None:
        super().__init__()
        self.wanted, self.text, self.problem = wanted, text, problem


class ExportScreen(Screen[None]):
    """Choices above, preview below."""

    AUTO_FOCUS = "#format"
    HELP: ClassVar[str] = "export"
    """The page of the guide that tells about it."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "export", id="export-write", show=False),
        Binding("escape,q", "dismiss", "back", id="export-back", show=False),
        Binding("down,j", "app.focus_next", "next line", id="export-next", show=False),
        Binding("up,k", "app.focus_previous", "previous line", id="export-previous", show=False),
    ]
    DEFAULT_CSS = """
    ExportScreen #choices { height: auto; padding: 1; }
    ExportScreen #file-line { height: 1; }
    ExportScreen #file-label { width: 11; color: $muted; padding: 0 0 0 2; }
    ExportScreen #file, ExportScreen #command { width: 1fr; background: $surface; }
    ExportScreen #about { height: 1; padding: 0 1; color: $muted; background: $surface; }
    ExportScreen #preview { height: 1fr; padding: 0 1; background: $background; }
    """

    def __init__(
        self,
        analysis: Analysis,
        path: str,
        *,
        format_name: str | None = None,
        entity_id: str | None = None,
        bookmarks: tuple[int, ...] = (),
    ) -> None:
        """Export `analysis`; `path` is where the article came from, and so what a file is called after.

        Args:
            analysis: a finished one.
            path: the article's; "-" for standard input.
            format_name: the format to begin with; the last one, or the usual one, for None.
            entity_id: the person or thing whose dossier is offered first.
            bookmarks: offsets of the places that were marked.
        """
        super().__init__()
        self.analysis, self._stem, self._bookmarks = analysis, stem_of(path), bookmarks
        self._asked_format = format_name
        things = sorted((e for e in analysis.entities if e.label not in VALUE_LABELS), key=lambda e: -len(e.mentions))
        self._names = {numbered(e, things): e.id for e in things}
        own = next((name for name, key in self._names.items() if key == entity_id), next(iter(self._names), ""))
        scopes = [s for s in SCOPE_OF if (s != BOOKMARKS or bookmarks) and (s != DOSSIER or things)]
        self._format = Choice("Format", formats(), format_name or formats()[0], id="format")
        self._scope = Choice("Scope", tuple(scopes), EVERYTHING, id="scope")
        self._whose = LongChoice("Of", tuple(self._names) or ("",), own, id="whose")
        targets = (DOWNLOAD,) if self.app.is_web else TARGETS
        self._target = Choice("To", targets, targets[0], id="target")
        self._file = Input(self._default_file(), compact=True, id="file")
        self._command = Input("", compact=True, id="command", placeholder="a program that reads the document")
        self._where = Static("File", id="file-label", markup=False)
        self._preview, self._about = PlainLines(id="preview"), Static("", id="about", markup=False)
        self._text: str | None = None
        self._status, self._hints = StatusLine(_heading(analysis)), KeyHints()

    def compose(self) -> ComposeResult:
        """Status, choices, file, preview, keys."""
        yield self._status
        with Vertical(id="choices"):
            yield self._format
            yield self._scope
            yield self._whose
            yield self._target
            with Horizontal(id="file-line"):
                yield self._where
                yield self._file
                yield self._command
        yield self._about
        yield self._preview
        yield self._hints

    def on_mount(self) -> None:
        """Choose what was chosen last, and draw up the first document."""
        self._hints.show(HINTS)
        self._choose_as_last_time()
        self._file.value = self._default_file()
        self._place_lines()
        self._draw_up()

    def _choose_as_last_time(self) -> None:
        store = cast("ReaderApp", self.app).store
        last = store.choices().get(REMEMBERED) if store is not None else None
        if not isinstance(last, dict):
            return
        with self.prevent(Choice.Changed):
            for choice in (self._format, self._scope, self._target):
                value = last.get(choice.id)
                if value in choice.options and not (choice is self._format and self._asked_format):
                    choice.choose(value)
        command = last.get("command")
        self._command.value = one_line(command) if isinstance(command, str) else ""

    def _remember(self) -> None:
        store = cast("ReaderApp", self.app).store
        if store is not None:
            choices = {str(c.id): c.value for c in (self._format, self._scope, self._target)}
            store.choose(**{REMEMBERED: choices | {"command": self._command.value}})

    def _place_lines(self) -> None:
        """Only the lines that mean something now."""
        self._whose.display = self._scope.value == DOSSIER
        self._where.update(self._target.value.capitalize() if self._target.value != CLIPBOARD else "")
        self._file.display = self._target.value in (FILE, DOWNLOAD)
        self._command.display = self._target.value == COMMAND

    @property
    def wanted(self) -> Wanted:
        """Format and scope as chosen."""
        scope = SCOPE_OF[self._scope.value]
        return Wanted(self._format.value, scope, self._names.get(self._whose.value) if scope == "dossier" else None)

    def _default_file(self) -> str:
        scope = self._scope.value
        part = slug(self._whose.value) if scope == DOSSIER else "" if scope == EVERYTHING else scope.split()[0]
        return "-".join(piece for piece in (self._stem, part) if piece) + ENDINGS[self._format.value]

    # The document.

    def _draw_up(self) -> None:
        """Render in a thread: a long article takes a moment, and no key should wait for it."""
        self._text = None
        self._about.update("drawing up the document…")
        post_beside(self, partial(self._make, self.wanted))

    def _make(self, wanted: Wanted) -> Iterable[Rendered]:
        name, scope, whose = wanted
        try:
            text = render(self.analysis, format=name, scope=scope, entity_id=whose, places=self._bookmarks)
            yield Rendered(wanted, text)
        except Exception as error:  # noqa: BLE001 -- whatever fails in there, the app goes on
            yield Rendered(wanted, None, one_line(str(error)) or type(error).__name__)

    @on(Rendered)
    def show_document(self, message: Rendered) -> None:
        """Show it, unless something else is wanted by now."""
        if message.wanted == self.wanted:
            self._text = message.text
            self._preview.show(message.text or "")
            said = f"No document: {message.problem}" if message.text is None else f"Preview · {size_of(message.text)}"
            self._about.update(said)

    @on(Choice.Changed)
    def take_choice(self, message: Choice.Changed) -> None:
        """Another format has another ending, another scope another name; another target needs another line."""
        if message.choice is self._format:
            self._file.value = with_ending(self._file.value, ENDINGS[self._format.value])
        elif message.choice in (self._scope, self._whose):
            self._file.value = self._default_file()
        self._place_lines()
        if message.choice is not self._target:
            self._draw_up()

    # Its target.

    @on(Input.Submitted)
    def submit(self) -> None:
        """Enter in the file's name exports too."""
        self.action_write()

    def action_write(self) -> None:
        """Write the file, or fill the clipboard."""
        if self._text is None:
            self.notify("There is no document to export.", severity="warning", markup=False)
        elif self._target.value == CLIPBOARD:
            from reader.tui.copying import copy

            copy(cast("ReaderApp", self.app), self._text)
            self.notify(f"{size_of(self._text)} copied", title="Export", markup=False)
            self._remember()
            self.dismiss()
        elif self._target.value == DOWNLOAD:
            from reader.tui.in_browser import download

            name = download(self.app, self._text, self._file.value or self._default_file())
            self.notify(f"{name}: {size_of(self._text)} for the browser", title="Export", markup=False)
            self.dismiss()
        elif self._target.value == COMMAND:
            self._hand_over(self._command.value, self._text)
        else:
            self._write_or_ask(self._file.value.strip(), self._text)

    def _hand_over(self, command: str, text: str) -> None:
        """Give the document to a program, which has the terminal until it ends."""
        from reader.tui.outside import give

        problem = give(self.app, command, text)
        if problem:
            self.notify(problem, title="Export", severity="error", markup=False)
            self._command.focus()
            return
        self.notify(f"{size_of(text)} given to {one_line(command)}", title="Export", markup=False)
        self._remember()
        self.dismiss()

    def _write_or_ask(self, name: str, text: str) -> None:
        if not name:
            self.notify("The file needs a name.", severity="warning", markup=False)
            self._file.focus()
            return
        file = Path(name).expanduser()
        file = file / self._default_file() if file.is_dir() else file
        if not file.exists():
            self._write(file, text)
            return
        from reader.tui.screens.question import QuestionScreen

        question = QuestionScreen(f"{one_line(str(file))} exists already.", "overwrite it", "leave it")
        self.app.push_screen(question, partial(self._answered, file, text))

    def _answered(self, file: Path, text: str, yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
        if yes:
            self._write(file, text)

    def _write(self, file: Path, text: str) -> None:
        try:
            write_file(file, text)
        except OutputError as error:
            self.notify(one_line(str(error)), title="Export", severity="error", markup=False)
            return
        self.notify(f"{one_line(str(file))} written", title="Export", markup=False)
        self._remember()
        self.dismiss()


def _heading(analysis: Analysis) -> str:
    return " · ".join(filter(None, ("Export", one_line(analysis.article.title or ""))))
