"""What goes on while the analysis runs: the stage and the time it has taken, told in the panes and the status line.

Nothing is told of an analysis that is quick; what failed stands there until it is tried again.
"""

from collections.abc import Iterable
from time import monotonic
from typing import TYPE_CHECKING

from reader.tui.findings import STAGES
from reader.tui.screens.base import ArticleScreen

if TYPE_CHECKING:
    from reader.text import Article

TELL_AFTER_S = 1
"""A quicker analysis needs no word."""


class ProgressScreen(ArticleScreen):
    """An article whose analysis tells how it is getting on."""

    _started_s = 0.0
    _words: "tuple[Article, int] | None" = None
    """The article whose words were counted last, and how many they are: 10 MB take a quarter of a second."""

    def start_listening(self) -> None:
        """See `ArticleScreen.start_listening`; the clock starts too."""
        self._started_s = monotonic()
        super().start_listening()
        self.set_timer(TELL_AFTER_S, self.tell_progress)

    def tell_progress(self) -> None:
        """Tell it now, and again in a second, until the analysis has ended."""
        stage = self.findings.stage
        if stage is None:
            return
        number, words = stage
        elapsed_s = int(monotonic() - self._started_s)
        if self._words is None or self._words[0] is not self.findings.article:
            self._words = self.findings.article, len(self.findings.article.text.split())
        self.findings.progress = (
            f"{elapsed_s} s so far: {words} (step {number} of {len(STAGES)}; "
            f"the article has {self._words[1]:,} words). "
            "The text can be read meanwhile."
        )
        for panel in self.panels.values():
            if panel.pane.count is None:
                panel.pane.rebuild()
        self.status.show(list(self.facts()))
        self.set_timer(TELL_AFTER_S, self.tell_progress)

    def modes(self) -> Iterable[tuple[str, int]]:
        """Also the stage, or that there is no analysis."""
        yield from super().modes()
        stage = self.findings.stage
        if stage is not None and self.findings.progress:
            yield f"step {stage[0]}/{len(STAGES)}", 3
        elif self.findings.failure is not None:
            yield "not analysed, r tries again", 1
