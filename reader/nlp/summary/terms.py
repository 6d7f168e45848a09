"""Words → terms: what of a sentence counts when sentences are compared, and how much each term tells.

Takes lower-case words, gives stems without stop words and the rarity of a stem. The document frequencies are those of
common words only; whatever is not in the list is as rare as its rarest entry.
"""

import math
from functools import cache, lru_cache

from reader.nlp import resources

FREQUENCIES = "summary_terms.txt"
CACHED_STEMS = 20_000  # about the vocabulary of a 50,000-word article
STOP_WORDS = frozenset(
    "a an the and or but nor so yet of in on at to for from by with as is are was were be been being has have "
    "had do does did it its he she his her him they them their we us our you your i me my this that these "
    "those there here who whom which what when where why how not no if than then while after before into over "
    "under about against between during through will would can could may might must shall should said says say "
    "also more most new up out s t d ll re ve m n't 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m n’t just only "
    "very such some any all each both other".split()
)
_VOWELS = frozenset("aeiouy")


@lru_cache(CACHED_STEMS)
def stem(word: str) -> str:
    """A plain stem of a lower-case word: plural, -ed, -ing and -ly go; good enough to match, not to show."""
    if len(word) < 4 or not word.isalpha():  # noqa: PLR2004 -- shorter words have no ending to lose
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and word[-2] not in "su":
        word = word[:-1]
    for ending in ("ing", "ed", "ly"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) > 2 and not _VOWELS.isdisjoint(base):  # noqa: PLR2004 -- as above
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "ls" else base.removesuffix("e")
    return word.removesuffix("e")


def terms_of(words: list[str]) -> list[str]:
    """The stems of the words that are no stop words and no marks, in order."""
    return [stem(w) for w in words if w not in STOP_WORDS and (w[0].isalnum() or w[0] in "$£€")]


@cache
def rarities() -> tuple[dict[str, float], float]:
    """Stem → logarithm of the inverse document frequency; and that of every stem that is not listed."""
    table: dict[str, float] = {}
    rarest = 0.0
    for line in resources.read_text(FREQUENCIES).splitlines():
        share, _, stems = line.partition("\t")
        rarest = max(rarest, -math.log(float(share)))
        table.update(dict.fromkeys(stems.split(), -math.log(float(share))))
    return table, rarest
