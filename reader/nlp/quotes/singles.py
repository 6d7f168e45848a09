"""Single quotation marks told from apostrophes and primes.

Takes a text, a place and the paragraph around it; gives whether a single mark there opens a quotation, and
where that closes.
"""

import re

from reader.nlp.quotes.pairing import double_marks
from reader.text import Span

_ELISION = re.compile(
    r"[‘’'`](?:\d0?s?\b|\d\ds?\b|(?:em|til|till|cause|tis|twas|twere|n|bout|round|nuff|neath|kay|hood|tude|ere|s|t|ll|re|ve|d|m)\b)",
    re.IGNORECASE,
)
_BEFORE_OPEN = frozenset(" \t([{—–-\u00a0/:")
_STRONG_END = frozenset(".,!?…")
_DOUBLES = re.compile('[“”„‟"«»]')
_CLOSERS = re.compile(r"[’'`]")
MAX_SINGLE_CHARS = 2000
"""A single mark that has not closed by then is a stray one; keeps the search linear."""
MIN_SINGLE_CHARS = 2
STRONG = 2
"""The strength of a mark that closes and is no apostrophe."""


def single_opens(text: str, at: int, paragraph: Span) -> bool:
    """Whether the single mark at `at` has the shape of an opening one."""
    mark = text[at]
    if at > paragraph.start and text[at - 1] not in _BEFORE_OPEN:
        return False
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if after.isspace() or not (after.isalnum() or after in '“"[(…$€£#@-—¿¡'):
        return False
    return mark in "‘'‚`" and not _ELISION.match(text, at)


def single_close(text: str, at: int, paragraph: Span, ahead: str) -> int | None:
    """The end of the quotation that opens at `at`, its mark included.

    One past the paragraph's end: it never closes, for the next paragraph goes on with it (`ahead`, how that
    begins, is the same mark). None: the mark opens nothing.
    """
    limit = min(paragraph.end, at + MAX_SINGLE_CHARS)
    weak = None
    for match in _CLOSERS.finditer(text, at + MIN_SINGLE_CHARS, limit):
        place = match.start()
        strength = closing_strength(text, place, paragraph)
        if strength == STRONG:
            return _checked(text, at, weak if weak is not None and _reopened(text, at, place) else place)
        if strength and weak is None:
            weak = place
    if weak is not None:
        return _checked(text, at, weak)
    return paragraph.end + 1 if text[at] == "‘" and ahead[:1] == "‘" else None


def _reopened(text: str, at: int, place: int) -> bool:
    return text.find(" ‘", at + 1, place) >= 0


def closing_strength(text: str, place: int, paragraph: Span) -> int:
    """0: an apostrophe inside a word; 1: after s, a close or a genitive ("the dogs’ bowls"); 2: a close.

    Of two marks in a row, as in "the mayor''s dog", the last one counts.
    """
    after = text[place + 1] if place + 1 < paragraph.end else " "
    if after.isalnum() or after == text[place]:
        return 0
    before = text[place - 1]
    if before in "sS" and after in " \u00a0" and text[place + 2 : place + 3].islower():
        return 1
    return STRONG


def _checked(text: str, at: int, place: int) -> int | None:
    """The end after `place`, unless double marks inside do not pair up, or the first of them closes."""
    inside = text[at + 1 : place]
    doubles = len(_DOUBLES.findall(inside))
    if doubles % 2 or ("„" not in inside and inside.count("“") != inside.count("”")):
        return None
    first = next(double_marks(text, Span(at + 1, place)), None) if doubles else None
    if first is not None and first.lean < 0:
        return None  # ‘ … we go.” She … “Now,” … ’: the quote before ends inside
    return place + 1
