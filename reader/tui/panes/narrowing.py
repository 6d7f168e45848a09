"""Showing only some rows, in another order: filter, order and typed words, for every pane alike.

Takes keys; tells by `Narrowed` that another view is wanted. Which rows that leaves is the pane's business.
"""

from typing import ClassVar

from textual.events import Key, Paste
from textual.message import Message

from reader.tui.view import ALL, View, after
from reader.tui.widgets.row_list import RowList

FIRST_KEYS = frozenset({"slash"})
"""Looked up in the key table before any other: another key that begins the filter is a little slower to do so."""
MAX_TYPED_CHARS = 80
"""Nobody types a longer filter; a pasted text may be any length."""


class Narrowing(RowList):
    """A row list with a view."""

    FILTERS: ClassVar[tuple[str, ...]] = ()
    ORDERS: ClassVar[tuple[str, ...]] = ()

    class Narrowed(Message):
        """Another view."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self.view = ALL
        self.typing = False
        """Whether keys are typed into the filter."""

    def set_view(self, view: View) -> None:
        """Show another part, or in another order."""
        if view == self.view:
            return
        self.view = view
        self.rebuild()
        if self.cursor is None:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
            if self.has_focus:
                self.select_index(self.nearest_choice(0, 1))
        else:
            self.reveal(self.cursor)
        self.post_message(self.Narrowed())

    @property
    def state(self) -> str:
        """The view in words; empty when it is the usual one."""
        view = self.view
        words = f"/{view.words}" + ("▏" if self.typing else "")
        parts = (view.only and f"only {view.only}", view.order, words if view.words or self.typing else "")
        return " · ".join(part for part in parts if part)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc takes the filter off first, while there is one."""
        del parameters
        if action == "widen":
            return not self.view.is_plain
        if action == "only_next":
            return bool(self.FILTERS)
        return bool(self.ORDERS) if action == "order_next" else True

    def action_only_next(self) -> None:
        """The next filter, after the last one none."""
        self.set_view(self.view._replace(only=after(self.FILTERS, self.view.only)))

    def action_order_next(self) -> None:
        """The next order, after the last one that of the text."""
        self.set_view(self.view._replace(order=after(self.ORDERS, self.view.order)))

    def action_widen(self) -> None:
        """Everything again, in the usual order."""
        self.set_view(ALL)

    # Typing.

    def action_find_rows(self) -> None:
        """Type what the rows have to hold."""
        self._type(on=True)

    def _type(self, *, on: bool) -> None:
        self.typing = on
        self.refresh_bindings()
        self.post_message(self.Narrowed())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """While typing every printable key is ours."""
        return self.typing and (key in {"enter", "escape", "backspace"} or bool(character and character.isprintable()))

    def on_key(self, event: Key) -> None:
        """Type into the filter."""
        if self.type_key(event) or self._opens(event):
            event.stop()
            event.prevent_default()

    def _opens(self, event: Key) -> bool:
        """Begin at once with the key that begins it: what is typed right behind it must not be taken for actions."""
        active = self.screen.active_bindings.get(event.key) if event.key in FIRST_KEYS else None
        if active is None or active.binding.action != "find_rows":
            return False
        self._type(on=True)
        return True

    def type_key(self, event: Key) -> bool:
        """Take a key while the filter is typed; whether it was one for it."""
        if not self.typing:
            return False
        words = self.view.words
        if event.key == "backspace":
            self.set_view(self.view._replace(words=words[:-1]))
        elif event.key in {"enter", "escape"}:
            if event.key == "escape":
                self.set_view(self.view._replace(words=""))
            self._type(on=False)
        elif event.character and event.is_printable:
            self.set_view(self.view._replace(words=(words + event.character)[:MAX_TYPED_CHARS]))
        else:
            return False
        return True

    def on_paste(self, event: Paste) -> None:
        """Paste into the filter."""
        if self.typing:
            event.stop()
            words = self.view.words + " ".join(event.text.split())
            self.set_view(self.view._replace(words=words[:MAX_TYPED_CHARS]))

    def on_blur(self) -> None:
        """Whoever goes elsewhere types no more."""
        if self.typing:
            self._type(on=False)
