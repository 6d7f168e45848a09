"""Candidates → scores: what the trained trees say, and what no corpus of bare texts can teach.

Takes candidates, the article's title, and which of the candidates are unfit; gives numbers a candidate,
higher is better.
"""

from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate
from reader.nlp.summary.captions import captions
from reader.nlp.summary.features import rows
from reader.nlp.summary.pointing import answers, is_bare, points_back
from reader.nlp.summary.single import asks
from reader.nlp.summary.terms import terms_of
from reader.nlp.summary.trees import forest

TITLE_BONUS = 0.03  # for all of the title's terms; the training texts have no titles
QUESTION_LOSS = 0.04  # a question is no answer
UNFIT_LOSS = 0.15
"""A caption, or opens with a pronoun for which there is no name: more than any sentence is better than another."""
INTRODUCTION_BONUS = 0.1  # of an interview's first sentence, which says who is asked about what; it is always chosen
NEXT_BONUS, NEXT_SHARE = (
    0.03,
    0.8,
)  # of what stands below it, ahead of the first question, and what is left for the next
LEAD_BONUS = 0.005  # readers look for the lead; costs nothing in cross-validation, from 0.01 on it does
LEAD_WORDS = 10  # a shorter first sentence is a teaser
POINTING_LOSS = 0.005  # points at the sentence before it
BARE_LOSS = 0.03  # "This is how …", "Yes, they …": says nothing without the sentence before it
SHORT_WORDS, SHORT_LOSS = 7, 0.004  # a word missing; a short sentence seldom says what it speaks of


def scores(candidates: Sequence[Candidate]) -> list[float]:
    """How likely each candidate belongs to a good summary, 0 to 1."""
    return forest().predict(rows(candidates))


def bonuses(
    candidates: Sequence[Candidate], title: str | None, unfit: Sequence[bool], *, interview: bool
) -> list[float]:
    """What is to be added to the expected agreement of each candidate; `unfit` dangle, or tell only of a moment."""
    wanted = frozenset(terms_of([w.strip(".,:;!?'\"‘’“”()") or "-" for w in (title or "").lower().split()]))
    pictured = captions(candidates)
    if pictured and interview:
        pictured[0] = False  # a top line that no mark-up tells from the introduction
    found = [_bonus(c, wanted, unfit=a or b) for c, a, b in zip(candidates, unfit, pictured, strict=True)]
    for place, candidate in enumerate(candidates):
        if place and (is_bare(candidate) or answers(candidate)):
            found[place] -= BARE_LOSS
    if found and interview:
        asked = next((i for i, c in enumerate(candidates) if asks(c.text)), 0)
        found[0] += INTRODUCTION_BONUS
        for place in range(1, asked):
            found[place] += NEXT_BONUS * NEXT_SHARE ** (place - 1)
    elif found and candidates[0].length_words >= LEAD_WORDS:
        found[0] += LEAD_BONUS
    return found


def _bonus(candidate: Candidate, title: frozenset[str], *, unfit: bool) -> float:
    bonus = TITLE_BONUS * len(title.intersection(candidate.terms)) / len(title) if title else 0.0
    bonus -= SHORT_LOSS * max(0, SHORT_WORDS - candidate.length_words)
    if asks(candidate.text):
        bonus -= QUESTION_LOSS
    if unfit:
        bonus -= UNFIT_LOSS
    elif points_back(candidate):
        bonus -= POINTING_LOSS
    return bonus
