"""A document as paragraphs of units: its words, with each quoted region folded into one unit.

Takes a document with sentences and tokens, gives the paragraphs that the tagger labels and the linker reads. A
region that holds many sentences is one unit, so what stands around a quote lies close together however long the
quote is.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from reader.nlp.document import Document
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.marks import QuotedRegion, quoted_regions
from reader.text import ParagraphKind, Span, Token

QUOTE = "QUOTE"
REGION_TAG = "QT"
_ALWAYS_VERBS = frozenset(("said", "told"))
"""Whatever they were tagged as."""
MAX_UNITS = 4000
"""Of a piece that is read at once: with cues and contents in pairs, time grows faster than its length."""
CACHED_WORDS = 30_000  # with their parts of speech; what a 50,000-word article needs
MAX_FRAME_TOKENS = 7
"""A name with its title, and the verb of saying."""


class Unit(NamedTuple):
    """A word, or a quoted region."""

    span: Span
    word: str
    """Lower case; `QUOTE` for a region."""
    tag: str
    shape: str
    """Codes: "x", "X", "Xx" by its letters' case; "9" for figures; for a region what it looks like."""
    region: QuotedRegion | None
    sentence: int
    """Index of the group of units, within the paragraph, that a sentence and the quotes it frames make."""
    label: str
    """The label of the name that it is a part of, or empty."""


class UnitParagraph(NamedTuple):
    """One paragraph's units."""

    number: int
    """Index into the article's paragraphs."""
    kind: ParagraphKind
    span: Span
    units: tuple[Unit, ...]


def unit_paragraphs(document: Document) -> tuple[UnitParagraph, ...]:
    """The paragraphs of the document that hold any token, as units."""
    regions = quoted_regions(document.article)
    labels = _labels(document)
    by_paragraph: dict[int, list[tuple[int, int]]] = {}
    for _, first, end, number in document.sentences:
        if first < end:
            by_paragraph.setdefault(number, []).append((first, end))
    result, at = [], 0
    for index, ranges in by_paragraph.items():
        paragraph = document.article.paragraphs[index]
        while at < len(regions) and regions[at].span.end <= paragraph.span.start:
            at += 1
        inside = []
        while at < len(regions) and regions[at].span.start < paragraph.span.end:
            inside.append(regions[at])
            at += 1
        units = _units(document, ranges, inside, labels)
        result.append(UnitParagraph(index, paragraph.kind, paragraph.span, tuple(units)))
    return tuple(result)


def sentence_start(units: Sequence[Unit], at: int) -> int:
    """The first unit of the sentence in which a unit stands."""
    start = at
    while start > 0 and units[start - 1].sentence == units[at].sentence:
        start -= 1
    return start


def pieces(paragraph: UnitParagraph) -> Iterator[UnitParagraph]:
    """The paragraph; one of more than `MAX_UNITS` in pieces, cut between sentences where that is possible."""
    units, first = paragraph.units, 0
    while len(units) - first > MAX_UNITS:
        end = limit = first + MAX_UNITS
        while end > first and units[end].sentence == units[end - 1].sentence:
            end -= 1
        end = end if end > first else limit
        yield _piece(paragraph, first, end)
        first = end
    yield _piece(paragraph, first, len(units)) if first else paragraph


def _piece(paragraph: UnitParagraph, first: int, end: int) -> UnitParagraph:
    units = paragraph.units[first:end]
    start = units[0].span.start if first else paragraph.span.start
    stop = units[-1].span.end if end < len(paragraph.units) else paragraph.span.end
    return paragraph._replace(span=Span(start, stop), units=units)


def _labels(document: Document) -> dict[int, str]:
    """The start of each name's every character range, as token start → label."""
    found: dict[int, str] = {}
    if not document.names or not document.tokens:
        return found
    spans, _ = zip(*document.tokens, strict=True)
    starts, ends = zip(*spans, strict=True)
    for (start, end), label, _ in document.names:
        for token in starts[bisect_right(ends, start) : bisect_left(starts, end)]:
            found[token] = label
    return found


def _units(
    document: Document, ranges: list[tuple[int, int]], regions: list[QuotedRegion], labels: dict[int, str]
) -> list[Unit]:
    text, tokens, forms = document.text, document.tokens, document.forms
    units: list[Unit] = []
    group, fresh, at, folded = 0, False, 0, -1
    for number, (first, end) in enumerate(ranges):
        fresh = number > 0 and not (units and _framed_question(document, units, first, end))
        if at == len(regions) or tokens[end - 1].span.end <= regions[at].span.start:
            if fresh and not (units and units[-1].region and forms[first][:1].islower()):
                group += 1
            units += _plain_units(document, first, end, labels, group)
            continue
        i = first
        while i < end:
            while at < len(regions) and regions[at].span.end <= _middle(tokens[i]):
                at += 1
            region = regions[at] if at < len(regions) else None
            within = region is not None and region.span.start <= _middle(tokens[i])
            if fresh and not (within and folded == at):  # what begins inside a quote begins nothing outside
                group += not (units and units[-1].region and not within and forms[i][:1].islower())
            fresh = False
            if region is None or not within:
                stop = end if region is None else bisect_left(tokens, region.span.start, i, end, key=_middle)
                units += _plain_units(document, i, stop, labels, group)
            else:
                if folded != at:
                    units.append(Unit(region.span, QUOTE, REGION_TAG, _look(text, region), region, group, ""))
                folded, stop = at, bisect_left(tokens, region.span.end, i, end, key=_middle)
            i = stop
        while at < len(regions) and regions[at].span.end <= tokens[end - 1].span.end:
            at += 1
    return units


def _middle(token: Token) -> int:
    (start, end), _ = token
    return (start + end) // 2


def _plain_units(document: Document, first: int, end: int, labels: dict[int, str], group: int) -> Iterator[Unit]:
    """The units of tokens outside quoted regions, column by column in half the time."""
    spans, tags = zip(*document.tokens[first:end], strict=True)
    words, tags, shapes = zip(*map(_seen, document.forms[first:end], tags), strict=True)
    named = [labels.get(start, "") for start, _ in spans] if labels else repeat("")
    return map(tuple.__new__, repeat(Unit), zip(spans, words, tags, shapes, repeat(None), repeat(group), named))


@lru_cache(CACHED_WORDS)
def _seen(word: str, tag: str) -> tuple[str, str, str]:
    """A word's unit: in lower case, its part of speech, its shape."""
    lower = word.lower()
    verb = tag[0] in "NJ" and lower in _ALWAYS_VERBS
    return lower, "VBD" if verb else tag, _shape(word)


def _framed_question(document: Document, units: list[Unit], first: int, end: int) -> bool:
    """Whether a sentence only frames the quoted question that stands alone before it: "“Why?” Lee asked."."""
    last = units[-1]
    alone = len(units) == 1 or units[-2].sentence != last.sentence
    if not alone or last.region is None or document.text[last.region.inner(document.text).end - 1] not in "?!":
        return False
    for token in document.tokens[first : min(end, first + MAX_FRAME_TOKENS)]:
        word = document.text[token.span.start : token.span.end]
        if token.tag[0] == "V":
            return cue_class(word.lower(), token.tag) is not None
        if word in ',;:“"':
            return False
    return False


def _shape(word: str) -> str:
    if word.islower():
        return "x"
    if word[0].isdigit():
        return "9"
    if word.isupper():
        return "X"
    return "Xx" if word[0].isupper() else "."


def _look(text: str, region: QuotedRegion) -> str:
    """Length, first letter and last mark of a region: what tells speech from a scare quote."""
    inner = region.inner(text)
    words = text.count(" ", inner.start, inner.end) + 1
    size = "1" if words == 1 else "2" if words == 2 else "3" if words <= 4 else "4" if words <= 9 else "5"  # noqa: PLR2004 -- word counts
    first = text[inner.start : inner.start + 1]
    last = text[inner.end - 1 : inner.end] if inner.end > inner.start else ""
    after = text[region.span.end : region.span.end + 1]
    case = "U" if first.isupper() else "l"
    stop = "," if last == "," or after == "," else "." if last in ".!?…" else ""
    return f"{size}{case}{stop}{'' if region.closed else '*'}"
