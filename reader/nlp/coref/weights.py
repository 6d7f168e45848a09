"""The weights of the pronoun ranker, as read from `coref_pronouns.json`."""

import json
from functools import cache

from reader.nlp import resources

FILE = "coref_pronouns.json"


@cache
def weights() -> dict[str, float]:
    """Feature → log weight; a feature without one weighs nothing."""
    loaded: dict[str, float] = json.loads(resources.read_text(FILE))
    return loaded
