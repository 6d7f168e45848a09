"""Which sentences may be chosen, each with what the scorer needs to know of it. Takes a document, gives candidates."""

import re
from dataclasses import dataclass

from reader.nlp.document import Document
from reader.text import VALUE_LABELS, Span

SHORTEST_WORDS = 5  # a shorter sentence says nothing out of its place
LONGEST_WORDS = 70  # a longer one is a list or was not cut
_BOILERPLATE = re.compile(
    r"\b(?:read more|click here|sign up|subscribe|follow (?:us|me|him|her) on|all rights reserved"
    r"|contributed to this report"
    r"|share this|photo(?:graph)? (?:by|:)|getty images|newsletter|scroll down|watch the video"
    r"|listen to|originally published"
    r"|terms of (?:use|service)|privacy policy|last updated|e-?mail us"
    r"|this story (?:has been|was) (?:updated|corrected))\b",
    re.IGNORECASE,
)
_STOP = frozenset(
    (
        "a an the and or but nor so yet of in on at to for from by with as is are was were be been being has have "
        "had do does did it its he she his her him they them their we us our you your i me my this that these "
        "those there here who whom which what when where why how not no if than then while after before into over "
        "under about against between during through will would can could may might must shall should said says say "
        "also more most one two new up out s t d ll re ve m "
    ).split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen."""

    span: Span
    position: int
    """Index among the candidates."""
    words: int
    terms: tuple[str, ...]
    """Content words, lower case, plain stems."""
    names: int
    """Names in it."""
    quoted: float
    """Share of its characters inside direct quotes."""
    leading_pronoun: bool
    paragraph_start: bool


def candidates(document: Document) -> tuple[Candidate, ...]:
    """The sentences of body, quote and list paragraphs that say something."""
    text, quoted = document.text, _quoted_flags(document)
    starts = _name_starts(document)
    result: list[Candidate] = []
    paragraph = -1
    for sentence in document.sentences:
        first = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        if document.article.paragraphs[paragraph].kind in ("heading", "caption"):
            continue
        words = [
            document.text[t.span.start : t.span.end].lower()
            for t in document.tokens[sentence.first_token : sentence.end_token]
        ]
        plain = [w for w in words if w[0].isalnum()]
        if not SHORTEST_WORDS <= len(plain) <= LONGEST_WORDS or _BOILERPLATE.search(sentence.span.of(text)):
            continue
        span = sentence.span
        result.append(
            Candidate(
                span=span,
                position=len(result),
                words=len(plain),
                terms=tuple(_stem(w) for w in plain if w not in _STOP),
                names=sum(starts[span.start : span.end]),
                quoted=sum(quoted[span.start : span.end]) / span.length_chars,
                leading_pronoun=plain[0] in ("he", "she", "it", "they", "his", "her", "their", "this", "these", "that"),
                paragraph_start=first,
            )
        )
    return tuple(result)


def _quoted_flags(document: Document) -> bytearray:
    flags = bytearray(len(document.text))
    for quote in document.quotes:
        if quote.kind != "indirect":
            for span in quote.contents:
                flags[span.start : span.end] = b"\1" * span.length_chars
    return flags


def _name_starts(document: Document) -> bytearray:
    flags = bytearray(len(document.text) + 1)
    for name in document.names:
        if name.label not in VALUE_LABELS:
            flags[name.span.start] = 1
    return flags


def _stem(word: str) -> str:
    """A plain stem: the plural and the commonest endings of verbs go."""
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004 -- a stem keeps three letters
            return word[: -len(ending)]
    return word
