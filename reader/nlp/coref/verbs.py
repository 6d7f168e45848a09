"""Verbs of saying that the tagger takes for nouns: "the mayor adds" looks to it like "the mayor's adds".

Takes a lower-case word and its tag, gives the tag, set right. The words are no nouns in any text.
"""

_ALWAYS = {"said": "VBD", "told": "VBD"} | dict.fromkeys(
    "says adds tells asks insists argues thinks admits writes agrees denies believes suggests concludes continues"
    " declares warns explains".split(),
    "VBZ",
)


def verb_tag(word: str, tag: str) -> str:
    """The tag; of a word that is always a verb, a verb's."""
    return _ALWAYS.get(word, tag) if tag[0] in "NJ" else tag
