"""How a word is used in open text: how often a clause, an infinitive, a quotation or a person goes with it.

Takes words and parts of speech, gives short codes of digits. The table (`quotes_frames.tsv`) is counted on openly
licensed text by `reader.training.quotes`; it lets the tagger judge words that the lexicon of cues does not list.
"""

from functools import cache, lru_cache

from reader.nlp import resources

FRAMES_FILE = "quotes_frames.tsv"
CLAUSE, INFINITIVE, SUBJECT, QUOTED, PREPOSITION, OBJECT, PERSON = range(7)
"""What follows (clause marker, "to", a subject pronoun, a quotation, a preposition, an object), and a person before."""
COLUMNS = 7
CLAUSE_DIGIT = "2"
"""A digit from which a word is taken to govern a clause: one use in about twelve."""

_MARKERS = frozenset("that whether if how why what".split())
_SUBJECTS = frozenset("he she it they we i you there".split())
_PERSONS = frozenset("he she they we i who".split())
_LETTERS = {"V": "v", "N": "n", "J": "j"}


def letter(tag: str) -> str:
    """Codes: "v", "n", "j" for words that the table may hold, else nothing."""
    return "" if tag.startswith("NNP") else _LETTERS.get(tag[:1], "")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A crude stem that the forms of one word share: "argues", "argued", "arguing" → "argu"."""
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # noqa: PLR2004 -- shorter stems collide
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word  # noqa: PLR2004 -- as above


def column_after(word: str, tag: str, following: str) -> int | None:
    """Which column a word counts in that stands after another; `following` is the one after it."""
    if word in _MARKERS:
        return CLAUSE
    if word == "to":
        return INFINITIVE
    if word in _SUBJECTS:
        return SUBJECT
    if word in ('"', "“", "``") or (word in (",", ":") and following in ('"', "“", "``")):
        return QUOTED
    if tag == "IN":
        return PREPOSITION
    return OBJECT if tag[:1] in "DPJNC" and tag != "CC" else None


def is_person(word: str) -> bool:
    """Whether the word before shows that people do this."""
    return word in _PERSONS


def digits(counts: list[int], total: int) -> str:
    """Seven digits, 0 (never) to 4 (in one use of four or more)."""
    steps = (0.01, 0.04, 0.1, 0.25)
    return "".join(str(sum(count / total >= step for step in steps)) for count in counts)


@cache
def _table() -> dict[str, str]:
    rows = (line.split("\t") for line in resources.read_text(FRAMES_FILE).splitlines())
    return {row[0]: row[1] for row in rows}


def frame(word: str, tag: str) -> str:
    """The digits of a lower-case word, or nothing where open text does not show it often enough."""
    kind = letter(tag)
    return _table().get(kind + stem(word), "") if kind else ""
