"""Key facts: the dates and amounts of the article, each once. Takes a document with names, gives facts in order."""

import re
from typing import Literal, cast

from reader.nlp.document import Document
from reader.text import VALUE_LABELS, KeyFact

MOST_FACTS = 60  # of one article; more is a table
_DULL = re.compile(
    r"^XXXX"  # a weekday without a date
    r"|^--\d\d$"  # a month without a year
    r"|^[0-9]+(?:\.\d+)? (?:s|min|h|d|wk|mo|a)$"  # a length of time or an age: it tells nothing without its sentence
    r"|^[01] "
)
Kind = Literal["date", "time", "money", "percent", "quantity"]


def key_facts(document: Document) -> tuple[KeyFact, ...]:
    """The first place of each value that tells something, in order of the text."""
    seen: set[tuple[str, str]] = set()
    facts: list[KeyFact] = []
    for name in document.names:
        if name.label not in VALUE_LABELS or not name.normalized or _DULL.search(name.normalized):
            continue
        key = (name.label, name.normalized)
        if key not in seen and len(facts) < MOST_FACTS:
            seen.add(key)
            facts.append(KeyFact(cast("Kind", name.label.lower()), name.span, name.normalized))
    return tuple(facts)
