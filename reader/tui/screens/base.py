"""The reading screen's ground: the article, the analysis arriving, everything following the reader's place.

Composes no more than the first frame needs; the panes come after it, or with it when the analysis is kept from an
earlier reading. Nothing that fails in the analysis ends the app.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from threading import Thread
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.session.job import at_hand
from reader.text.article import reading_time
from reader.text.display import one_line
from reader.tui.findings import Findings
from reader.tui.row_frames import RowFrames
from reader.tui.spare_time import SpareTime
from reader.tui.stages import AnalysisEnded, AnalysisFailed, StagesArrived
from reader.tui.widgets.article_view import ArticleView, Place
from reader.tui.widgets.body_layout import PANES, Body
from reader.tui.widgets.mark_bar import MarkBar
from reader.tui.widgets.status_lines import Card, Fact, KeyHints, StatusLine

if TYPE_CHECKING:
    from textual.widget import Widget

    from reader.config import Config
    from reader.session import Job, Opened
    from reader.session.stream import StageResult
    from reader.text import Entity, Mention
    from reader.tui.app import ReaderApp
    from reader.tui.panes.panel import Panel

NOTHING: Mapping[str, Any] = MappingProxyType({})
HOVER_ROWS = 3
"""Of the card under the mouse, before they are wrapped: the name's and two quotes."""


class ArticleScreen(Screen[None]):
    """An article, its analysis and its panes."""

    AUTO_FOCUS = "#article"
    BLANK = True  # nothing of it is seen, and Textual asks for it at every frame

    def __init__(self, opened: "Opened", config: "Config") -> None:
        super().__init__()
        self.opened, self.config = opened, config
        self.job: Job = opened.job
        article = opened.article
        self.findings = Findings(article)
        self.article = ArticleView(article, id="article")
        self.article.tell_hovered = self._tell_hovered
        self.bar = MarkBar(self.article, ascii_only=config.marks == "ascii")
        self.status = StatusLine(one_line(article.label))
        self._at_hand = at_hand(opened.job)
        """The whole analysis, where nobody has to wait for it: then the first frame shows everything."""
        self.panels: dict[str, Panel] = self.make_panels() if self._at_hand else {}
        self.body, self.card, self.hints = Body(self.article, self.bar, *self.panels.values()), Card(), KeyHints()
        self._arrived: deque[tuple[int, StageResult, Any]] = deque()
        """Fields that nobody has looked at yet, each with the start of the analysis that it comes from, and with what
        the thread has prepared of it."""
        self.place = Place()
        self.spare_time = SpareTime(self, self.use_spare_time)
        self._row_frames = RowFrames(self._compositor)
        self._held_until_s = 0.0
        """When rows that change by themselves are drawn at the latest: see `hold_rows`."""
        self._holds = False
        """Whether a timer runs for that."""
        self.run_number = 0
        """Which start of the analysis counts."""
        self._origin = [one_line(article.source or ""), reading_time(article.text)]

    def compose(self) -> ComposeResult:
        """The least that can be read."""
        yield self.status
        yield self.body
        yield self.card
        yield self.hints

    def on_mount(self) -> None:
        """Show the first facts; everything else waits for the first frame."""
        self.shape_body()
        self.article.set_text_width(self.config.text_width)
        self.article.set_justified(self.config.justify)
        self.article.set_letters(self.config.marks)
        self.status.show(list(self.facts()))
        if self._at_hand:
            self.set_up_panes()
            self.take({result.field: result.value for result in self._at_hand})
            self.show_findings()
        self.call_after_refresh(self.furnish)

    def make_panels(self) -> "dict[str, Panel]":
        """The panes, empty."""
        from reader.tui.panes.panel import Panel

        return {name: Panel(name, self.findings) for name in PANES}

    async def furnish(self) -> None:
        """Bring in the panes and listen to the analysis, unless both are there."""
        if self._at_hand:
            self.place_panes()
            self.post_message(AnalysisEnded())
            return
        self.panels = self.make_panels()
        self.place_panes()
        await self.body.mount(*self.panels.values())
        self.place_panes()
        self.set_up_panes()
        self.start_listening()

    def set_up_panes(self) -> None:
        """Have the panes as the reader had them last; `SummingScreen` knows how."""

    def shape_body(self) -> None:
        """Say where the panes will stand; `ReadingScreen` knows how."""

    def place_panes(self) -> None:
        """Lay the panes out; `ReadingScreen` knows how."""

    # The analysis.

    def start_listening(self) -> None:
        """Wait for the analysis in a thread."""
        self.run_number += 1
        Thread(target=self._listen, args=(self.job, self.run_number), daemon=True).start()

    def _listen(self, job: "Job", run: int) -> None:
        try:
            for result in job.results():
                self._arrived.append((run, result, self._prepared(result)))
                self.post_message(StagesArrived())
        except Exception as error:  # noqa: BLE001 -- whatever fails in there, the text stays readable
            self.post_message(AnalysisFailed(run, one_line(str(error)) or type(error).__name__))
        self.post_message(AnalysisEnded())

    def _prepared(self, result: "StageResult") -> Any:
        """In the thread that listens: what would hold up a key when the field is shown."""
        match result.field:
            case "entities":
                return self.article.prepare(result.value)
            case "quotes":
                from reader.tui.voices import tellings

                return tellings(self.findings, result.value)
        return None

    @on(StagesArrived)
    def take_stages(self) -> None:
        """More fields: the article's marks show them, once for all that have arrived, and in another turn the panes."""
        news: dict[str, Any] = {}
        prepared: dict[str, Any] = {}
        while self._arrived:
            run, result, ready = self._arrived.popleft()
            if run == self.run_number:
                news[result.field], prepared[result.field] = result.value, ready
        self.take(news, prepared)
        self.call_next(self._show_news, news.keys())

    def take(self, news: dict[str, Any], prepared: Mapping[str, Any] = NOTHING) -> None:
        """These fields are known now: the article shows what follows from them."""
        if "quotes" in news:
            news["quotes"] = tuple(quote for quote in news["quotes"] if quote.is_statement)
        for field, value in news.items():
            self.findings.take(field, value)
        if "quotes" in news:
            self.findings.told = prepared.get("quotes") or {}
        if "entities" in news:
            self.article.set_entities(news["entities"], prepared.get("entities"))
        if "quotes" in news:
            self.article.set_quotes(news["quotes"])
        if "summary" in news:
            self.article.set_summary(news["summary"])

    def _show_news(self, fields: Collection[str]) -> None:
        if set(fields) - {"sentences"}:
            self.show_findings(fields)

    @on(AnalysisFailed)
    def take_failure(self, message: AnalysisFailed) -> None:
        """The panes say what failed and how to go on."""
        if message.run == self.run_number:
            self.findings.failure = message.reason
            self.show_findings()

    def show_findings(self, news: Collection[str] | None = None) -> None:
        """The panes anew that show one of these fields; None for every pane."""
        for panel in self.panels.values():
            if news is None or not panel.pane.SHOWS.isdisjoint(news):
                panel.pane.rebuild()
        self.show_titles()
        self.follow(self.place)

    def show_titles(self) -> None:
        """Names and counts over the panes."""
        counts = {name: panel.pane.count for name, panel in self.panels.items()}
        for panel in self.panels.values():
            panel.title.show(counts, tabs=self.body.shape != "wide")

    # The one current place.

    @on(ArticleView.Moved)
    def take_place(self, message: ArticleView.Moved) -> None:
        """The reader is somewhere else: everybody follows."""
        message.stop()
        if message.place != self.place:
            self.follow(message.place)

    @on(ArticleView.Marked)
    def show_bar(self) -> None:
        """Rows or signs are others: so is the bar."""
        self.bar.show_again()

    @property
    def moves_on_keys(self) -> bool:
        """Whether keys go to the article, and as keys: see `quick_keys`."""
        return self.focused is self.article and not self.article.is_picking

    def draw_at_once(self) -> None:
        """Draw what has changed now, as Textual's timer would some turns of the event loop later."""
        self._clear_tooltip()
        self._dirty_widgets.update(self.take_changed())
        app = cast("ReaderApp", self.app)
        frame = None if self._needs_compositor else self._row_frames.frame(self._dirty_widgets, app.written)
        if frame is not None:
            self._dirty_widgets.clear()
            app._display(self, frame)  # noqa: SLF001 -- as Textual's screen does
        super()._on_timer_update()

    def take_changed(self) -> "Iterable[Widget]":
        """The widgets that are to be drawn anew; whoever takes them draws them."""
        shown = [panel for panel in self.panels.values() if panel.display]
        panes = (widget for panel in shown for widget in (panel.title, panel.pane))
        for own in (self.status, self.article, self.bar, self.card, *panes):
            yield from own.take_changed()

    @property
    def _needs_compositor(self) -> bool:
        """Whether more is to be drawn than rows, or for another place than this screen."""
        more = self._layout_required or self._scroll_required or self._repaint_required
        return bool(more or self.app._batch_count) or self.app.is_inline  # noqa: SLF001 -- as Textual's screen does

    def hold_rows(self, seconds: float) -> None:
        """Let rows that change by themselves wait so long for the frame of the next key; 0 ends the waiting."""
        self._held_until_s = monotonic() + seconds

    def _on_timer_update(self) -> None:
        """See `Screen._on_timer_update`; rows that wait are drawn when nobody has pressed a key for a while."""
        left_s = self._held_until_s - monotonic()
        if left_s > 0 and self._dirty_widgets and not self._needs_compositor and not self._callbacks:
            self._update_timer.pause()
            if not self._holds:
                self._holds = True
                self.set_timer(left_s, self._end_hold)
        else:
            super()._on_timer_update()

    def _end_hold(self) -> None:
        self._holds = False
        self.check_idle()

    def keep_up(self) -> None:
        """Follow the article at once, so that a key's whole answer is one frame."""
        self.follow(self.article.place)

    def follow(self, place: Place) -> None:
        """Show a place in the status line, the card and the panes."""
        self.place = place
        self.status.show(list(self.facts()))
        if not self.panels:
            return  # before the first frame: the card's words would only delay it
        from reader.tui.card import card_lines

        width, rows = self.card.room
        self.card.show(card_lines(self.findings, place, rows=rows, width=width))
        for panel in (panel for panel in self.panels.values() if panel.display):
            panel.pane.follow(place.offset, place.entity_id, place.quote_id)
        self.spare_time.use()

    def use_spare_time(self) -> bool:
        """Do a piece of what can be done while nobody presses a key; whether there is more."""
        return self.article.paint_ahead()

    def _tell_hovered(self, entity: "Entity", mention: "Mention") -> str:
        """The card of a name under the mouse."""
        from reader.tui.card import card_lines

        lines = card_lines(self.findings, Place(entity_id=entity.id, mention=mention), rows=HOVER_ROWS)
        return "\n".join("".join(words for words, _ in line) for line in lines)

    def facts(self) -> Iterable[Fact]:
        """What the status line tells, with how badly it is needed."""
        place = self.place
        yield from (Fact(words, rank) for words, rank in self.modes())
        source, minutes = self._origin
        yield Fact(source, 7)
        yield Fact(minutes, 6)
        entity = self.findings.entity_by_id.get(place.entity_id or "")
        if entity is not None:
            from reader.tui.card import position

            yield Fact(position(entity, place.mention), 4)
        elif place.quote_id is not None:
            from reader.tui.card import quote_position

            yield Fact(quote_position(self.findings, place.quote_id), 4)
        yield Fact(f"¶{place.paragraph + 1}", 5)
        yield Fact(f"{place.percent}%", 2)

    def modes(self) -> Iterable[tuple[str, int]]:
        """A filter or a search that is on, with its rank; `MovingScreen` knows them."""
        return ()
