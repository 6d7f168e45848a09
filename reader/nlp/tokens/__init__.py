"""Sentences, tokens and parts of speech: the first stage.

Takes a document with its article, gives it with `sentences` and `tokens`. Every sentence lies inside one paragraph.
"""

from dataclasses import replace

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.tokens.sentences import sentence_spans
from reader.nlp.tokens.tagger import tagger
from reader.nlp.tokens.words import word_spans
from reader.text import Sentence, Token

__all__ = ["tokenize"]


def tokenize(document: Document, options: AnalysisOptions) -> Document:  # noqa: ARG001 -- the signature of a stage
    """Fills `sentences` and `tokens`."""
    text, tag_words = document.text, tagger().tag_words
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for index, paragraph in enumerate(document.article.paragraphs):
        for span in sentence_spans(text, paragraph.span.start, paragraph.span.end):
            words = word_spans(text, span.start, span.end)
            tags = tag_words([text[w.start : w.end] for w in words])
            first = len(tokens)
            tokens += map(Token, words, tags)
            sentences.append(Sentence(span, first, len(tokens), index))
    return replace(document, sentences=tuple(sentences), tokens=tuple(tokens))
