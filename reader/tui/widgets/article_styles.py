"""Theme variables → the Rich styles of the article. Every kind has an attribute or a letter beside its colour."""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color

from reader.text import VALUE_LABELS, Label, MarkKind
from reader.tui.present import DEFAULT_VARIABLES, KIND_VARIABLES


class Styles(NamedTuple):
    """What the painter needs."""

    base: Style
    kinds: dict[Label, Style]
    letter: dict[Label, Style]
    inline: dict[MarkKind, Style]
    cursor: Style
    kin: Style
    """Other mentions of the entity under the cursor."""
    quote: Style
    current_quote: Style
    bar: Style
    dot: Style
    bookmark: Style
    hit_sign: Style
    hit: Style
    current_hit: Style
    heading: Style
    caption: Style
    muted: Style
    selection: Style
    pick: Style
    """Letters over what can be gone to."""
    pick_typed: Style
    """Those of them that have been typed."""


def make_styles(variables: Mapping[str, str], base: Style, selection: Style, *, colorless: bool = False) -> Styles:
    """The styles of a theme; a variable that is missing or no colour falls back to the reader's own.

    Args:
        variables: The theme's, by name.
        base: What everything is drawn over.
        selection: Text selected with the mouse.
        colorless: Whether colours will not be seen, so that what a background tells needs an attribute.
    """

    def color(name: str) -> Color:
        try:
            return Color.parse(variables.get(name) or DEFAULT_VARIABLES[name])
        except ValueError:
            return Color.parse(DEFAULT_VARIABLES[name])

    def fore(name: str, **attributes: bool) -> Style:
        return Style(color=color(name).rich_color, **attributes)  # type: ignore[arg-type]  # flags only

    kinds: dict[Label, Style] = {
        label: fore(name, italic=True) if label in VALUE_LABELS else fore(name, bold=label == "PERSON")
        for label, name in KIND_VARIABLES.items()
    }
    hit = Style(bgcolor=color("search-hit").rich_color, underline=True if colorless else None)
    cursor = Style(bgcolor=color("cursor").rich_color, bold=True, underline=True)
    quoted = Style(bgcolor=color("cursor").rich_color)
    if colorless:
        cursor, quoted, selection = Style(reverse=True, bold=True), Style(bold=True), Style(reverse=True)
    return Styles(
        base=base,
        kinds=kinds,
        letter={label: Style(color=style.color, dim=False) for label, style in kinds.items()},
        inline={
            "strong": Style(bold=True),
            "emphasis": Style(italic=True),
            "code": Style(dim=True),
            "strike": Style(strike=True),
            "link": fore("link", underline=True),
            "image": Style(italic=True),
        },
        cursor=cursor,
        kin=Style(underline=True),
        quote=fore("quote"),
        current_quote=quoted,
        bar=fore("quote-bar"),
        dot=fore("summary-mark", bold=True),
        bookmark=Style(bold=True),
        hit_sign=Style(bold=True),
        hit=hit,
        current_hit=hit + Style(reverse=True, bold=True),
        heading=Style(bold=True),
        caption=fore("muted"),
        muted=fore("muted"),
        selection=selection,
        pick=Style(reverse=True, bold=True) if colorless else fore("summary-mark", reverse=True, bold=True),
        pick_typed=Style(reverse=True, dim=True),
    )
