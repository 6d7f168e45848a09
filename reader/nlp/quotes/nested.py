"""Quotes within quotes: what a speaker says that somebody said, where those words have their own words of saying.

Takes a document and a quoted region of it, gives the inner quotations that a verb of saying and a subject frame:
“He told me, ‘Go home,’ and I did,” Ann said → ‘Go home,’ told by "He". A word in inner marks alone is none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.nlp.document import Document
from reader.nlp.quotes.cues import verb_class
from reader.nlp.quotes.marks import QuotedRegion, inner_regions
from reader.nlp.quotes.relatives import RELATIVES, antecedent, group_start
from reader.text import Span, Token

_SAYS = frozenset(
    "say tell ask question answer add repeat state report explain claim deny admit warn promise write tweet shout"
    " murmur snap call quip".split()
)
"""Classes of verbs that stand right beside somebody's words."""
_NO_SAYING = frozenset("not n't n’t never to would could might if".split())
"""Before the verb these make it something not said."""
_STOPS = frozenset(".?!;")
_LIGHT = frozenset((",", ":", "that"))
MAX_ADDRESSEE = 4
"""Tokens between the verb and the words: "told the whole class"."""
MAX_BETWEEN = 4
"""Tokens between the subject and its verb: "has always been saying"."""


class Nested(NamedTuple):
    """An inner quotation with its own words of saying."""

    content: Span
    cue: Span
    source: Span


def nested_in(document: Document, outer: Span, region: QuotedRegion | None) -> Iterator[Nested]:
    """The framed quotations inside a content.

    Args:
        document: whose text and tokens they are.
        outer: what the speaker said.
        region: the marks around it; None where it has none, as in a transcript.
    """
    tokens = document.tokens
    for inner in inner_regions(document.text, outer, region):
        low = bisect_left(tokens, outer.start, key=lambda t: t.span.start)
        high = bisect_left(tokens, outer.end, low, key=lambda t: t.span.start)
        before = bisect_left(tokens, inner.start, low, high, key=lambda t: t.span.start)
        after = bisect_left(tokens, inner.end, low, high, key=lambda t: t.span.start)
        framed = _frame_before(document, tokens[low:before]) or _frame_after(document.text, tokens[after:high])
        if framed is not None:
            yield Nested(inner, *framed)


def _frame_before(document: Document, before: Sequence[Token]) -> tuple[Span, Span] | None:
    """Cue and source of "He told me, …"."""
    text = document.text
    at = len(before) - 1
    while at >= 0 and (before[at].span.of(text) in _LIGHT or before[at].span.of(text) in "“\"‘'"):
        at -= 1
    for verb in range(at, max(-1, at - MAX_ADDRESSEE - 1), -1):
        token = before[verb]
        if token.span.of(text) in _STOPS or token.span.of(text) == ",":
            return None
        if token.tag[0] == "V":
            subject = _subject_before(document, before[:verb]) if _says(text, token) else None
            return (token.span, subject) if subject else None
    return None


def _subject_before(document: Document, before: Sequence[Token]) -> Span | None:
    text, at = document.text, len(before) - 1
    for _ in range(MAX_BETWEEN):
        if at < 0 or before[at].span.of(text).lower() in _NO_SAYING or before[at].tag[0] not in "VMR":
            break
        at -= 1
    if at < 0 or before[at].span.of(text).lower() in _NO_SAYING:
        return None
    token = before[at]
    if token.span.of(text).lower() in RELATIVES:
        return antecedent(text, document.tokens, token.span) and token.span
    if token.tag in ("PRP", "EX"):
        return token.span if token.tag == "PRP" else None
    start = group_start(before, at + 1)
    return Span(before[start].span.start, token.span.end) if start <= at else None


def _frame_after(text: str, after: Sequence[Token]) -> tuple[Span, Span] | None:
    """Cue and source of "…,’ he said" and "…,’ said the man"."""
    words = [t for t in after[: MAX_BETWEEN + 4] if t.span.of(text) not in (",", "’", "'", "”", '"')]
    if len(words) < 2:  # noqa: PLR2004 -- a verb and a subject
        return None
    first = words[0]
    if first.tag == "PRP" and _says(text, words[1]):
        return words[1].span, first.span
    at = 1 if _says(text, first) else 0
    end = at
    while end < len(words) and words[end].tag in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "PRP"):
        end += 1
    if end == at or words[end - 1].tag in ("DT", "JJ", "PRP$"):
        return None
    subject = Span(words[at].span.start, words[end - 1].span.end)
    if at:
        return first.span, subject
    return (words[end].span, subject) if end < len(words) and _says(text, words[end]) else None


def _says(text: str, token: Token) -> bool:
    finite = token.tag in ("VBD", "VBZ", "VBP", "VBG", "VBN")
    return finite and verb_class(token.span.of(text).lower()) in _SAYS
