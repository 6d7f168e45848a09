"""Acronyms behind their long forms: "World Health Organization (WHO)".

Takes finds and words, gives the finds with the long form whole where its initials are the acronym, and the acronym in
the long form's class. Source: after Schwartz & Hearst (2003), A Simple Algorithm for Identifying Abbreviation
Definitions, for initials only.
"""

from collections.abc import Iterator, Sequence

from reader.nlp.entities.model import Found
from reader.nlp.entities.places import places_of

LINKS = frozenset("of the and for in on to de la du des &".split())
SHORTEST, LONGEST = 3, 10  # letters: two say too little to move a boundary by
CLASSES = {"ORG": "ORG", "MISC": "ORG", "LOC": "LOC", "PER": "PER"}
"""The class of an acronym by that of its long form."""


def settle_acronyms(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds, long forms whole and acronyms in their class, in order and disjoint."""
    result = list(found)
    for at in _brackets(words):
        short = words[at + 1]
        first = _long_form(words, at, short) if SHORTEST <= len(short) <= LONGEST else None
        if first is not None:
            result = _with_whole(result, first, at, words)
        before = next((f for f in result if f.end == at), None)
        if before is not None and _stands_for(short, before, words):
            result = [f for f in result if f.first != at + 1 or f.end > at + 2]
            if not any(f.first <= at + 1 < f.end for f in result):
                result.append(Found(at + 1, at + 2, CLASSES[before.kind]))
    return sorted(result)


def _brackets(words: Sequence[str]) -> Iterator[int]:
    """Where "(", an upper-case word of two letters and more, and ")" stand."""
    for at in places_of("(", words):
        closed = 0 < at < len(words) - 2 and words[at + 2] == ")"
        if closed and words[at + 1].isupper() and len(words[at + 1]) > 1:
            yield at


def _long_form(words: Sequence[str], at: int, short: str) -> int | None:
    """The first word of the name before the bracket whose capitals are `short`; None where they are not."""
    left, first = len(short), at
    while left and first > 0:
        first -= 1
        word = words[first]
        if word[0] == short[left - 1]:
            left -= 1
        elif word not in LINKS or first == at - 1:
            return None
    return first if not left else None


def _with_whole(found: Sequence[Found], first: int, end: int, words: Sequence[str]) -> list[Found]:
    """The finds with one name at [first, end); as they are where none touches it, or a longer one holds it."""
    over = [f for f in found if f.first < end and f.end > first]
    if not over or any(f.first < first or f.end > end for f in over):
        return list(found)
    return sorted([*(f for f in found if f not in over), Found(first, end, _kind(over, first, end, words))])


def _kind(over: Sequence[Found], first: int, end: int, words: Sequence[str]) -> str:
    """The class of a name by the finds in it: "Jordan" does not make a place of the "Jordan Chamber of Industry"."""
    known = {i for f in over for i in range(f.first, f.end)}
    kinds = {f.kind for f in over}
    if "ORG" in kinds or "PER" in kinds or any(i not in known and words[i] not in LINKS for i in range(first, end)):
        return "ORG"
    return "MISC" if "MISC" in kinds else "LOC"


def _stands_for(short: str, find: Found, words: Sequence[str]) -> bool:
    initials = "".join(w[0] for w in words[find.first : find.end] if w[0].isupper())
    return short == initials or (short[0] == initials[:1] and find.kind in ("ORG", "MISC"))
