"""Quotation marks paired into quoted regions, one paragraph at a time with the state of the one before.

Takes an article, gives its outermost quoted regions in order, disjoint, each inside one paragraph. Knows nothing
of words or speakers, and never raises on unbalanced marks: a mark that pairs with nothing either opens up to its
paragraph's end or is left alone.
"""

import re
from collections import Counter
from typing import Literal, NamedTuple

from reader.nlp.quotes.singles import single_close, single_opens
from reader.text import Article, Paragraph, Span, trimmed

Style = Literal["double", "single", "guillemet", "low", "latex", "dash"]

_MARK = re.compile(r"``|''|[“”„‟\"«»‘’'‚`]")
_OPENERS: dict[str, Style] = {"“": "double", "‟": "double", "„": "low", "«": "guillemet", "``": "latex"}
_SINGLES = frozenset("‘’'‚`")
_DASH = re.compile(r"[—―–]\s?(?=[\w¿¡…])")
_DASH_BREAK = re.compile(r"(?<=[\w.,!?…])\s*[—―–](?=\s?[a-z])")
_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:½|\.\d)?$")
_AFTER_CLOSE = frozenset(" \t.,;:!?)]}—–-…”’'\u00a0")
_BEFORE_OPEN = frozenset(" \t([{—–-‘'“/…\u00a0")
MIN_DASH_PARAGRAPHS = 2
"""One dash at a paragraph's start is a list or a flourish; dialogue has an answer."""


class QuotedRegion(NamedTuple):
    """A quoted stretch with its marks."""

    span: Span
    opened: bool
    """Whether an opening mark stands at its start."""
    closed: bool
    """Whether a closing mark stands at its end."""
    style: Style
    continues: bool
    """Whether it goes on from the paragraph before, whose quote was never closed."""

    def inner(self, text: str) -> Span:
        """The quoted words without the marks and the white space beside them."""
        start, end = self.span
        if self.opened:
            start += 2 if text[start : start + 2] in ("``", "''") else 1
        if self.closed and self.style != "dash":
            end -= 2 if text[end - 2 : end] == "''" else 1
        return trimmed(text, start, max(start, end))


class _Place(NamedTuple):
    """A double mark where it stands."""

    text: str
    paragraph: Span
    at: int
    mark: str

    @property
    def shape(self) -> int:
        """1 where it looks like an opening mark, -1 like a closing one, 0 like either."""
        after_at = self.at + len(self.mark)
        before = self.text[self.at - 1] if self.at > self.paragraph.start else " "
        after = self.text[after_at] if after_at < self.paragraph.end else " "
        opens = before in _BEFORE_OPEN and not after.isspace()
        closes = after in _AFTER_CLOSE and not before.isspace()
        return int(opens) - int(closes)


class _Open(NamedTuple):
    start: int
    style: Style
    opened: bool
    continues: bool
    depth: int = 1


def quoted_regions(article: Article) -> tuple[QuotedRegion, ...]:
    """The outermost quoted regions of the article, in order."""
    text, found, pending = article.text, [], None
    dashes = _dialogue_by_dashes(article)
    paragraphs = article.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if paragraph.preformatted:
            pending = None
            continue
        following = paragraphs[number + 1].span.start if number + 1 < len(paragraphs) else len(text)
        if dashes and _DASH.match(text, paragraph.span.start) and paragraph.kind == "body":
            regions = _dash_regions(text, paragraph)
        else:
            regions = _paragraph_regions(text, paragraph.span, pending, text[following : following + 2])
        found.extend(regions)
        pending = _left_open(regions, paragraph.span)
    return tuple(found)


def _left_open(regions: list[QuotedRegion], paragraph: Span) -> Style | None:
    last = regions[-1] if regions else None
    return last.style if last and not last.closed and last.span.end == paragraph.end else None


def _paragraph_regions(text: str, span: Span, pending: Style | None, ahead: str) -> list[QuotedRegion]:
    """The regions of one paragraph; `pending`: the style left open before, `ahead`: how the next begins."""
    found: list[QuotedRegion] = []
    state = _implicit_start(text, span, pending)
    skip_to = span.start
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, span.start, span.end)]
    balance, left = _closes_left(marks), Counter(mark for _, mark in marks)
    for index, (at, mark) in enumerate(marks):
        left[mark] -= 1
        if at < skip_to or (mark == '"' and _INCHES.search(text, max(span.start, at - 8), at)):
            continue
        if mark in _SINGLES:
            end = single_close(text, at, span, ahead) if state is None and single_opens(text, at, span) else None
            if end is not None:
                found.append(_single(at, end, span, pending))
                skip_to = end
            continue
        place = _Place(text, span, at, mark)
        if state is None:
            state = _opening(place, pending)
        elif _reopens(place, state, left[mark]):
            found.append(_region(state, trimmed(text, state.start, at).end, closed=False))
            state = _opening(place, None)
        elif not _closes(place, state):
            nested = mark in "“„«" and balance[index] > state.depth
            state = state._replace(depth=state.depth + nested)
        elif state.depth > 1:
            state = state._replace(depth=state.depth - 1)
        else:
            found.append(_region(state, at + len(mark), closed=True))
            state = None
    if state is not None:
        found.append(_region(state, span.end, closed=False))
    return found


def _region(state: _Open, end: int, *, closed: bool) -> QuotedRegion:
    return QuotedRegion(Span(state.start, end), state.opened, closed, state.style, state.continues)


def _single(at: int, end: int, span: Span, pending: Style | None) -> QuotedRegion:
    closed = end <= span.end
    return QuotedRegion(Span(at, min(end, span.end)), True, closed, "single", pending == "single" and at == span.start)


def _implicit_start(text: str, span: Span, pending: Style | None) -> _Open | None:
    r"""The region that a paragraph is in from its first letter, though no mark says so.

    "“A one.\n\nStill A.” he said": the second paragraph closes what it never opened.
    """
    if pending in (None, "single", "dash"):
        return None
    first = next((m for m in _MARK.finditer(text, span.start, span.end) if m.group() not in _SINGLES), None)
    if first is None or first.start() == span.start:
        return None
    place = _Place(text, span, first.start(), first.group())
    closes = place.mark in ("”", "''") or (place.mark == '"' and place.shape < 0)
    return _Open(span.start, pending or "double", opened=False, continues=True) if closes else None


def _closes_left(marks: list[tuple[int, str]]) -> list[int]:
    """For each mark, how many more curly marks close than open after it."""
    left, result = 0, [0] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        result[index] = left
        mark = marks[index][1]
        left += 1 if mark == "”" else -1 if mark in "“„" else 0
    return result


def _opening(place: _Place, pending: Style | None) -> _Open | None:
    """What a double mark opens where nothing is open; None for a mark that only closes."""
    mark, at_start = place.mark, place.at == place.paragraph.start
    if place.shape < 0 and not at_start and mark not in ("„", "«", "``"):
        return None  # a closing mark whose opening one was lost
    style: Style = _OPENERS.get(mark) or ("guillemet" if mark == "»" else "latex" if mark == "''" else "double")
    return _Open(place.at, style, opened=True, continues=pending is not None and at_start)


def _reopens(place: _Place, state: _Open, left: int) -> bool:
    """Whether a straight mark opens though one is open, whose closing mark was lost: '"We go, he said. "Now."'."""
    alike = place.mark in ('"', "''") and place.text.startswith(place.mark, state.start)
    return alike and left % 2 == 1 and place.shape > 0 and place.at > state.start + len(place.mark)


def _closes(place: _Place, state: _Open) -> bool:
    """Whether the double mark closes what is open; straight and curly marks close each other."""
    mark, opened_by = place.mark, place.text[state.start]
    if mark in ("”", "''"):
        return True
    if mark == "“":
        return state.style == "low" or place.shape < 0  # “here,“ said Jim: a slip of the typesetter
    if mark in "«»":
        return state.style == "guillemet" and mark != opened_by
    return mark == '"' and (opened_by in '"“”' or not state.opened)


def _dialogue_by_dashes(article: Article) -> bool:
    """Whether paragraphs that start with a dash are speech here."""
    starts = sum(1 for p in article.paragraphs if p.kind == "body" and _DASH.match(article.text, p.span.start))
    return starts >= MIN_DASH_PARAGRAPHS


def _dash_regions(text: str, paragraph: Paragraph) -> list[QuotedRegion]:
    """The speech of a paragraph that starts with a dash: "— Come in — said Ann. — Sit down."."""
    found, at, end = [], paragraph.span.start, paragraph.span.end
    stops = [m.start() for m in _DASH_BREAK.finditer(text, at + 1, end)][:1]
    stop = stops[0] if stops else end
    found.append(QuotedRegion(trimmed(text, at, stop), True, True, "dash", False))
    again = _DASH.search(text, stop + 2, end) if stops else None
    if again is not None and text[again.end() : again.end() + 1].isupper():
        found.append(QuotedRegion(trimmed(text, again.start(), end), True, True, "dash", False))
    return found
