"""What the parts of the app tell each other: stages arriving from the analysis, what becomes of it, a tab picked.

Messages about the reader's place are the article widget's own; those about a row are the row list's. They stand here so
that whoever handles them need not import the panes before the first frame.
"""

from textual.message import Message


class StagesArrived(Message):
    """More fields of the analysis are complete; the screen knows which."""

    def can_replace(self, message: Message) -> bool:
        """Whatever has arrived is taken at once."""
        return isinstance(message, StagesArrived)


class AnalysisFailed(Message):
    """There will be no answer."""

    def __init__(self, run: int, reason: str) -> None:
        super().__init__()
        self.run = run
        self.reason = reason
        """One harmless line."""


class AnalysisEnded(Message):
    """An article's analysis is finished, or has failed: there is time for another."""


class HabitsRefused(Message):
    """A place or a bookmark could not be kept; the store knows why."""


class CopyDoubtful(Message):
    """The text may not have reached the clipboard."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class RowBorderDragged(Message):
    """The border between two panes, one above the other, is held by the mouse."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row
        """Of the screen, where the mouse is."""

    def can_replace(self, message: Message) -> bool:
        """Only the newest place counts."""
        return isinstance(message, RowBorderDragged)


class BorderDragged(Message):
    """The border between the article and a pane is held by the mouse."""

    def __init__(self, name: str, column: int) -> None:
        super().__init__()
        self.name, self.column = name, column
        """The pane, and where on the screen the mouse is."""

    def can_replace(self, message: Message) -> bool:
        """Only the newest place counts."""
        return isinstance(message, BorderDragged)


class TabPicked(Message):
    """The tab of a pane was clicked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class KindPicked(Message):
    """Only this kind of names, or all again when it is picked already."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        """A key of `kinds.FILTERS`."""


class SummaryChanged(Message):
    """The summary pane shows another length or style."""
