"""Textual's input in a line of fixed height and width: what is typed into it arranges nothing anew."""

from typing import Self

from textual.geometry import Region
from textual.widgets import Input


class FindInput(Input):
    """See above."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """See `Widget.refresh`; Textual's own arranges the whole screen anew for each letter, which takes 5 ms."""
        del layout
        return super().refresh(*regions, repaint=repaint, recompose=recompose)
