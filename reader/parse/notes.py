"""Footnotes and task boxes in Markdown's tokens, which CommonMark does not know: `[^1]` → ¹, `- [x]` → a ticked box.

Takes tokens as markdown-it gives them and rewrites the text in them. A reference without a note stays as written.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

OPEN_BOX, TICKED_BOX = "☐", "☑"
_BOX = re.compile(r"\[([ xX])\] +(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]+")
_REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def take_box(children: Sequence["Token"]) -> str | None:
    """The box at the beginning of a list item's words, which then is no longer among them."""
    found = _BOX.match(children[0].content) if children and children[0].type == "text" else None
    if found is None:
        return None
    children[0].content = children[0].content[found.end() :]
    return OPEN_BOX if found[1] == " " else TICKED_BOX


def raise_notes(tokens: Iterable["Token"]) -> None:
    """Numbers in place of the names of footnotes, in the text and before the notes themselves."""
    texts = [child for token in tokens if token.type == "inline" for child in _texts(token.children or [])]
    names = [found[1] for text, is_first in texts if is_first and (found := _NOTE.match(text.content))]
    if not names:
        return
    cited = (found[1] for text, _ in texts for found in _REFERENCE.finditer(text.content))
    order = {name: number for number, name in enumerate(dict.fromkeys(n for n in cited if n in names), start=1)}
    raised = {name: (name if name.isdecimal() else str(order[name])).translate(_RAISED) for name in order}
    for text, is_first in texts:
        words = text.content
        if is_first:
            words = _NOTE.sub(lambda found: f"{raised.get(found[1], found[0])} ", words, count=1)
        text.content = _REFERENCE.sub(lambda found: raised.get(found[1], found[0]), words)


def _texts(children: Sequence["Token"]) -> Iterable[tuple["Token", bool]]:
    """The words of a block, and whether they begin a line; a line that is a note is set apart from the one above."""
    for at, child in enumerate(children):
        above = children[at - 1] if at else None
        is_first = above is None or above.type in {"softbreak", "hardbreak"}
        if child.type == "text":
            if above is not None and above.type == "softbreak" and _NOTE.match(child.content):
                above.type = "hardbreak"
            yield child, is_first
