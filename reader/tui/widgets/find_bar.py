"""The line in which one types what to search for. It searches nothing itself: it tells what was typed."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import Key
from textual.message import Message
from textual.widget import Widget

ENDS = ("escape", "enter")
"""Keys that end the typing."""


class FindBar(Widget):
    """A prompt and an input."""

    BINDINGS = [Binding("escape", "leave(False)", "end the search", id="search-end")]  # noqa: RUF012 -- Textual's way

    class Edited(Message):
        """Other words."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Left(Message):
        """Typing is over."""

        def __init__(self, words: str, *, keep: bool) -> None:
            super().__init__()
            self.words = words
            """All that was typed; the last of it may not have been told yet."""
            self.keep = keep
            """Whether the hits stay, to walk between them."""

    def __init__(self, words: str) -> None:
        super().__init__(id="find")
        self._words = words
        self._is_off = False
        """Whether an error is told, for which there has to be more room."""
        self._end: Key | None = None
        """The key that ends the typing."""
        self._is_left = False
        self.behind: list[Key] = []
        """Keys typed at once behind the one that ended the typing: they are for whoever comes next."""

    def compose(self) -> ComposeResult:
        """The input, imported only now: it is heavy."""
        from textual.widgets import Static

        from reader.tui.widgets.find_input import FindInput

        yield Static("/", id="find-mark")
        yield FindInput(
            self.hold_key,
            self._words,
            placeholder="find in the text; /…/ is a regular expression",
            select_on_focus=False,  # it would come after the first keys, and the next one would take their place
            compact=True,
            id="find-input",
        )
        yield Static("", id="find-told", markup=False)

    def tell(self, words: str, *, is_error: bool = False) -> None:
        """What came of it, at the right: how many hits, or what is off about the expression."""
        from textual.widgets import Static

        told = self.query_one("#find-told", Static)
        told.set_class(is_error, "-off")
        room = told.content_size.width
        told.update(words.rjust(room) if room else words, layout=cell_len(words) > room or is_error != self._is_off)
        self._is_off = is_error

    def take_changed(self) -> Iterable[Widget]:
        """See `OwnLines.take_changed`."""
        for widget in self.children:
            if widget._repaint_required:  # noqa: SLF001 -- as Textual does when it asks for a frame
                widget._repaint_required = False  # noqa: SLF001
                yield widget

    def focus(self, scroll_visible: bool = True) -> "FindBar":  # noqa: FBT001, FBT002 -- Textual's signature
        """Focus the input."""
        for line in self.query("#find-input"):
            line.focus(scroll_visible)
        return self

    def type_key(self, event: Key) -> bool:
        """Take a key that was sent before the input had the focus; whether it was one for the line."""
        from textual.widgets import Input

        line = self.query_one(Input)
        if self.hold_key(event):
            return True
        if event.key in ENDS:
            self._end = event
            self._leave(keep=event.key == "enter")
        elif event.key == "backspace":
            line.action_delete_left()
        elif event.is_printable and event.character:
            line.replace(event.character, *line.selection)
        else:
            return False
        return True

    def hold_key(self, event: Key) -> bool:
        """Keep a key that comes when the typing is over already; whether it is one."""
        if self._end is None and self._ends(event):
            self._end = event
        if self._end is None or event is self._end:  # which passes here again on its way up
            return False
        self.behind.append(Key(event.key, event.character))
        return True

    def _ends(self, event: Key) -> bool:
        """Enter, and what leaves the line by the key map."""
        if event.key == "enter" or event.is_printable:
            return event.key == "enter"
        active = self.screen.active_bindings.get(event.key)
        return active is not None and active.node is self

    def _leave(self, *, keep: bool) -> None:
        from textual.widgets import Input

        if not self._is_left:
            self._is_left = True
            self.post_message(self.Left(self.query_one(Input).value, keep=keep))

    def on_mount(self) -> None:
        """Ready to type."""
        from textual.widgets import Input

        self.query_one(Input).action_select_all()  # the last words give way to new ones
        self.focus()

    def on_input_changed(self, event: Message) -> None:
        """Tell what was typed."""
        event.stop()
        if not self._is_left:
            self.post_message(self.Edited(str(getattr(event, "value", ""))))

    def on_input_submitted(self, event: Message) -> None:
        """Enter keeps the hits."""
        event.stop()
        self._leave(keep=True)

    def action_leave(self, keep: bool) -> None:  # noqa: FBT001 -- a key's argument
        """Esc ends the search."""
        self._leave(keep=keep)
