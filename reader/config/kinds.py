"""What the value of a setting may be: each kind says what is wrong with a value, and itself as JSON schema.

Takes values as TOML gives them; gives words and dictionaries. It knows no setting by name.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

NEAR = 0.5
"""Likeness from which on a word is taken for a slip of another: "them" is "theme", "zzz" is nothing."""

NO_KEYS = "must be a string of keys separated by commas"


class Kind(Protocol):
    """A kind of value."""

    def problem(self, value: object) -> str:
        """What is wrong with a value; empty when nothing is."""
        ...

    def schema(self) -> dict[str, Any]:
        """The same as JSON schema."""
        ...


class Text(NamedTuple):
    """A string that is not blank."""

    def problem(self, value: object) -> str:
        """See `Kind`."""
        return "" if isinstance(value, str) and value.strip() else "must be a string with something in it"

    def schema(self) -> dict[str, Any]:
        """See `Kind`."""
        return {"type": "string", "pattern": r"\S"}


class Flag(NamedTuple):
    """True or false."""

    def problem(self, value: object) -> str:
        """See `Kind`."""
        return "" if isinstance(value, bool) else "must be true or false"

    def schema(self) -> dict[str, Any]:
        """See `Kind`."""
        return {"type": "boolean"}


class Number(NamedTuple):
    """A whole number within bounds, both allowed."""

    low: int
    high: int

    def problem(self, value: object) -> str:
        """See `Kind`."""
        fits = isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high
        return "" if fits else f"must be a whole number from {self.low} to {self.high}"

    def schema(self) -> dict[str, Any]:
        """See `Kind`."""
        return {"type": "integer", "minimum": self.low, "maximum": self.high}


class Choice(NamedTuple):
    """One of some words."""

    words: tuple[str, ...]

    def problem(self, value: object) -> str:
        """See `Kind`."""
        if value in self.words:
            return ""
        near = nearest(str(value), self.words)
        return f"must be one of {', '.join(self.words)}" + (f"; did you mean {near!r}?" if near else "")

    def schema(self) -> dict[str, Any]:
        """See `Kind`."""
        return {"enum": list(self.words)}


class KeyTable(NamedTuple):
    """Names of actions, each with keys."""

    def problem(self, value: object) -> str:
        """See `Kind`."""
        if not isinstance(value, dict):
            return 'must be a table: [keys], then lines such as next-entity = "n"'
        wrong = [action for action, keys in value.items() if not isinstance(keys, str)]
        return f"{wrong[0]!r} {NO_KEYS}" if wrong else ""

    def schema(self) -> dict[str, Any]:
        """See `Kind`."""
        return {"type": "object", "additionalProperties": {"type": "string"}}


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that `word` is a slip of; empty when it is like none."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=NEAR)), "")
