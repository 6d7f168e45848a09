"""What the other places of a document show about a capitalised word, as features.

"Mr." before "Vega" on one page says what "Vega" is on the next. Each occurrence of a word has signs (bits); a token
gets the signs of the other occurrences of its word, never its own, which the local features hold already.
Source: Chieu & Ng (2003), global features.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from reader.nlp.entities.parts import Features
from reader.nlp.entities.runs import Place, Run
from reader.nlp.entities.wordforms import Word

SAYING = frozenset(
    """said says say told tells added adds asked replied tweeted wrote argued explained noted insisted warned announced
    stated claimed""".split()
)
PLACING = frozenset("in at near from outside across around".split())
INSIDE, TITLED, AFTER_FIRST_NAME, PLACED, SAYS, IN_ORGANISATION, FIRST_NAME, WITH_THE, OWNS = (
    1 << bit for bit in range(9)
)
SIGNS = 9
_TEXT = itemgetter(Word._fields.index("text"))
CACHED_SIGNS = 10_000  # sums of signs; an article has some hundred
_LANE_BITS = 32  # of a sign in a sum, more than any word stands in an article
_LANES = [sum(1 << _LANE_BITS * bit for bit in range(SIGNS) if signs >> bit & 1) for signs in range(1 << SIGNS)]
"""Signs as a sum of one: a word's signs are counted by a single addition."""


def document_evidence(
    words: Sequence[Word], runs: Mapping[int, Run], capitals: Sequence[Place]
) -> Iterator[tuple[int, Features]]:
    """The places of capitalised words and their features.

    "Dl" is one that is also seen in small letters, "D0" … "D8" the signs.
    """
    own = [_LANES[_signs(words, runs, place)] for place in capitals]
    counts: defaultdict[str, int] = defaultdict(int)
    for (at, _, _), signs in zip(capitals, own, strict=True):
        counts[words[at].text] += signs
    texts = set(map(_TEXT, words))
    for (at, _, _), signs in zip(capitals, own, strict=True):
        word = words[at]
        yield at, _features(counts[word.text] - signs, word.lower in texts and word.lower != word.text)


def _signs(words: Sequence[Word], runs: Mapping[int, Run], place: Place) -> int:
    at, first, end = place
    signs = 0
    if at > first:
        before = words[at - 1]
        signs = INSIDE | (TITLED if before.title else 0) | (PLACED if before.lower in PLACING else 0)
        signs |= (AFTER_FIRST_NAME if before.first_name and before.capital else 0) | (
            WITH_THE if before.text == "the" else 0
        )
    if at + 1 < end:
        after = words[at + 1]
        signs |= (SAYS if after.lower in SAYING else 0) | (OWNS if after.text in ("'s", "’s") else 0)
        signs |= FIRST_NAME if after.capital and words[at].first_name else 0
    run = runs.get(at)
    if run is not None and run.end - 1 > at and words[run.end - 1].organisation:
        signs |= IN_ORGANISATION
    return signs


@lru_cache(CACHED_SIGNS)
def _features(others: int, small: bool) -> Features:  # noqa: FBT001 -- a value among values
    """The features by the sum of the signs elsewhere, and whether the word stands in small letters, too."""
    found = [f"D{bit}" for bit in range(SIGNS) if others >> _LANE_BITS * bit & (1 << _LANE_BITS) - 1]
    return ("Dl", *found) if small else tuple(found)
