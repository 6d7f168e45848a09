"""The lexicon of words that report speech, and the inflection that finds them in running text.

Takes words and parts of speech, gives cue classes ("say", "deny", "claim_n"). The lists are written by hand and
live in `nlp/data/quotes_cues.txt` and `nlp/data/quotes_people.txt`.
"""

from functools import cache

from reader.nlp import resources

CUES_FILE = "quotes_cues.txt"
PEOPLE_FILE = "quotes_people.txt"
IRREGULAR_FILE = "quotes_irregular.txt"

_VOWELS = frozenset("aeiou")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    lines = (line.partition(": ") for line in resources.read_text(IRREGULAR_FILE).splitlines())
    return {base: tuple(forms.split()) for base, colon, forms in lines if colon}


def inflected(base: str) -> tuple[str, ...]:
    """The forms of a verb: third person, past, participles."""
    irregular = _irregular().get(base)
    if irregular is not None:
        return (base, *irregular)
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base, base + "es", base + "ed", base + "ing"
    return base, base + "s", base + "ed", base + "ing"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Verbs, nouns and adjectives: the form to its class; the first class that lists a form has it."""
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for line in resources.read_text(CUES_FILE).splitlines():
        name, colon, entries = line.partition(": ")
        if not colon or line.startswith("#"):
            continue
        for base in entries.split():
            if name.endswith("_n"):
                nouns.setdefault(base, name)
                nouns.setdefault(_plural(base), name)
            elif name.endswith("_a"):
                adjectives.setdefault(base, name)
            else:
                for form in inflected(base):
                    verbs.setdefault(form, name)
    return verbs, nouns, adjectives


@cache
def _people() -> dict[str, str]:
    """Nouns for people and for bodies that speak, singular and plural, to "human" or "body"."""
    found: dict[str, str] = {}
    for line in resources.read_text(PEOPLE_FILE).splitlines():
        name, colon, entries = line.partition(": ")
        if colon and not line.startswith("#"):
            for noun in entries.split():
                found.setdefault(noun, name)
                found.setdefault(_plural(noun), name)
    return found


def cue_class(word: str, tag: str) -> str | None:
    """The class of the lower-case `word` as a cue, by its part of speech; None for a word that reports nothing."""
    verbs, nouns, adjectives = _lexicon()
    if tag.startswith("V"):
        return verbs.get(word)
    if tag.startswith("N"):
        return nouns.get(word) or (verbs.get(word) if tag == "NNP" else None)
    if tag.startswith("J"):
        return adjectives.get(word) or verbs.get(word)
    return None


def verb_class(word: str) -> str | None:
    """The class of a lower-case word as a reporting verb, whatever it was tagged as."""
    return _lexicon()[0].get(word)


def person_class(word: str) -> str | None:
    """Codes: "human" or "body" for the lower-case head noun of somebody who can speak."""
    return _people().get(word)
