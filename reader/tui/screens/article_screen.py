"""The reading screen: panes and drawers, what a row leads to, the line of keys, trying again."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.events import Key

from reader.tui.bindings import READING_BINDINGS
from reader.tui.key_hints import FIND_HINTS, PANE_HINTS, TEXT_HINTS, Keys, keys_in
from reader.tui.panes.narrowing import Narrowing
from reader.tui.screens.bordering import BorderingScreen
from reader.tui.stages import KindPicked, SummaryChanged, TabPicked
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.body_layout import PANES, shape_of
from reader.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from reader.tui.app import ReaderApp
    from reader.tui.panes.base import Pane

PARTS = ("article", *PANES)
"""What Tab walks through."""


class ReadingScreen(BorderingScreen):
    """An article with its panes."""

    LEADS_ELSEWHERE: ClassVar[bool] = True
    """Whether the keys for other articles hold here."""
    BINDINGS: ClassVar[list[BindingType]] = [*READING_BINDINGS]
    drawer: str | None = None
    """The pane that is open where only one can be; None for none."""
    beside: str | None = "voices"
    """The pane beside the article in the middle layout."""
    zen = False
    _hint_keys: "tuple[Widget | None, Keys]" = (None, {})
    """What had the focus when the keys were last asked for, and the answer."""

    # Where the panes stand.

    def shape_body(self) -> None:
        """Lay out for the terminal's size, keeping what is open."""
        shape = shape_of(self.app.size)
        shown = frozenset(PANES) if shape == "wide" else {self.drawer if shape == "narrow" else self.beside} - {None}
        self.body.arrange_as(shape, frozenset() if self.zen else frozenset(name for name in shown if name))
        for name in ("narrow", "middle", "wide"):
            self.set_class(shape == name, f"-{name}")
        self.set_class(self.zen, "-zen")

    def place_panes(self) -> None:
        """Lay out, and tell the panes."""
        self.shape_body()
        self.show_titles()
        self.show_hints()
        if self.panels:
            self.follow(self.place)  # a pane that was hidden has not followed

    def on_resize(self) -> None:
        """The terminal has another size."""
        focused = self.focused_part
        self.place_panes()
        if focused != "article" and focused not in self.body.shown:
            self.article.focus()

    @property
    def focused_part(self) -> str:
        """The pane that has the focus, or "article"."""
        return next((name for name, panel in self.panels.items() if panel.pane.has_focus), "article")

    def open_pane(self, name: str) -> None:
        """Show a pane and put the focus there."""
        if name not in self.panels:
            return
        self.zen = False
        self.hide_hint()
        self.drawer = self.beside = name
        self.place_panes()
        self.panels[name].pane.focus()

    def action_pane(self, name: str) -> None:
        """Into a pane; the same key again goes back to the text."""
        if self.focused_part == name:
            self.action_back()
        else:
            self.open_pane(name)

    @on(TabPicked)
    def pick_tab(self, message: TabPicked) -> None:
        """A tab was clicked."""
        self.open_pane(message.name)

    def action_next_part(self, step: int) -> None:
        """To the next of text and panes."""
        name = PARTS[(PARTS.index(self.focused_part) + step) % len(PARTS)]
        if name == "article":
            self.action_back()
        else:
            self.open_pane(name)

    def action_back(self) -> None:
        """Close what is open, the nearest first: hint, drawer, pane, search, filter, zen, the article itself."""
        if self.hint is not None:
            self.hide_hint()
        elif self.drawer is not None and self.body.shape == "narrow":
            self.drawer = None
            self.place_panes()
            self.article.focus()
        elif self.focused_part != "article":
            self.article.focus()
        elif self.query_words:
            self.end_search()
        elif self.filter is not None:
            self.action_only(self.filter)
        elif self.zen:
            self.action_zen()
        elif len(self.app.screen_stack) > 1 and not isinstance(self.app.screen_stack[-2], ReadingScreen):
            self.dismiss()  # to the list it was chosen from; it stays open

    def action_zen(self) -> None:
        """Nothing but the text, and back."""
        self.zen = not self.zen
        self.place_panes()
        self.article.focus()

    def action_width(self, step: int) -> None:
        """Wider or narrower text."""
        self.article.set_text_width(self.article.text_width + step)

    def action_justify(self) -> None:
        """Lines flush at both sides, and back."""
        self.article.set_justified(not self.article.is_justified)

    # One current item.

    @on(RowList.Moved)
    def preview_row(self, message: RowList.Moved) -> None:
        """Moving in a pane scrolls the article."""
        self.lead_to(message.rows, message.item)

    @on(RowList.Chosen)
    def choose_row(self, message: RowList.Chosen) -> None:
        """To the row's place in the text, with the focus; a folded row unfolds."""
        pane = self.pane_of(message.rows)
        if pane is not None and pane.unfold(message.item):
            return
        self.remember()
        self.lead_to(message.rows, message.item)
        if self.body.shape == "narrow":
            self.drawer = None
            self.place_panes()
        self.article.focus()

    def take_stray_key(self, event: Key) -> bool:
        """See `MovingScreen.take_stray_key`; a pane's filter takes what was typed while it began."""
        panel = self.panels.get(self.focused_part)
        return (panel is not None and panel.pane.type_key(event)) or super().take_stray_key(event)

    @on(KindPicked)
    def pick_kind(self, message: KindPicked) -> None:
        """The entities pane is narrowed to a kind, and the walk through the text with it."""
        self.action_only(message.name)

    @on(SummaryChanged)
    def show_style(self) -> None:
        """The key for the summary's style says what it would change to."""
        self.show_hints()

    @on(Narrowing.Narrowed)
    def show_narrowed(self) -> None:
        """A pane shows another part of what it has."""
        self.show_titles()
        self.show_hints()

    def pane_of(self, rows: RowList) -> "Pane | None":
        """The pane that a message comes from."""
        return next((panel.pane for panel in self.panels.values() if panel.pane is rows), None)

    def lead_to(self, rows: RowList, item: object) -> None:
        """Show where a row's item stands in the text."""
        pane = self.pane_of(rows)
        span = pane.place_of(item) if pane else None
        if span is None:
            return
        entity_id, quote_id = pane.identity_of(item) if pane else (None, None)
        self.article.go_to(span, entity_id=entity_id, quote_id=quote_id)

    @on(ArticleView.EntityChosen)
    def show_entity(self, message: ArticleView.EntityChosen) -> None:
        """An entity was clicked or entered on: the pane that tells about it."""
        message.stop()
        if self.body.shape == "wide" or self.focused_part != "article":
            return
        said = self.findings.quotes_of.get(message.entity_id)
        self.beside = "voices" if said else "entities"
        self.place_panes()
        self.follow(self.place)

    def action_card(self) -> None:
        """What is known about the name or quote under the cursor; in a narrow terminal a drawer opens for it."""
        place = self.place
        if self.body.shape != "narrow" or (place.entity_id is None and place.quote_id is None):
            self.article.choose_current()
            return
        said = place.quote_id is not None or self.findings.quotes_of.get(place.entity_id or "")
        self.open_pane("voices" if said else "entities")

    # Hints.

    def on_descendant_focus(self) -> None:
        """Other keys count."""
        self.show_hints()

    def show_hints(self) -> None:
        """The keys of what has the focus."""
        if self.find_bar is not None and self.find_bar.has_pseudo_classes({"focus-within"}):
            self.hints.show(FIND_HINTS)
            return
        panel = self.panels.get(self.focused_part)
        if panel is not None and panel.pane.typing:
            self.hints.show([("Enter", "keep these rows"), ("Esc", "all rows again")])
            return
        wanted, keys = TEXT_HINTS if panel is None else PANE_HINTS, self._focused_keys()
        if panel is not None and panel.pane is self.summary_pane and self.summary_pane.is_prose:
            keys = keys | {"summary-style": (keys["summary-style"][0], "points")}
        self.hints.show([keys[name] for name in wanted if name in keys])

    def _focused_keys(self) -> Keys:
        """Asked once for the text, because that takes 3 ms, while panes change theirs."""
        focused, keys = self._hint_keys
        if not keys or focused is not self.article or focused is not self.focused:
            keys = keys_in(self.active_bindings.values())
            self._hint_keys = self.focused, keys
        return keys

    # Other articles, bookmarks, another try.

    def modes(self) -> "Iterable[tuple[str, int]]":
        """Also which of the open articles this is."""
        yield from super().modes()
        position = cast("ReaderApp", self.app).articles.position(self)
        if position:
            yield f"article {position}", 3

    def on_screen_resume(self) -> None:
        """Back in front: there may be other articles now."""
        self.status.show(list(self.facts()))

    def action_close_article(self) -> None:
        """Close this article."""
        articles = cast("ReaderApp", self.app).articles
        if articles.current is not None:
            articles.close(articles.current)

    def action_bookmarks(self) -> None:
        """The list of this article's bookmarks."""
        from reader.tui.screens.bookmarks import BookmarksScreen

        self.app.push_screen(BookmarksScreen(self))

    def action_retry(self) -> None:
        """Analyse again after a failure."""
        if self.findings.failure is None:
            return
        from reader.nlp.options import AnalysisOptions
        from reader.session.job import AnalysisJob

        config = self.config
        options = AnalysisOptions(config.engine, config.summary_sentences, config.summary_words)
        self.findings.forget()
        self.show_findings()
        self.job = AnalysisJob(self.findings.article, options)
        self.start_listening()
