"""What the other places of a document show about a capitalised word, as features.

"Mr." before "Vega" on one page says what "Vega" is on the next. Each occurrence of a word has signs (bits); a token
gets the signs of the other occurrences of its word, never its own, which the local features hold already.
Source: Chieu & Ng (2003), global features.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from reader.nlp.entities.runs import Run
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
_NOTHING: list[str] = []
_TEXT = itemgetter(Word._fields.index("text"))
CACHED_SIGNS = 10_000  # sums of signs; an article has some hundred
_LANE_BITS = 32  # of a sign in a sum, more than any word stands in an article
_LANES = [sum(1 << _LANE_BITS * bit for bit in range(SIGNS) if signs >> bit & 1) for signs in range(1 << SIGNS)]
"""Signs as a sum of one: a word's signs are counted by a single addition."""


def document_evidence(rows: Sequence[Sequence[Word]], runs: Sequence[Sequence[Run | None]]) -> list[list[list[str]]]:
    """For each token of each sentence its features: "Dl" (also seen in small letters), "D0" … "D8" (the signs)."""
    found: list[list[list[str]]] = [[_NOTHING] * len(row) for row in rows]
    capitals = [
        (row[i], _LANES[_signs(row, run, i)], column, i)
        for row, run, column in zip(rows, runs, found, strict=True)
        for i in [i for i, word in enumerate(row) if word.capital]
    ]
    counts: defaultdict[str, int] = defaultdict(int)
    for word, own, _, _ in capitals:
        counts[word.text] += own
    texts = set(map(_TEXT, chain.from_iterable(rows)))
    for word, own, column, i in capitals:
        column[i] = _features(counts[word.text] - own, word.lower in texts and word.lower != word.text)
    return found


def _signs(row: Sequence[Word], runs: Sequence[Run | None], at: int) -> int:
    signs = 0
    if at > 0:
        before = row[at - 1]
        signs = INSIDE | (TITLED if before.title else 0) | (PLACED if before.lower in PLACING else 0)
        signs |= (AFTER_FIRST_NAME if before.first_name and before.capital else 0) | (
            WITH_THE if before.text == "the" else 0
        )
    if at + 1 < len(row):
        after = row[at + 1]
        signs |= (SAYS if after.lower in SAYING else 0) | (OWNS if after.text in ("'s", "’s") else 0)
        signs |= FIRST_NAME if after.capital and row[at].first_name else 0
    run = runs[at]
    if run is not None and run.end - 1 > at and row[run.end - 1].organisation:
        signs |= IN_ORGANISATION
    return signs


@lru_cache(CACHED_SIGNS)
def _features(others: int, small: bool) -> list[str]:  # noqa: FBT001 -- a value among values
    """The features by the sum of the signs elsewhere, and whether the word stands in small letters, too."""
    found = [f"D{bit}" for bit in range(SIGNS) if others >> _LANE_BITS * bit & (1 << _LANE_BITS) - 1]
    return ["Dl", *found] if small else found
