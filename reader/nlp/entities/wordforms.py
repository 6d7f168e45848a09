"""One word → its stored feature strings and what the rules ask about it. Knows no neighbours."""

from functools import lru_cache
from typing import NamedTuple

from reader.nlp.entities.lists import membership

CACHED_WORDS = 30_000  # distinct words kept; about three articles of 50,000 words
NO_WORLD = str.maketrans("", "", "wW")
"""Leaves the wide lists of the world's names out, which would split the combinations of the sure ones."""


class Word(NamedTuple):
    """A distinct word, ready to be put together into features."""

    text: str
    lower: str
    capital: bool
    mixed: bool
    """Whether any letter is a capital."""
    lists: str
    """Codes of the lists that the word stands in, without the names of the world."""
    title: bool
    first_name: bool
    organisation: bool
    """Whether it is a head or tail of organisations' names."""
    own: tuple[str, ...]
    before: tuple[str, ...]
    """As the word one before the token; likewise the others."""
    after: tuple[str, ...]
    far_before: tuple[str, ...]
    far_after: tuple[str, ...]


def shape(word: str) -> str:
    """X for capitals, x for small letters, 9 for digits, runs folded: "McCain" → "XxXx", "G-20" → "X-9"."""
    folded: list[str] = []
    for c in word[:20]:
        s = "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c
        if not folded or folded[-1] != s:
            folded.append(s)
    return "".join(folded)


@lru_cache(CACHED_WORDS)
def word_form(word: str) -> Word:
    """Everything about `word` alone."""
    lower, form, lists = word.lower(), shape(word), membership(word)
    return Word(
        word, lower, word[:1].isupper(), word != lower, lists.translate(NO_WORLD),
        "t" in lists, "f" in lists or "m" in lists, "o" in lists,
        own=_own(word, lower, form, lists),
        before=("-1l=" + lower, "-1s=" + form, *("-1g=" + code for code in lists)),
        after=("+1l=" + lower, "+1s=" + form, *("+1g=" + code for code in lists)),
        far_before=("-2l=" + lower, "-2s=" + form),
        far_after=("+2l=" + lower, "+2s=" + form),
    )  # fmt: skip


def _own(word: str, lower: str, form: str, lists: str) -> tuple[str, ...]:
    own = [
        "w=" + word, "l=" + lower, "s=" + form,
        "p3=" + lower[:3], "x3=" + lower[-3:], "x2=" + lower[-2:], "p2=" + lower[:2],
    ]  # fmt: skip
    if len(lower) > 4:  # noqa: PLR2004 -- shorter words are covered by the three-letter ones
        own += ("x4=" + lower[-4:], "p4=" + lower[:4])
    own += ["g=" + code for code in lists]
    if known := lists.translate(NO_WORLD):
        own.append("G=" + known)
    return tuple(own)
