"""The keys as they are now, as a page of the guide: every action with its keys and the id to rebind it by.

Takes what the configuration changes; gives Markdown. Headings are ours, everything else comes from the key table.
"""

from collections.abc import Iterable, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from reader.tui.bindings import (
    APP_BINDINGS,
    PANE_BINDINGS,
    READING_BINDINGS,
    SUMMARY_BINDINGS,
    VOICES_BINDINGS,
    shown_key,
)

GROUPS: dict[str, tuple[str, ...]] = {
    "Moving": (
        "down", "up", "half-page-down", "half-page-up", "page-down", "page-up", "top", "bottom", "jump-back",
        "jump-forward",
    ),
    "Walking": (
        "next-entity", "previous-entity", "next-mention", "previous-mention", "next-quote", "previous-quote", "search",
        "pick", "card", "bookmark", "to-bookmark", "bookmarks", "later",
    ),
    "Only some names": ("only-people", "only-organisations", "only-places", "only-other", "only-values"),
    "Panes": ("voices", "entities", "summary", "next-pane", "previous-pane", "back"),
    "Articles": ("articles", "next-article", "previous-article", "open-file", "history", "close-article"),
    "Looks": ("zen", "wider", "narrower", "justify", "panes-wider", "panes-narrower"),
    "Taking along": ("copy", "export", "pager", "editor", "browser", "retry"),
    "Program": ("palette", "help", "suspend", "quit"),
    "In a list": ("list-back", "articles-close", "history-forget", "history-later", "bookmarks-remove"),
    "In a pane": (
        "row-next", "row-previous", "row-page-down", "row-page-up", "row-first", "row-last", "row-choose",
        "pane-find", "pane-filter", "pane-order", "pane-all", "why", "chart",
        "summary-longer", "summary-shorter", "summary-style",
    ),
    "In a dialog": (
        "search-end", "answer-yes", "answer-no", "choice-next", "choice-previous",
        "export-write", "export-back", "export-next", "export-previous",
        "preview-down", "preview-up", "preview-page-down", "preview-page-up", "preview-top", "preview-end",
        "file-complete", "file-next", "file-previous", "file-back", "help-next", "help-previous", "help-back",
    ),
}  # fmt: skip
"""Heading to action ids; an action that stands in none comes under "More"."""
MORE = "More"


def key_page(keys: Mapping[str, str]) -> str:
    """The table of all keys; `keys` is what differs from the default ones, action id to keys."""
    bindings = {b.id: b for b in all_bindings() if b.id}
    grouped = {name for names in GROUPS.values() for name in names}
    groups = {**GROUPS, MORE: tuple(name for name in bindings if name not in grouped)}
    lines = ["## Every key as it is now", "", "| keys | what they do | id |", "| --- | --- | --- |"]
    for heading, names in groups.items():
        lines += _rows(heading, [bindings[name] for name in names if name in bindings], keys)
    return "\n".join(lines) + "\n"


def all_bindings() -> tuple[Binding, ...]:
    """Every binding there is, one for each id: the first, where a dialog has an action of the reading screen's name."""
    ours = (*READING_BINDINGS, *APP_BINDINGS, *PANE_BINDINGS, *VOICES_BINDINGS, *SUMMARY_BINDINGS)
    by_id: dict[str, Binding] = {}
    for binding in (*ours, *(b for part in other_parts() for b in part.BINDINGS if isinstance(b, Binding))):
        by_id.setdefault(binding.id or "", binding)
    return tuple(by_id.values())


def other_parts() -> tuple[type[DOMNode], ...]:
    """Everything else that has keys."""
    from reader.tui.screens.bookmarks import BookmarksScreen
    from reader.tui.screens.export import ExportScreen
    from reader.tui.screens.file_picker import FilePicker
    from reader.tui.screens.help import HelpScreen
    from reader.tui.screens.history import HistoryScreen
    from reader.tui.screens.listing import ListScreen
    from reader.tui.screens.question import QuestionScreen
    from reader.tui.screens.switcher import SwitcherScreen
    from reader.tui.widgets.choice import Choice
    from reader.tui.widgets.find_bar import FindBar
    from reader.tui.widgets.plain_lines import PlainLines
    from reader.tui.widgets.row_list import RowList

    lists = (RowList, ListScreen, SwitcherScreen, HistoryScreen, BookmarksScreen)
    return (*lists, FilePicker, ExportScreen, HelpScreen, QuestionScreen, FindBar, Choice, PlainLines)


def _rows(heading: str, bindings: list[Binding], keys: Mapping[str, str]) -> Iterable[str]:
    """A heading and its rows; one table for all, so that its columns stand in line."""
    if not bindings:
        return
    yield f"| **{heading}** | | |"
    for binding in bindings:
        yield f"| {shown_keys(keys.get(binding.id or '', binding.key))} | {binding.description} | {binding.id} |"
    yield "| | | |"


def shown_keys(keys: str) -> str:
    """Keys as people write them, fit for a table in Markdown."""
    return " ".join(_escaped(shown_key(key.strip())) for key in keys.split(","))


def _escaped(key: str) -> str:
    return f"\\{key}" if len(key) == 1 and not key.isalnum() and key.isascii() else key
