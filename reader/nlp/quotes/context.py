"""When, through what and to whom something was said: the words around a cue.

Takes the units of the sentence around a cue, gives spans of the article. Contents are never looked into.
"""

import re
from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.units import Unit
from reader.text import QuoteContext, Span

MAX_UNITS_AROUND = 14
"""How far from the cue its circumstances may stand."""
_TAKES_ADDRESSEE = frozenset("tell ask answer warn urge question request demand say speak promise praise add".split())
_NO_ADDRESSEE = frozenset("that whether if how what why who it this he she they him they which".split())
_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|tomorrow"
    r"|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
)
_WHEN = re.compile(
    rf"\b(?:(?:(?:late|earl(?:y|ier)|later|last|this|next)\s+(?:on\s+)?)?(?:{_DAY})(?:\s+\d{{1,2}}(?:,\s+\d{{4}})?)?"
    r"(?:\s+(?:morning|afternoon|evening|night))?"
    r"|(?:last|this|earlier\s+this|later\s+that|that|the\s+same|the\s+previous|the\s+next)\s+"
    r"(?:week|month|year|day|night|morning|afternoon|evening|weekend|spring|summer|fall|autumn|winter)"
    r"|(?:a|two|three|four|five|six|several|some|few)\s+(?:hour|day|week|month|year)s?\s+(?:ago|later|earlier|before)"
    r"|in\s+(?:19|20)\d\d)\b"
)
_WHEN_HINTS = (
    "day", "night", "tomorrow", "week", "month", "year", "hour", "morning", "evening", "noon", "spring", "summer",
    "fall", "autumn", "winter", "19", "20", "uary", "March", "April", "May", "June", "July", "Aug", "mber", "tober",
    "Jan", "Feb", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
"""One of them is in whatever the pattern finds; looked for first, in a fifth of the time."""
_THINGS = (
    r"tweets?|statements?|interviews?|speech(?:es)?|letters?|e-?mails?|memos?|posts?|videos?"
    r"|blog|op-ed|essay|article|column|book"
    r"|(?:news|press)\s+(?:conference|release|briefing)|briefing|conference\s+call"
    r"|(?:phone\s+)?call|telephone\s+interview"
    r"|message|text\s+message|testimony|hearing|address|remarks|report|filing"
    r"|debate|rally|podcast|memoir|affidavit|ruling"
)
_NETWORKS = (
    r"Twitter|Facebook|Instagram|YouTube|Truth Social|X|Telegram|WhatsApp|Reddit|Snapchat|Periscope"
    r"|television|TV|radio|air"
)
_MEDIUM = re.compile(
    rf"\b(?:in|at|during|via|through|by|on)\s+(?:(?:a|an|the|his|her|their|its|one|two|several|another)\s+)?"
    rf"(?:[\w’'-]+\s+){{0,3}}?(?:{_THINGS})\b"
    rf"|\b(?:on|via|over)\s+(?:{_NETWORKS})\b"
    r"|\bthrough\s+(?:a|his|her|their|its)\s+(?:spokes(?:man|woman|person)|lawyers?|attorneys?|representatives?)\b"
)


def context_of(text: str, units: Sequence[Unit], link: Link) -> QuoteContext:
    """The circumstances of one attribution."""
    if link.cue is None:
        return QuoteContext()
    stretches = _outside(units, link)
    at = units[link.cue.start].span.start
    return QuoteContext(
        when=_nearest(text, _WHEN, [s for s in stretches if _may_be_dated(s.of(text))], at),
        medium=_nearest(text, _MEDIUM, stretches, at),
        addressee=_addressee(units, link),
    )


def _may_be_dated(words: str) -> bool:
    return any(map(words.__contains__, _WHEN_HINTS))


def _outside(units: Sequence[Unit], link: Link) -> list[Span]:
    """The text around the cue in its sentence, cut where contents and quoted words lie."""
    cue = link.cue
    if cue is None:
        return []
    low, high = max(0, cue.start - MAX_UNITS_AROUND), min(len(units), cue.end + MAX_UNITS_AROUND)
    if link.source is not None and "WP" in [u.tag for u in units[max(low, link.source.start - 1) :][:2]]:
        low = max(low, link.source.start)  # before "what the investors called" another clause goes on
    inside = {i for part in link.contents for i in range(part.start, part.end)}
    spans: list[Span] = []
    open_at: int | None = None
    for i in range(low, high + 1):
        fits = (
            i < high and i not in inside and units[i].region is None and units[i].sentence == units[cue.start].sentence
        )
        if fits and open_at is None:
            open_at = i
        elif not fits and open_at is not None:
            spans.append(Span(units[open_at].span.start, units[i - 1].span.end))
            open_at = None
    return spans


def _nearest(text: str, pattern: re.Pattern[str], stretches: Sequence[Span], at: int) -> Span | None:
    found = [Span(*m.span()) for s in stretches for m in pattern.finditer(text, s.start, s.end)]
    return min(found, key=lambda span: (abs(span.start - at), span.start), default=None)


def _addressee(units: Sequence[Unit], link: Link) -> Span | None:
    """The noun group right after "told", "asked" or "said to", where it is not the source."""
    cue = link.cue
    if cue is None:
        return None
    head = next((i for i in range(cue.start, cue.end) if _addresses(units[i])), None)
    if head is None:
        return None
    start = head + 1
    if cue_class(units[head].word, units[head].tag) in ("say", "speak", "add", "answer"):
        if start >= len(units) or units[start].word != "to":
            return None
        start += 1
    end = _group_end(units, start, link.source)
    if end is None or any(part.start < end and start < part.end for part in link.contents):
        return None
    return Span(units[start].span.start, units[end - 1].span.end)


def _addresses(unit: Unit) -> bool:
    return unit.tag[0] == "V" and cue_class(unit.word, unit.tag) in _TAKES_ADDRESSEE


def _group_end(units: Sequence[Unit], start: int, source: Candidate | None) -> int | None:
    """One past the noun group at `start`, or None where none stands there."""
    end = start
    while end < len(units) and end - start < 8 and units[end].tag in _GROUP:  # noqa: PLR2004 -- longer is no addressee
        if end > start and units[end].tag in ("DT", "PRP"):
            break
        end += 1
    noun = any(u.tag[:2] == "NN" or u.tag == "PRP" for u in units[start:end])
    if not noun or units[start].word in _NO_ADDRESSEE:
        return None
    return None if source is not None and source.start < end and start < source.end else end


_GROUP = frozenset(("DT", "PRP$", "PRP", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS"))
