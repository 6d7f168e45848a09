"""The day an article was written: what "Monday" and "last week" count from.

Takes an article, gives a date: the one of its header, else the one of its dateline. Never today's.
"""

import re
from datetime import date

from reader.nlp.values.calendar import MONTH, MONTHS
from reader.text import Article

DATELINE_CHARS = 90  # a dateline is the first thing in the text
_DATELINE = re.compile(
    rf"^[^a-z\n]?[A-Z][\w.'’ ]{{2,40}}(?:,\s[A-Z][\w. ]{{1,20}})?,?\s\(?(?:(?P<m1>{MONTH})\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s(?P<m2>{MONTH})),?\s(?P<y>(?:19|20)\d\d)\)?"
    r"[^\n]{0,24}?\s?[-–—:]"
)  # LYON, France, 3 May 2026 (AFP) —


def article_date(article: Article) -> date | None:
    """The day, where header or dateline tell it."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return _dateline_date(article)


def _dateline_date(article: Article) -> date | None:
    first = next((p for p in article.paragraphs if p.kind == "body"), None)
    if first is None:
        return None
    match = _DATELINE.match(article.text[first.span.start : min(first.span.end, first.span.start + DATELINE_CHARS)])
    if match is None:
        return None
    month = MONTHS[(match["m1"] or match["m2"]).rstrip(".").lower()]
    try:
        return date(int(match["y"]), month, int(match["d1"] or match["d2"]))
    except ValueError:
        return None
