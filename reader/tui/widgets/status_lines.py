"""The app's own one- and few-line widgets: status, entity card, key hints.

Each takes plain values and draws them as plain text; none asks anybody for anything. What does not fit is left out
whole, the least needed first.
"""

from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

GAP = " · "


class Fact(NamedTuple):
    """A piece of the status line."""

    words: str
    rank: int
    """The lower, the longer it stays when room is short."""
    look: str = "$muted"


def fitting(facts: list[Fact], width: int) -> list[Fact]:
    """The facts that fit into `width` cells with gaps between, in their order, the highest ranks dropped first."""
    kept = [fact for fact in facts if fact.words]
    while kept and sum(len(f.words) + len(GAP) for f in kept) - len(GAP) > width:
        kept.remove(max(kept, key=lambda f: f.rank))
    return kept


class StatusLine(Widget):
    """Title at the left, facts at the right."""

    MIN_TITLE_CELLS = 16
    """The title keeps so much before any fact is shown."""

    def __init__(self, title: str) -> None:
        super().__init__(id="status")
        self._words = title
        self._facts: list[Fact] = []

    def rename(self, title: str) -> None:
        """Another title."""
        self._words = title
        self.refresh()

    def show(self, facts: list[Fact]) -> None:
        """Other facts."""
        if facts != self._facts:
            self._facts = facts
            self.refresh()

    def render(self) -> Content:
        """One line."""
        width = self.content_size.width
        facts = fitting(self._facts, width - min(self.MIN_TITLE_CELLS, Content(self._words).cell_length) - 2)
        right = Content(GAP).stylize("$muted").join([Content.styled(f.words, f.look) for f in facts])
        title = Content.styled(self._words, "bold $accent").truncate(
            max(0, width - right.cell_length - 2), ellipsis=True
        )
        blank = max(0, width - title.cell_length - right.cell_length)
        return Content.assemble(title, " " * blank, right)


class KeyHints(Widget):
    """Keys with what they do, as many as fit."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._hints: list[tuple[str, str]] = []

    def show(self, hints: list[tuple[str, str]]) -> None:
        """Other hints, the most needed first."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def render(self) -> Content:
        """One line."""
        width, parts, used = self.content_size.width, list[Content](), 0
        for key, words in self._hints:
            part = Content.assemble((key, "bold $accent"), (f" {words}", "$muted"))
            if used + part.cell_length > width:
                break
            parts.append(part)
            used += part.cell_length + 2
        return Content("  ").join(parts)


class Card(Widget):
    """What is known about the current entity or quote: one line on small screens, up to four on larger ones."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._lines: list[Content] = []

    def show(self, lines: list[Content]) -> None:
        """Other lines."""
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def render(self) -> Content:
        """As many lines as there is room for."""
        width, height = self.content_size
        shown = [line.truncate(width, ellipsis=True) for line in self._lines[:height]]
        return Content("\n").join(shown)
