"""The dateline at the head of a paragraph, "LYON, May 3 (AP) —", and the day at the end of a headline.

Takes words, says how many characters it is. Standard library only. Where it is not plain that the words are a dateline
it finds none: a place in small letters needs a date or an agency behind it, and what follows has to open a sentence.
"""

import re

from reader.text import Span

LONGEST_CHARS = 120  # a dateline has three names, a day and an agency
_PLACE = r"[A-Z][\w.'’-]*(?:[ /](?:(?:and|de|del|la|of|on|upon|the)\s)?[A-Z][\w.'’-]*){0,4}"
_PLACES = rf"{_PLACE}(?:,\s{_PLACE}){{0,2}}"
_SHOUTED = r"[A-Z][A-Z.'’/ -]{2,30}(?:,\s[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){0,2}){0,2}"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:{_DAY},?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_FULL_DATE = rf"{_DAY},?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH}),?\s\d{{4}}"
_WIRE = r"\((?:AFP|ANI|AP|CNN|IANS|PTI|Reuters|UPI)\)"
"""Agencies that stand without a dash: "(CNN)The port closed."."""
_AGENCY = r"(?:\([A-Z][A-Za-z .&]{1,38}\)|/[A-Z][A-Za-z ]{2,38}/)"
_DASH = r"\s*[-–—|]{1,2}\s*"
_OPENS = r"(?=[\"“‘']?[A-Z0-9$£€])"
_DATELINES = tuple(
    re.compile(rf"{form}{_OPENS}")
    for form in (
        rf"(?:{_PLACES},?\s?)?(?:{_DATE},?\s?)?{_WIRE}[-–—|\s]*",  # Old Brill, Eastmere (CNN)
        rf"(?:{_PLACES},?\s?)?\([A-Z][A-Za-z .&]{{1,38}}\)(?=[A-Z\"“‘])",  # (WIRED)Screens
        rf"(?:{_PLACES}[,.]?\s?)?(?:{_DATE},?\s?)?{_AGENCY}{_DASH}",  # Lyon, 3 May (Coastal Press) —
        rf"(?:{_PLACES}[,.]?\s)?{_DATE}{_DASH}",  # Lyon, May 3 —
        rf"{_SHOUTED}(?:\s[-–—|]{{1,2}}|\s?[—–]{{1,2}})\s*",  # GENEVA —, CNN —
        rf"{_FULL_DATE}\s+",  # Tuesday, March 3, 2026 The port …
    )
)
_SIGNS = re.compile(r"[(/|–—-]|\d{4}\s")
"""One of them is in every dateline; looked for first."""
_DAY_BEHIND = re.compile(rf"(?<=[\w”\"’'!?)]\s){_FULL_DATE}\Z")
_GOES_ON = frozenset("after before by from in of on since through till to until".split())
"""Behind one of them a day belongs to the sentence."""


def dateline_chars(words: str) -> int:
    """How many characters at the head are a dateline, the space behind it included; 0 where there is none."""
    if not _SIGNS.search(words, 0, LONGEST_CHARS):
        return 0
    return next((m.end() for m in (pattern.match(words) for pattern in _DATELINES) if m), 0)


def is_dateline(text: str, sentence: Span, paragraph: Span) -> bool:
    """Whether a sentence is the dateline of its paragraph."""
    if sentence.start != paragraph.start:
        return False
    return sentence.end <= paragraph.start + dateline_chars(text[paragraph.start : paragraph.end][:LONGEST_CHARS])


def day_behind_chars(line: str) -> int:
    """How many characters at the end of a headline are the day it was printed: "Quay sinks Tuesday, May 3, 2026"."""
    match = _DAY_BEHIND.search(line)
    if match is None or line[: match.start()].rsplit(maxsplit=1)[-1].lower() in _GOES_ON:
        return 0
    return match.end() - match.start()
