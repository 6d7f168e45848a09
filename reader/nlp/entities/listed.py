"""Listed names that the model missed: peoples and parties, agencies ("GENEVA (AP)"), countries.

Takes finds and words, gives the finds with more among them, in order and disjoint. Only where no capitalised word
stands beside the listed one, which could make a longer name of both.
"""

from collections.abc import Sequence

from reader.nlp.entities.lists import label_of, membership, openings, phrase_lengths
from reader.nlp.entities.model import Found
from reader.nlp.entities.organisations import is_among_capitals

CLASSES = {"NORP": "MISC", "ORG": "ORG", "GPE": "LOC"}
SENTENCE_BREAKS = frozenset('. ? ! ” “ " : - – —'.split())


def add_listed(found: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The finds and the listed names outside of them."""
    taken = {i for f in found for i in range(f.first, f.end)}
    more: list[Found] = []
    done = 0
    for i in openings(words):
        if i < done or i in taken:
            continue
        hit = _longest(i, words, taken)
        if hit is not None:
            done = hit[0]
            if _is_safe(i, done, hit[1], words, taken):
                more.append(Found(i, done, CLASSES[hit[1]]))
    return sorted([*found, *more])


def _longest(first: int, words: Sequence[str], taken: set[int]) -> tuple[int, str] | None:
    """The end and label of the longest listed name that begins at `first`."""
    for end in range(min(first + phrase_lengths()[words[first].lower()], len(words)), first, -1):
        if not words[end - 1][:1].isupper() or any(i in taken for i in range(first, end)):
            continue
        label = label_of(" ".join(words[first:end]))
        if label is not None:
            return end, label
    return None


def _is_safe(first: int, end: int, label: str, words: Sequence[str], taken: set[int]) -> bool:
    many, opens = end - first > 1, first == 0 or words[first - 1] in SENTENCE_BREAKS
    beside = _is_capital(end, words, taken) or (not opens and _is_capital(first - 1, words, taken))
    if label == "NORP":
        return many or not beside
    if beside or is_among_capitals(first, end, words):
        return False
    word = words[first]
    shouted = word.isupper() and len(word) > 1
    if label == "ORG":
        return many or shouted
    return label == "GPE" and (many or shouted or "k" in membership(word)) and (shouted or not opens)


def _is_capital(at: int, words: Sequence[str], taken: set[int]) -> bool:
    return 0 <= at < len(words) and at not in taken and words[at][:1].isupper()
