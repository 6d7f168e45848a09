"""Every key of the reading screen, with the id by which the configuration rebinds it, and the key sets to start from.

Bindings only; what they do stands in the screens. ^s ^j ^b ^a stay free, because terminal multiplexers take them.
"""

from textual.binding import Binding

APP_BINDINGS = [
    Binding("q", "quit", "quit", id="quit"),
    Binding("question_mark,f1", "help", "help", id="help"),
    Binding("ctrl+p,colon", "command_palette", "commands", id="palette", priority=True),
    Binding("A", "articles", "open articles", id="articles"),
    Binding("greater_than_sign", "step_article(1)", "next article", id="next-article"),
    Binding("less_than_sign", "step_article(-1)", "previous article", id="previous-article"),
    Binding("O", "open_file", "open a file", id="open-file"),
    Binding("H", "history", "history of articles read", id="history"),
    Binding("ctrl+z", "suspend_process", "suspend; fg comes back", id="suspend"),
]
READING_BINDINGS = [
    Binding("j,down", "scroll_rows(1)", "down", id="down"),
    Binding("k,up", "scroll_rows(-1)", "up", id="up"),
    Binding("d", "scroll_half(1)", "half a page down", id="half-page-down"),
    Binding("u", "scroll_half(-1)", "half a page up", id="half-page-up"),
    Binding("space,pagedown", "scroll_pages(1)", "page down", id="page-down"),
    Binding("b,pageup", "scroll_pages(-1)", "page up", id="page-up"),
    Binding("g,home", "top", "to the top", id="top"),
    Binding("G,end", "bottom", "to the end", id="bottom"),
    Binding("n", "next(1)", "next name, or hit", id="next-entity"),
    Binding("N", "next(-1)", "previous name, or hit", id="previous-entity"),
    Binding("right_square_bracket", "mention(1)", "next mention of the same", id="next-mention"),
    Binding("left_square_bracket", "mention(-1)", "previous mention of the same", id="previous-mention"),
    Binding("right_parenthesis", "quote(1)", "next quote", id="next-quote"),
    Binding("left_parenthesis", "quote(-1)", "previous quote", id="previous-quote"),
    Binding("p", "only('people')", "only people", id="only-people"),
    Binding("o", "only('organisations')", "only organisations", id="only-organisations"),
    Binding("l", "only('places')", "only places", id="only-places"),
    Binding("w", "only('other names')", "only events, works, laws, products", id="only-other"),
    Binding("x", "only('values')", "only dates and amounts", id="only-values"),
    Binding("slash", "search", "search", id="search"),
    Binding("f", "pick", "letters on links, names and quotes", id="pick"),
    Binding("v,1", "pane('voices')", "voices", id="voices"),
    Binding("t,2", "pane('entities')", "entities", id="entities"),
    Binding("s,3", "pane('summary')", "summary", id="summary"),
    Binding("tab", "next_part(1)", "next pane", id="next-pane"),
    Binding("shift+tab,h", "next_part(-1)", "previous pane", id="previous-pane"),
    Binding("enter", "card", "what is known about the name under the cursor", id="card"),
    Binding("escape", "back", "close, or back to the text", id="back"),
    Binding("z", "zen", "nothing but the text", id="zen"),
    Binding("plus,equals_sign", "width(4)", "wider text", id="wider"),
    Binding("left_curly_bracket", "border(-4)", "wider panes", id="panes-wider"),
    Binding("right_curly_bracket", "border(4)", "narrower panes", id="panes-narrower"),
    Binding("minus", "width(-4)", "narrower text", id="narrower"),
    Binding("J", "justify", "lines flush at both sides, or ragged", id="justify"),
    Binding("y", "copy", "copy what is current", id="copy"),
    Binding("e,Y", "export", "export", id="export"),
    Binding("m", "bookmark", "bookmark this place", id="bookmark"),
    Binding("apostrophe", "to_bookmark", "to the next bookmark", id="to-bookmark"),
    Binding("B", "bookmarks", "list of bookmarks", id="bookmarks"),
    Binding("R", "later", "keep for later, or not any more", id="later"),
    Binding("X", "close_article", "close this article", id="close-article"),
    Binding("backspace,alt+left", "jump_back", "back to where the last jump began", id="jump-back"),
    Binding("L,alt+right", "jump_forward", "forward again", id="jump-forward"),
    Binding("vertical_line", "pager", "read in the pager", id="pager"),
    Binding("E", "editor", "edit the file", id="editor"),
    Binding("W", "browser", "open in the browser", id="browser"),
    Binding("r", "retry", "analyse again after a failure", id="retry"),
]
PANE_BINDINGS = [
    Binding("slash", "find_rows", "only rows with these words", id="pane-find"),
    Binding("f", "only_next", "the pane's next filter", id="pane-filter"),
    Binding("a", "order_next", "the pane's next order", id="pane-order"),
    Binding("i", "why", "why the row says so", id="why"),
    Binding("escape", "widen", "all rows again", id="pane-all"),
]
"""In every pane."""
VOICES_BINDINGS = [Binding("c", "chart", "who speaks where", id="chart")]
SUMMARY_BINDINGS = [
    Binding("plus,equals_sign", "length(1)", "a longer summary", id="summary-longer"),
    Binding("minus", "length(-1)", "a shorter summary", id="summary-shorter"),
    Binding("a", "style", "the summary as points, or as prose", id="summary-style"),
]
SHOWN = {
    "left_curly_bracket": "{", "right_curly_bracket": "}",
    "comma": ",", "colon": ":", "slash": "/", "question_mark": "?", "right_square_bracket": "]", "plus": "+",
    "left_square_bracket": "[", "right_parenthesis": ")", "left_parenthesis": "(", "minus": "-", "apostrophe": "'",
    "equals_sign": "=", "escape": "Esc", "enter": "Enter", "tab": "Tab", "shift+tab": "⇧Tab", "space": "Space",
    "pageup": "PgUp", "pagedown": "PgDn", "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home",
    "greater_than_sign": ">", "less_than_sign": "<", "delete": "Del", "vertical_line": "|", "end": "End",
    "backspace": "⌫", **{f"f{number}": f"F{number}" for number in range(1, 13)},
}  # fmt: skip
"""Textual's key names that are not what stands on the key."""


def shown_key(key: str) -> str:
    """A key as a person writes it: "^p", "?", "Esc"."""
    for prefix, sign in (("ctrl+", "^"), ("alt+", "M-")):
        if key.startswith(prefix):
            return sign + shown_key(key.removeprefix(prefix))
    return SHOWN.get(key, key)
