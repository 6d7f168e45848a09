"""Rows of weights by feature, in a form that loads fast: features that begin alike share one string of a model file.

Takes and gives texts and dictionaries. As members of a JSON object, the 69,000 features of the quotes' tagger took
31 ms to load; as 22,000, most of them tables whose text is only read when it is asked for, they take a third of it.
"""

from collections.abc import Mapping
from itertools import repeat

_DIGITS = "0123456789abcdefghijklmnopqrstuv"
BASE = len(_DIGITS)
_DIGIT_BITS = 5


def split(feature: str) -> tuple[str, str]:
    """A feature's start and its end: what stands behind its last "|"."""
    start, mark, end = feature.rpartition("|")
    return start + mark, end


def nested(rows: Mapping[str, int]) -> dict[str, str]:
    """Rows by feature as tables: the text of each by its features' start."""
    found: dict[str, list[str]] = {}
    for feature, row in rows.items():
        start, end = split(feature)
        found.setdefault(start, []).append(f"{end} {to_digits(row)}")
    return {start: " ".join(entries) for start, entries in found.items()}


def table(text: str) -> dict[str, int]:
    """The rows of a table by their features' ends."""
    words = text.split(" ")
    return dict(zip(words[::2], map(int, words[1::2], repeat(BASE)), strict=True))


def to_digits(row: int) -> str:
    """A row as digits of base 32, which Python reads in a quarter of the time that a list of its weights takes."""
    digits, rest = "", abs(row)
    while rest:
        digits = _DIGITS[rest & BASE - 1] + digits
        rest >>= _DIGIT_BITS
    return "-" * (row < 0) + (digits or "0")


def from_digits(text: str) -> int:
    """The inverse of `to_digits`."""
    return int(text, BASE)
