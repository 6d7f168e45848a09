"""What every screen with a list of articles or places is made of: status, list, keys; Enter chooses, Esc leads back.

Knows no article; a screen gives its sections and says what choosing does.
"""

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from reader.tui.widgets.item_list import Item, ItemList
from reader.tui.widgets.own_lines import AbstractWidgetType
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.status_lines import KeyHints, StatusLine


class ListScreen(Screen[None], metaclass=AbstractWidgetType):
    """A list in the middle of the screen."""

    AUTO_FOCUS = "#items"
    LEADS_ELSEWHERE: ClassVar[bool] = True
    """Whether the keys for other articles hold here."""
    NAME: ClassVar[str] = ""
    """What stands at the left of the status line."""
    EMPTY: ClassVar[str] = ""
    """What the list says when there is nothing in it."""
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (("Enter", "open"), ("j k", "move"), ("Esc", "back"), ("?", "help"))
    HELP: ClassVar[str] = "articles"
    """The page of the guide that tells about it."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "back", id="list-back", show=False)]
    DEFAULT_CSS = """
    ListScreen #middle { height: 1fr; align-horizontal: center; }
    ListScreen #items { width: 100%; max-width: 92; height: 1fr; margin: 1 0 0 0; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.list = ItemList(empty=self.EMPTY, id="items")
        self.status, self._hints = StatusLine(self.NAME), KeyHints()

    def compose(self) -> ComposeResult:
        """Status, list, keys."""
        yield self.status
        with Vertical(id="middle"):
            yield self.list
        yield self._hints

    def on_mount(self) -> None:
        """Show the keys."""
        self._hints.show(list(self.HINTS))

    @on(RowList.Chosen)
    def take_choice(self, message: RowList.Chosen) -> None:
        """A row is wanted."""
        message.stop()
        if isinstance(message.item, Item):
            self.choose(message.item)

    @abstractmethod
    def choose(self, item: Item) -> None:
        """Do what choosing an item means."""

    def action_back(self) -> None:
        """To the screen below, if there is one."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()
