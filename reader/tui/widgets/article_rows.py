"""The article's rows: what is marked on them, and how they are laid out.

Takes an `Article` and, as they arrive, its entities, quotes and summary; `article_drawing` draws them, the rows on the
screen alone and again only those that change. It knows no walk, no key and no pane.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.events import Resize
from textual.geometry import Region, Size

from reader.text import Article, Entity, Label, Quote, Span, SummarySentence
from reader.tui.present import ASCII_MARKS, SUPERSCRIPTS
from reader.tui.widgets.article_cells import NO_ARTICLE
from reader.tui.widgets.article_drawing import ArticleDrawing
from reader.tui.widgets.article_layout import Drawn, Layout, lay_out
from reader.tui.widgets.article_marks import (
    Marks,
    MentionAt,
    build,
    hits,
    is_walked,
    longest,
    overlapping,
    quoted,
    with_quotes,
    with_summary,
)
from reader.tui.widgets.article_paint import Current

NARROWEST_TEXT, WIDEST_TEXT = 20, 200
LETTERS: dict[str, dict[Label, str]] = {"unicode": SUPERSCRIPTS, "ascii": ASCII_MARKS, "none": {}}


class Prepared(NamedTuple):
    """Marks and rows for entities that are not shown yet, and for what they hold."""

    article: Article
    letters: dict[Label, str]
    marks: Marks
    layout: Layout


class ArticleRows(ArticleDrawing):
    """The text and its highlights; `ArticleView` moves in it."""

    DEFAULT_CSS = """
    ArticleRows { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 0; }
    """

    def __init__(self, article: Article | None = None, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(article or NO_ARTICLE, id=id)
        self._entities: tuple[Entity, ...] = ()
        self._quotes: tuple[Quote, ...] = ()
        self._summary: tuple[SummarySentence, ...] = ()
        self._letters = SUPERSCRIPTS
        self._walk: tuple[MentionAt, ...] = ()
        self._hit_spans: tuple[Span, ...] = ()
        self._quote_id: str | None = None
        self._first_offset = 0
        """What stands in the first row when the rows are laid out for the first time."""
        self._held = 0, 0
        """The first row after the last layout, and the offset that it was to show."""

    # What is shown

    @property
    def article(self) -> Article:
        """The article shown; empty before the first."""
        return self._article

    def show_article(self, article: Article, *, at: int = 0) -> None:
        """Shows another article, without any marks, the row of the offset `at` first."""
        self._article, self._entities, self._quotes, self._summary = article, (), (), ()
        self._current, self._quote_id, self._hit_spans = Current(), None, ()
        self._layout_rows, self._first_offset = Layout((), (), 0), at
        self._rebuild()
        if not at:
            self.scroll_to(0, 0, animate=False, force=True)

    def start_at(self, offset: int) -> None:
        """Shows the row of an offset first; for before the first layout, so that the first frame stands there."""
        self._first_offset = offset

    def prepare(self, entities: Sequence[Entity]) -> Prepared:
        """What `set_entities` takes long for, worked out by a thread while keys are pressed."""
        letters, width = self._letters, self._content_cells()
        marks = build(self._article, entities, letters)
        layout = lay_out(self._article, marks.drawn, width) if width > 0 else Layout((), (), 0)
        return Prepared(self._article, letters, marks, layout)

    def set_entities(self, entities: Sequence[Entity], prepared: Prepared | None = None) -> None:
        """Highlights these; the cursor stays on its place when an entity is still there."""
        self._entities = tuple(entities)
        self._rebuild(prepared)

    def set_quotes(self, quotes: Sequence[Quote]) -> None:
        """Marks these in the margin and in the text."""
        before, self._quotes = self._marks, tuple(quotes)
        self._marks = with_quotes(self._marks, self._quotes)
        if self._quote_id is not None:
            quote = next((i for i, q in enumerate(self._quotes) if q.id == self._quote_id), None)
            self._current = self._current._replace(quote=quote)
            self._repaint()
        else:
            self._repaint_places(place[:2] for place in quoted(before) ^ quoted(self._marks))

    def set_summary(self, summary: Sequence[SummarySentence]) -> None:
        """Marks these sentences in the margin."""
        before, self._summary = self._marks.summary, tuple(summary)
        self._marks = with_summary(self._marks, self._summary)
        self._repaint_places({(p.start, p.start + 1) for p in {*before} ^ {*self._marks.summary}})

    def set_kinds(self, kinds: frozenset[Label] | None) -> None:
        """Lets the entity cursor stop only at these kinds and highlights no others; None for all but values."""
        self._kinds = kinds
        self._walk = self._walked()
        self._repaint()

    def set_text_width(self, cells: int) -> None:
        """The widest row of text, `NARROWEST_TEXT` to `WIDEST_TEXT` cells; the terminal may allow less."""
        self._text_width = max(NARROWEST_TEXT, min(WIDEST_TEXT, cells))
        self._relayout()

    def set_justified(self, justified: bool) -> None:  # noqa: FBT001 -- a value, not an option
        """Whether wrapped rows end flush where the column does."""
        self._justified = justified
        self._repaint()

    @property
    def is_justified(self) -> bool:
        """Whether wrapped rows end flush."""
        return self._justified

    def set_letters(self, name: str) -> None:
        """How kinds are marked behind names: "unicode", "ascii" or "none"."""
        self._letters = LETTERS[name]
        self._rebuild()

    def set_hits(self, spans: Sequence[Span], current: int | None = None) -> None:
        """Marks search hits; an empty sequence ends the search."""
        before = self._seen_hits()
        self._hit_spans = tuple(spans)
        self._hits = hits(self._marks.drawn, self._hit_spans)
        self._painter = None
        self._set_current(self._current._replace(hit=current))
        if before is None or before != self._seen_hits():
            self._repaint()
        else:  # more of them elsewhere
            seen = self._seen_rows()
            self._strips = {key: strip for key, strip in self._strips.items() if key[0] in seen}
            self._repaint_places(())

    def _seen_hits(self) -> list[tuple[int, int]] | None:
        """Where hits stand on the screen; None while there are no rows."""
        seen, lines = self._seen_rows(), self._layout_rows.lines
        if not seen:
            return None
        found = overlapping(self._hits, lines[seen[0]].start, lines[seen[-1]].end, longest(self._hits))
        return [(piece.start, piece.end) for piece in found]

    @property
    def hit(self) -> int | None:
        """Index of the current search hit."""
        return self._current.hit

    @property
    def text_width(self) -> int:
        """The widest row of text, cells."""
        return self._text_width

    def _set_current(self, current: Current) -> None:
        """Makes it current and redraws the rows that show the difference."""
        before, self._current = self._current, current
        self._quote_id = None if current.quote is None else self._quotes[current.quote].id
        if before != current:
            top, width = self.scroll_offset.y, self.size.width
            rows = self._touched(before) | self._touched(current)
            if rows:
                self.refresh(*(Region(0, row - top, width, 1) for row in rows))

    def _tell(self) -> None:
        """Called when the first row shown may have changed."""

    # Laying out

    def _walked(self) -> tuple[MentionAt, ...]:
        return tuple(m for m in self._marks.names if is_walked(self._entities[m.entity], self._kinds))

    def _rebuild(self, prepared: Prepared | None = None) -> None:
        """Marks and rows anew, the first row's text kept in place and the cursor on its mention."""
        if prepared is not None and (prepared.article is not self._article or prepared.letters is not self._letters):
            prepared = None
        old = self._marks.drawn
        span = old.without_marks(self._current.start, self._current.end) if self._current.start >= 0 else None
        anchor = self._anchor()
        named = prepared.marks if prepared else build(self._article, self._entities, self._letters)
        self._marks = with_summary(with_quotes(named, self._quotes), self._summary)
        self._hits = hits(self._marks.drawn, self._hit_spans)
        self._walk = self._walked()
        if span is not None:
            self._current = self._carried(span)
        self._lay_out(anchor, prepared.layout if prepared else None)

    def _carried(self, span: Span) -> Current:
        """The cursor among new marks: its quote is known by its id, its entity by a mention at its place."""
        start, end = self._marks.drawn.span(span)
        quote = next((i for i, q in enumerate(self._quotes) if q.id == self._quote_id), None)
        at = self._mention_at(start) if quote is None or self._current.entity is not None else None
        entity = at.entity if at is not None and at.start == start else None
        return Current(start, end, entity=entity, quote=quote, hit=self._current.hit)

    def _mention_at(self, drawn: int) -> MentionAt | None:
        """The innermost mention that covers a drawn offset, a name before others; a name's letter belongs to it."""
        for pieces, letter in ((self._marks.names, 1), (self._marks.others, 0)):
            near = overlapping(pieces, drawn - letter, drawn + 1, longest(pieces))
            found = [m for m in near if m.end > drawn or (letter and self._marks.drawn.has_mark(m.end))]
            if found:
                return max(found, key=lambda m: (m.start, -m.end))
        return None

    def _relayout(self) -> None:
        self._lay_out(self._anchor())

    @property
    def top_offset(self) -> int:
        """The article offset of the first words on the screen; rows between paragraphs have none."""
        anchor, text = self._anchor(), self._article.text
        return next((at for at in range(anchor, len(text)) if not text[at].isspace()), anchor)

    def _anchor(self) -> int:
        rows, top = self._layout_rows, round(self.scroll_offset.y)
        if not rows.lines:
            return self._first_offset
        if top == self._held[0]:
            return self._held[1]  # else each new wrap would go back to the start of its row
        if top == 0:
            return 0
        return self._marks.drawn.article_offset(rows.lines[min(top, len(rows.lines) - 1)].start)

    def _lay_out(self, anchor: int, ready: Layout | None = None) -> None:
        width = self._content_cells()
        if width <= 0 or not self.is_attached:
            return
        first = not self._layout_rows.lines
        fits = ready is not None and ready.width_cells == width
        self._layout_rows = ready if ready and fits else lay_out(self._article, self._marks.drawn, width)
        self._painter = None
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(self._layout_rows.lines))
        row = self._layout_rows.row_of(self._marks.drawn.start(anchor)) if anchor else 0
        self._held = row, anchor
        if row != round(self.scroll_offset.y) and anchor:
            self.scroll_to(y=row, animate=False, force=True, immediate=first)
        self.refresh()

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: FBT001, FBT002 -- Textual's signature
        """See `Widget._size_updated`; Textual tells of a size only if nobody asked for a place since it changed."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed and self._layout_rows.lines and self._content_cells() != self._layout_rows.width_cells:
            self.post_message(Resize(size, virtual_size, container_size))
        return changed

    def on_resize(self, event: Resize) -> None:
        """Another size; no subclass may have this handler, too, because Textual would call each."""
        self._resized(event)

    def _resized(self, event: Resize) -> None:
        """Wraps anew when the width changed."""
        if self._content_cells() != self._layout_rows.width_cells:
            self._relayout()
        else:
            self._repaint()
        if event.size.height:
            self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tells the place when the first row changes."""
        if round(old_value) != round(new_value):
            self.refresh()  # not Textual's own: it moves a bar that is never seen, and then arranges everything anew
            self._tell()

    @property
    def drawn(self) -> Drawn:
        """The text as it is drawn, for tests and tools."""
        return self._marks.drawn
