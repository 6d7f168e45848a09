"""The names of another engine, brought to our conventions, with our second pass over the document.

Takes a document and its words, gives names as the built-in engine would: no title before a person, no "the" before
anything, names found once looked for everywhere, one kind for one string, listed names added. Values are dropped,
because the rules find them. A first form of this pass took spaCy's middle model from F1 64.6 to 66.6 on the news
development set.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from reader.nlp import engines
from reader.nlp.document import Document
from reader.nlp.entities.labels import refine
from reader.nlp.entities.model import Found
from reader.nlp.entities.repair import repair
from reader.nlp.entities.trim import trim
from reader.nlp.tokens.words import word_spans
from reader.text import VALUE_LABELS, Label, Name, Span, trimmed

CLASSES: dict[Label, str] = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FACILITY": "LOC"}
"""The labels' classes in the second pass; all others are one class, MISC."""


def names_by(engine: str, document: Document, words: Sequence[str]) -> list[Name]:
    """The names that an engine of another package finds; `words` are the document's tokens as strings.

    Raises:
        UsageError, AnalysisError: see `reader.nlp.engines.find`.
    """
    names = [n for n in engines.find(engine, document) if n.label not in VALUE_LABELS]
    firsts = {t.span.start: i for i, t in enumerate(document.tokens)}
    ends = {t.span.end: i + 1 for i, t in enumerate(document.tokens)}
    found: list[Found] = []
    labels: dict[int, Label] = {}
    parts: list[Name] = []
    for name in _inside_sentences(names, document):
        first, end = firsts.get(name.span.start), ends.get(name.span.end)
        if first is None or end is None:
            parts += _trimmed(name, document.text)
            continue
        found.append(Found(first, end, _class(name.label)))
        labels |= dict.fromkeys(range(first, end), name.label)
    return [*_labelled(repair(found, words), document, words, labels), *parts]


def _class(label: Label) -> str:
    return CLASSES.get(label, "MISC")


def _inside_sentences(names: Iterable[Name], document: Document) -> list[Name]:
    """Each name within the one sentence that holds most of it, without white space at its ends."""
    starts = [s.span.start for s in document.sentences]
    result: list[Name] = []
    for name in names:
        near = slice(max(0, bisect_right(starts, name.span.start) - 1), bisect_right(starts, name.span.end))
        pieces = [_shared(name.span, sentence.span) for sentence in document.sentences[near]]
        span = max(pieces, key=attrgetter("length_chars"), default=Span(0, 0))
        span = trimmed(document.text, *span)
        if span.length_chars > 0:
            result.append(Name(span, name.label))
    return result


def _shared(one: Span, other: Span) -> Span:
    """What both hold; of a negative length where they do not meet."""
    return Span(max(one.start, other.start), min(one.end, other.end))


def _trimmed(name: Name, text: str) -> list[Name]:
    """A name that begins or ends inside one of our tokens ("US" in "US-led"), to its proper extent, if any is left."""
    places = word_spans(text, name.span.start, name.span.end)
    cut = trim(Found(0, len(places), _class(name.label)), [place.of(text) for place in places])
    if cut.first >= cut.end:
        return []
    return [Name(Span(places[cut.first].start, places[cut.end - 1].end), name.label)]


def _labelled(found: Sequence[Found], document: Document, words: Sequence[str], given: dict[int, Label]) -> list[Name]:
    """The finds as names: with the engine's label for these tokens, or for this string elsewhere, or by our lists."""
    strings = [" ".join(words[f.first : f.end]) for f in found]
    own = [_own_label(f, given) for f in found]
    elsewhere = {(string, f.kind): label for string, f, label in zip(strings, found, own, strict=True) if label}
    return [
        _name(document, f, label or elsewhere.get((string, f.kind)))
        for string, f, label in zip(strings, found, own, strict=True)
    ]


def _own_label(found: Found, given: dict[int, Label]) -> Label | None:
    """The engine's label for one of these tokens, where the second pass left its class alone."""
    return next(
        (given[i] for i in range(found.first, found.end) if i in given and _class(given[i]) == found.kind), None
    )


def _name(document: Document, found: Found, label: Label | None) -> Name:
    span = Span(document.tokens[found.first].span.start, document.tokens[found.end - 1].span.end)
    text = document.text
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return Name(span, label or refine(found.kind, span.of(text), before, after))
