"""The dateline at the head of a sentence: "LYON, May 3 (AP) —". Takes a sentence, says how long it is.

Standard library only. Where it is not plain that the words are a dateline it finds none: a place in small letters
needs a date or an agency behind it, and what follows has to open a sentence.
"""

import re

_PLACE = r"[A-Z][\w.'’-]*(?:[ /](?:(?:and|de|del|la|of|on|upon|the)\s)?[A-Z][\w.'’-]*){0,4}"
_PLACES = rf"{_PLACE}(?:,\s{_PLACE}){{0,2}}"
_SHOUTED = r"[A-Z][A-Z.'’/ -]{2,30}(?:,\s[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){0,2}){0,2}"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:{_DAY},?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_WIRE = r"\((?:AFP|ANI|AP|CNN|IANS|PTI|Reuters|UPI)\)"
"""Agencies that stand without a dash: "(CNN)The port closed."."""
_AGENCY = r"(?:\([A-Z][A-Za-z .&]{1,38}\)|/[A-Z][A-Za-z ]{2,38}/)"
_DASH = r"\s*[-–—|]{1,2}\s*"
_OPENS = r"(?=[\"“‘']?[A-Z0-9$£€])"
_DATELINES = tuple(
    re.compile(rf"{form}{_OPENS}")
    for form in (
        rf"(?:{_PLACES},?\s?)?(?:{_DATE},?\s?)?{_WIRE}[-–—|\s]*",  # Old Brill, Eastmere (CNN)
        rf"(?:{_PLACES}[,.]?\s?)?(?:{_DATE},?\s?)?{_AGENCY}{_DASH}",  # Lyon, 3 May (Coastal Press) —
        rf"(?:{_PLACES}[,.]?\s)?{_DATE}{_DASH}",  # Lyon, May 3 —
        rf"{_SHOUTED}(?:\s[-–—|]{{1,2}}|\s?[—–]{{1,2}})\s*",  # GENEVA —, CNN —
    )
)


def dateline_chars(sentence: str) -> int:
    """How many characters of it are a dateline; 0 where it has none."""
    for pattern in _DATELINES:
        match = pattern.match(sentence)
        if match:
            return match.end()
    return 0
