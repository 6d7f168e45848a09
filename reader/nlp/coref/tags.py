"""Parts of speech that the tagger gets wrong where it matters who is meant: set right by what the words always are.

To the tagger "the mayor adds" looks like "the mayor's adds", and "chief executive Ann Lee" like an executive Ann Lee.
Takes lower-case words and their tags, gives the tags.
"""

from collections.abc import Sequence

from reader.nlp.coref import lexicon

_VERBS = {"said": "VBD", "told": "VBD"} | dict.fromkeys(
    "says adds tells asks insists argues thinks admits writes agrees denies believes suggests concludes continues"
    " declares warns explains".split(),
    "VBZ",
)
"""Verbs of saying that are no nouns in any text."""
_NO_NOUNS = frozenset(("JJ", "JJR", "RB", "RBR"))
_BEHIND_NOUNS = ("NNP", "V", "MD")


def mended_tags(words: Sequence[str], tags: Sequence[str]) -> tuple[str, ...]:
    """The tags; verbs of saying are verbs, and roles before a name or a verb are nouns."""
    return tuple(_mended(*seen) for seen in zip(words, tags, (*tags, "")[1:], strict=True))


def _mended(word: str, tag: str, after: str) -> str:
    """The tag of a word that one with the tag `after` follows."""
    if tag[0] in "NJ" and word in _VERBS:
        return _VERBS[word]
    role = tag in _NO_NOUNS and after.startswith(_BEHIND_NOUNS) and word in lexicon.roles()
    return "NN" if role else tag
