"""What a sentence tells by itself: how it opens and ends, its tense, its quotes. Takes candidates, gives rows."""

import re
from collections.abc import Sequence

from reader.nlp.summary.candidates import Candidate

QUOTE_NAMES = ("opens_quote", "quoted", "in_quote", "closes_quote", "says")
NAMES = (
    "pronoun", "connective", "first_person", "second_person", "question", "exclaims", "calendar", "brackets", "commas",
    "word_length", "stop_share", "capitals", "unfinished", "past", "present", "modal", "dateline",
)  # fmt: skip
QUESTION, FIRST_PERSON, DATELINE = NAMES.index("question"), NAMES.index("first_person"), NAMES.index("dateline")
PRONOUNS = frozenset("he she it they his her their its this these that those him them such".split())

_CALENDAR = re.compile(
    r"[ADFJMNOSTW](?<!\w.)(?<=(?=(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|January|February|April|June|July|August|September|October|November|December)\b).)"
)
"""Looked for by the first letter, in a fifth of the time."""
_SAYS = frozenset(
    "said says told tells added adds asked wrote tweeted explained insisted noted claimed argued warned".split()
)
_CONNECTIVES = frozenset(
    "but and so or yet however still also then meanwhile instead though although while because".split()
)
_FIRST = frozenset("i we my our me us i'm we're".split())
_SECOND = frozenset("you your".split())
_DEFINITE = PRONOUNS | frozenset("the mr mr. mrs mrs. ms ms. dr dr. both officials police".split())
_LABEL = re.compile(r"(?:[A-Z]|Question|Interviewer)\s?:\s")
_MARK = re.compile(r"[\"“”]")
_CLOSERS = "\"”'’)»] "

Row = tuple[float, ...]


def opens_definite(candidate: Candidate) -> float:
    """1 where the sentence opens with something that has been named before ("The", "He", "Mr")."""
    return float(candidate.words[0].lower() in _DEFINITE)


def asks(text: str) -> bool:
    """Whether a sentence is a question, or opens with the label of somebody who asks or answers."""
    return text.rstrip("\"”'’) ").endswith("?") or bool(_LABEL.match(text))


def row(c: Candidate) -> Row:
    """Columns as in `NAMES`."""
    plain = [w.lower() for w in c.words if w[0].isalnum()]
    tags, size, text = c.tags.count, c.length_words, c.text
    return (
        float(plain[0] in PRONOUNS),
        float(plain[0] in _CONNECTIVES),
        [w in _FIRST for w in plain].count(True) / size,
        [w in _SECOND for w in plain].count(True) / size,
        float(text.rstrip(_CLOSERS).endswith("?")),
        float("!" in text),
        float(bool(_CALENDAR.search(text))),
        float("(" in text or "[" in text),
        text.count(",") / size,
        sum(map(len, plain)) / size,
        1 - len(c.terms) / size,
        [w[0].isupper() for w in c.words].count(True) / size,
        float(text.rstrip(_CLOSERS)[-1:] not in (".", "!", "?", "…")),
        tags("VBD") / size,
        (tags("VBZ") + tags("VBP")) / size,
        tags("MD") / size,
        float(c.behind_dateline),
    )


def quote_rows(candidates: Sequence[Candidate]) -> list[Row]:
    """Columns as in `QUOTE_NAMES`; by double marks alone, a quote may run over several sentences."""
    found: list[Row] = []
    inside = False
    for c in candidates:
        marks = [match.start() for match in _MARK.finditer(c.text)]
        opens = marks[:1] == [0]
        began = inside and not opens  # an opening mark mends a count that went wrong before
        quoted, inside = _quoted(len(c.text), marks, inside=began)
        closes = bool(marks) and marks[-1] >= len(c.text) - 2
        says = not _SAYS.isdisjoint(c.words)
        found.append((opens, quoted, began, closes, says))
    return found


def _quoted(length: int, marks: Sequence[int], *, inside: bool) -> tuple[float, bool]:
    """The share of characters between marks, and whether a quote is open at the end."""
    at, quoted = 0, 0
    for mark in (*marks, length):
        quoted += mark - at if inside else 0
        inside, at = not inside, mark
    return quoted / length, not inside
