"""Moving in the article: scrolling, names, mentions, quotes, filters, search, bookmarks and the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.events import Key

from reader.text import Span
from reader.text.display import one_line
from reader.tui.kinds import FILTERS
from reader.tui.screens.progress import ProgressScreen
from reader.tui.widgets.article_view import ArticleView, Spot
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.search import MOST_HITS, BadPatternError, Hunt

if TYPE_CHECKING:
    from textual.widget import Widget

MAX_TRAIL = 100
"""Jumps remembered for the way back."""


class MovingScreen(ProgressScreen):
    """The actions that change the reader's place."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.filter: str | None = None
        self.query_words = ""
        """What is searched for; empty when no search is on."""
        self._hunt: Hunt | None = None
        """The search that is on; it may go on in spare time."""
        self.hits: tuple[Span, ...] = ()
        """Those that are shown."""
        self._no_hits = "no hits"
        """What is said when there are none: an expression may be unfinished."""
        self._bookmarks: list[int] = []
        self.trail: list[Spot] = []
        self.ahead: list[Spot] = []
        """Where going back came from, the nearest last."""
        self.picking: str | None = None
        """What has been typed of a thing's letters; None while there are none."""
        self.find_bar: FindBar | None = None
        self.search_from = Spot(0, 0)
        """Where the search began: the first hit shown is the first one from here on."""

    def modes(self) -> Iterable[tuple[str, int]]:
        """The search with its hits, and the filter."""
        yield from super().modes()
        if self.picking is not None:
            yield f"letters: {self.picking or 'type a mark'}", 0
        if self.query_words:
            yield f"/{one_line(self.query_words)} {self._count()}", 0
        if self.filter:
            yield f"only {self.filter}", 1
        if any(self.findings.paragraph(b) == self.place.paragraph + 1 for b in self.bookmarks):
            yield "bookmark", 3

    @property
    def bookmarks(self) -> list[int]:
        """Offsets, ascending; assigned anew for every change, so that the margin shows them."""
        return self._bookmarks

    @bookmarks.setter
    def bookmarks(self, offsets: list[int]) -> None:
        self._bookmarks = offsets
        self.article.set_bookmarks(offsets)

    # Scrolling.

    def action_scroll_rows(self, step: int) -> None:
        """By one row."""
        self.article.scroll_lines(step)
        self.keep_up()

    def action_scroll_half(self, step: int) -> None:
        """By half a screen."""
        self.article.scroll_page(step, half=True)
        self.keep_up()

    def action_scroll_pages(self, step: int) -> None:
        """By a screen."""
        self.article.scroll_page(step)
        self.keep_up()

    def action_top(self) -> None:
        """To the first row."""
        self.remember()
        self.article.action_scroll_home()

    def action_bottom(self) -> None:
        """To the last row."""
        self.remember()
        self.article.action_scroll_end()

    # Walking.

    def action_next(self, step: int) -> None:
        """To the next name; to the next hit while a search is on."""
        self._finish_hunt()
        if self.hits:
            self.article.move_hit(step)
        else:
            self.article.move_entity(step)
        self.keep_up()

    def action_mention(self, step: int) -> None:
        """To the next mention of the same."""
        self.article.move_mention(step)
        self.keep_up()

    def action_quote(self, step: int) -> None:
        """To the next quote."""
        self.article.move_quote(step)
        self.keep_up()

    def action_only(self, name: str) -> None:
        """Step between these only; the same key again takes the filter off."""
        self.filter = None if self.filter == name else name
        kinds = FILTERS[self.filter] if self.filter else None
        self.article.set_kinds(kinds)
        panel = self.panels.get("entities")
        if panel is not None:
            panel.pane.narrow(kinds)
            self.show_titles()
        if kinds and self.findings.entities is not None and not any(e.label in kinds for e in self.findings.entities):
            self.notify(f"No {self.filter} in this article; the same key again, and all names count.", markup=False)
        self.follow(self.place)

    # There and back.

    def remember(self) -> None:
        """Keep this place for the way back."""
        self.ahead = []
        here = self.article.spot
        if not self.trail or self.trail[-1] != here:
            self.trail = [*self.trail[1 - MAX_TRAIL :], here]

    def action_jump_back(self) -> None:
        """To where the last jump began."""
        self._jump(self.trail, self.ahead, "No jump to go back from yet.")

    def action_jump_forward(self) -> None:
        """Forward again, after going back."""
        self._jump(self.ahead, self.trail, "Nothing to go forward to: backspace goes back first.")

    def _jump(self, source: list[Spot], other: list[Spot], nothing: str) -> None:
        here = self.article.spot
        while source and source[-1] == here:
            source.pop()  # the reader stands there already
        if source:
            other.append(here)
            self.article.go_to_spot(source.pop())
        else:
            self.notify(nothing, markup=False)

    def action_pick(self) -> None:
        """Letters on links, names and quotes; typing them goes there."""
        self.article.focus()
        if not self.article.start_picking():
            self.notify("No link, name or quote on the screen.", markup=False)

    @on(ArticleView.Picking)
    def show_picking(self, message: ArticleView.Picking) -> None:
        """The status line tells that keys are letters now."""
        self.picking = message.typed
        self.status.show(list(self.facts()))

    @on(ArticleView.Picked)
    def go_to_picked(self, message: ArticleView.Picked) -> None:
        """Go there."""
        self.remember()
        self.article.go_to_pick(message.pick)
        self.keep_up()

    def show_offset(self, offset: int) -> None:
        """Bring a place of the text into view, with nothing chosen."""
        self.article.go_to(Span(offset, offset))

    def action_bookmark(self) -> None:
        """Set or take away a bookmark at this paragraph."""
        here = self.place.paragraph + 1
        kept = [b for b in self.bookmarks if self.findings.paragraph(b) != here]
        if len(kept) == len(self.bookmarks):
            kept = sorted([*kept, self._bookmarked_offset()])
        self.bookmarks = kept
        self.follow(self.place)

    def _bookmarked_offset(self) -> int:
        """Where the cursor is; without one, the paragraph's first sentence to begin in sight, or to reach there."""
        offset = self.place.offset
        if self.article.has_cursor:
            return offset
        starts = [sentence.span.start for sentence in self.findings.sentences or ()]
        here = self.findings.paragraph(offset)
        begun = bisect_left(starts, offset)
        near = (starts[at] for at in (begun, begun - 1) if 0 <= at < len(starts))
        return next((start for start in near if self.findings.paragraph(start) == here), offset)

    def action_to_bookmark(self) -> None:
        """To the next bookmark, round at the end."""
        if self.bookmarks:
            self.remember()
            at = bisect_right(self.bookmarks, self.place.offset) % len(self.bookmarks)
            self.show_offset(self.bookmarks[at])
        else:
            self.notify("No bookmarks yet: m sets one here.", markup=False)

    # Searching.

    async def action_search(self) -> None:
        """Open the line for a search."""
        if self.find_bar is None:
            self.remember()
            self.search_from = self.article.spot
            self.find_bar = FindBar(self.query_words)
            await self.mount(self.find_bar, before=self.card)
        self.set_focus(self.find_bar)  # at once: the next key may be waiting already

    def take_stray_key(self, event: Key) -> bool:
        """Type a key into the search line that was on its way elsewhere while the line opened."""
        return self.find_bar is not None and self.find_bar.type_key(event)

    @on(FindBar.Edited)
    def search_while_typing(self, message: FindBar.Edited) -> None:
        """Mark the hits and show the first one from here on."""
        self.query_words, self._hunt, off = message.words, None, ""
        try:
            self._hunt = Hunt(self.findings.article.text, message.words, self.search_from.offset)
        except BadPatternError as error:
            off = one_line(str(error))
        self._no_hits = "not searched" if off else "no hits"
        self.hits = ()
        self._show_hits()
        if self.find_bar is not None:
            self.find_bar.tell(off or self._count(), is_error=bool(off))
        self.follow(self.article.place)
        self.bar.show_again()
        self.draw_at_once()

    def take_changed(self) -> "Iterable[Widget]":
        """See `ArticleScreen.take_changed`; also the line that is typed in."""
        yield from super().take_changed()
        if self.find_bar is not None:
            yield from self.find_bar.take_changed()

    def _show_hits(self) -> None:
        """Mark the hits that are known; the first ones of a search are gone to."""
        was, at = self.hits, self.article.hit
        hits = self.hits = self._hunt.hits if self._hunt is not None else ()
        if was and at is not None:
            self.article.set_hits(hits, bisect_left(hits, was[at]))
            return
        start = bisect_left(hits, Span(self.search_from.offset, 0)) % max(1, len(hits))
        self.article.set_hits(hits, start - 1 if start else None)
        if hits:
            self.article.move_hit(1)

    def use_spare_time(self) -> bool:
        """Go on searching, then see `ArticleScreen.use_spare_time`."""
        hunt = self._hunt
        if hunt is None or hunt.is_done:
            return super().use_spare_time()
        if not hunt.go_on():
            self._tell_hunt()
        return True

    def _finish_hunt(self) -> None:
        if self._hunt is not None and not self._hunt.is_done:
            self._hunt.finish()
            self._tell_hunt()

    def _tell_hunt(self) -> None:
        """All hits are known."""
        self._show_hits()
        if self.find_bar is not None:
            self.find_bar.tell(self._count())
        self.follow(self.article.place)

    def _count(self) -> str:
        """The hit that is shown and how many there are: "3/17"; empty while nothing is searched for."""
        at, number = self.article.hit, len(self.hits)
        if not self.query_words:
            return ""
        if self._hunt is not None and not self._hunt.is_done:
            return "counting…" if number else "searching…"
        most = "+" if number == MOST_HITS else ""
        return f"{at + 1}/{number}{most}" if at is not None and number else self._no_hits

    @on(FindBar.Left)
    async def leave_search(self, message: FindBar.Left) -> None:
        """Back to the text: with the hits after Enter, without them after Esc."""
        if message.keep:
            if message.words != self.query_words:
                self.search_while_typing(FindBar.Edited(message.words))
            self._finish_hunt()
        if not message.keep and self.hits:
            self.article.go_to_spot(self.search_from)
        if not message.keep or not self.hits:
            self.end_search()
        behind: list[Key] = []
        if self.find_bar is not None:
            bar, self.find_bar = self.find_bar, None
            await bar.remove()
            behind = bar.behind
        self.article.focus()
        for key in behind:
            self.app.post_message(key)

    def end_search(self) -> None:
        """No search is on any more."""
        self.query_words, self.hits, self._hunt = "", (), None
        self.article.set_hits(())
        self.follow(self.place)
