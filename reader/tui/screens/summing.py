"""The summary's length and style on the reading screen: marks in the margin, exports and the next article go by them.

Takes what the summary pane tells, which has the sentences for every length.
"""

from collections.abc import Collection
from threading import Thread
from typing import TYPE_CHECKING, cast

from textual import on

from reader.tui.screens.hinting import HintingScreen
from reader.tui.stages import SummaryChanged

if TYPE_CHECKING:
    from reader.text import SummarySentence
    from reader.tui.panes.summary_pane import SummaryPane

MOST_SENTENCES = 50
"""As many as can be asked for in the configuration."""
MORE, STYLE = "summary_more", "summary_style"
"""The names under which length and style are remembered."""
POINTS, PROSE = "points", "prose"


class SummingScreen(HintingScreen):
    """Length and style of the summary."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._marked: tuple[SummarySentence, ...] = ()

    @property
    def summary_pane(self) -> "SummaryPane | None":
        """The pane, once there is one."""
        panel = self.panels.get("summary")
        return None if panel is None else cast("SummaryPane", panel.pane)

    def set_up_panes(self) -> None:
        """See `ArticleScreen.set_up_panes`; the summary has the length and style that it had last."""
        super().set_up_panes()
        pane = self.summary_pane
        if pane is None:
            return
        kept = self.store.choices() if self.store is not None else {}
        more, style = kept.get(MORE), kept.get(STYLE, self.config.summary_style)
        if isinstance(more, int) and abs(more) <= MOST_SENTENCES:
            pane.more = more
        pane.is_prose = style == PROSE

    def start_listening(self) -> None:
        """See `ArticleScreen.start_listening`; another text has other sentences."""
        self._marked = ()
        super().start_listening()

    def show_findings(self, news: Collection[str] | None = None) -> None:
        """See `ArticleScreen.show_findings`; the margin and the exports hold the sentences that the pane shows."""
        super().show_findings(news)
        pane = self.summary_pane
        if pane is None or self.findings.summary is None:
            return
        if pane.points != self._marked:
            self._marked = pane.points
            self.article.set_summary(pane.points)
        if self.findings.analysis is not None:
            shown = set(pane.points)
            rest = tuple(s for s in pane.ranking if s not in shown)
            self.findings.analysis = self.findings.analysis._replace(summary=pane.points, reserve=rest)

    @on(SummaryChanged)
    def take_change(self) -> None:
        """Another length or style, which is remembered."""
        self.show_findings()
        pane, store = self.summary_pane, self.store
        if pane is not None and store is not None:
            values = {MORE: pane.more, STYLE: PROSE if pane.is_prose else POINTS}
            Thread(target=store.choose, kwargs=values, daemon=True).start()
