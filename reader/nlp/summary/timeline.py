"""The timeline: what the article dates, from the earliest to the latest.

Takes a document with names and what each sentence is worth, gives events. Days named relatively ("Monday", "last week")
have been resolved by the article's date already; where it is unknown they are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date

from reader.nlp.document import Document
from reader.nlp.values import article_date
from reader.nlp.values.calendar import MONTH
from reader.text import Event, Name, Sentence, Span

MOST_EVENTS = 20  # of one article; more is a chronicle, which reads better as it stands
MOST_A_DAY = 3
_FULL = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?$")
_NO_YEAR = re.compile(r"^--(\d\d)(?:-(\d\d))?$")
_WHEN_BEFORE = re.compile(r"\b(?:in|since|until|by|from|before|after|during|late|early|mid)[\s-]$", re.IGNORECASE)
_THING_BEHIND = re.compile(
    r"\s(?!(?:and|or|to|until|till|through|when|after|before|as|but|for|at|in|on|by|with|because|while|following)\b)[a-z]"
)
_YEAR_BEHIND = re.compile(r",?\s(?P<which>last|this|next)\syear\b")
_DAY_BEFORE = re.compile(rf"(?:\d|{MONTH}),?\s$")
_CLAUSE = re.compile(r"[,;:—(]\s|\s[-–]\s")
_SHIFT = {"last": -1, "this": 0, "next": 1}


def timeline(document: Document, worth: Mapping[Span, float]) -> tuple[Event, ...]:
    """The events in order of their dates; `worth` holds the sentences that may tell one, in order."""
    sentences = [s for s in document.sentences if s.span in worth]
    starts = [s.span.start for s in sentences]
    written = article_date(document.article)
    found: dict[str, list[Event]] = {}
    for name in (n for n in document.names if n.label == "DATE" and n.normalized):
        at = bisect_right(starts, name.span.start) - 1
        if at < 0 or not sentences[at].span.contains(name.span):
            continue
        when, span = _when(document, name, sentences[at], written), sentences[at].span
        same = found.setdefault(when or "", [])
        if when and all(e.sentence != span for e in same):
            same.append(Event(when, name.span, span))
    kept = [e for same in found.values() for e in sorted(same, key=lambda e: -worth[e.sentence])[:MOST_A_DAY]]
    best = sorted(kept, key=lambda e: (-worth[e.sentence], e.span))[:MOST_EVENTS]
    return tuple(sorted(best, key=lambda e: (_sortable(e.when), e.span)))


def _when(document: Document, name: Name, sentence: Sentence, written: date | None) -> str | None:
    """The date as far as it can be placed in time, else None."""
    when = name.normalized or ""
    if _FULL.match(when):
        return when if "-" in when or _is_time(document.text, name) else None
    match = _NO_YEAR.match(when)
    if match is None or written is None:
        return None
    behind = _YEAR_BEHIND.match(document.text, name.span.end)
    if behind:
        return f"{written.year + _SHIFT[behind['which']]}-{when[2:]}"
    sign = _tense(document, name, sentence)
    if sign == 0:
        return None
    day, today = (int(match[1]), int(match[2] or 1)), (written.month, written.day)
    year = written.year + (day < today if sign > 0 else -(day > today))
    return f"{year}-{when[2:]}"


def _is_time(text: str, name: Name) -> bool:
    """Whether a year tells when ("in 2016,"), not which ("the 2016 election") nor of what day ("3 May last year")."""
    if not name.span.of(text).isdigit():
        return not _DAY_BEFORE.search(text[max(0, name.span.start - 14) : name.span.start])
    before = text[max(0, name.span.start - 8) : name.span.start]
    return bool(_WHEN_BEFORE.search(before)) and not _THING_BEHIND.match(text, name.span.end)


def _tense(document: Document, name: Name, sentence: Sentence) -> int:
    """Where the clause of a date lies: 1 ahead, -1 in the past, 0 where no verb tells."""
    start = sentence.span.start
    for cut in _CLAUSE.finditer(document.text, start, name.span.start):
        start = cut.end()
    tokens = document.tokens[sentence.first_token : sentence.end_token]
    clause = [t for t in tokens if t.span.start >= start]
    own = [t.tag for t in clause if t.tag[:2] in ("VB", "MD")] or [t.tag for t in tokens if t.tag[:2] in ("VB", "MD")]
    return 1 if "MD" in own else -1 if {"VBD", "VBN"}.intersection(own) else 0


def _sortable(when: str) -> str:
    """ISO dates by their first day; a week by its Monday."""
    if "W" not in when:
        return when
    year, _, week = when.partition("-W")
    return date.fromisocalendar(int(year), int(week), 1).isoformat()
