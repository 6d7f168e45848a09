"""Letters over the links, names and quotes on the screen: typing a thing's letters goes there.

Takes what is marked in the article; tells by messages what was picked, and when picking is over. While it is on, every
key is its own.
"""

from typing import Literal, NamedTuple

from rich.segment import Segment
from textual.events import Blur, Key, Resize
from textual.message import Message
from textual.strip import Strip

from reader.tui.widgets.article_margin import ArticleMargin
from reader.tui.widgets.article_marks import MentionAt, Piece, overlapping
from reader.tui.widgets.article_paint import Current
from reader.tui.widgets.pick_codes import LETTERS, codes


class Pick(NamedTuple):
    """Something on the screen that can be gone to."""

    start: int
    """Where its letters stand, as drawn."""
    kind: Literal["link", "name", "quote"]
    thing: MentionAt | Piece


class ArticlePicks(ArticleMargin):
    """The article's rows with letters over them."""

    class Picking(Message):
        """Letters came, went, or were narrowed by typing."""

        def __init__(self, typed: str | None, left: int) -> None:
            super().__init__()
            self.typed, self.left = typed, left
            """What has been typed, None when picking is over; how many things are left."""

    class Picked(Message):
        """All letters of a thing were typed."""

        def __init__(self, pick: Pick) -> None:
            super().__init__()
            self.pick = pick

    _picks: dict[str, Pick] | None = None
    """Code to thing, while picking."""
    _typed = ""

    @property
    def is_picking(self) -> bool:
        """Whether letters are shown."""
        return self._picks is not None

    def start_picking(self) -> int:
        """Show the letters; how many things have some."""
        things = self._things()
        if things:
            self._picks, self._typed = dict(zip(codes(len(things)), things, strict=True)), ""
            self._show_picks()
        return len(things)

    def stop_picking(self) -> None:
        """Away with the letters."""
        if self._picks is not None:
            self._picks, self._typed = None, ""
            self._show_picks()

    def _show_picks(self) -> None:
        self._strips.clear()
        self.refresh()
        picks = self._picks
        left = sum(code.startswith(self._typed) for code in picks or ())
        self.post_message(self.Picking(None if picks is None else self._typed, left))

    def _things(self) -> list[Pick]:
        """What begins on the screen, in order of the text, one thing a place; names as the walk goes."""
        lines = self._layout_rows.lines
        top = round(self.scroll_offset.y)
        seen = lines[top : top + self.size.height]
        if not seen:
            return []
        low, high = seen[0].start, seen[-1].end
        marks, inline = self._marks, self._article.marks
        found = [
            *(Pick(p.start, "link", p) for p in marks.inline if inline[p.item].kind == "link"),
            *(Pick(m.start, "name", m) for m in overlapping(self._walk, low, high, 0)),
            *(Pick(p.start, "quote", p) for p in overlapping(marks.first_parts, low, high, 0)),
        ]
        first = {pick.start: pick for pick in reversed(found) if low <= pick.start < high}
        return [first[start] for start in sorted(first)]

    # Keys

    def on_key(self, event: Key) -> None:
        """A letter narrows, the last one goes; Backspace takes one back; any other key ends it."""
        if self._picks is None:
            return
        event.stop()
        event.prevent_default()
        typed = self._typed + event.key.lower()
        if event.key == "backspace" and self._typed:
            self._typed = self._typed[:-1]
            self._show_picks()
        elif typed in self._picks:
            self._choose(self._picks[typed])
        elif event.key.lower() in LETTERS and any(code.startswith(typed) for code in self._picks):
            self._typed = typed
            self._show_picks()
        elif event.key == "enter":
            self._choose(next(pick for code, pick in self._picks.items() if code.startswith(self._typed)))
        else:
            self.stop_picking()

    def _choose(self, pick: Pick) -> None:
        self.stop_picking()
        self.post_message(self.Picked(pick))

    def on_blur(self, event: Blur) -> None:
        """The keys go elsewhere now."""
        del event
        self.stop_picking()

    def _resized(self, event: Resize) -> None:
        """Other things are seen: the letters would stand at wrong places."""
        self.stop_picking()
        super()._resized(event)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """See `_resized`."""
        self.stop_picking()
        super().watch_scroll_y(old_value, new_value)

    # Drawing

    def _paint_row(self, row: int, width: int, current: Current) -> Strip:
        """A row with its letters over it, where it has any."""
        strip = super()._paint_row(row, width, current)
        if self._picks is None or row >= len(self._layout_rows.lines):
            return strip
        line = self._layout_rows.lines[row]
        for code, pick in self._picks.items():
            if line.start <= pick.start < line.end and code.startswith(self._typed):
                strip = self._over(strip, self.cell_of(line, pick.start), code, width)
        return strip

    def _over(self, strip: Strip, cell: int, code: str, width: int) -> Strip:
        styles = self._ready_painter().styles
        typed = len(self._typed)
        letters = [Segment(code[:typed], styles.pick_typed), Segment(code[typed:], styles.pick)]
        middle = Strip([letter for letter in letters if letter.text], len(code))
        return Strip.join([strip.crop(0, cell), middle, strip.crop(cell + len(code), width)]).crop(0, width)
