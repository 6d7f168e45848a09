"""Sources that are nobody in particular: "you", "systems", "people", a stray adverb.

Takes the tokens of a source, says whether they can be somebody whose words a reader wants to see.
"""

import re
from collections.abc import Sequence

from reader.nlp.quotes.cues import person_class
from reader.text import Token

_NOMINAL = ("NN", "PRP", "CD", "JJ", "DT", "W", "EX", "FW")
_ANYBODY = frozenset(
    "that this these those what you them him me us one ones oneself yourself himself herself themselves"
    " people children kids men women folks everybody everyone".split()
)
"""Alone they are everybody or nobody, or no subject; "the children" and "three women" are somebody."""
DOERS = re.compile(r"\w+(?:ers|ors|ists|ians|men|women|ants|ents|ees|folk|crats|icans)")
"""Plurals of those who do something: "villagers", "dentists"."""
_BODIES = re.compile(r"\w+(?:ment|ship|tion|ence|ense|sel)")
"""Bodies that need no article: "management", "opposition", "counsel"."""


def can_speak(text: str, source: Sequence[Token]) -> bool:
    """Whether a source is somebody: "for" is a slip, bare "you" and "systems" are not meant to be anybody."""
    if not any(token.tag.startswith(_NOMINAL) for token in source):
        return False
    if len(source) > 1:
        return True
    word, tag = source[0].span.of(text), source[0].tag
    if word.lower() in _ANYBODY:
        return False
    if tag not in ("NN", "NNS", "JJ") or person_class(word.lower()):
        return True
    return (DOERS if tag == "NNS" else _BODIES).fullmatch(word.lower()) is not None
