"""Interviews: told from articles by their form, and the line above them that says who is asked about what.

Takes a document and its candidates, gives the candidates with that line in front. Questions and answers seldom say of
whom and of what they speak; the editors say it above them, and where they wrote no introduction only the headline does.
It is the one heading that a summary may open with.
"""

from collections.abc import Sequence

from reader.nlp.document import Document
from reader.nlp.quotes.transcript import speaker_labels
from reader.nlp.quotes.units import UnitParagraph
from reader.nlp.summary.candidates import Candidate, candidate, says_something
from reader.nlp.summary.single import asks

MANY_QUESTIONS, SOME_QUESTIONS, MUCH_TALK = 0.15, 0.05, 0.35  # of the sentences; 17 of 19 development interviews
_PERSONAL = frozenset("i we my our me us you your".split())


def is_conversation(candidates: Sequence[Candidate]) -> bool:
    """Whether it is an interview: many questions, or some and much talk of "I" and "you"."""
    count = len(candidates) or 1
    questions = sum(asks(c.text) for c in candidates) / count
    personal = sum(not _PERSONAL.isdisjoint(w.lower() for w in c.words) for c in candidates) / count
    return questions >= MANY_QUESTIONS or (questions >= SOME_QUESTIONS and personal >= MUCH_TALK)


def is_interview(document: Document, candidates: Sequence[Candidate]) -> bool:
    """Whether it is a conversation or a transcript, whose paragraphs begin with their speakers."""
    if is_conversation(candidates):
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
