"""What each kind looks like: the one place that panes, widgets, cards and help share. Constants only."""

from typing import NamedTuple

from reader.text import Label


class MarginSigns(NamedTuple):
    """What stands in the margin, and in the bar beside the article."""

    quote: str
    reported: str
    summary: str
    bookmark: str
    hit: str
    goes_on: str
    """Before the rest of a line of code that is cut at the edge."""


UNICODE_SIGNS = MarginSigns("▎", "┊", "•", "◆", "▸", "↪")
ASCII_SIGNS = MarginSigns("|", ":", "*", "+", ">", "\\")

KIND_MARKS: dict[Label, str] = {
    "PERSON": "P",
    "ORG": "O",
    "GPE": "G",
    "LOC": "L",
    "NORP": "N",
    "FACILITY": "F",
    "EVENT": "E",
    "WORK": "W",
    "LAW": "A",
    "PRODUCT": "R",
    "DATE": "D",
    "TIME": "T",
    "MONEY": "Q",
    "PERCENT": "Q",
    "QUANTITY": "Q",
}
"""One letter a kind, used wherever a colour tells it too."""

SUPERSCRIPTS: dict[Label, str] = {
    "PERSON": "ᴾ",
    "ORG": "ᴼ",
    "GPE": "ᴳ",
    "LOC": "ᴸ",
    "NORP": "ᴺ",
    "FACILITY": "ᶠ",
    "EVENT": "ᴱ",
    "WORK": "ᵂ",
    "LAW": "ᴬ",
    "PRODUCT": "ᴿ",
}
"""The same letters, small, behind a name in the text. Values carry none: they are in italics."""

ASCII_MARKS: dict[Label, str] = {
    "PERSON": "*",
    "ORG": "+",
    "GPE": "@",
    "LOC": "%",
    "NORP": "~",
    "FACILITY": "#",
    "EVENT": "!",
    "WORK": "=",
    "LAW": "&",
    "PRODUCT": "$",
}
"""One plain character behind a name, for terminals that draw no small letters."""

KIND_VARIABLES: dict[Label, str] = {
    "PERSON": "entity-person",
    "ORG": "entity-org",
    "GPE": "entity-gpe",
    "LOC": "entity-loc",
    "NORP": "entity-norp",
    "FACILITY": "entity-facility",
    "EVENT": "entity-other",
    "WORK": "entity-other",
    "LAW": "entity-other",
    "PRODUCT": "entity-other",
    "DATE": "entity-value",
    "TIME": "entity-value",
    "MONEY": "entity-value",
    "PERCENT": "entity-value",
    "QUANTITY": "entity-value",
}
"""The theme variable of each kind's colour."""

DEFAULT_VARIABLES: dict[str, str] = {
    "entity-person": "#7cc4ff",
    "entity-org": "#f2b866",
    "entity-gpe": "#8fd694",
    "entity-loc": "#6fcfb4",
    "entity-norp": "#e6a3d7",
    "entity-facility": "#c3a6ff",
    "entity-other": "#f08f8f",
    "entity-value": "#b8b48a",
    "quote": "#a8b8c8",
    "quote-bar": "#5b8bb5",
    "summary-mark": "#e0c050",
    "search-hit": "#5a5220",
    "cursor": "#2d4f77",
    "muted": "#8a8f98",
    "link": "#7cb0e8",
}
"""Used where a theme names none of its own."""
