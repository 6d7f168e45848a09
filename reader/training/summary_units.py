"""The model of words and word pairs for the summary: how likely each stands in a reference.

Takes sentences, references and scores of sentences that no model gave that had seen the article; gives the tables of
`reader.nlp.summary.units`. A part of the units is enough, for there are 850 an article.
"""

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.nlp.summary.units import rows, tables_of, units_of, words_of
from reader.training.boost import Settings, fit

UNIT_SHARE = 0.25
SEED = 7
SETTINGS = Settings(trees=300, leaves=2, rate=0.15, fewest_rows=60, row_share=0.5, column_share=0.8)
"""Stumps did as well in cross-validation as trees of 16 leaves, and add up to tables."""


class Scored(NamedTuple):
    """One article of the corpora."""

    texts: Sequence[str]
    reference: str
    scores: Sequence[float]
    """Of each sentence, by a model that has not seen the article."""


def fit_units(articles: Sequence[Scored]) -> dict[str, object]:
    """The model file's content."""
    rng = random.Random(SEED)  # noqa: S311 -- which units are learnt from, no secret
    learnt: list[tuple[float, ...]] = []
    targets: list[float] = []
    for article in articles:
        words = words_of(article.reference)
        wanted = {*words, *pairwise(words)}
        units = units_of(article.texts, article.scores)
        for unit, row in rows(units).items():
            if rng.random() < UNIT_SHARE:
                learnt.append(row)
                targets.append(float(units.told(unit) in wanted))
    start, tables = tables_of(fit(learnt, targets, SETTINGS))
    return {"start": start, "tables": tables}
