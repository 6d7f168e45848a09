"""Which sentences may be chosen, each with its words. Takes a document, gives candidates in article order."""

import re
from dataclasses import dataclass

from reader.nlp.document import Document
from reader.nlp.summary.terms import terms_of
from reader.nlp.tokens.datelines import is_dateline
from reader.text import Sentence, Span

SHORTEST_WORDS = 5  # a shorter sentence says nothing out of its place
LONGEST_WORDS = 80  # a longer one is a list or was not cut
MOST_CAPITALS = 0.85  # share of capitalised words from which on a line is a headline, a byline or a table
_BOILERPLATE = re.compile(
    r"\b(?:read more|click here|sign up (?:for|to)|subscribe to|follow (?:us|me|him|her|them|@?\w+) on"
    r"|all rights reserved|contributed to this report|share this|photo(?:graph)? (?:by|:)|getty images"
    r"|(?:our|free|daily|weekly) newsletter|scroll down|watch the video|watch:|originally published"
    r"|terms of (?:use|service)|privacy policy|last updated|e-?mail (?:us|the author)|join the conversation"
    r"|this (?:story|article) (?:has been|was) (?:updated|corrected)|(?:the )?opinions expressed"
    r"|this (?:exclusive )?(?:story|article|report|interview) (?:features|is part of|(?:first|originally) appeared)"
    r"|for confidential (?:support|help)|call the samaritans|may not be published|have your say|see also:|related:)",
    re.IGNORECASE,
)
_HINTS = (
    "read more", "click here", "sign up", "subscribe to", "follow", "all rights", "contributed to", "share this",
    "photo", "getty", "newsletter", "scroll down", "watch", "originally", "terms of", "privacy", "updated",
    "corrected", "mail", "join the", "opinions", "confidential", "samaritans", "not be published", "your say",
    "see also", "related:", " features ", " is part of ", " appeared ",
)  # fmt: skip
"""One of them is in whatever the pattern finds; looked for first, because the pattern takes twenty times as long."""
CREDITED_CHARS = 400  # a longer paragraph is no caption
_CREDIT = re.compile(r"\b(?:Image|Photo|Photograph|Picture)s?\s?[:;]\s[^.:;]{2,60}\.?\Z")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Parts of speech that make a sentence; "Ashdown City 2 (after extra time)" has none."""
VERBLESS_WORDS = 12  # a longer line with any form of a verb is a sentence whose verb was taken for a participle
_FRAME = re.compile(
    r"^(?:By|Published|Updated|Posted|Last updated|Editor['’]s note|Story highlights|Correction)\b\s*[:.]?"
    r"(?:\s+[A-Z(]|\s*$|\s+at\b)|^\W*(?:PUBLISHED|UPDATED)\b"
)
_STAMP = re.compile(r"[BEG](?<!\w.)(?:(?<=E)[SD]T|(?<=G)MT|(?<=B)ST), \d{1,2} [A-Z][a-z]+ \d{4}")
"""08:06 EST, 5 November 2012."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be chosen."""

    span: Span
    text: str
    words: tuple[str, ...]
    """Tokens as written, marks included."""
    tags: tuple[str, ...]
    terms: tuple[str, ...]
    """Stems of its content words, in order."""
    length_words: int
    """Tokens that are words."""
    paragraph_start: bool
    behind_dateline: bool = False


def candidates(document: Document) -> tuple[Candidate, ...]:
    """The sentences of body, quote and list paragraphs that say something."""
    result: list[Candidate] = []
    paragraphs, paragraph, dated = document.article.paragraphs, -1, False
    for sentence in document.sentences:
        behind_dateline, first = dated, dated or sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        dated = first and is_dateline(document.text, sentence.span, paragraphs[paragraph].span)
        if dated:
            continue
        if paragraphs[paragraph].kind in ("heading", "caption") or _is_credited(
            document.text, paragraphs[paragraph].span
        ):
            continue
        found = candidate(document, sentence, paragraph_start=first, behind_dateline=behind_dateline)
        if says_something(found) and not _is_headline(found) and _has_verb(found.tags, found.length_words):
            result.append(found)
    return tuple(result)


def _is_credited(text: str, paragraph: Span) -> bool:
    """Whether a short paragraph ends with who took the picture: "The quay in May. Image: Ada Brennan."."""
    return paragraph.length_chars <= CREDITED_CHARS and _CREDIT.search(text, *paragraph) is not None


def candidate(
    document: Document, sentence: Sentence, *, paragraph_start: bool, behind_dateline: bool = False
) -> Candidate:
    """A sentence with its words, whatever it says."""
    first, end = sentence.first_token, sentence.end_token
    words = document.forms[first:end]
    tags, terms = tuple([tag for _, tag in document.tokens[first:end]]), tuple(terms_of([*map(str.lower, words)]))
    length_words = [w[0].isalnum() for w in words].count(True)
    text = sentence.span.of(document.text)
    return Candidate(sentence.span, text, words, tags, terms, length_words, paragraph_start, behind_dateline)


def _has_verb(tags: tuple[str, ...], length_words: int) -> bool:
    """Whether there is a verb; without one a line is a score, a caption or a headline."""
    if not _FINITE.isdisjoint(tags):
        return True
    return length_words >= VERBLESS_WORDS and any(t.startswith("VB") for t in tags)


def says_something(candidate: Candidate) -> bool:
    """Whether a line is neither too short nor too long, nor a byline or a call to click."""
    if not SHORTEST_WORDS <= candidate.length_words <= LONGEST_WORDS:
        return False
    return not (_is_boilerplate(candidate.text) or _FRAME.match(candidate.text) or _STAMP.search(candidate.text))


def _is_headline(candidate: Candidate) -> bool:
    """Whether nearly all words have a capital."""
    firsts = [w[0] for w in candidate.words if w[0].isalnum()]
    return [c.isupper() or c.isdigit() for c in firsts].count(True) > MOST_CAPITALS * len(firsts)


def _is_boilerplate(text: str) -> bool:
    """Whether a line belongs to the page and not to the article."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS) and _BOILERPLATE.search(text) is not None
