"""Makes hostile text harmless to show: the same length, one visible code point for each dangerous one.

Takes and gives strings. Must be applied to whatever comes from outside just before it reaches a terminal.
"""

import re
from functools import cache

_PICTURES = {c: 0x2400 + c for c in range(0x20) if c not in (0x0A, 0x09)} | {0x7F: 0x2421}
_C1 = dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_INVISIBLE = (
    *range(0x200B, 0x2010),  # zero-width marks, left-to-right and right-to-left marks
    *range(0x2028, 0x202F),  # line and paragraph separators, embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, isolates, deprecated controls
    0x061C, 0x00AD, 0xFEFF, 0x180E,
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0xE0000, 0xE0080),  # tags
)  # fmt: skip
_JOINERS = (0x200C, 0x200D)  # they shape Persian, Hindi and emoji, and cannot reorder or hide a line
_SURROGATES = range(0xD800, 0xE000)
_DANGEROUS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""The keys of the table as ranges: an expression of single characters takes 4 ms to compile."""


@cache
def _table() -> dict[int, int]:
    """Dangerous code point → what is shown for it."""
    invisible = {c: 0x00B7 for c in _INVISIBLE if c not in _JOINERS}
    return _PICTURES | _C1 | invisible | dict.fromkeys(_SURROGATES, 0xFFFD) | {0x09: 0x20}


def harmless(text: str) -> str:
    """`text` with every control, override and invisible character replaced, code point for code point.

    Line feeds stay, tabs become a space, escape becomes "␛", a direction override becomes "·".
    """
    return text.translate(_table()) if _DANGEROUS.search(text) else text


def json_escaped(text: str) -> str:
    """JSON with every such character inside its strings written as an escape, so that it says the same.

    Args:
        text: JSON, whose white space is blanks and line feeds.
    """
    import json

    return _DANGEROUS.sub(lambda found: json.dumps(found[0])[1:-1], text)


def one_line(text: str) -> str:
    """`text` harmless and on one line, runs of white space folded."""
    return " ".join(harmless(text).split())
