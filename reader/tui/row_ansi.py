"""A row of cells → what is written to the terminal, with no more than changes from one run of cells to the next.

Textual turns every run's attributes, colour and background on and off again, 46 bytes a run, which is most of a frame.
Takes strips and the terminal's colours; it writes nothing.
"""

from functools import lru_cache

from rich.color import Color, ColorSystem
from rich.style import Style
from textual.strip import Strip

RESET = "\x1b[0m"
SEEN_ON_BLANKS = ("underline", "underline2", "overline", "strike", "reverse", "blink", "blink2", "frame", "encircle")
"""Attributes that show on a blank."""
MOST_CHANGES = 4096
"""Pairs of styles whose difference is remembered; a theme has some sixty styles on the screen."""


def row_ansi(strip: Strip, colors: ColorSystem) -> str:
    """What shows a strip from the cursor on, all attributes off before and after it. Worked out once for each strip."""
    known = strip._render_cache  # noqa: SLF001 -- there Textual keeps its own words for the same
    if known is None:
        known = strip._render_cache = "".join(_runs(strip, colors))  # noqa: SLF001
    return known


def _runs(strip: Strip, colors: ColorSystem) -> list[str]:
    written: list[str] = []
    now: Style | None = None
    for text, style, _ in strip:
        if style is not None and style.link:
            link = f"\x1b]8;id={style.link_id};{style.link}\x1b\\"
            written += (_change(now, style, colors), link, text, "\x1b]8;;\x1b\\")
            now = style
        elif text.isspace() and _is_blank_alike(now, style):
            written.append(text)
        else:
            written += (_change(now, style, colors), text)
            now = style
    written.append(_change(now, None, colors))
    return written


@lru_cache(MOST_CHANGES)
def _is_blank_alike(now: Style | None, style: Style | None) -> bool:
    """Whether a blank looks the same in both."""
    if now is None or style is None:
        return now is style
    shown = any(getattr(look, name) for look in (now, style) for name in SEEN_ON_BLANKS)
    return not shown and now.bgcolor == style.bgcolor


@lru_cache(MOST_CHANGES)
def _change(now: Style | None, style: Style | None, colors: ColorSystem) -> str:
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
