"""What has to hold of every analysis, and which quotes one analysis has that another has not.

Takes analyses, gives complaints, a line each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.text import Analysis, Article, Quote, Span
from tests.eval.marks_at_random import Mutated

HALF = 0.5
"""Of a quote's words that have to be among the other analysis' contents."""
LEAST_WORDS = 3
"""A shorter quote may become a scare quote when the marks around it change."""
LEAST_SENTENCE_WORDS = 8
"""A shorter sentence in marks may be a title, a slogan or a phrase."""
MAX_SMALL_WORD = 3
"""Letters of a word that a title may write small."""
_WORD = re.compile(r"\w+")
_DOUBLE = re.compile(r"``|''|[“”„‟\"«»]")
_ANY_MARK = frozenset("“”„‟\"«»‘’'`")
_PLAIN_QUOTE = re.compile(r"(?<!\S)(?:“[A-Z][^“”\"\n]+[.,!?]”|\"[A-Z][^“”\"\n]+[.,!?]\")(?=\s)")
"""Opening mark, capital, stop, closing mark; no other double mark inside."""


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


class Fate(NamedTuple):
    """What became of a direct quote whose own marks are as they were when others were changed."""

    quote: Quote
    kept: bool
    """Whether half of its words are still somebody's; whose, and how much else with them, the other two say."""
    whole: bool
    """Whether one quote has its very words and no others."""
    same_speaker: bool
    """Whether whoever has most of its words is who had them before."""


def fates(before: Analysis, after: Analysis, changed: Mutated) -> Iterator[Fate]:
    """Of each direct quote of `before` of three words and more that is no title, no mark of which was changed.

    A quote that never closes has no end of its own that the changed text could keep, so it is left out.
    """
    text = after.article.text
    for quote in before.quotes:
        contents = quote.contents
        if not _is_marked(quote) or never_closes(before.article, quote) or not all(map(changed.untouched, contents)):
            continue
        words = {at for c in contents for at in _words(text, changed.moved(c))}
        if len(words) < LEAST_WORDS or _is_title(" ".join(c.of(before.article.text) for c in contents)):
            continue
        held = {other.id: {at for c in other.contents for at in _words(text, c)} for other in after.quotes}
        most = max(after.quotes, key=lambda q: len(words & held[q.id]), default=None)
        kept = len(words & set().union(*held.values())) >= HALF * len(words)
        same = most is not None and _name(most) == _name(quote)
        yield Fate(quote, kept, words in held.values(), kept and same)


def unclosed(analysis: Analysis) -> int:
    """How many direct quotes `fates` leaves out because they never close."""
    return sum(_is_marked(quote) and never_closes(analysis.article, quote) for quote in analysis.quotes)


def _is_marked(quote: Quote) -> bool:
    return quote.kind == "direct" and quote.rule != "transcript"


def never_closes(article: Article, quote: Quote) -> bool:
    """Whether the text opens a double mark within a quote and closes it nowhere: the quote stops with its paragraph.

    Found by the marks alone. It counts as closed where the next mark of the text closes, or begins the next paragraph.
    """
    text, end = article.text, quote.contents[-1].end
    opened = sum(len(_DOUBLE.findall(text, *content)) for content in quote.contents) % 2 == 1
    stops = any(p.span.end == end for p in article.paragraphs) and text[end - 1] not in _ANY_MARK
    return opened and stops and not _goes_on(text, end)


def _goes_on(text: str, end: int) -> bool:
    """Whether the next double mark behind a paragraph's end closes what was open there, or opens it anew."""
    mark = _DOUBLE.search(text, end)
    if mark is None:
        return False
    begins = not text[end : mark.start()].strip()
    return begins or mark.group() in ("”", "''") or (mark.group() == '"' and not text[mark.end() :][:1].isalnum())


def _is_title(words: str) -> bool:
    """Whether a short stretch is in Headline Style: "The Sound of Rain", "Best Dad.": a work, a name or a slogan."""
    found = _WORD.findall(words)
    return len(found) < LEAST_SENTENCE_WORDS and all(w[0].isupper() for w in found if len(w) > MAX_SMALL_WORD)


def lost(before: Analysis, after: Analysis, changed: Mutated) -> Iterator[str]:
    """The direct quotes of `before` whose own marks are as they were, and whose words `after` has in no content."""
    for fate in fates(before, after, changed):
        if not fate.kept:
            yield f"{fate.quote.id} {fate.quote.contents[0].of(before.article.text)[:60]!r}"


def unheard(analysis: Analysis) -> Iterator[str]:
    """Sentences in plain marks that are in no content: found by their marks alone, with none of the stage's code."""
    text = analysis.article.text
    covered = {at for q in analysis.quotes for c in q.contents for at in _words(text, c)}
    for match in _PLAIN_QUOTE.finditer(text):
        words = _words(text, Span(*match.span()))
        if len(words) >= LEAST_SENTENCE_WORDS and len(words & covered) < HALF * len(words):
            yield f"nobody's {match.group()[:60]!r}"


def _name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def _words(text: str, span: Span) -> set[int]:
    """Where the words of a span begin."""
    return {m.start() for m in _WORD.finditer(text, *span)}
