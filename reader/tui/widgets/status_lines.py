"""The app's own one- and few-line widgets: status, entity card, key hints.

Each takes plain values and draws them as plain text; none asks anybody for anything. What does not fit is left out
whole, the least needed first.
"""

from typing import NamedTuple

from rich.cells import cell_len

from reader.tui.widgets.own_lines import Line, TextBar, fitted, width_of

GAP = " · "


class Fact(NamedTuple):
    """A piece of the status line."""

    words: str
    rank: int
    """The lower, the longer it stays when room is short."""
    look: str = "muted"


def fitting(facts: list[Fact], width: int, *, least: int = 0) -> list[Fact]:
    """The facts that fit into `width` cells with gaps between, in their order, the highest ranks dropped first.

    Those below the rank `least` stay, whether or not they fit.
    """
    kept = [fact for fact in facts if fact.words]
    while kept and sum(cell_len(f.words) + len(GAP) for f in kept) - len(GAP) > width:
        last = max(kept, key=lambda f: f.rank)
        if last.rank < least:
            break
        kept.remove(last)
    return kept


class StatusLine(TextBar):
    """Title at the left, facts at the right."""

    RULE = "below"
    MIN_TITLE_CELLS = 16
    """The title keeps so much before any fact is shown."""
    GIVES_WAY_RANK = 6
    """Facts from this rank on, source and minutes, go before a word of the title does."""

    def __init__(self, title: str) -> None:
        super().__init__(id="status")
        self._words = title
        self._facts: list[Fact] = []

    def rename(self, title: str) -> None:
        """Another title."""
        self._words = title
        self.redraw()

    def show(self, facts: list[Fact]) -> None:
        """Other facts."""
        if facts != self._facts:
            self._facts = facts
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """One line."""
        del height
        title_cells = cell_len(self._words)
        facts = fitting(self._facts, width - title_cells - 2, least=self.GIVES_WAY_RANK)
        facts = fitting(facts, width - min(self.MIN_TITLE_CELLS, title_cells) - 2)
        right = Line()
        for fact in facts:
            right += [*([(GAP, "muted")] if right else []), (fact.words, fact.look)]
        title = fitted([(self._words, "+accent")], max(0, width - width_of(right) - 2))
        return [[*title, (" " * max(0, width - width_of(title) - width_of(right)), ""), *right]]


class KeyHints(TextBar):
    """Keys with what they do, as many as fit."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._hints: list[tuple[str, str]] = []

    def show(self, hints: list[tuple[str, str]]) -> None:
        """Other hints, the most needed first."""
        if hints != self._hints:
            self._hints = hints
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """One line."""
        del height
        line, used = Line(), 0
        for key, words in self._hints:
            cells = cell_len(key) + 1 + cell_len(words)
            if used + cells > width:
                break
            line += [*([("  ", "")] if line else []), (key, "+accent"), (f" {words}", "muted")]
            used += cells + 2
        return [line]


class Card(TextBar):
    """What is known about the current entity or quote: one line on small screens, up to four on larger ones."""

    RULE = "above"

    def __init__(self) -> None:
        super().__init__(id="card")
        self._lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Other lines."""
        if lines != self._lines:
            self._lines = lines
            self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """As many as there is room for."""
        return [fitted(line, width) for line in self._lines[:height]]
