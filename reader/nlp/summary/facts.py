"""Key facts: the amounts and days of the article that tell something, each once, with their sentence and subject.

Takes a document with names and entities and what each sentence is worth, gives facts in the order of the text. A value
in a heading, a caption or a call to click is none; neither is a bare year, an age or a length of time.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal, cast

from reader.nlp.document import Document
from reader.text import VALUE_LABELS, KeyFact, Name, Span
from reader.text.standalone import Context

FEWEST, MOST = 5, 15
WORDS_A_FACT = 80  # article words that one more fact stands for: two or three a screen
_DULL = re.compile(
    r"^XXXX"  # a weekday without a date
    r"|^--\d\d$"  # a month without a year
    r"|^\d{4}(?:s|-W\d\d)?$"  # a bare year, a decade, a week
    r"|^[0-9]+(?:\.\d+)? (?:s|min|h|d|wk|mo|a)$"  # a length of time or an age
    r"|^[\d.e]+$"  # a number of nobody knows what
    r"|^[0-2] [a-z]{3,}"  # "two men"
    r"|^T\d\d:"  # a time of day
)
Kind = Literal["date", "time", "money", "percent", "quantity"]


def key_facts(document: Document, worth: Mapping[Span, float], context: Context) -> tuple[KeyFact, ...]:
    """The facts of the sentences that are worth most; `worth` holds the sentences that may tell one, in order."""
    sentences = list(worth)
    starts = [s.start for s in sentences]
    first: dict[tuple[str, str], tuple[float, KeyFact]] = {}
    for name in document.names:
        at = bisect_right(starts, name.span.start) - 1
        if at < 0 or not sentences[at].contains(name.span) or not _tells(document.text, name):
            continue
        if any(o.contains(name.span) for o in context.standing(sentences[at]).omissions):
            continue  # in words that the summary leaves out
        fact = _fact(name, sentences[at], context)
        first.setdefault((fact.kind, fact.normalized), (worth[sentences[at]], fact))
    words = sum(s.length_chars for s in sentences) // 6
    most = max(FEWEST, min(MOST, words // WORDS_A_FACT))
    best = sorted(first.values(), key=lambda f: (-f[0], f[1].span))[:most]
    return tuple(sorted((fact for _, fact in best), key=lambda f: f.span))


def _tells(text: str, name: Name) -> bool:
    """Whether a value says something without being looked up: digits or a unit of its own, no "Monday"."""
    if name.label not in VALUE_LABELS or not name.normalized or _DULL.search(name.normalized):
        return False
    return name.label != "DATE" or any(c.isdigit() for c in name.span.of(text))


def _fact(name: Name, sentence: Span, context: Context) -> KeyFact:
    kind = cast("Kind", name.label.lower())
    return KeyFact(kind, name.span, name.normalized or "", sentence, _subject(name, sentence, context))


def _subject(name: Name, sentence: Span, context: Context) -> str | None:
    """Whom or what the sentence opens with, unless that is who says it."""
    speakers = context.speakers(sentence)
    for mention, entity in context.references(sentence):
        if mention.span.start >= name.span.start:
            return None
        if entity.label == "NORP" or entity.id in speakers:
            continue  # "a Russian president" is not about all Russians
        if any(m.kind == "name" for m in entity.mentions):
            return entity.id
    return None
