"""Attributions turned into quotes: kinds, speakers with their names, and the entities that this adds to.

Takes a document and its attributions, gives the document with `quotes` and `entities` filled.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.nlp.document import Document
from reader.nlp.quotes.attribution import Attribution
from reader.nlp.quotes.carried import taken_up
from reader.nlp.quotes.manner import ATTITUDE, is_attitude
from reader.nlp.quotes.marks import QuotedRegion, quoted_regions
from reader.nlp.quotes.nested import Nested, nested_in
from reader.nlp.quotes.nobody import ALL_SPEECH, is_nobodys
from reader.nlp.quotes.speakers import Speakers
from reader.text import InnerQuote, Quote, QuoteKind, Span

DIRECT_SHARE = 0.9
"""Of a content's words that stand between marks where it counts as direct; the scorers' convention."""
_OWN = frozenset(("i", "we"))
_OTHERS = frozenset(("he", "she", "they"))
_WORD = re.compile(r"\w+")


def with_quotes(document: Document, attributions: Sequence[Attribution]) -> Document:
    """The document with its quotes in order of the text, and its entities renumbered."""
    regions = quoted_regions(document.article)
    starts = [r.span.start for r in regions]
    speakers = Speakers(document.text, document.tokens, document.entities)
    turns = [a.contents[0].start for a in attributions if a.rule == "transcript"]
    interviewee = speakers.interviewee(turns[0]) if turns else None
    keys = [_key(document.text, speakers, a, interviewee) for a in attributions]
    keys = taken_up(document, attributions, keys, speakers)
    kinds, inner, voiceless = [], [], []
    for attribution, key in zip(attributions, keys, strict=True):
        inside = [r for c in attribution.contents for r in _inside(regions, starts, c)]
        transcribed = attribution.rule in ALL_SPEECH
        kinds.append("direct" if transcribed else _kind(document.text, attribution.contents, inside))
        spoken = [(c, None) for c in attribution.contents] if transcribed else [(r.span, r) for r in inside]
        for span, _ in spoken:
            speakers.first_person(key, span)
        inner.append(_nested(document, speakers, spoken, key))
        voiceless.append(_is_voiceless(document, attribution, kinds[-1], [r.span for r in inside], key))
    entities, known = speakers.finish(document.entities)
    quotes = tuple(
        Quote(
            id=f"q{n}",
            kind=kind,
            contents=a.contents,
            cue=a.cue,
            speaker=speakers.speaker(a.source, key, known, author=_interviewer(document, a)) if a.source else None,
            context=a.context,
            confidence=a.confidence,
            rule=a.rule + ATTITUDE * silent,
            quoting=tuple(
                InnerQuote(nested.content, nested.cue, speakers.speaker(nested.source, whose, known, author=None))
                for nested, whose in within
            ),
        )
        for n, (a, key, kind, within, silent) in enumerate(
            zip(attributions, keys, kinds, inner, voiceless, strict=True), 1
        )
    )
    return replace(document, quotes=quotes, entities=entities)


def _is_voiceless(document: Document, said: Attribution, kind: QuoteKind, marked: list[Span], key: int | None) -> bool:
    """Whether nobody is heard in an attribution, though it stands in the analysis."""
    silent = kind == "indirect" and is_attitude(document, said)
    return silent or is_nobodys(document, said, kind, marked, known=key is not None)


def _interviewer(document: Document, attribution: Attribution) -> str | None:
    return document.article.author if attribution.rule == "transcript" else None


def _key(text: str, speakers: Speakers, attribution: Attribution, interviewee: int | None) -> int | None:
    """Who speaks: behind "A:" whom the interview is with, behind "Q:" nobody with a name, else the source's entity."""
    if attribution.source is None:
        return None
    if attribution.rule == "transcript" and attribution.source.length_chars == 1:
        return interviewee if attribution.source.of(text) == "A" else None
    return speakers.key(attribution.source)


def _nested(
    document: Document, speakers: Speakers, outer: Iterable[tuple[Span, QuotedRegion | None]], key: int | None
) -> list[tuple[Nested, int | None]]:
    """The quotations within a quote, and who speaks in each.

    "I" in it is the quote's own speaker, "she" is not: who speaks of herself says "I".
    """
    found: list[tuple[Nested, int | None]] = []
    for span, region in outer:
        for nested in nested_in(document, span, region):
            words = nested.source.of(document.text).lower()
            whose = key if words in _OWN else speakers.key(nested.source)
            found.append((nested, None if whose == key and words in _OTHERS else whose))
    return found


def _inside(regions: Sequence[QuotedRegion], starts: Sequence[int], content: Span) -> list[QuotedRegion]:
    """The regions that lie within a content."""
    at = bisect_right(starts, content.start - 1)
    found = []
    while at < len(regions) and regions[at].span.start < content.end:
        found.append(regions[at])
        at += 1
    return found


def _kind(text: str, contents: Sequence[Span], inside: Sequence[QuotedRegion]) -> QuoteKind:
    words = sum(len(_WORD.findall(text, *c)) for c in contents)
    quoted = sum(len(_WORD.findall(text, *r.span)) for r in inside)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * words else "mixed"
