"""Word lists of names: which lists a word stands in, and how a place or a group is told from its name.

Takes single words or whole names, gives list names. The lists are data files; `reader.training.gazetteer` makes them.
"""

from functools import cache

from reader.nlp import resources

WORDS = "names_words.tsv"
PHRASES = "names_phrases.tsv"
MOST_PHRASE_WORDS = 4  # longer listed names are rare and their words say enough


@cache
def _words() -> dict[str, str]:
    """Word → codes of its lists, one letter a list."""
    fields = resources.read_text(WORDS).replace("\n", "\t").split("\t")  # at once: 0.7 of the time line by line
    return dict(zip(fields[::2], fields[1::2], strict=False))


@cache
def phrases() -> dict[str, str]:
    """Whole name, lower case → its label."""
    rows = (line.split("\t") for line in resources.read_text(PHRASES).splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}


def membership(word: str) -> str:
    """The codes of the lists that `word` stands in; empty for none. See `reader.training.gazetteer.CODES`."""
    if not word[:1].isupper() and not word[:1].isdigit():
        return _words().get(word, "") if word in ("minister", "bank", "ministry") else ""
    table = _words()
    return table.get(word) or (table.get(word.capitalize(), "") if word.isupper() and len(word) > 3 else "")  # noqa: PLR2004


def label_of(name: str) -> str | None:
    """The label of a listed name, whatever its case: GPE, LOC, NORP, ORG …; None when it is not listed."""
    return phrases().get(" ".join(name.lower().split()))
