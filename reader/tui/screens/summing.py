"""The summary's length and style on the reading screen: marks in the margin, exports and the next article go by them.

Takes what the summary pane tells; asks the analysis once for more sentences when more are wanted than there are.
"""

from collections.abc import Iterable
from threading import Thread
from typing import TYPE_CHECKING, cast

from textual import on
from textual.message import Message

from reader.text import SummarySentence
from reader.tui.background import post_beside
from reader.tui.screens.hinting import HintingScreen
from reader.tui.stages import SummaryChanged

if TYPE_CHECKING:
    from reader.session import Job
    from reader.tui.panes.summary_pane import SummaryPane

MOST_SENTENCES = 50
"""As many as can be asked for in the configuration."""
MORE, STYLE = "summary_more", "summary_style"
"""The names under which length and style are remembered."""
POINTS, PROSE = "points", "prose"


class MoreSentences(Message):
    """The sentences of a longer summary; none when they could not be had."""

    def __init__(self, run: int, sentences: tuple[SummarySentence, ...]) -> None:
        super().__init__()
        self.run = run
        self.sentences = sentences


class SummingScreen(HintingScreen):
    """Length and style of the summary."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._more_job: Job | None = None
        self._asked_in_run = 0
        self._marked: tuple[SummarySentence, ...] = ()

    @property
    def summary_pane(self) -> "SummaryPane | None":
        """The pane, once there is one."""
        panel = self.panels.get("summary")
        return None if panel is None else cast("SummaryPane", panel.pane)

    async def furnish(self) -> None:
        """See `ArticleScreen.furnish`; the summary has the length and style that it had last."""
        await super().furnish()
        pane = self.summary_pane
        if pane is None:
            return
        kept = self.store.choices() if self.store is not None else {}
        more, style = kept.get(MORE), kept.get(STYLE, self.config.summary_style)
        if isinstance(more, int) and abs(more) <= MOST_SENTENCES:
            pane.more = more
        pane.is_prose = style == PROSE
        self.show_findings()

    def start_listening(self) -> None:
        """See `ArticleScreen.start_listening`; another text has other sentences."""
        pane = self.summary_pane
        if pane is not None:
            pane.ranking = None
        self._marked = ()
        super().start_listening()

    def show_findings(self) -> None:
        """See `ArticleScreen.show_findings`; the margin and the exports hold the sentences that the pane shows."""
        super().show_findings()
        pane = self.summary_pane
        if pane is None or self.findings.summary is None:
            return
        if pane.lacks:
            self._ask_for_more()
        if pane.points != self._marked:
            self._marked = pane.points
            self.article.set_summary(pane.points)
        if self.findings.analysis is not None:
            self.findings.analysis = self.findings.analysis._replace(summary=pane.points)

    @on(SummaryChanged)
    def take_change(self) -> None:
        """Another length or style, which is remembered."""
        self.show_findings()
        pane, store = self.summary_pane, self.store
        if pane is not None and store is not None:
            values = {MORE: pane.more, STYLE: PROSE if pane.is_prose else POINTS}
            Thread(target=store.choose, kwargs=values, daemon=True).start()

    def _ask_for_more(self) -> None:
        """Analyse once more for a long summary; the process is beside this one, and the keys go on."""
        if self._asked_in_run == self.run_number:
            return
        self._asked_in_run = run = self.run_number
        job = self._more_job = self.make_longer_job()
        post_beside(self, lambda: _longer(job, run))

    def make_longer_job(self) -> "Job":
        """An analysis with as many sentences as there can be."""
        from reader.nlp.options import AnalysisOptions
        from reader.session.job import AnalysisJob

        return AnalysisJob(self.findings.article, AnalysisOptions(self.config.engine, MOST_SENTENCES))

    @on(MoreSentences)
    def take_more(self, message: MoreSentences) -> None:
        """The sentences of a longer summary have come."""
        pane = self.summary_pane
        if pane is None or message.run != self.run_number:
            return
        if not message.sentences:
            pane.more = 0
            self.notify("No longer summary could be made; the one there is stays.", severity="error", markup=False)
        pane.take_ranking(message.sentences or self.findings.summary or ())
        self.show_findings()

    def on_unmount(self) -> None:
        """Nobody waits any more."""
        if self._more_job is not None:
            self._more_job.cancel()


def _longer(job: "Job", run: int) -> Iterable[Message]:
    """The one field that is wanted of a job."""
    from reader.errors import ReaderError

    try:
        for result in job.results():
            if result.field == "summary":
                yield MoreSentences(run, result.value)
                job.cancel()
                return
    except ReaderError:
        pass
    yield MoreSentences(run, ())
