"""Sentences that say little away from their place: they point at the one before, or tell of a moment while it lasts.

Takes candidates, says of each whether it is one.
"""

import re

from reader.nlp.summary.candidates import Candidate

_POINTING = re.compile(
    r"(?:(?:After|At|Before|By|For|From|In|On|Since|With)\s(?:its|it|their|them|this|that|these|those)\b"
    r"|(?:This|That|These|Those|Such|It|Here|There)\b)(?!\s(?:week|month|year|time|morning|season)\b)"
)
_ANSWER = re.compile(
    r"[“\"'‘]?(?:(?:Yes|No|Yeah|Nope|Sure|Absolutely|Definitely|Exactly|Of course|Well)[,.!;:—–-]"
    r"|(?:And|But|So|Or|Oh|Hm+|You know|I mean),)"
)
"""Also what speech is strung together with."""
_BARE = frozenset("this that these those here".split())
_MARKS = frozenset("“\"'‘`")
_VERBS = frozenset(("VBZ", "VBD", "VBP", "MD"))
_LIVE = ("live blog", "live commentary", "live text", "live updates", "minute by minute", "minute-by-minute")
_PAST = frozenset(("VBD", "VBN"))


def points_back(candidate: Candidate) -> bool:
    """Whether a sentence opens with a word for what was said before: "This plan", "In its wake"."""
    return _POINTING.match(candidate.text) is not None


def is_bare(candidate: Candidate) -> bool:
    """Whether all of its subject is such a word: "This is how it began.", "“That was the end,” he said."."""
    first = 1 if candidate.words[0] in _MARKS else 0
    opening = [w.lower() for w in candidate.words[first : first + 1]]
    return not _BARE.isdisjoint(opening) and not _VERBS.isdisjoint(candidate.tags[first + 1 : first + 2])


def answers(candidate: Candidate) -> bool:
    """Whether a sentence answers the question before it: "Yes, they will lose strength."."""
    return _ANSWER.match(candidate.text) is not None


def is_live(text: str) -> bool:
    """Whether an article was written minute by minute, and says so."""
    lower = text.lower()
    return any(sign in lower for sign in _LIVE)


def of_the_moment(candidate: Candidate) -> bool:
    """Whether a sentence tells only of the moment: "Brenn attack again."."""
    return _PAST.isdisjoint(candidate.tags)
