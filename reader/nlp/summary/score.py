"""Candidates → scores: what the trained trees say, and what no corpus of bare texts can teach.

Takes candidates, the article's title and which of them dangle, gives numbers a candidate; higher is better.
"""

import re
from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.features import rows
from reader.nlp.summary.terms import terms_of
from reader.nlp.summary.trees import forest

TITLE_BONUS = 0.03  # for all of the title's terms; the training texts have no titles
QUESTION_LOSS = 0.04  # a question is no answer
DANGLING_LOSS = 0.15  # opens with a pronoun for which there is no name: more than any sentence is better than another
MANY_QUESTIONS, SOME_QUESTIONS, MUCH_TALK = 0.15, 0.05, 0.35  # of the sentences; 17 of 19 development interviews
INTRODUCTION_BONUS = 0.1  # of an interview's first sentence, which says who is asked about what; it is always chosen
_PERSONAL = frozenset("i we my our me us you your".split())
LEAD_BONUS = 0.005  # readers look for the lead; costs nothing in cross-validation, from 0.01 on it does
LEAD_WORDS = 10  # a shorter first sentence is a teaser
_POINTING = re.compile(
    r"(?:(?:After|At|Before|By|For|From|In|On|Since|With)\s(?:its|it|their|them|this|that|these|those)\b"
    r"|(?:This|That|These|Those|Such|It|Here|There)\b)(?!\s(?:week|month|year|time|morning|season)\b)"
)
_PICTURED = re.compile(
    r",\s(?:(?:bottom|centre|far|second|third|top)\s)?(?:left|right)(?:,|\sand\s)|\((?:left|right)\)"
)
"""What a line below a picture says of those who are on it; where it is not marked up it reads as a paragraph."""
POINTING_LOSS = 0.005  # points at the sentence before it
SHORT_WORDS, SHORT_LOSS = 7, 0.004  # a word missing; a short sentence seldom says what it speaks of
_LABEL = re.compile(r"(?:[A-Z]|Question|Interviewer)\s?:\s")


def scores(candidates: Sequence[Candidate]) -> list[float]:
    """How likely each candidate belongs to a good summary, 0 to 1."""
    return [forest().predict(row) for row in rows(candidates)]


def bonuses(candidates: Sequence[Candidate], title: str | None, dangling: Sequence[bool]) -> list[float]:
    """What is to be added to the expected agreement of each candidate."""
    wanted = frozenset(terms_of([w.strip(".,:;!?'\"‘’“”()") or "-" for w in (title or "").lower().split()]))
    found = [_bonus(c, wanted, dangles=dangles) for c, dangles in zip(candidates, dangling, strict=True)]
    if is_conversation(candidates):
        found[0] += INTRODUCTION_BONUS
    elif found and candidates[0].length_words >= LEAD_WORDS:
        found[0] += LEAD_BONUS
    return found


def is_conversation(candidates: Sequence[Candidate]) -> bool:
    """Whether it is an interview: many questions, or some and much talk of "I" and "you"."""
    count = len(candidates) or 1
    questions = sum(_asks(c.text) for c in candidates) / count
    personal = sum(not _PERSONAL.isdisjoint(w.lower() for w in c.words) for c in candidates) / count
    return questions >= MANY_QUESTIONS or (questions >= SOME_QUESTIONS and personal >= MUCH_TALK)


def _bonus(candidate: Candidate, title: frozenset[str], *, dangles: bool) -> float:
    bonus = TITLE_BONUS * len(title.intersection(candidate.terms)) / len(title) if title else 0.0
    bonus -= SHORT_LOSS * max(0, SHORT_WORDS - candidate.length_words)
    if _asks(candidate.text):
        bonus -= QUESTION_LOSS
    if dangles or _PICTURED.search(candidate.text):
        bonus -= DANGLING_LOSS
    elif _POINTING.match(candidate.text):
        bonus -= POINTING_LOSS
    return bonus


def _asks(text: str) -> bool:
    return text.rstrip("\"”'’) ").endswith("?") or bool(_LABEL.match(text))
