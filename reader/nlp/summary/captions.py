"""Captions that no mark-up tells from the article's sentences: what a line below a picture says, and how it opens.

Takes candidates in article order, says of each whether it is a caption, or a line that leads to another page. Such a
line may be chosen only when nothing else is left.
"""

import re
from collections import Counter
from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate

MOST_LABEL_TOKENS = 7  # of five words, perhaps in marks
FEWEST_LABELS = 2  # one label of several words may open a sentence; where there are two it is the page's manner
HEADLINE_WORDS = 12  # a longer line without a stop is a sentence that lost it
_STOPS = ".!?…:;\"'”’)»]"
_VERB_TAGS = frozenset(("VBZ", "VBP", "MD"))
_WHERE = r"(?:(?:bottom|centre|far|second|third|top)\s)?(?:left|right|centre)"
_PICTURED = re.compile(
    rf",\s{_WHERE}(?:,|\sand\s)|\({_WHERE}\b[^)]{{0,40}}\)|\(L\)"  # "(R)" may be a party
    rf"|\b(?:pictured|seen)\s(?:{_WHERE}|above|below|here|in\s\d{{4}})\b|^Pictured\b|\bthis (?:photo|picture) shows\b",
)
_HINTS = ("left", "right", "centre", "(L)", "ictured", "seen", "shows")
"""One of them is in whatever `_PICTURED` finds; looked for first, because the pattern takes ten times as long."""
_LABEL = re.compile(r"['‘]?[A-Z][\w'’-]*!?(?:\s[\w'’!?-]+){0,4}['’]?:\s(?=[A-Z0-9£$€'‘])")
_ELSEWHERE = re.compile(r"(?:Read|Read this|See|See more|More|Watch|Opinion|OPINION|Document|Photos?|Gallery):\s")
_NOT_ENDED = re.compile(r"\w\s[.]$")
"""A stop that a tool set behind a line without one: a caption, a headline or a link."""


def captions(candidates: Sequence[Candidate]) -> list[bool]:
    """Whether each candidate is a caption or leads elsewhere."""
    labels = [_label(c) for c in candidates]
    own = {label for label, count in Counter(labels).items() if label and count == 1}
    mannered = len(own) >= FEWEST_LABELS
    return [
        (label in own and (mannered or " " not in label.strip())) or _is_told(c.text) or _is_headline(c)
        for c, label in zip(candidates, labels, strict=True)
    ]


def _is_headline(candidate: Candidate) -> bool:
    """Whether it is a short line of its own without a stop."""
    own = candidate.paragraph_start and candidate.length_words <= HEADLINE_WORDS
    return own and candidate.text[-1] not in _STOPS


def _is_told(text: str) -> bool:
    """Whether a line tells by itself that it is none of the article's sentences."""
    if any(hint in text for hint in _HINTS) and _PICTURED.search(text):
        return True
    return _NOT_ENDED.match(text, max(0, len(text) - 3)) is not None or _ELSEWHERE.match(text) is not None


def _label(candidate: Candidate) -> str:
    """What stands before the colon where that is no clause: "Final embrace: …"; a speaker's stands there twice."""
    match = _LABEL.match(candidate.text)
    if match is None:
        return ""
    end = candidate.words.index(":") if ":" in candidate.words else 0
    tags = candidate.tags[:end]
    clause = "PRP" in tags or not _VERB_TAGS.isdisjoint(tags) or (end > 1 and "VBD" in tags)
    return "" if clause or not 0 < end <= MOST_LABEL_TOKENS else match.group()
