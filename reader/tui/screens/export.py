"""Exporting from the app: format, scope and target, with a preview of just what will be written.

Takes a finished analysis; what a document looks like is `reader.export`'s business. Nothing is overwritten unasked.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

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
from reader.text import Analysis
from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.widgets.choice import Choice
from reader.tui.widgets.plain_lines import PlainLines
from reader.tui.widgets.status_lines import Fact, KeyHints, StatusLine

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

FILE, CLIPBOARD = "file", "clipboard"
EVERYTHING = "everything"
SCOPE_OF: dict[str, Scope] = {EVERYTHING: "all", "summary alone": "summary"}
"""What people choose to what `reader.export` calls it."""
FALLBACK_STEM = "article"
"""The name of a file for what came from standard input."""
HINTS = [("Enter", "export"), ("↑ ↓", "line"), ("← →", "change"), ("Tab", "preview"), ("Esc", "back")]
BYTES_PER_KIB = 1024


class Rendered(Message):
    """The document is ready, for the preview and for its target; or there is none, and why."""

    def __init__(self, wanted: tuple[str, Scope], text: str | None, problem: str = "") -> None:
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
    ExportScreen #choices { height: 6; padding: 1 1 0 1; }
    ExportScreen #file-line { height: 1; }
    ExportScreen #file-label { width: 11; color: $muted; padding: 0 0 0 2; }
    ExportScreen #file { width: 1fr; background: $surface; }
    ExportScreen #about { height: 1; padding: 0 1; color: $muted; background: $surface; }
    ExportScreen #preview { height: 1fr; padding: 0 1; background: $background; }
    """

    def __init__(self, analysis: Analysis, path: str, *, format_name: str | None = None) -> None:
        """Export `analysis`; `path` is where the article came from, and so what a file is called after.

        Args:
            analysis: a finished one.
            path: the article's; "-" for standard input.
            format_name: the format to begin with; the usual one for None.
        """
        super().__init__()
        self.analysis, self._stem = analysis, stem_of(path)
        self._format = Choice("Format", formats(), format_name or formats()[0], id="format")
        self._scope = Choice("Scope", tuple(SCOPE_OF), EVERYTHING, id="scope")
        self._target = Choice("To", (FILE, CLIPBOARD), FILE, id="target")
        self._file = Input(self._default_file(), compact=True, id="file")
        self._preview, self._about = PlainLines(id="preview"), Static("", id="about", markup=False)
        self._text: str | None = None
        self._status, self._hints = StatusLine("Export"), KeyHints()

    def compose(self) -> ComposeResult:
        """Status, choices, file, preview, keys."""
        yield self._status
        with Vertical(id="choices"):
            yield self._format
            yield self._scope
            yield self._target
            with Horizontal(id="file-line"):
                yield Static("File", id="file-label", markup=False)
                yield self._file
        yield self._about
        yield self._preview
        yield self._hints

    def on_mount(self) -> None:
        """Draw up the first document."""
        title = one_line(self.analysis.article.title or "")
        self._status.show([Fact(title, 1)])
        self._hints.show(HINTS)
        self._draw_up()

    @property
    def wanted(self) -> tuple[str, Scope]:
        """Format and scope as chosen."""
        return self._format.value, SCOPE_OF[self._scope.value]

    def _default_file(self) -> str:
        return self._stem + ENDINGS[self._format.value]

    # The document.

    def _draw_up(self) -> None:
        """Render in a thread: a long article takes a moment, and no key should wait for it."""
        self._text = None
        self._about.update("drawing up the document…")
        post_beside(self, partial(self._make, self.wanted))

    def _make(self, wanted: tuple[str, Scope]) -> Iterable[Rendered]:
        try:
            yield Rendered(wanted, render(self.analysis, format=wanted[0], scope=wanted[1]))
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
        """Another format has another ending; another target may need no file."""
        if message.choice is self._format:
            self._file.value = with_ending(self._file.value, ENDINGS[self._format.value])
        if message.choice is self._target:
            self._file.disabled = self._target.value == CLIPBOARD
        else:
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
            self.dismiss()
        else:
            self._write_or_ask(self._file.value.strip(), self._text)

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
        self.dismiss()


def stem_of(path: str) -> str:
    """What to call an export of the article at `path`."""
    stem = Path(path.removeprefix("seed:")).stem
    return one_line(stem) if stem.strip("-. ") else FALLBACK_STEM


def with_ending(name: str, ending: str) -> str:
    """A file's name with one of our endings changed to another; any other ending is the user's wish."""
    for old in ENDINGS.values():
        if name.lower().endswith(old):
            return name[: -len(old)] + ending
    return name


def size_of(text: str) -> str:
    """How much it is: "84 lines, 5.2 KiB"."""
    lines, size = text.count("\n"), len(text.encode("utf-8", "replace"))
    amount = f"{size} bytes" if size < BYTES_PER_KIB else f"{size / BYTES_PER_KIB:.1f} KiB"
    return f"{lines} line{'s' * (lines != 1)}, {amount}"
