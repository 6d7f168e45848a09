"""Word lists of names: which lists a word stands in, and how a place or a group is told from its name.

Takes single words or whole names, gives list names. The lists are data files; `reader.training.gazetteer` makes them.
"""

from functools import cache, lru_cache

from reader.nlp import resources

WORDS = "names_words.tsv"
PHRASES = "names_phrases.tsv"
START_CHARS = 3  # of the words that are read together: eleven on the average
CACHED_STARTS = 10_000  # the file has 9,000
CACHED_NAMES = 30_000  # the rules ask for each name of an article some ten times
MOST_PHRASE_WORDS = 4  # longer listed names are rare and their words say enough


@cache
def _file() -> bytes:
    """The words' file, whose lines are sorted. As one dictionary it took a quarter of the time that all models take."""
    return resources.path(WORDS).read_bytes()


@lru_cache(CACHED_STARTS)
def _words(start: str) -> dict[str, str]:
    """Word → codes of its lists, one letter a list, of the words that begin so, a short one with its tab."""
    first, last = start.encode(), start.encode() + b"\xff"  # no character begins with this byte
    lines = _file()[_place(first) : _place(last)].decode()
    fields = lines.replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], fields[1::2], strict=False))


def _place(key: bytes) -> int:
    """Where the first line begins that does not come before `key`."""
    lines, low, high = _file(), 0, len(_file())
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        if lines[start : start + len(key)] < key:
            low = lines.find(b"\n", start) + 1 or len(lines)
        else:
            high = start
    return low


def _codes(word: str) -> str:
    start = word[:START_CHARS]
    return _words(start if len(start) == START_CHARS else start + "\t").get(word, "")


@cache
def phrases() -> dict[str, str]:
    """Whole name, lower case → its label."""
    rows = (line.split("\t") for line in resources.read_text(PHRASES).splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}


@cache
def phrase_starts() -> frozenset[str]:
    """The first words of all whole names: most capitalised words begin none."""
    return frozenset(name.partition(" ")[0] for name in phrases())


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
