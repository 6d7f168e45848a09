"""The hint for the first article that is ever opened: shown once, kept as seen.

Esc or a click takes it away, and so does following it: once a name and a quote have been gone to, or a pane opened.

With `remember` off there is no knowing whether it was seen, and it is not shown.
"""

from typing import TYPE_CHECKING

from textual import on

from reader.tui.screens.outside import OutsideScreen
from reader.tui.widgets.first_hint import FirstHint

if TYPE_CHECKING:
    from reader.tui.widgets.article_view import Place

SEEN = "hints_seen"
"""The name of the list of seen hints in the store."""
READING = "reading"
FIRST_KEYS = {
    "next-entity": "steps from name to name",
    "next-quote": "from quote to quote",
    "voices": "tells who said what",
    "palette": "finds everything else",
    "help": "is the guide",
}
"""Action id to what its key does, in few words."""


class HintingScreen(OutsideScreen):
    """An article that may be somebody's first."""

    hint: FirstHint | None = None
    _tried: frozenset[str] = frozenset()

    async def furnish(self) -> None:
        """See `ArticleScreen.furnish`; the hint comes last."""
        await super().furnish()
        await self._show_hint()

    async def _show_hint(self) -> None:
        store = self.store
        if store is None:
            return
        seen = store.choices().get(SEEN)
        known = [name for name in seen if isinstance(name, str)] if isinstance(seen, list) else []
        if READING in known:
            return
        from reader.tui.bindings import shown_key

        keys = {b.id: shown_key(b.key) for _, b, _, _ in reversed(self.active_bindings.values()) if b.id}
        self.hint = FirstHint([(keys[name], words) for name, words in FIRST_KEYS.items() if name in keys])
        await self.mount(self.hint, before=self.card)
        store.choose(**{SEEN: [*known, READING]})

    def follow(self, place: "Place") -> None:
        """See `ArticleScreen.follow`; whoever has gone to a name and to a quote needs no hint."""
        super().follow(place)
        if self.hint is not None:
            self._tried |= {"name"} if place.entity_id else {"quote"} if place.quote_id else frozenset()
            if len(self._tried) > 1:
                self.hide_hint()

    @on(FirstHint.Dismissed)
    def hide_hint(self) -> None:
        """Take it away."""
        if self.hint is not None:
            self.hint.remove()
            self.hint = None
