"""A row of cells → what is written to the terminal, with no more than changes from one run of cells to the next.

Textual turns every run's attributes, colour and background on and off again, 46 bytes a run, which is most of a frame.
A frame of more than some 4,000 bytes waits for the terminal to read. Takes strips and the terminal's colours; it writes
nothing.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

RESET = "\x1b[0m"
SEEN_ON_BLANKS = ("underline", "underline2", "overline", "strike", "reverse", "blink", "blink2", "frame", "encircle")
"""Attributes that show on a blank."""
MOST_CHANGES = 4096
"""Pairs of styles whose difference is remembered; a theme has some sixty styles on the screen."""


SURE_CELLS = re.compile("[ -~\u00a1-\u02ff\u1d2c-\u1d6a\u2010-\u2027\u2500-\u25ff]*")
"""Words that every terminal shows a cell a letter: Latin ones, the marks of kinds, punctuation, lines and blocks."""


class Runs(NamedTuple):
    """Some cells beside each other, as they are written."""

    first: Style | None
    """To be on before them."""
    body: str
    last: Style | None
    """What is on behind them."""


class Row(str):
    """What shows a row from the cursor on, all attributes off before and after it; and the same in its parts."""

    __slots__ = ("runs",)
    runs: Runs


def row_ansi(strip: Strip, colors: ColorSystem) -> Row:
    """What shows a strip. Worked out once for each strip."""
    known = strip._render_cache  # noqa: SLF001 -- there Textual keeps its own words for the same
    if not isinstance(known, Row):
        runs = runs_of(strip, colors)
        known = Row(style_change(None, runs.first, colors) + runs.body + style_change(runs.last, None, colors))
        known.runs = runs
        strip._render_cache = known  # noqa: SLF001
    return known


def changed_cells(old: Strip, new: Strip) -> tuple[int, Sequence[Segment]] | None:
    """Where words begin that look different now, in cells, and the segments from there to where they end.

    None where the words themselves are others, so that most of the row is; where they are cut in other places; and
    where a terminal might count the cells in another way than Textual.
    """
    was, now = old._segments, new._segments  # noqa: SLF001 -- asked for every row of a frame
    if len(was) != len(now):
        return None
    differ = []
    for at, segment in enumerate(now):
        if segment != was[at]:
            if segment.text != was[at].text:
                return None
            differ.append(at)
    if not differ:
        return 0, ()
    before, changed = now[: differ[0]], now[differ[0] : differ[-1] + 1]
    if not all(SURE_CELLS.fullmatch(segment.text) for segment in (*before, *changed)):
        return None
    return sum(len(segment.text) for segment in before), changed


def runs_of(segments: Iterable[Segment], colors: ColorSystem) -> Runs:
    """The words of these segments with what changes between them."""
    looks = _looks(segments)
    first = now = looks[0][1] if looks else None
    written: list[str] = []
    for text, style, link in looks:
        written += (style_change(now, style, colors), link, text, "\x1b]8;;\x1b\\" if link else "")
        now = style
    return Runs(first, "".join(written), now)


def _looks(segments: Iterable[Segment]) -> list[tuple[str, Style | None, str]]:
    """Words, the style to write them in and what opens their link; blanks look like their neighbours if they can."""
    looks = [(text, style, _link(style)) for text, style, _ in segments]
    blanks = [at for at, (text, _, link) in enumerate(looks) if text.isspace() and not link]
    for at in reversed(blanks):
        if at + 1 < len(looks):
            _look_like(looks, at, at + 1)
    for at in blanks:
        if at:
            _look_like(looks, at, at - 1)
    return looks


def _look_like(looks: list[tuple[str, Style | None, str]], at: int, neighbour: int) -> None:
    """Give blanks the style of a neighbour, if nobody sees it."""
    text, style, _ = looks[at]
    wanted = looks[neighbour][1]
    if wanted is not style and _is_blank_alike(wanted, style):
        looks[at] = text, wanted, ""


def _link(style: Style | None) -> str:
    """What opens the link of a style; empty where it has none."""
    return f"\x1b]8;id={style.link_id};{style.link}\x1b\\" if style is not None and style.link else ""


@lru_cache(MOST_CHANGES)
def _is_blank_alike(now: Style | None, style: Style | None) -> bool:
    """Whether a blank looks the same in both."""
    if now is None or style is None:
        return now is style
    shown = any(getattr(look, name) for look in (now, style) for name in SEEN_ON_BLANKS)
    return not shown and now.bgcolor == style.bgcolor


@lru_cache(MOST_CHANGES)
def style_change(now: Style | None, style: Style | None, colors: ColorSystem) -> str:
    """What turns one style into another; None is none at all."""
    wanted = "" if style is None else Strip.render_ansi(style, colors)
    current = "" if now is None else Strip.render_ansi(now, colors)
    if wanted == current:
        return ""
    if style is None or not wanted:
        return RESET
    if now is None or not current:
        return f"\x1b[{wanted}m"
    if _attributes(now) != _attributes(style):
        return f"\x1b[0;{wanted}m"
    codes = [
        code
        for old, new, is_foreground in ((now.color, style.color, True), (now.bgcolor, style.bgcolor, False))
        if old != new
        for code in _codes(new, colors, is_foreground=is_foreground)
    ]
    return f"\x1b[{';'.join(codes)}m"


def _attributes(style: Style) -> int:
    return style._attributes & style._set_attributes  # noqa: SLF001 -- there is no public name for all of them


def _codes(color: Color | None, colors: ColorSystem, *, is_foreground: bool) -> tuple[str, ...]:
    default = ("39",) if is_foreground else ("49",)
    return default if color is None else color.downgrade(colors).get_ansi_codes(foreground=is_foreground)
