"""Interviews: told from articles by their form, and the line above them that says who is asked about what.

Takes a document and its candidates, gives the candidates with that line in front. Questions and answers seldom say of
whom and of what they speak; the editors say it above them, and where they wrote no introduction only the headline does.
It is the one heading that a summary may open with.
"""

import re
from collections.abc import Sequence

from reader.nlp.document import Document
from reader.nlp.quotes.transcript import speaker_labels
from reader.nlp.quotes.units import UnitParagraph
from reader.nlp.summary.candidates import Candidate, candidate, says_something
from reader.nlp.summary.single import asks

MANY_QUESTIONS, SOME_QUESTIONS, MUCH_TALK = 0.15, 0.05, 0.35  # of the sentences; 17 of 19 development interviews
SOME_TALK = 0.2  # is enough where the top line says that it is an interview, and somebody asks
_SAYS_SO = re.compile(r"\binterview(?:s|ed)?\b", re.IGNORECASE)
_PERSONAL = frozenset("i we my our me us you your".split())


def is_conversation(candidates: Sequence[Candidate]) -> bool:
    """Whether it is an interview: many questions, or some and much talk of "I" and "you"."""
    questions, talk = _questions(candidates), _talk(candidates)
    return questions >= MANY_QUESTIONS or (questions >= SOME_QUESTIONS and talk >= MUCH_TALK)


def _questions(candidates: Sequence[Candidate]) -> float:
    """The share of questions."""
    return sum(asks(c.text) for c in candidates) / (len(candidates) or 1)


def _talk(candidates: Sequence[Candidate]) -> float:
    """The share of sentences that speak of "I" or "you"."""
    return sum(not _PERSONAL.isdisjoint(w.lower() for w in c.words) for c in candidates) / (len(candidates) or 1)


def _says_so(document: Document) -> bool:
    """Whether the top line is a headline that calls the article an interview."""
    top = document.sentences[0]
    heading = document.article.paragraphs[top.paragraph].kind == "heading"
    return heading and _SAYS_SO.search(top.span.of(document.text)) is not None


def is_interview(document: Document, candidates: Sequence[Candidate]) -> bool:
    """Whether it is a conversation, says so itself, or is a transcript, whose paragraphs begin with their speakers."""
    if is_conversation(candidates):
        return True
    if _questions(candidates) > 0 and _talk(candidates) >= SOME_TALK and _says_so(document):
        return True
    paragraphs = [UnitParagraph(i, p.kind, p.span, ()) for i, p in enumerate(document.article.paragraphs)]
    return bool(speaker_labels(document.text, paragraphs))


def with_headline(document: Document, candidates: Sequence[Candidate]) -> tuple[tuple[Candidate, ...], bool]:
    """The interview's candidates and whether the first of them is its headline.

    The headline is the top line, where it is long enough to tell something and no candidate already.
    """
    top = document.sentences[0]
    if document.article.paragraphs[top.paragraph].kind == "caption" or candidates[0].span == top.span:
        return tuple(candidates), False
    found = candidate(document, top, paragraph_start=True)
    return ((found, *candidates), True) if says_something(found) else (tuple(candidates), False)
