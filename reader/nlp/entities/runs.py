"""Capitalised runs: the widest stretch that could be one name ("Ministry of the Environment"), before any model.

Takes the words of one sentence, gives for each token the run it stands in.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.nlp.entities.wordforms import Word

LINKS = frozenset("of de la del du al el bin ibn van von der den & for and the".split())
OPENERS = frozenset(
    """the a an in on at of for and but if it its he she they we i you his her their our this that these those there
    when while as by with from to after before since what who how why where not no yes some many most all both
    one two three more other another also however although though because so then than or nor is are was were be
    been has have had do does did does will would could should may might can according under over during until
    between among through about against into meanwhile""".split()
)
"""Words that a sentence's first capital says nothing about."""


class Run(NamedTuple):
    """Token indices [first, end) within the sentence."""

    first: int
    end: int


def capital_runs(row: Sequence[Word]) -> list[Run | None]:
    """The run of each token, None outside of any."""
    runs: list[Run | None] = [None] * len(row)
    i = 0
    while i < len(row):
        if not row[i].capital or (i == 0 and row[i].lower in OPENERS):
            i += 1
            continue
        end = _end(row, i + 1)
        runs[i:end] = [Run(i, end)] * (end - i)
        i = end
    return runs


def _end(row: Sequence[Word], at: int) -> int:
    """One past the run whose words before `at` are known; small link words inside belong to it."""
    count = len(row)
    while at < count:
        word = row[at]
        if word.capital:
            at += 1
        elif word.text in LINKS and at + 1 < count and row[at + 1].capital:
            at += 2
        elif word.text in ("of", "for") and at + 2 < count and row[at + 1].text == "the" and row[at + 2].capital:
            at += 3
        else:
            break
    return at
