"""Keys that only move in the article take a short way: from the terminal to the frame in one turn of the event loop.

Textual hands a key to the focused widget and from there up to the app, message queue by message queue; what changed
goes to the screen in the same way, one message a widget. That is a dozen turns, and half of what a step costs. Where a
key might mean anything else, or another key is still on the long way, it goes the long way, too.
"""

from typing import TYPE_CHECKING

from textual.events import Key

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.screens.base import ArticleScreen

QUICK = frozenset({
    "down", "up", "half-page-down", "half-page-up", "page-down", "page-up", "next-entity", "previous-entity",
    "next-mention", "previous-mention", "next-quote", "previous-quote",
})  # fmt: skip
"""Ids of the bindings that do nothing but move."""


NEXT_KEY_S = 0.1
"""Who walks from name to name presses the next key within this time. What the analysis brings meanwhile is drawn with
that key's frame: a frame of its own would come just when the key does, and hold it up."""


class QuickKeys:
    """What an app asks before it lets a key go the long way."""

    def __init__(self, app: "App[int]") -> None:
        self._app = app
        self._under_way: Key | None = None
        """The last key on the long way."""
        self._screen: ArticleScreen | None = None
        self._actions: dict[str, str] = {}
        """Key to action, on that screen."""

    async def take(self, event: Key) -> bool:
        """Whether this key only moves in the article; then it has moved, and a frame is drawn."""
        from reader.tui.screens.base import ArticleScreen

        screen = self._app.screen
        if event.is_forwarded or not isinstance(screen, ArticleScreen) or not screen.moves_on_keys:
            return False
        action = self._action(event.key, screen)
        if action is None or self._under_way is not None:
            self._under_way = event
            return False
        await self._app.run_action(action, screen)
        if not self._app.message_queue_size:  # else the next key's frame shows this step, too
            screen.draw_at_once()
        screen.hold_rows(NEXT_KEY_S)
        return True

    def interrupt(self) -> None:
        """Something else than a quick key: what has changed is to be seen as soon as ever."""
        from reader.tui.screens.base import ArticleScreen

        if isinstance(self._app.screen, ArticleScreen):
            self._app.screen.hold_rows(0)

    def arrived(self, event: Key) -> None:
        """A key has come to the end of the long way, and what it asked for is done."""
        if event is self._under_way:
            self._under_way = None

    def _action(self, key: str, screen: "ArticleScreen") -> str | None:
        if screen is not self._screen:
            active = screen.active_bindings.items()
            self._screen = screen
            self._actions = {k: a.binding.action for k, a in active if a.binding.id in QUICK and a.node is screen}
        return self._actions.get(key)
