"""Values in the text: dates, times, money, per cent and quantities, each with a normal form. By rules only.

Takes a document (its article's text and date), gives `Name`s with `normalized`. Normal forms:

- DATE: ISO 8601 as far as known: `2026-03-04`, `2010-06`, `2016`, `--03-04` (no year), `1970s`; a weekday is `XXXX-WXX-4` unless
  the article's date tells which; relative days and years are dates when the article's date is known, else left out
- TIME: `T16:20`; MONEY: `1.2e9 USD`, a range joined by `..`; PERCENT: `12.5 %`; QUANTITY: number and unit, `45 m`, `600 people`
"""

from reader.nlp.document import Document
from reader.nlp.values.amounts import find_amounts
from reader.nlp.values.anchor import article_date
from reader.nlp.values.dates import find_dates
from reader.text import Name

__all__ = ["article_date", "find_values"]


def find_values(document: Document) -> tuple[Name, ...]:
    """All values, in order and disjoint; where two overlap the longer stands."""
    text = document.text
    found = sorted(
        [*find_dates(text, article_date(document.article)), *find_amounts(text)],
        key=lambda n: (n.span.start, -n.span.end),
    )
    result: list[Name] = []
    for name in found:
        if not result or name.span.start >= result[-1].span.end:
            result.append(name)
    return tuple(result)
