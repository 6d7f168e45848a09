"""Sentences, tokens and parts of speech: the first stage.

Takes a document with its article, gives it with `sentences` and `tokens`. Every sentence lies inside one paragraph.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import repeat

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.tokens.datelines import LONGEST_CHARS, dateline_chars, day_behind_chars
from reader.nlp.tokens.sentences import sentence_spans
from reader.nlp.tokens.tagger import tagger
from reader.nlp.tokens.words import word_spans
from reader.text import Paragraph, Sentence, Span, Token, trimmed

__all__ = ["tokenize"]

_CELL_GAP = re.compile(r" +\| +")
"""Between the cells of a table's row, and the parts of a line over or under an article: nothing goes on behind it."""


def tokenize(document: Document, options: AnalysisOptions) -> Document:  # noqa: ARG001 -- the signature of a stage
    """Fills `sentences`, `tokens` and `forms`."""
    text, tag_words = document.text, tagger().tag_words
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    forms: list[str] = []
    for index, paragraph in enumerate(document.article.paragraphs):
        for span in _sentences(text, paragraph, first=index == 0):
            words = word_spans(text, span.start, span.end)
            here = [text[start:end] for start, end in words]
            first = len(tokens)
            # what `Token(span, tag)` does, in C: a seventh of the stage's time
            tokens += map(tuple.__new__, repeat(Token), zip(words, tag_words(here), strict=True))
            forms += here
            sentences.append(Sentence(span, first, len(tokens), index))
    return replace(document, sentences=tuple(sentences), tokens=tuple(tokens), forms=tuple(forms))


def _sentences(text: str, paragraph: Paragraph, *, first: bool) -> Iterable[Span]:
    """The sentences of a paragraph; those of a caption end with its cells, and a dateline is one of its own."""
    start, end = paragraph.span
    if paragraph.kind == "caption":
        for gap in _CELL_GAP.finditer(text, start, end):
            yield from sentence_spans(text, start, gap.start())
            start = gap.end()
    elif paragraph.kind == "body":
        body = start + dateline_chars(text[start : min(end, start + LONGEST_CHARS)])
        if body > start:
            yield trimmed(text, start, body)
            start = body
    day = day_behind_chars(text[start:end]) if first else 0
    yield from sentence_spans(text, start, end - day)
    if day:
        yield Span(end - day, end)
