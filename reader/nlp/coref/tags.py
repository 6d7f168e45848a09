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
    roles = lexicon.roles()
    return tuple(
        _VERBS.get(word, tag)
        if tag[0] in "NJ" and word in _VERBS
        else "NN"
        if tag in _NO_NOUNS and word in roles and after.startswith(_BEHIND_NOUNS)
        else tag
        for word, tag, after in zip(words, tags, (*tags, "")[1:], strict=True)
    )
