"""One choice among a few words, on one line: ← and → change it, a click takes one. Colour is not all that tells it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

LABEL_CELLS = 9
CHOSEN, OTHER = "[{}]", " {} "


class Choice(Widget, can_focus=True):
    """A label and its options."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "change(1)", "next", id="choice-next", show=False),
        Binding("left,h", "change(-1)", "previous", id="choice-previous", show=False),
    ]
    DEFAULT_CSS = """
    Choice { height: 1; }
    """

    class Changed(Message):
        """Another option is chosen."""

        def __init__(self, choice: "Choice") -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, label: str, options: tuple[str, ...], value: str, *, id: str) -> None:  # noqa: A002 -- Textual's
        super().__init__(id=id)
        self._label, self._options, self._value = label, options, value

    @property
    def value(self) -> str:
        """The chosen option."""
        return self._value

    @property
    def options(self) -> tuple[str, ...]:
        """All options."""
        return self._options

    def choose(self, value: str) -> None:
        """Choose an option and tell it."""
        if value != self._value:
            self._value = value
            self.refresh()
            self.post_message(self.Changed(self))

    def action_change(self, step: int) -> None:
        """The next option, round at the end."""
        at = self._options.index(self._value)
        self.choose(self._options[(at + step) % len(self._options)])

    def render(self) -> Content:
        """Label, then the options with the chosen one in brackets."""
        pointer = "▌ " if self.has_focus else "  "
        parts = [Content.styled(pointer, "$accent"), Content.styled(self._label.ljust(LABEL_CELLS), "$muted")]
        for option in self._options:
            chosen = option == self._value
            parts.append(Content.styled(_word(option, chosen=chosen), "bold $accent" if chosen else ""))
        return Content("").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the option under the mouse."""
        offset = event.get_content_offset(self)
        at = len("  ") + LABEL_CELLS
        for option in self._options:
            end = at + len(_word(option, chosen=False))
            if offset is not None and at <= offset.x < end:
                self.choose(option)
            at = end


def _word(option: str, *, chosen: bool) -> str:
    return (CHOSEN if chosen else OTHER).format(option)


class LongChoice(Choice):
    """One choice among many words, of which only the chosen one is shown."""

    def render(self) -> Content:
        """Label, the chosen one between two arrows, which of how many it is."""
        pointer = "▌ " if self.has_focus else "  "
        count = f"  {self._options.index(self._value) + 1}/{len(self._options)}"
        room = max(1, self.content_size.width - len(pointer) - LABEL_CELLS - len(count) - len("‹  ›"))
        return Content.assemble(
            (pointer, "$accent"),
            (self._label.ljust(LABEL_CELLS), "$muted"),
            ("‹ ", "$muted"),
            Content.styled(self._value, "bold $accent").truncate(room, ellipsis=True),
            (" ›", "$muted"),
            (count, "$muted"),
        )

    def on_click(self, event: events.Click) -> None:
        """The next one; on the left arrow the previous one."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        at = len("  ") + LABEL_CELLS
        if offset is not None and offset.x >= at:
            self.action_change(-1 if offset.x < at + len("‹ ") else 1)
