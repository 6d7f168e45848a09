"""Textual's input in a line of fixed height and width: what is typed into it arranges nothing anew."""

from collections.abc import Callable
from typing import Any, Self

from textual.events import Event, Key
from textual.geometry import Region
from textual.widgets import Input


class FindInput(Input):
    """See above."""

    def __init__(self, hold_key: Callable[[Key], bool], value: str, **looks: Any) -> None:
        """Args: who takes a key away that is not for the line any more, the first words, and what Textual's takes."""
        super().__init__(value, **looks)
        self._hold_key = hold_key

    async def on_event(self, event: Event) -> None:
        """Keys behind the one that ended the typing are not typed."""
        if isinstance(event, Key) and self._hold_key(event):
            event.stop()
            return
        await super().on_event(event)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """See `Widget.refresh`; Textual's own arranges the whole screen anew for each letter, which takes 5 ms."""
        del layout
        return super().refresh(*regions, repaint=repaint, recompose=recompose)
