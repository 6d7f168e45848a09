"""The domain types. Standard library only; every other layer may import them."""

from reader.text.analysis import (
    VALUE_LABELS,
    Analysis,
    Engine,
    Entity,
    Event,
    Gender,
    InnerQuote,
    Insertion,
    KeyFact,
    Label,
    Mention,
    MentionKind,
    Name,
    Quote,
    QuoteContext,
    QuoteKind,
    Sentence,
    Speaker,
    SummarySentence,
    Token,
)
from reader.text.article import Article, InlineMark, MarkKind, Paragraph, ParagraphKind
from reader.text.span import Span, trimmed

__all__ = [
    "VALUE_LABELS", "Analysis", "Article", "Engine", "Entity", "Event", "Gender", "InlineMark", "InnerQuote",
    "Insertion", "KeyFact", "Label",
    "MarkKind", "Mention", "MentionKind", "Name", "Paragraph", "ParagraphKind", "Quote", "QuoteContext",
    "QuoteKind", "Sentence", "Span", "Speaker", "SummarySentence", "Token", "trimmed",
]  # fmt: skip
