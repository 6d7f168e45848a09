"""Dates and times of day, with their normal forms. Takes the text and the article's date, gives names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reader.nlp.values.calendar import MONTH as _MONTH
from reader.nlp.values.calendar import MONTHS
from reader.nlp.values.scan import matches, starts_of
from reader.text import Name, Span

WEEKDAYS = {name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)}
NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_DATE = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b"
    rf"|\b(?:{_WEEKDAY},?\s)?(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,:]\d)(?:,?\s(?P<y1>(?:1[5-9]|20)\d{{2}})\b)?"
    rf"|\b(?:{_WEEKDAY},?\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH})\b(?:,?\s(?P<y2>(?:1[5-9]|20)\d{{2}})\b)?"
    rf"|\b(?P<m3>{_MONTH}),?\s(?P<y3>(?:1[5-9]|20)\d{{2}})\b"
    rf"|\b(?P<wd>{_WEEKDAY}){_PART}\b"
    rf"|\b(?P<rel>yesterday|today|tomorrow|tonight){_PART}\b"
    rf"|\b(?P<dir>last|next|this)\s(?P<unit>week|month|year|{_WEEKDAY}|spring|summer|autumn|fall|winter)\b"
    rf"|\b(?P<ago>\d{{1,3}}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|a|an)\s(?P<au>day|week|month|year|decade)s?\s(?P<aw>ago|earlier|later)\b"
    rf"|\b(?P<decade>(?:the\s)?(?:1[5-9]|20)\d0s)\b"
    rf"|\b(?P<month>January|February|April|June|July|August|September|October|November|December)\b"
    rf"|(?<=[Ii]n\sMa)(?P<in>rch|y)\b(?!\s[A-Z])"
    rf"|(?<![\d.,:$£€-])\b(?P<year>(?:1[6-9]|20)\d{{2}})\b(?![\d,.:]\d|[%\w-])"
)  # fmt: skip
_STARTS = starts_of(
    r"\dJFMASONDTWEytlonfsear",
    words=(
        r"\d|[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec|on|at)|Tue|Wed|Thu|Fri|yest|to[dmn]|last\s|next\s|this\s"
        r"|the\s\d|[Oo]ne\s|[Tt]wo\s|[Tt]hree\s|[Ff](?:our|ive)\s|[Ss](?:ix|even)\s|[Ee]ight\s|[Nn]ine\s|[Tt]en\s"
        r"|an?\s[dwmy]"
    ),
    within_first="ry",
    within=r"(?<=[Ii]n\sMa)(?:rch|y)\b",
)
"""Where `_DATE` may begin."""
_TIME = re.compile(
    r"\b(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s?(?P<half>[ap])\.?m\.?(?!\w)|\b(?P<h2>[01]?\d|2[0-3]):(?P<m2>[0-5]\d)(?!\d|:\d)\b|\b(?P<word>noon|midnight)\b"
)
_TIME_STARTS = re.compile(r"[\dnm](?<!\w.)(?:(?<=\d)|(?<=n)(?=oon)|(?<=m)(?=idnight))")
"""Where `_TIME` may begin."""
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|from|before|after|of|the|to|and|for|late|early|mid|between)\s|[(\-–—,/]\s?)$",
    re.IGNORECASE,
)


AHEAD_CHARS = 60  # a verb of the future stands so near before its day
_AHEAD = re.compile(
    r"\b(?:(?:will|won['’]t|shall)\s[a-z]+|(?:due|scheduled|expected|planned|set|going)\s(?:to|for|on|back)"
    r"|(?:plans?|intends?|aims?|hopes?|promised|is|are)\sto|(?:continues?|resumes?|begins?|starts?|reconvenes?)\s(?:on|again))"
    r"\b[^.!?;:\n“”\"]{0,50}$"
)
_PAST = re.compile(r"\b(?:said|told|was|were|had|did|announced|wrote|asked|reported)\b[^.!?;:\n“”\"]{0,50}$")


def find_dates(text: str, anchor: date | None) -> Iterator[Name]:
    """DATE and TIME names, in order of kind, not of the text; days like "Monday" count from `anchor`."""
    for match in matches(_DATE, _STARTS, text):
        if match["year"] and not _YEAR_BEFORE.search(text, max(0, match.start() - 10), match.start()):
            continue
        start = match.start() - 2 if match["in"] else match.start()
        yield Name(Span(start, match.end()), "DATE", _normal(match, anchor))
    for match in matches(_TIME, _TIME_STARTS, text):
        yield Name(Span(*match.span()), "TIME", _clock(match))


def _normal(match: re.Match[str], anchor: date | None) -> str | None:
    if match["iso"]:
        return match["iso"]
    for n in ("1", "2"):
        if match["m" + n]:
            month, day = MONTHS[match["m" + n].rstrip(".").lower()], int(match["d" + n])
            if not 1 <= day <= 31:  # noqa: PLR2004 -- days of a month
                return None
            return f"{match['y' + n]}-{month:02}-{day:02}" if match["y" + n] else f"--{month:02}-{day:02}"
    if match["m3"]:
        return f"{match['y3']}-{MONTHS[match['m3'].rstrip('.').lower()]:02}"
    if match["wd"]:
        return _weekday(match["wd"], anchor, ahead=_is_ahead(match))
    if match["month"]:
        return f"--{MONTHS[match['month'].lower()]:02}"
    if match["in"]:
        return "--03" if match["in"] == "rch" else "--05"
    if match["decade"]:
        return match["decade"].removeprefix("the ")
    return match["year"] or _relative(match, anchor)


def _is_ahead(match: re.Match[str]) -> bool:
    """Whether what stands before a weekday tells of the future: "will vote on Monday", and not "said on Monday"."""
    before = match.string[max(0, match.start() - AHEAD_CHARS) : match.start()]
    future = _AHEAD.search(before)
    return future is not None and not _PAST.search(before, future.start())


def _weekday(name: str, anchor: date | None, *, ahead: bool = False) -> str:
    """The nearest such day: the last seven days (today among them), or the next seven."""
    number = WEEKDAYS[name.lower()]
    if anchor is None:
        return f"XXXX-WXX-{number}"
    back = (anchor.isoweekday() - number) % 7
    return (anchor + timedelta(days=7 - back) if ahead else anchor - timedelta(days=back)).isoformat()


def _relative(match: re.Match[str], anchor: date | None) -> str | None:
    if anchor is None:
        return f"XXXX-WXX-{WEEKDAYS[match['unit'].lower()]}" if (match["unit"] or "").lower() in WEEKDAYS else None
    if match["rel"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["rel"].lower(), 0)
        return (anchor + timedelta(days=shift)).isoformat()
    if match["unit"]:
        sign = {"last": -1, "next": 1}.get(match["dir"].lower(), 0)
        if match["unit"].lower() in WEEKDAYS:
            return _weekday(match["unit"], anchor, ahead=sign > 0)
        if match["unit"] == "year":
            return str(anchor.year + sign)
        if match["unit"] == "month":
            months = anchor.year * 12 + anchor.month - 1 + sign
            return f"{months // 12}-{months % 12 + 1:02}"
        if match["unit"] == "week":
            year, week, _ = (anchor + timedelta(days=7 * sign)).isocalendar()
            return f"{year}-W{week:02}"
        return None
    if match["au"] in ("year", "decade") and match["aw"] == "ago":
        return str(anchor.year - _count(match["ago"]) * (10 if match["au"] == "decade" else 1))
    return None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 1)


def _clock(match: re.Match[str]) -> str | None:
    if match["word"]:
        return "T12:00" if match["word"] == "noon" else "T00:00"
    hour, minute = int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12 or minute > 59:  # noqa: PLR2004 -- the clock
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"T{hour:02}:{minute:02}"
