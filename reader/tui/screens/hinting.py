"""The hint for the first article that is ever opened: shown once, taken away by Esc or a click, kept as seen.

With `remember` off there is no knowing whether it was seen, and it is not shown.
"""

from textual import on

from reader.tui.screens.outside import OutsideScreen
from reader.tui.widgets.first_hint import FirstHint

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

    @on(FirstHint.Dismissed)
    def hide_hint(self) -> None:
        """Take it away."""
        if self.hint is not None:
            self.hint.remove()
            self.hint = None
