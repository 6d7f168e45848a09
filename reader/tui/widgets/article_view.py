"""The article as a line-API widget: where the reader is, walking, choosing, the mouse.

Takes an `Article` and, as they arrive, its entities, quotes and summary; tells by messages where the reader is and what
was chosen. It knows no pane and no analysis process.
"""

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.events import Click, MouseMove
from textual.message import Message

from reader.text import Article, Entity, Mention, Span
from reader.text.display import one_line
from reader.text.kinds import KIND_WORDS
from reader.tui.widgets.article_marks import MentionAt, following
from reader.tui.widgets.article_paint import Current
from reader.tui.widgets.article_picks import ArticlePicks, Pick

if TYPE_CHECKING:
    from collections.abc import Callable

UPPER_THIRD = 3  # a jump puts its goal a third of the way down
CONTEXT_ROWS = 2  # a goal so near the edge counts as off the screen


class Place(NamedTuple):
    """Where the reader is."""

    offset: int = 0
    """Of the cursor when it is on the screen, else of the first row shown; into the article's text."""
    paragraph: int = 0
    """Index of that offset's paragraph."""
    percent: int = 0
    """Of the article that has been seen, 0 to 100."""
    entity_id: str | None = None
    mention: Mention | None = None
    quote_id: str | None = None


def name_and_kind(entity: Entity, mention: Mention) -> str:
    """What can be told by the entity alone."""
    del mention
    return f"{one_line(entity.name)} · {KIND_WORDS[entity.label]}"


class Spot(NamedTuple):
    """A place of the text and where on the screen it stood, so that going back shows what was seen."""

    offset: int
    row: int
    """Of the screen, from 0."""


class ArticleView(ArticlePicks, can_focus=True):
    """The text, its highlights and its cursor."""

    class Moved(Message):
        """The place changed; only the last of several is worth handling."""

        def __init__(self, view: "ArticleView") -> None:
            super().__init__()
            self._view = view

        @property
        def place(self) -> Place:
            """The newest."""
            return self._view.place

        def can_replace(self, message: Message) -> bool:
            """A newer place makes an older one pointless."""
            return isinstance(message, ArticleView.Moved)

    class EntityChosen(Message):
        """An entity was clicked, or entered on."""

        def __init__(self, entity_id: str, span: Span) -> None:
            super().__init__()
            self.entity_id, self.span = entity_id, span

    class LinkChosen(Message):
        """A link was clicked."""

        def __init__(self, target: str) -> None:
            super().__init__()
            self.target = target

    def __init__(self, article: Article | None = None, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(article, id=id)
        self._hovered: MentionAt | None = None
        self.tell_hovered: Callable[[Entity, Mention], str] = name_and_kind
        """The words of the card over a name under the mouse: harmless, and never parsed as markup."""

    # Where the reader is

    @property
    def place(self) -> Place:
        """The current place."""
        drawn, rows = self._marks.drawn, self._layout_rows
        if not rows.lines:
            return Place()
        top, height = round(self.scroll_offset.y), max(1, self.size.height)
        row = rows.row_of(self._current.start) if self._current.start >= 0 else -1
        if not top <= row < top + height:
            row = rows.text_row(top)
            offset = drawn.article_offset(rows.lines[row].start)
        else:
            offset = drawn.article_offset(self._current.start)
        seen = min(100, round(100 * min(len(rows.lines), top + height) / len(rows.lines)))
        entity = None if self._current.entity is None else self._entities[self._current.entity]
        quote = None if self._current.quote is None else self._quotes[self._current.quote].id
        return Place(offset, rows.lines[row].paragraph, seen, entity.id if entity else None, self._mention(), quote)

    @property
    def has_cursor(self) -> bool:
        """Whether the current place is that of something chosen, not just what stands in the first row."""
        start, end = self._current.start, self._current.end
        chosen = end > start >= 0 or self._current.quote is not None
        return chosen and self.place.offset == self._marks.drawn.article_offset(start)

    @property
    def spot(self) -> Spot:
        """The current place as it is seen."""
        offset, rows = self.place.offset, self._layout_rows
        row = rows.row_of(self._marks.drawn.start(offset)) if rows.lines else 0
        return Spot(offset, row - round(self.scroll_offset.y))

    def _mention(self) -> Mention | None:
        if self._current.entity is None:
            return None
        mentions = self._marks.by_entity[self._current.entity]
        return next((m.mention for m in mentions if m.start == self._current.start), None)

    # Moving

    def move_entity(self, step: int) -> None:
        """To the next (previous) name from the cursor or, when that is off the screen, from the place of reading."""
        self._go_mention(following(self._walk, self._reference(step), step))

    def move_mention(self, step: int) -> None:
        """To the next (previous) mention of the current entity, whatever its kind."""
        if self._current.entity is None:
            self.move_entity(step)
        else:
            self._go_mention(following(self._marks.by_entity[self._current.entity], self._current.start, step))

    def move_quote(self, step: int) -> None:
        """To the next (previous) quote in the text."""
        piece = following(self._marks.first_parts, self._reference(step), step)
        if piece is not None:
            self._set_current(Current(piece.start, piece.start, quote=piece.item, hit=self._current.hit))
            self._reveal(piece.start)

    def move_hit(self, step: int) -> None:
        """To the next (previous) search hit."""
        if not self._hits:
            return
        at = self._current.hit
        index = ((at if at is not None else -1 if step > 0 else 0) + step) % len(self._hits)
        self._set_current(self._current._replace(hit=index))
        self._reveal(self._hits[index].start)

    def go_to(self, span: Span, *, entity_id: str | None = None, quote_id: str | None = None) -> None:
        """Shows a place of the article in the upper third and makes it current."""
        start, end = self._marks.drawn.span(span)
        quote = next((i for i, q in enumerate(self._quotes) if q.id == quote_id), None) if quote_id else None
        entity = self._marks.places.get(entity_id) if entity_id else None
        stop = start if quote is not None else end
        self._set_current(Current(start, stop, entity=entity, quote=quote, hit=self._current.hit))
        self._reveal(start)

    def go_to_spot(self, spot: Spot) -> None:
        """Back to what was seen, with nothing chosen."""
        start = self._marks.drawn.start(spot.offset)
        self._set_current(Current(start, start, hit=self._current.hit))
        self.scroll_to(y=max(0, self._layout_rows.row_of(start) - spot.row), animate=False, force=True)
        self._tell()

    def choose_current(self) -> None:
        """Chooses the entity under the cursor, as a click on it would."""
        mention = self._mention()
        if mention is not None and self._current.entity is not None:
            self.post_message(self.EntityChosen(self._entities[self._current.entity].id, mention.span))

    def go_to_pick(self, pick: Pick) -> None:
        """Goes to what was picked: the cursor on a name or a quote, a link as a click would choose it."""
        thing = pick.thing
        if isinstance(thing, MentionAt):
            self._go_mention(thing)
        elif pick.kind == "quote":
            self._set_current(Current(thing.start, thing.start, quote=thing.item, hit=self._current.hit))
            self._reveal(thing.start)
        else:
            self.post_message(self.LinkChosen(self._article.marks[thing.item].target))

    def scroll_lines(self, count: int) -> None:
        """Down (up, when negative) by rows."""
        self.scroll_to(y=self.scroll_offset.y + count, animate=False, force=True)

    def scroll_page(self, sign: int, *, half: bool = False) -> None:
        """Down (up) by a screen less two rows, or by half a screen."""
        height = max(1, self.size.height)
        self.scroll_lines(sign * (height // 2 if half else max(1, height - CONTEXT_ROWS)))

    def action_scroll_down(self) -> None:
        """A row down, at once: Textual's own would glide."""
        self.scroll_lines(1)

    def action_scroll_up(self) -> None:
        """A row up."""
        self.scroll_lines(-1)

    def action_page_down(self) -> None:
        """A screen down."""
        self.scroll_page(1)

    def action_page_up(self) -> None:
        """A screen up."""
        self.scroll_page(-1)

    def action_scroll_home(self) -> None:
        """To the top."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_scroll_end(self) -> None:
        """To the end."""
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def _reference(self, step: int) -> int:
        """The drawn offset from which a walk goes on."""
        rows = self._layout_rows
        if not rows.lines:
            return 0
        top = min(round(self.scroll_offset.y), len(rows.lines) - 1)
        bottom = min(top + max(1, self.size.height), len(rows.lines)) - 1
        if self._current.start >= 0 and top <= rows.row_of(self._current.start) <= bottom:
            return self._current.start
        return rows.lines[top].start - 1 if step > 0 else rows.lines[bottom].end

    def _go_mention(self, found: MentionAt | None) -> None:
        if found is not None:
            self._set_current(self._at_mention(found))
            self._reveal(found.start)

    def _at_mention(self, found: MentionAt) -> Current:
        return Current(found.start, found.end, entity=found.entity, hit=self._current.hit)

    def next_step(self) -> tuple[Current, int]:
        """See `ArticleDrawing.next_step`: whoever walks from name to name goes on."""
        found = None if self._hits else following(self._walk, self._reference(1), 1)
        return super().next_step() if found is None else (self._at_mention(found), self._top_for(found.start))

    def _reveal(self, drawn: int) -> None:
        """Scrolls so that the row of a drawn offset is seen with some context."""
        top = self._top_for(drawn)
        if top != round(self.scroll_offset.y):
            self.scroll_to(y=top, animate=False, force=True)
        self._tell()

    def _top_for(self, drawn: int) -> int:
        """The first row shown once the row of a drawn offset is seen with some context: the one now, if it is."""
        row, height, top = self._layout_rows.row_of(drawn), max(1, self.size.height), round(self.scroll_offset.y)
        if top + min(CONTEXT_ROWS, top) <= row < top + height - CONTEXT_ROWS:
            return top
        return max(0, min(row - height // UPPER_THIRD, round(self.max_scroll_y)))

    def _tell(self) -> None:
        self.post_message(self.Moved(self))

    # Mouse

    def on_mouse_move(self, event: MouseMove) -> None:
        """Hovering over a mention tells whose it is."""
        at = self.drawn_at(event.x, event.y + round(self.scroll_offset.y))
        found = None if at is None else self._mention_at(at)
        if found != self._hovered:
            self._hovered = found
            words = "" if found is None else self.tell_hovered(self._entities[found.entity], found.mention)
            self.tooltip = Content(words) if words else None

    def on_click(self, event: Click) -> None:
        """A click on a name chooses it, on a link follows it."""
        at = self.drawn_at(event.x, event.y + round(self.scroll_offset.y))
        if at is None or self.text_selection is not None:  # the mouse has been drawn over words, to copy them
            return
        found = self._mention_at(at)
        if found is not None:
            self._go_mention(found)
            self.choose_current()
            return
        offset = self._marks.drawn.article_offset(at)
        link = next((m for m in self._article.marks if m.kind == "link" and m.span.start <= offset < m.span.end), None)
        if link is not None:
            self.post_message(self.LinkChosen(link.target))
