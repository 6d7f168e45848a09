"""Words of a sentence → feature strings for the sequence model. Used alike in training and at run time.

A word's own features are computed once for each distinct word; a token then takes the stored strings of itself and
its neighbours. No part of speech is needed.
"""

from collections.abc import Sequence
from functools import lru_cache

from reader.nlp.entities.lists import membership

CACHED_WORDS = 30_000  # distinct words kept; about three articles of 50,000 words


def shape(word: str) -> str:
    """X for capitals, x for small letters, 9 for digits, runs folded: "McCain" → "XxXx", "G-20" → "X-9"."""
    folded: list[str] = []
    for c in word[:20]:
        s = "X" if c.isupper() else "x" if c.islower() else "9" if c.isdigit() else c
        if not folded or folded[-1] != s:
            folded.append(s)
    return "".join(folded)


@lru_cache(CACHED_WORDS)
def word_features(
    word: str,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Feature strings of `word` as the token itself, one before, one after, two before, two after."""
    lower, form = word.lower(), shape(word)
    lists = membership(word)
    own = (
        "w=" + word,
        "l=" + lower,
        "s=" + form,
        "p3=" + lower[:3],
        "x3=" + lower[-3:],
        "x2=" + lower[-2:],
        "p2=" + lower[:2],
    )
    if len(lower) > 4:  # noqa: PLR2004 -- shorter words are covered by the three-letter ones
        own += ("x4=" + lower[-4:], "p4=" + lower[:4])
    own += tuple("g=" + name for name in lists)
    before = ("-1l=" + lower, "-1s=" + form, *("-1g=" + name for name in lists))
    after = ("+1l=" + lower, "+1s=" + form, *("+1g=" + name for name in lists))
    return own, before, after, ("-2l=" + lower, "-2s=" + form), ("+2l=" + lower, "+2s=" + form)


def sentence_features(words: Sequence[str]) -> list[list[str]]:
    """One list of features a word."""
    table = [word_features(word) for word in words]
    last = len(words) - 1
    capitals = is_title_like(words)
    result = []
    for i, row in enumerate(table):
        features = [*row[0]]
        if i > 0:
            features += table[i - 1][1]
            features.append("-1w=" + words[i - 1].lower() + "|" + words[i].lower())
            if i > 1:
                features += table[i - 2][3]
        else:
            features.append("first")
        if i < last:
            features += table[i + 1][2]
            if i + 1 < last:
                features += table[i + 2][4]
        else:
            features.append("last")
        if capitals:
            features.append(capitals)
            features.append(capitals + row[0][2])
        result.append(features)
    return result


def is_title_like(words: Sequence[str]) -> str:
    """ "all-caps" for a shouted line, "title" for a headline in title case, else nothing."""
    long = [w for w in words if len(w) > 3 and w.isalpha()]  # noqa: PLR2004 -- short words stay small in headlines
    if len(long) < 3:  # noqa: PLR2004 -- too little to judge by
        return ""
    upper = sum(w.isupper() for w in long)
    if upper >= 0.8 * len(long):
        return "all-caps"
    return "title" if sum(w[0].isupper() for w in long) >= 0.9 * len(long) else ""
