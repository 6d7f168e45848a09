"""Word lists of names: which lists a word stands in, and how a place or a group is told from its name.

Takes single words or whole names, gives list names. The lists are data files; `reader.training.gazetteer` makes them.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from reader.nlp import resources

WORDS = "names_words.tsv"
PHRASES = "names_phrases.tsv"
START_CHARS = 3  # of the words that are read together: eleven on the average
CACHED_STARTS = 10_000  # the file has 9,000
CACHED_NAMES = 30_000  # the rules ask for each name of an article some ten times
MOST_PHRASE_WORDS = 4  # longer listed names are rare and their words say enough


@cache
def _lines() -> dict[bytes, bytes]:
    """The lines of the words' file by the letters that the words of a line begin with."""
    fields = resources.path(WORDS).read_bytes().replace(b"\n", b"\t").split(b"\t")
    return dict(zip(fields[::2], fields[1::2], strict=False))


@lru_cache(CACHED_STARTS)
def _words(start: str) -> dict[str, str]:
    """Word → codes of its lists, one letter a list, of the words that begin so."""
    fields = _lines().get(start.encode(), b"").decode().split(" ")
    return dict(zip(fields[::2], fields[1::2], strict=False))


def _codes(word: str) -> str:
    return _words(word[:START_CHARS]).get(word, "")


def packed_words(codes: Mapping[str, str]) -> str:
    """The words' file from the codes of each word: as one dictionary it would load four times as long."""
    lines: dict[str, list[str]] = {}
    for word, own in sorted(codes.items()):
        lines.setdefault(word[:START_CHARS], []).append(f"{word} {own}")
    return "".join(f"{start}\t{' '.join(words)}\n" for start, words in sorted(lines.items()))


@cache
def phrases() -> dict[str, str]:
    """Whole name, lower case → its label."""
    rows = (line.split("\t") for line in resources.read_text(PHRASES).splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}


@cache
def phrase_lengths() -> dict[str, int]:
    """The first words of all whole names, most capitalised words begin none, and how many words the longest has."""
    found: dict[str, int] = {}
    for name in phrases():
        first, words = name.partition(" ")[0], min(name.count(" ") + 1, MOST_PHRASE_WORDS)
        if found.get(first, 0) < words:
            found[first] = words
    return found


def openings(words: Sequence[str], fewest: int = 1) -> list[int]:
    """The indices of capitalised words with which a whole name of so many words or more may begin."""
    longest = phrase_lengths()
    opening = {word for word in set(words) if word[:1].isupper() and longest.get(word.lower(), 0) >= fewest}
    return [i for i, word in enumerate(words) if word in opening]


@lru_cache(CACHED_NAMES)
def membership(word: str) -> str:
    """The codes of the lists that `word` stands in; empty for none. See `reader.training.gazetteer.CODES`."""
    if not word[:1].isupper() and not word[:1].isdigit():
        return _codes(word) if word in ("minister", "bank", "ministry") else ""
    return _codes(word) or (_codes(word.capitalize()) if word.isupper() and len(word) > 3 else "")  # noqa: PLR2004


@lru_cache(CACHED_NAMES)
def label_of(name: str) -> str | None:
    """The label of a listed name, whatever its case: GPE, LOC, NORP, ORG …; None when it is not listed."""
    return phrases().get(" ".join(name.lower().split()))
