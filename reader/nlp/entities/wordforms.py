"""One word → what the features and the rules ask about it. Knows no neighbours."""

from functools import lru_cache
from typing import NamedTuple

from reader.nlp.entities.lists import membership

CACHED_WORDS = 30_000  # distinct words kept; about three articles of 50,000 words
NO_WORLD = str.maketrans("", "", "wW")
"""Leaves the wide lists of the world's names out, which would split the combinations of the sure ones."""


class Word(NamedTuple):
    """A distinct word."""

    text: str
    lower: str
    shape: str
    capital: bool
    mixed: bool
    """Whether any letter is a capital."""
    lists: str
    """Codes of the lists that the word stands in."""
    sure_lists: str
    """The same without the names of the world."""
    title: bool
    first_name: bool
    organisation: bool
    """Whether it is a head or tail of organisations' names."""


def shape(word: str) -> str:
    """X for capitals, x for small letters, 9 for digits, runs folded: "McCain" → "XxXx", "G-20" → "X-9"."""
    if word.isascii() and word.isalpha() and word.islower():  # most words, in a fifth of the time
        return "x"
    folded: list[str] = []
    for c in word[:20]:
        s = "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c
        if not folded or folded[-1] != s:
            folded.append(s)
    return "".join(folded)


@lru_cache(CACHED_WORDS)
def word_form(word: str) -> Word:
    """Everything about `word` alone."""
    lower, lists = word.lower(), membership(word)
    return Word(
        word, lower, shape(word), word[:1].isupper(), word != lower, lists, lists.translate(NO_WORLD),
        "t" in lists, "f" in lists or "m" in lists, "o" in lists,
    )  # fmt: skip
