"""What of a pane's things is shown, and in which order. Values only."""

from collections.abc import Iterable
from typing import NamedTuple


class View(NamedTuple):
    """A pane's choices."""

    only: str = ""
    """The name of a filter; empty for all."""
    order: str = ""
    """The name of an order; empty for that of the text."""
    words: str = ""
    """What a thing has to hold, as typed."""

    @property
    def is_plain(self) -> bool:
        """Whether everything is shown, as it stands in the text."""
        return self == View()

    def fits(self, words: str) -> bool:
        """Whether `words` hold every word that was typed; small letters find both cases, a capital only itself."""
        return all(wanted in (words if wanted != wanted.lower() else words.lower()) for wanted in self.words.split())


ALL = View()


def after(names: Iterable[str], name: str) -> str:
    """The one behind `name`, round at the end, with none of them ("") before the first."""
    every = ["", *names]
    return every[(every.index(name) + 1) % len(every)] if name in every else ""
