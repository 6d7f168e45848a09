"""What "who", "which" and "that" take up: the noun group before them.

Takes tokens and a source, gives a span; knows nothing of entities.
"""

from bisect import bisect_left
from collections.abc import Sequence

from reader.text import Span, Token

RELATIVES = frozenset(("who", "which", "that", "whose"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_INSIDE = _NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "$"}
_OPENS = frozenset(("DT", "PRP$", "PDT"))
_GAP = frozenset((",", "(", "—", "–", "-", "--"))
_LINKS = frozenset(("of", "for", "at"))
MAX_TOKENS = 14
"""A longer noun group is a slip of the tags."""


def antecedent(text: str, tokens: Sequence[Token], source: Span) -> Span | None:
    """The noun group before a relative pronoun, with what "of" and "for" tie to it; None for any other source."""
    if source.of(text).lower() not in RELATIVES:
        return None
    at = bisect_left(tokens, source.start, key=lambda t: t.span.start)
    if at and tokens[at - 1].span.of(text) in _GAP:
        at -= 1
    start = group_start(tokens, at)
    while 1 < start < at and at - start < MAX_TOKENS and tokens[start - 1].span.of(text) in _LINKS:
        longer = group_start(tokens, start - 1)
        if longer == start - 1:
            break
        start = longer
    if start == at:
        return None
    return Span(tokens[start].span.start, tokens[at - 1].span.end)


def group_start(tokens: Sequence[Token], end: int) -> int:
    """Where the noun group that ends before the token `end` begins; `end` where there is none."""
    if not end or tokens[end - 1].tag not in _NOUNS:
        return end
    start = end
    while start and end - start < MAX_TOKENS and tokens[start - 1].tag in _INSIDE:
        start -= 1
    return start - 1 if start and tokens[start - 1].tag in _OPENS else start
