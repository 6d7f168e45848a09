"""Which keys the line at the bottom tells, and in what words."""

from collections.abc import Iterable

from textual.binding import ActiveBinding

from reader.tui.bindings import shown_key

Keys = dict[str, tuple[str, str]]
"""Id of a binding to the key as it is shown and what it does."""
TEXT_HINTS = (
    "next-entity", "search", "voices", "summary", "entities", "export", "help", "next-quote", "next-mention", "pick",
)  # fmt: skip
PANE_HINTS = (
    "row-choose", "back", "pane-all", "pane-find", "pane-filter", "pane-order", "summary-longer", "summary-shorter",
    "summary-style", "why", "chart", "copy", "next-pane", "help",
)  # fmt: skip
FIND_HINTS = [("Enter", "keep the hits"), ("Esc", "back to where it began"), ("/…", "expression")]
HINT_WORDS = {
    "next-entity": "name",
    "next-mention": "mention",
    "next-quote": "quote",
    "pick": "letters",
    "pane-all": "all rows",
    "pane-find": "find",
    "pane-filter": "filter",
    "pane-order": "order",
    "why": "why",
    "chart": "chart",
    "summary-longer": "longer",
    "summary-shorter": "shorter",
    "summary-style": "prose",
    "row-choose": "to the text",
    "back": "back",
    "copy": "copy",
    "next-pane": "next pane",
}
"""Shorter words than the bindings' own, for the line of hints."""


def keys_in(bindings: Iterable[ActiveBinding]) -> Keys:
    """The keys that count now; of several for the same the first."""
    keys: Keys = {}
    for _, binding, _, _ in bindings:
        if binding.id and binding.id not in keys:
            keys[binding.id] = shown_key(binding.key), HINT_WORDS.get(binding.id, binding.description)
    return keys
