"""A line for whoever is here for the first time: the few keys to begin with. Esc or a click takes it away.

Takes the keys as they are; it keeps nothing.
"""

from textual.content import Content
from textual.message import Message
from textual.widget import Widget


class FirstHint(Widget):
    """One line."""

    DEFAULT_CSS = """
    FirstHint { height: auto; max-height: 3; padding: 0 1; background: $surface; color: $foreground; }
    """

    class Dismissed(Message):
        """It was clicked."""

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        """Keys with what they do, the most needed first."""
        super().__init__(id="first-hint")
        self._keys = keys

    def render(self) -> Content:
        """The keys, and how to be rid of them."""
        parts = [Content("New here? ")]
        parts += [Content.assemble((key, "bold $accent"), f" {words}, ") for key, words in self._keys]
        return Content("").join([*parts, Content.assemble(("Esc", "bold $accent"), " hides this.")])

    def on_click(self) -> None:
        """Away with it."""
        self.post_message(self.Dismissed())
