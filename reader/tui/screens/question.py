"""A yes-or-no question over the screen that asks it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class QuestionScreen(ModalScreen[bool], inherit_css=False):
    """Gives True for yes; Enter is no answer, because it may come from a key held too long."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", id="answer-yes", show=False),
        Binding("n,escape,q", "answer(False)", "no", id="answer-no", show=False),
    ]
    DEFAULT_CSS = """
    QuestionScreen { layout: vertical; align: center middle; color: $foreground; background: $background 60%; }
    QuestionScreen:ansi { background: transparent; }
    QuestionScreen Vertical {
        width: 60; max-width: 90%; height: auto; padding: 1 2; background: $surface; border: round $accent;
    }
    QuestionScreen #answers { color: $muted; padding: 1 0 0 0; }
    """

    def __init__(self, words: str, yes: str, no: str) -> None:
        """Ask `words`; `yes` and `no` say what either answer does."""
        super().__init__()
        self._words, self._answers = words, f"y: {yes}    n: {no}"

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical():
            yield Static(self._words, id="question", markup=False)
            yield Static(self._answers, id="answers", markup=False)

    def action_answer(self, yes: bool) -> None:  # noqa: FBT001 -- an action string gives it
        """Give the answer."""
        self.dismiss(yes)
