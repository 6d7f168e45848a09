"""What the other places of a document show about a capitalised word, as features.

"Mr." before "Vega" on one page says what "Vega" is on the next. Each occurrence of a word has signs (bits); a token
gets the signs of the other occurrences of its word, never its own, which the local features hold already.
Source: Chieu & Ng (2003), global features.
"""

from collections import defaultdict
from collections.abc import Sequence

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


def document_evidence(rows: Sequence[Sequence[Word]], runs: Sequence[Sequence[Run | None]]) -> list[list[list[str]]]:
    """For each token of each sentence its features: "Dl" (also seen in small letters), "D0" … "D8" (the signs)."""
    signs = [[_signs(row, run, i) if word.capital else 0 for i, word in enumerate(row)]
             for row, run in zip(rows, runs, strict=True)]  # fmt: skip
    counts, small = _counted(rows, signs)
    return [
        [_features(word, own, counts, small) if word.capital else [] for word, own in zip(row, mine, strict=True)]
        for row, mine in zip(rows, signs, strict=True)
    ]


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


def _counted(rows: Sequence[Sequence[Word]], signs: list[list[int]]) -> tuple[dict[str, list[int]], set[str]]:
    """How often each capitalised word has each sign; the words that also stand in small letters."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * SIGNS)
    small: set[str] = set()
    for row, mine in zip(rows, signs, strict=True):
        for word, own in zip(row, mine, strict=True):
            if word.capital:
                count = counts[word.text]
                for bit in range(SIGNS):
                    count[bit] += own >> bit & 1
            elif word.text.islower():
                small.add(word.text)
    return counts, small


def _features(word: Word, own: int, counts: dict[str, list[int]], small: set[str]) -> list[str]:
    found = [f"D{bit}" for bit, count in enumerate(counts[word.text]) if count > (own >> bit & 1)]
    return ["Dl", *found] if word.lower in small else found
