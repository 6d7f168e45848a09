"""Short letter codes for things on the screen: a number → as many codes, none of which begins another. Pure."""

LETTERS = "asdfghjkl"
"""The home row, which lies under the fingers on most keyboards."""


def codes(number: int, letters: str = LETTERS) -> list[str]:
    """`number` codes, the shortest first; no code is the beginning of another."""
    found = [""]
    at = 0
    while len(found) - at < number:
        prefix = found[at]
        at += 1
        found += [prefix + letter for letter in letters]
    return found[at : at + number]
