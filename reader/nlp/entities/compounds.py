"""Names inside hyphenated words: "US-China relations", "Dubai-based", "anti-Russia". By lists only.

Takes a token's words, gives the listed parts. "Guinea-Bissau" and "Smith-Jordan" stay whole.
"""

import re

from reader.nlp.entities.lists import label_of
from reader.text import Label, Name, Span

_PARTS = re.compile(r"[^-–‑]+")
HYPHENS = frozenset("-–‑")
PREFIXES = frozenset(
    "Anti Pro Non Ex Trans Intra Inter Post Pre Mid Cross Sino Anglo Franco Indo Russo Euro Afro".split()
)
LABELS: dict[str, Label] = {"GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "ORG": "ORG"}


def compound_names(word: str, start: int) -> list[Name]:
    """The names in `word`, which stands at `start`; none unless every capitalised part is listed or a prefix."""
    if HYPHENS.isdisjoint(word) or label_of(word) is not None:
        return []
    names: list[Name] = []
    for match in _PARTS.finditer(word):
        part = match.group()
        if part.islower() or part in PREFIXES or part.isdigit():
            continue
        label = LABELS.get(label_of(part) or "")
        if label is None:
            return []
        names.append(Name(Span(start + match.start(), start + match.end()), label))
    return names
