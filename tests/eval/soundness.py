"""What has to hold of every analysis, and which quotes one analysis has that another has not.

Takes analyses, gives complaints, a line each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.text import Analysis, Quote, Span
from tests.eval.marks_at_random import Mutated

HALF = 0.5
"""Of a quote's words that have to be among the other analysis' contents."""
LEAST_WORDS = 3
"""A shorter quote may become a scare quote when the marks around it change."""
_WORD = re.compile(r"\w+")


def complaints(analysis: Analysis) -> Iterator[str]:
    """What does not hold."""
    size = len(analysis.article.text)
    ids = [e.id for e in analysis.entities]
    if ids != [f"e{n}" for n in range(1, len(ids) + 1)]:
        yield "entities are not numbered in order"
    for entity in analysis.entities:
        if not _in_order([m.span for m in entity.mentions], size):
            yield f"{entity.id}: mentions out of bounds or order"
    if not _in_order([s.span for s in analysis.sentences], size):
        yield "sentences out of bounds or order"
    if [q.id for q in analysis.quotes] != [f"q{n}" for n in range(1, len(analysis.quotes) + 1)]:
        yield "quotes are not numbered in order"
    for before, after in pairwise(analysis.quotes):
        if before.contents[0] > after.contents[0]:
            yield f"{after.id} stands before {before.id}"
    for quote in analysis.quotes:
        yield from _of_quote(quote, set(ids), size)
    whole = {s.span for s in analysis.sentences}
    if not all(s.span in whole for s in analysis.summary):
        yield "the summary holds what is no sentence"


def _of_quote(quote: Quote, ids: set[str], size: int) -> Iterator[str]:
    if not quote.contents or not _in_order(quote.contents, size):
        yield f"{quote.id}: contents out of bounds or order"
    marked = (quote.cue, quote.context.when, quote.context.medium, quote.context.addressee)
    spans = [s for s in (*marked, quote.speaker and quote.speaker.span) if s is not None]
    if not all(_in_order([span], size) for span in spans):
        yield f"{quote.id}: cue, speaker or context out of bounds"
    if quote.speaker is not None and quote.speaker.entity is not None and quote.speaker.entity not in ids:
        yield f"{quote.id}: speaker {quote.speaker.entity} is no entity"
    if not 0 <= quote.confidence <= 1:
        yield f"{quote.id}: confidence {quote.confidence}"


def _in_order(spans: Sequence[Span], size: int) -> bool:
    inside = all(0 <= s.start < s.end <= size for s in spans)
    return inside and all(a.end <= b.start for a, b in pairwise(spans))


def lost(before: Analysis, after: Analysis, changed: Mutated) -> Iterator[str]:
    """The direct quotes of `before` whose own marks are as they were, and whose words `after` has in no content."""
    covered = sorted(content for quote in after.quotes for content in quote.contents)
    for quote in before.quotes:
        contents = quote.contents
        if quote.kind != "direct" or quote.rule == "transcript" or not all(map(changed.untouched, contents)):
            continue
        text = before.article.text
        words = sum(len(_WORD.findall(c.of(text))) for c in contents)
        kept = sum(_words_in(after.article.text, changed.moved(c), covered) for c in contents)
        if words >= LEAST_WORDS and kept < HALF * words:
            yield f"{quote.id} {contents[0].of(text)[:60]!r}"


def _words_in(text: str, span: Span, covered: Iterable[Span]) -> int:
    """The words of a span that stand in the `covered` spans."""
    places = {m.start() for c in covered if c.overlaps(span) for m in _WORD.finditer(text, *c)}
    return sum(m.start() in places for m in _WORD.finditer(text, *span))
