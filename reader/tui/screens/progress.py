"""What goes on while the analysis runs: the stage and the time it has taken, told in the panes and the status line.

Nothing is told of an analysis that is quick; what failed stands there until it is tried again.
"""

from collections.abc import Iterable
from time import monotonic

from reader.tui.findings import STAGES
from reader.tui.screens.base import ArticleScreen

TELL_AFTER_S = 1
"""A quicker analysis needs no word."""


class ProgressScreen(ArticleScreen):
    """An article whose analysis tells how it is getting on."""

    _started_s = 0.0

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
        words_count = len(self.findings.article.text.split())
        self.findings.progress = (
            f"{elapsed_s} s so far: {words} (step {number} of {len(STAGES)}; the article has {words_count:,} words). "
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
