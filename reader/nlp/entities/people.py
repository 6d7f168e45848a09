"""People whom the model took for something else, by what the whole document shows of their names.

Takes finds and words, gives the finds with some classes turned to PER. "Papiss Cisse" is no place where "Cisse" alone
is named again: bodies are cut to their first word or their initials, people to their last.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from reader.nlp.entities.evidence import SAYING
from reader.nlp.entities.lists import label_of, membership
from reader.nlp.entities.model import Found
from reader.nlp.entities.wordforms import word_form

MOST_WORDS = 3  # of a person's name
AGAIN = 2  # times that the last word alone has to stand elsewhere
NO_SURNAME = frozenset("oOlcCkudgtM")  # lists of which no word is looked on as a surname here
BEHIND_AGE = frozenset(", ; : . ) -- — – - and or who of from was is".split())
OLDEST = 110
CIVIL = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Sen. Rep. Gov.".split())


def settle_people(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds, people told by the ways their names return."""
    single = Counter(words[f.first] for f in found if f.end - f.first == 1)
    people = _surnames(found, words, single) | _titled(found, words) | _aged(found, words)
    return [f._replace(kind="PER") if f.kind != "PER" and _is_theirs(f, words, people) else f for f in found]


def _surnames(found: Sequence[Found], words: Sequence[str], single: Mapping[str, int]) -> set[str]:
    """Last words of full names that stand alone elsewhere, where somebody speaks or the first name is one."""
    signs: dict[str, int] = defaultdict(int)
    for f in found:
        last = words[f.end - 1]
        if f.end < len(words) and words[f.end] in SAYING:
            signs[last] += 1
        if f.end - f.first > 1 and (word_form(words[f.first]).first_name or f.kind == "PER"):
            signs[last] += 1
    return {
        words[f.end - 1]
        for f in found
        if 1 < f.end - f.first <= MOST_WORDS
        and single[words[f.end - 1]] >= AGAIN
        and signs[words[f.end - 1]]
        and _may_be_surname(words[f.end - 1])
        and all(word[0].isupper() and not word.isupper() for word in words[f.first : f.end])
    }


def _titled(found: Sequence[Found], words: Sequence[str]) -> set[str]:
    """Words with "Mr" before."""
    return {
        words[f.end - 1]
        for f in found
        if f.first
        and words[f.first - 1] in CIVIL
        and f.end - f.first <= MOST_WORDS
        and _may_be_surname(words[f.end - 1])
    }


def _aged(found: Sequence[Found], words: Sequence[str]) -> set[str]:
    """Last words of full names with an age behind: "Ada Brennan, 34, …"."""
    return {
        words[f.end - 1]
        for f in found
        if 1 < f.end - f.first <= MOST_WORDS
        and words[f.end : f.end + 1] == [","]
        and _is_age(words[f.end + 1 : f.end + 3])
        and _may_be_surname(words[f.end - 1])
    }


def _is_age(words: Sequence[str]) -> bool:
    """Whether the first of two words is an age by the second."""
    return len(words) > 1 and words[0].isdecimal() and int(words[0]) <= OLDEST and words[1] in BEHIND_AGE


def _may_be_surname(word: str) -> bool:
    return word.isalpha() and label_of(word) is None and NO_SURNAME.isdisjoint(membership(word))


def _is_theirs(find: Found, words: Sequence[str], people: set[str]) -> bool:
    """Whether it is a person's surname, or a full name that ends in it."""
    name = words[find.first : find.end]
    return name[-1] in people and len(name) <= MOST_WORDS and all(word[0].isupper() for word in name)
