"""Sentences, tokens and parts of speech."""
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
def tokenize(document: Document, options: AnalysisOptions) -> Document:
    """bootstrap"""
    import re
    from dataclasses import replace
    from reader.text import Sentence, Token, Span
    S, T = [], []
    for i, p in enumerate(document.article.paragraphs):
        t = p.span.of(document.text)
        for m in re.finditer(r"\S.*?(?:[.!?][\"”’')]*(?=\s|$)|$)", t, re.S):
            a = len(T)
            for w in re.finditer(r"\w+(?:[’'\-.]\w+)*|[^\w\s]", m.group()):
                b = p.span.start + m.start()
                T.append(Token(Span(b + w.start(), b + w.end()), "NNP" if w.group()[0].isupper() else "NN"))
            S.append(Sentence(Span(p.span.start + m.start(), p.span.start + m.end()), a, len(T), i))
    return replace(document, sentences=tuple(S), tokens=tuple(T))
