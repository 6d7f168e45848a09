"""Capitalised runs: the widest stretch that could be one name ("Ministry of the Environment"), before any model.

Takes the words of a document, gives the runs of several words.
"""

from collections.abc import Iterable, Sequence
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


class Place(NamedTuple):
    """A capitalised word by its index in the document, and its sentence's bounds."""

    at: int
    first: int
    end: int


class Run(NamedTuple):
    """Token indices [first, end) in the document."""

    first: int
    end: int


def capital_runs(words: Sequence[Word], capitals: Iterable[Place]) -> dict[int, Run]:
    """The run of each word that stands in one of two words and more, by its index."""
    runs: dict[int, Run] = {}
    done = 0
    for at, first, limit in capitals:
        if at < done or (at == first and words[at].lower in OPENERS):
            continue
        done = _end(words, at + 1, limit)
        if done - at > 1:
            runs |= dict.fromkeys(range(at, done), Run(at, done))
    return runs


def _end(words: Sequence[Word], at: int, limit: int) -> int:
    """One past the run whose words before `at` are known; small link words inside belong to it."""
    while at < limit:
        word = words[at]
        if word.capital:
            at += 1
        elif word.text in LINKS and at + 1 < limit and words[at + 1].capital:
            at += 2
        elif word.text in ("of", "for") and at + 2 < limit and words[at + 1].text == "the" and words[at + 2].capital:
            at += 3
        else:
            break
    return at
