"""Quotation marks paired into quoted regions, one paragraph at a time with the state of the one before.

Takes an article, gives its outermost quoted regions in order, disjoint, each inside one paragraph. Knows nothing
of words or speakers, and never raises on unbalanced marks: a mark that pairs with nothing either opens up to its
paragraph's end or is left alone.
"""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Literal, NamedTuple

from reader.nlp.quotes.pairing import DoubleMark, actions, double_marks, saved_by
from reader.nlp.quotes.singles import single_close, single_opens
from reader.nlp.quotes.slips import without_slips
from reader.text import Article, Paragraph, Span, trimmed

Style = Literal["double", "single", "guillemet", "low", "latex", "dash"]

_SINGLE = re.compile("[‘’‚'`]")
_STYLES: dict[str, Style] = {"„": "low", "«": "guillemet", "»": "guillemet", "`": "latex", "'": "latex"}
_DASH = re.compile(r"[—―–]\s?(?=[\w¿¡…])")
_DASH_BREAK = re.compile(r"(?<=[\w.,!?…])\s*[—―–](?=\s?[a-z])")
_STOPS = frozenset(".,!?…")
MAX_UNOPENED_CHARS = 200
"""Of a paragraph's first words that a mark closes and none opens; in more there is narration."""
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


@lru_cache(1)  # three steps of the analysis ask for them
def quoted_regions(article: Article) -> tuple[QuotedRegion, ...]:
    """The outermost quoted regions of the article, in order."""
    text, found, pending = article.text, [], None
    dashes = _dialogue_by_dashes(article)
    paragraphs = article.paragraphs
    for number, paragraph in enumerate(paragraphs):
        if paragraph.preformatted:
            pending = None
            continue
        following = paragraphs[number + 1].span if number + 1 < len(paragraphs) else None
        if dashes and _DASH.match(text, paragraph.span.start) and paragraph.kind == "body":
            regions = _dash_regions(text, paragraph)
        else:
            regions = _paragraph_regions(text, paragraph.span, pending, following)
        found.extend(regions)
        pending = _left_open(regions, paragraph.span)
    return tuple(found)


def inner_regions(text: str, outer: Span, region: QuotedRegion | None) -> list[Span]:
    """The quotations inside a content: in single marks within double ones, in double marks within any others.

    Args:
        text: the article's.
        outer: the content, its marks included.
        region: its marks; None where it has none.
    """
    within = region.inner(text) if region is not None else outer
    if region is None or region.style == "single":
        return [r.span for r in _double_regions(text, within, None, None) if r.closed]
    found, done = list[Span](), within.start
    for match in _SINGLE.finditer(text, *within):
        place = match.start()
        if place < done or _doubled(text, place) or not single_opens(text, place, within):
            continue
        end = single_close(text, place, within, "")
        if end is not None and end <= within.end:
            found.append(Span(place, end))
            done = end
    return found


def _left_open(regions: list[QuotedRegion], paragraph: Span) -> Style | None:
    last = regions[-1] if regions else None
    return last.style if last and not last.closed and last.span.end == paragraph.end else None


def _paragraph_regions(text: str, span: Span, pending: Style | None, following: Span | None) -> list[QuotedRegion]:
    """The regions of one paragraph; `pending`: the style left open before, `following`: the next paragraph."""
    doubles = _double_regions(text, span, pending, following)
    ahead = text[following.start] if following else ""
    found: list[QuotedRegion] = []
    at, done = 0, span.start
    for match in _SINGLE.finditer(text, *span):
        place = match.start()
        while at < len(doubles) and doubles[at].span.end <= place:
            found.append(doubles[at])
            done, at = doubles[at].span.end, at + 1
        inside = at < len(doubles) and doubles[at].span.start <= place
        if inside or place < done or _doubled(text, place) or not single_opens(text, place, span):
            continue
        end = single_close(text, place, span, ahead)
        if end is not None:
            found.append(_single(place, end, span, pending))
            done = end
            while at < len(doubles) and doubles[at].span.start < end:
                at += 1
    return [*found, *doubles[at:]]


def _doubled(text: str, place: int) -> bool:
    """Whether the mark is half of a double one."""
    return text[place] in "'`" and text[place] in (text[place - 1 : place], text[place + 1 : place + 2])


def _double_regions(text: str, span: Span, pending: Style | None, following: Span | None) -> list[QuotedRegion]:
    marks = without_slips(text, span, list(double_marks(text, span)))
    implicit, saved = _implicit_start(text, span, marks, pending), partial(saved_by, text, following)
    found: list[QuotedRegion] = []
    start, style, opened = span.start, pending or "double", False
    is_open = implicit
    for mark, action in zip(marks, actions(marks, opened=implicit, saved=saved), strict=True):
        continues = pending is not None and start == span.start
        if action in ("close", "close both", "reopen"):
            closes = action != "reopen"
            end = mark.end if action == "close both" else mark.at + mark.size
            end = end if closes else trimmed(text, start, mark.at).end
            found.append(QuotedRegion(Span(start, end), opened, closes, style, continues))
            is_open = False
        if action in ("open", "reopen"):
            start, style, opened, is_open = mark.end - mark.size, _style(mark.char), True, True
    if is_open:
        continues = pending is not None and start == span.start
        found.append(QuotedRegion(Span(start, span.end), opened, False, style, continues))
    return found


def _style(char: str) -> Style:
    return _STYLES.get(char, "double")


def _single(at: int, end: int, span: Span, pending: Style | None) -> QuotedRegion:
    closed = end <= span.end
    return QuotedRegion(Span(at, min(end, span.end)), True, closed, "single", pending == "single" and at == span.start)


def _implicit_start(text: str, span: Span, marks: Sequence[DoubleMark], pending: Style | None) -> bool:
    r"""Whether the paragraph is in a region from its first letter, though no mark says so.

    "“A one.\n\nStill A.” he said": the second paragraph closes what it never opened. So does one whose opening mark
    was lost, if what it closes is short and has a stop.
    """
    if not marks or marks[0].at == span.start:
        return False
    first = marks[0]
    if pending in ("single", "dash"):
        return False
    if pending is None:
        short = first.at - span.start <= MAX_UNOPENED_CHARS
        return short and first.lean < 0 and first.size == 1 and text[span.start : first.at].rstrip()[-1:] in _STOPS
    return first.char in "”'" or (first.char == '"' and first.lean < 0)


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
