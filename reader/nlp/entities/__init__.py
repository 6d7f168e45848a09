"""Names: the second stage. Takes a document with tokens, gives it with `names` (typed spans, values among them)."""

from collections.abc import Iterator
from dataclasses import replace

from reader.nlp.document import Document
from reader.nlp.engines import BUILT_IN
from reader.nlp.entities.compounds import HYPHENS, compound_names
from reader.nlp.entities.labels import refine
from reader.nlp.entities.model import Found, tag_document
from reader.nlp.entities.repair import repair
from reader.nlp.options import AnalysisOptions
from reader.nlp.values import find_values
from reader.text import Name, Span

__all__ = ["find_names"]


def find_names(document: Document, options: AnalysisOptions) -> Document:
    """Fills `names`, ordered and disjoint; where a name and a value overlap, the longer stands.

    Raises:
        UsageError, AnalysisError: another engine than the built-in one is asked for, and is missing or fails.
    """
    words = document.words()
    if options.engine == BUILT_IN:
        names = _with_compounds(document, words, repair(tag_document(document, words), words))
    else:
        from reader.nlp.engine_names import names_by

        names = names_by(options.engine, document, words)
    return replace(document, names=_merged(names, find_values(document)))


def _with_compounds(document: Document, words: list[str], found: list[Found]) -> list[Name]:
    """The names, with those inside hyphenated words where no longer name stands."""
    taken = {i for f in found if f.end - f.first > 1 for i in range(f.first, f.end)}
    parts = {i: names for i, names in _compounds(document, words) if i not in taken}
    kept = [_name(document, f) for f in found if f.first not in parts]
    return [*kept, *(name for names in parts.values() for name in names)]


def _compounds(document: Document, words: list[str]) -> Iterator[tuple[int, list[Name]]]:
    hyphenated = {word for word in set(words) if not HYPHENS.isdisjoint(word)}
    for i in [i for i, word in enumerate(words) if word in hyphenated]:
        if names := compound_names(words[i], document.tokens[i].span.start):
            yield i, names


def _name(document: Document, found: Found) -> Name:
    span = Span(document.tokens[found.first].span.start, document.tokens[found.end - 1].span.end)
    text = document.text
    label = refine(found.kind, span.of(text), text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1])
    return Name(span, label)


def _merged(names: list[Name], values: tuple[Name, ...]) -> tuple[Name, ...]:
    """Both in order; of two that overlap the longer one, the name when they are equal."""
    result: list[Name] = []
    for name in sorted([*names, *values], key=lambda n: (n.span.start, -n.span.end, n.normalized is not None)):
        if result and name.span.start < result[-1].span.end:
            if name.span.length_chars > result[-1].span.length_chars:
                result[-1] = name
        else:
            result.append(name)
    return tuple(result)
