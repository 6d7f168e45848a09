"""Finds that the model cut or ran together at a word that says what they are.

Takes finds and words, gives the finds: "South Africans" and "Roe v. Wade" whole, "Songkhla's Rattaphum" two places,
the towns of a dateline places.
"""

from collections.abc import Iterator, Sequence

from reader.nlp.entities.lists import label_of, openings
from reader.nlp.entities.model import Found
from reader.nlp.entities.places import places_of

OWNS = frozenset(("'s", "’s"))
OWNERS = {"GPE": "LOC", "ORG": "ORG"}
LANDMARK_TAILS = frozenset("Park Cross End Vineyard Square Road Street Island Bay Point Head Wood Green Palace".split())
DASHES = frozenset("- – — --".split())
DATELINE_WORDS = 6  # before "(AP) —"


def settle_joints(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds with their joints put right, in order and disjoint."""
    parted = [part for f in found for part in _parted(f, words)]
    whole = [*_nations(words), *_cases(parted, words)]
    kept = [f for f in parted if not any(w.first < f.end and f.first < w.end for w in whole)]
    return _with_datelines(sorted([*kept, *whole]), words)


def _parted(find: Found, words: Sequence[str]) -> Iterator[Found]:
    """A place in front of its owner's "'s" and one behind it; "St James's Park" stays whole."""
    at = next((i for i in range(find.first + 1, find.end - 1) if words[i] in OWNS), -1)
    if at >= 0 and find.kind == "ORG" and words[at + 1][0].isupper():
        owner_kind = OWNERS.get(label_of(" ".join(words[find.first : at])) or "")
        if owner_kind is not None:
            yield Found(find.first, at, owner_kind)
            find = find._replace(first=at + 1)
    if at < 0 or find.kind != "LOC" or words[find.end - 1] in LANDMARK_TAILS:
        yield find
        return
    owner = " ".join(words[find.first : at])
    acronym = owner.isupper() and "." not in owner and label_of(owner) != "GPE"
    yield Found(find.first, at, "ORG" if acronym else "LOC")
    first = at + 1
    while first < find.end and not words[first][:1].isupper():  # "UNCTAD's 2022 Africa"
        first += 1
    if first < find.end:
        yield Found(first, find.end, "LOC")


def _nations(words: Sequence[str]) -> Iterator[Found]:
    """Nations and peoples of two words."""
    for i in openings(words, 2):
        capitals = i + 1 < len(words) and words[i + 1][:1].isupper()
        if capitals and label_of(f"{words[i]} {words[i + 1]}") == "NORP":
            yield Found(i, i + 2, "MISC")


def _cases(found: Sequence[Found], words: Sequence[str]) -> Iterator[Found]:
    """Cases at law by the finds on both sides of "v."; two places are a match."""
    ends, starts = {f.end: f for f in found}, {f.first: f for f in found}
    for i in places_of("v.", words):
        if i in ends and i + 1 in starts and {ends[i].kind, starts[i + 1].kind} != {"LOC"}:
            yield Found(ends[i].first, starts[i + 1].end, "MISC")


def _with_datelines(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds, those in capitals before "(AP) —" as places."""
    towns = set[int]()
    for i in places_of("(", words):
        closed = 0 < i < len(words) - 3 and words[i + 2] == ")"
        if closed and words[i + 3] in DASHES and words[i + 1].isupper():
            towns.update(range(max(0, i - DATELINE_WORDS), i))
    return [f._replace(kind="LOC") if f.first in towns and _shouted(f, words) else f for f in found]


def _shouted(find: Found, words: Sequence[str]) -> bool:
    return all(word.isupper() and len(word) > 1 for word in words[find.first : find.end])
