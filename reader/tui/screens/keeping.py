"""What outlives the reading: the place and the cursor are taken up again, bookmarks stay, articles wait for later.

Takes what the store keeps of the article, gives it what has become of it. With `remember` off it does nothing.
"""

from collections.abc import Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.screens.moving import MovingScreen
from reader.tui.stages import HabitsRefused

if TYPE_CHECKING:
    from reader.state.anchor import Anchor
    from reader.state.reading import Cursor, Reading
    from reader.state.store import Store
    from reader.tui.app import ReaderApp
    from reader.tui.widgets.article_view import Place

KEEP_EVERY_S = 20
"""So much of a place is lost at most when the terminal is torn away."""


class KeepingScreen(MovingScreen):
    """Resuming, keeping, bookmarks that stay."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.taken_up = False
        """Whether the reader stands where the last reading ended, and has not moved since."""
        self.for_later = False
        """Whether the article was put aside to be read later."""
        self._wanted: Cursor | None = None
        self._last_kept: Reading | None = None
        self._known: tuple[Anchor, ...] = ()
        """The bookmarks that were kept when this reader last looked; another one may have changed them since."""

    @property
    def store(self) -> "Store | None":
        """Where things are kept; None when nothing is to be kept."""
        return cast("ReaderApp", self.app).store

    def on_mount(self) -> None:
        """Stand where the last reading ended, in the very first frame."""
        if self.store is None:
            return
        self._take_up(self.store)
        self.set_interval(KEEP_EVERY_S, self.keep)

    def _take_up(self, store: "Store") -> None:
        from reader.state.reading import content_key
        from reader.state.recall import recalled
        from reader.state.store import place_of

        text = self.findings.article.text
        kept = store.find(place_of(self.opened.path), content_key(text))
        if kept is None:
            return
        place, self._wanted, bookmarks = recalled(kept, text)
        self.bookmarks, self.for_later = list(bookmarks), kept.for_later
        self._known = self._reading().bookmarks
        self.taken_up = 0 < place < len(text)
        if self.taken_up:
            self.article.start_at(place)

    async def furnish(self) -> None:
        """See `ArticleScreen.furnish`; what is known may have been so before there was a row to put the cursor on."""
        await super().furnish()
        if self._wanted is not None:
            self._take_up_cursor(self._wanted)

    def show_findings(self, news: Collection[str] | None = None) -> None:
        """See `ArticleScreen.show_findings`; the cursor goes back to where it was once that is known."""
        super().show_findings(news)
        if self._wanted is not None and self.article.row_starts():
            self._take_up_cursor(self._wanted)

    def _take_up_cursor(self, wanted: "Cursor") -> None:
        found = self.findings.entities if wanted.kind == "entity" else self.findings.quotes
        if found is None:
            return
        self._wanted = None
        if self.place.entity_id is not None or self.place.quote_id is not None:
            return  # the reader has been quicker
        for entity in self.findings.entities or () if wanted.kind == "entity" else ():
            for mention in entity.mentions:
                if mention.span == (wanted.start, wanted.end):
                    self.article.go_to(mention.span, entity_id=entity.id)
                    return
        for quote in self.findings.quotes or () if wanted.kind == "quote" else ():
            if quote.contents[0] == (wanted.start, wanted.end):
                self.article.go_to(quote.contents[0], quote_id=quote.id)
                return

    def modes(self) -> Iterable[tuple[str, int]]:
        """Also whether the reader stands where the last reading ended, and whether the article is kept for later."""
        yield from super().modes()
        if self.for_later:
            yield "for later", 3
        if self.taken_up:
            yield "where you left", 3

    def follow(self, place: "Place") -> None:
        """See `ArticleScreen.follow`; whoever goes elsewhere has taken up the reading."""
        if self.taken_up and place.paragraph != self.place.paragraph and self.place.paragraph:
            self.taken_up = False
        super().follow(place)

    # Keeping.

    def on_screen_suspend(self) -> None:
        """Another screen comes to the front, which may be the last of this one."""
        self.keep()

    def action_bookmark(self) -> None:
        """See `MovingScreen.action_bookmark`; it is kept at once."""
        super().action_bookmark()
        self.keep()

    def action_later(self) -> None:
        """Put the article aside to be read later, or take it off that list again."""
        if self.store is None or self.opened.path == "-":
            why = (
                "--private or `remember = false` keeps nothing" if self.store is None else "it came from standard input"
            )
            self.notify(f"Cannot be kept for later: {why}.", severity="warning", markup=False)
            return
        self.for_later = not self.for_later
        self.follow(self.place)
        self.keep()
        words = (
            "Kept for later: it stands on top where articles are chosen."
            if self.for_later
            else "Not for later any more."
        )
        self.notify(words, markup=False)

    def drop_bookmark(self, offset: int) -> None:
        """Take a bookmark away."""
        self.bookmarks = [b for b in self.bookmarks if b != offset]
        self.follow(self.place)
        self.keep()

    def keep(self, *, wait: bool = False) -> None:
        """Keep the place and the bookmarks if they have changed; in a thread, unless it is to be waited for."""
        store = self.store
        if store is None:
            return
        reading, last = self._reading(), self._last_kept
        if last is not None and reading._replace(read_at_s=last.read_at_s) == last:
            return
        known, self._last_kept, self._known = self._known, reading, reading.bookmarks
        if wait:
            store.keep(reading, known)
        else:
            post_beside(self.app, partial(_kept, store, reading, known))

    def _reading(self) -> "Reading":
        """The article as it stands now."""
        from time import time

        from reader.state.anchor import anchor_at
        from reader.state.reading import MAX_BOOKMARKS, Reading, content_key
        from reader.state.store import place_of

        article, place = self.findings.article, self.article.place
        return Reading(
            path=place_of(self.opened.path),
            content=content_key(article.text),
            title=one_line(article.label),
            source=one_line(article.source or ""),
            read_at_s=time(),
            percent=place.percent,
            top=anchor_at(article.text, self.article.top_offset),
            cursor=self._cursor(place),
            bookmarks=tuple(anchor_at(article.text, b) for b in self.bookmarks[:MAX_BOOKMARKS]),
            for_later=self.for_later,
        )

    def _cursor(self, place: "Place") -> "Cursor | None":
        """What the cursor is on; what it is to be on, where that is not known yet."""
        from reader.state.reading import Cursor

        if place.mention is not None:
            return Cursor("entity", *place.mention.span)
        quote = next((q for q in self.findings.quotes or () if q.id == place.quote_id), None)
        return self._wanted if quote is None else Cursor("quote", *quote.contents[0])


def _kept(store: "Store", reading: "Reading", known: "tuple[Anchor, ...]") -> Iterable[HabitsRefused]:
    """Keeps it, in a thread; says so when the folder refuses."""
    store.keep(reading, known)
    if store.problems:
        yield HabitsRefused()
