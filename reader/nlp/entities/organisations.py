"""Which short names are organisations, by their long forms in the same document and by their look.

Takes finds and words, gives the finds with some classes turned to ORG.
"""

from collections.abc import Sequence

from reader.nlp.entities.lists import label_of, membership
from reader.nlp.entities.model import Found

COMPANY_TAILS = frozenset(
    """Inc Inc. Ltd Ltd. Corp Corp. Co. Company Corporation Group Holdings Airlines Airways Motors Technologies
    Systems Software Studios Records Entertainment Industries PLC plc LLC Mines Mining Bank Energy Oil FC
    Club United Capital Line Lines Partners International Foundation Party Electronics Pharmaceuticals Foods
    Media News Institute""".split()
)
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 6
OTHER_LISTS = frozenset("dgtulM")  # demonyms, groups, titles, states, land words, months
PLACE_LISTS = frozenset("cku")


BODY_NOUNS = frozenset(
    """newspaper daily weekly magazine broadcaster agency outlet website company firm airline startup retailer
    carrier insurer lender conglomerate newswire nonprofit NGO""".split()
)
"""Nouns of which the name right behind is a body's: "the daily Morwen"."""
TELLING = frozenset("told tells".split())
TELLERS = frozenset("reports reported".split())
PLACE_HEADS = frozenset("District Province County Region Island City River Lake Valley Village Town".split())
SENTENCE_ENDS = frozenset(". ? ! , ;".split())


MEDIA_TAILS = frozenset("News Times Post Herald Tribune Gazette Courier Journal Telegraph Broadcasting".split())
OPENERS = frozenset(".!?:;“”\"‘’'(—–-")


def whole_outlets(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """Outlets with all their words: "Focus News" of "when Harbour Focus News asked" begins two words earlier."""
    result: list[Found] = []
    for f in found:
        first, floor = f.first, result[-1].end if result else 0
        if f.kind == "ORG" and words[f.end - 1] in MEDIA_TAILS:
            while first > max(floor, 1) and _belongs(words[first - 1], words[first - 2]):
                first -= 1
        result.append(f._replace(first=first))
    return result


def _belongs(word: str, before: str) -> bool:
    """Whether a word before an outlet's name is part of it: capitalised inside a sentence, in no other list."""
    return word[0].isupper() and word.isalpha() and before not in OPENERS and _is_own_name(word)


def settle_organisations(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """One-word finds that are organisations: "LATAM" beside "LATAM Airlines", "NSRI", initials of a long form."""
    short = _short_forms(found, words)
    return [
        f._replace(kind="ORG")
        if f.end - f.first == 1 and (words[f.first] in short or _is_acronym_taken_for_place(f, words))
        else f
        for f in found
    ]


def settle_called_bodies(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """Places that no list knows, where they are called a body or are told something: "told Morwen that"."""
    called = {tuple(words[f.first : f.end]) for f in found if _acts_as_body(f, words)}
    return [f._replace(kind="ORG") if f.kind == "LOC" and tuple(words[f.first : f.end]) in called else f for f in found]


def _is_doubtful_place(find: Found, words: Sequence[str]) -> bool:
    name = words[find.first : find.end]
    return find.kind == "LOC" and label_of(" ".join(name)) is None and name[-1] not in PLACE_HEADS


def _acts_as_body(find: Found, words: Sequence[str]) -> bool:
    """Whether "newspaper" or "told" stands before a doubtful place, or "reported" and the sentence's end around it."""
    if not find.first or not _is_doubtful_place(find, words):
        return False
    before, after = words[find.first - 1], words[find.end] if find.end < len(words) else "."
    return before in BODY_NOUNS or before in TELLING or (before in TELLERS and after in SENTENCE_ENDS)


def _short_forms(found: Sequence[Found], words: Sequence[str]) -> set[str]:
    """First words of companies' names, initials of all organisations' names."""
    short = set()
    for f in found:
        if f.kind != "ORG" or f.end - f.first == 1:
            continue
        name = words[f.first : f.end]
        if name[-1] in COMPANY_TAILS and len(name[0]) >= SHORTEST_ACRONYM and _is_own_name(name[0]):
            short.add(name[0])
        initials = "".join(word[0] for word in name if word[0].isupper())
        if len(initials) >= SHORTEST_ACRONYM:
            short.add(initials)
    return short


def _is_own_name(word: str) -> bool:
    """Whether no list knows the word as something else: "Qatar" of "Qatar Airways" stays a country."""
    return label_of(word) is None and OTHER_LISTS.isdisjoint(membership(word))


def _is_acronym_taken_for_place(find: Found, words: Sequence[str]) -> bool:
    word = words[find.first]
    return (
        find.kind == "LOC"
        and SHORTEST_ACRONYM <= len(word) <= LONGEST_ACRONYM
        and word.isupper()
        and word.isalpha()
        and label_of(word) is None
        and PLACE_LISTS.isdisjoint(membership(word))
        and not is_among_capitals(find.first, find.end, words)
    )


def is_among_capitals(first: int, end: int, words: Sequence[str]) -> bool:
    """Whether the word before or behind is all capitals: a shouted line, where capitals say nothing."""
    neighbours = (words[first - 1] if first else "", words[end] if end < len(words) else "")
    return any(len(word) > 1 and word.isupper() for word in neighbours)
