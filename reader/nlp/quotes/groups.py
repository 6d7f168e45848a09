"""Noun groups before a verb, by their parts of speech.

Takes the units of a paragraph and a place, gives where a group begins and ends; knows nothing of who speaks.
"""

from collections.abc import Sequence

from reader.nlp.quotes.cues import person_class
from reader.nlp.quotes.units import Unit
from reader.text import VALUE_LABELS

VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of verbs that have a subject."""
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PRONOUNS = frozenset("he she they it i we you".split())
NAMES = frozenset(("PERSON", "ORG"))
SELF = frozenset("himself herself themselves itself".split())
GAPS = frozenset((",", "-", "–", "—", "--"))
"""Marks around what is inserted."""
_INSIDE = frozenset(("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "$"))
_LINKS = frozenset(("of", "in", "at", "from", "for"))
MAX_SUBJECT = 12
"""Words; a longer noun group is a slip of the tags."""


def subject_before(units: Sequence[Unit], verb: int) -> tuple[int, int] | None:
    """The noun group or the pronoun right before a verb, adverbs and "himself" between."""
    end = verb
    while end and units[end - 1].tag == "RB" and units[end - 1].sentence == units[verb].sentence:
        end -= 1
    if end and units[end - 1].word in SELF:
        end -= 1
    if not end or units[end - 1].sentence != units[verb].sentence:
        return None
    if units[end - 1].word in PRONOUNS:
        return end - 1, end
    return whole_group(units, end)


def whole_group(units: Sequence[Unit], end: int) -> tuple[int, int] | None:
    """The noun group that ends before a unit, with what "of" and the like tie it to: "{advocates in} the town"."""
    group = noun_group(units, end)
    while group is not None and group[0] > 1 and units[group[0] - 1].word in _LINKS and end - group[0] < MAX_SUBJECT:
        owner = noun_group(units, group[0] - 1)
        if owner is None or units[owner[0]].sentence != units[group[0]].sentence:
            break
        group = (owner[0], end)
    return group


def noun_group(units: Sequence[Unit], end: int) -> tuple[int, int] | None:
    """The noun group that ends before a unit."""
    start, sentence = end, units[end - 1].sentence
    while start and _is_inside(units[start - 1]) and units[start - 1].sentence == sentence:
        start -= 1
    named = start < end <= start + MAX_SUBJECT and (units[end - 1].tag in NOUNS or units[end - 1].label in NAMES)
    return (start, end) if named else None


def _is_inside(unit: Unit) -> bool:
    return (unit.tag in _INSIDE or unit.label in NAMES) and any(map(str.isalnum, unit.word))


def speaks(head: Unit) -> bool:
    """Whether the last word of a group may be somebody: a pronoun, a name or a noun for a person."""
    named = bool(head.label) and head.label not in VALUE_LABELS
    return head.word in PRONOUNS or named or person_class(head.word) is not None
