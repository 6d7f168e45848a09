"""Where one word stands among many, found without looking at each of them in Python."""

from collections.abc import Iterator, Sequence


def places_of(word: str, words: Sequence[str]) -> Iterator[int]:
    """The indices of `word`, in order."""
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at
