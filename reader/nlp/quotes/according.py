"""Frames of "according to" told from what stands around them: the sentence before, whoever is named behind.

Takes the units of a paragraph and a link, gives the link.
"""

from collections.abc import Sequence

from reader.nlp.quotes.link import Link
from reader.nlp.quotes.units import Unit

MAX_NAME = 6
"""Words of a name between commas."""
_NAMED = ("PERSON", "ORG")


def of_according(units: Sequence[Unit], link: Link) -> Link:
    """The link, its contents neither running into "According to …" nor begun with whoever that names."""
    return _behind_name(units, _up_to_next(units, link))


def _up_to_next(units: Sequence[Unit], link: Link) -> Link:
    """The link; "{the gates were opened at 1 a.m.} According to Ann Lee" ends where the next sentence begins."""
    last = link.contents[-1]
    for i in range(last.start + 1, last.end - 1):
        if units[i].word == "according" and units[i].shape == "Xx" and units[i + 1].word == "to":
            return link._replace(contents=(*link.contents[:-1], last._replace(end=i)))
    return link


def _behind_name(units: Sequence[Unit], link: Link) -> Link:
    """The link; in "According to its director, Ann Lee, {it rains}" Ann Lee is the director."""
    first, cue, source = link.contents[0], link.cue, link.source
    if cue is None or source is None or units[cue.start].word != "according":
        return link
    if source.end + 1 != first.start or units[source.end].word != ",":
        return link
    near = range(first.start + 1, min(first.end - 1, first.start + MAX_NAME + 1))
    comma = next((i for i in near if units[i].word == ","), None)
    if comma is None or any(unit.label not in _NAMED for unit in units[first.start : comma]):
        return link
    contents = (first._replace(start=comma + 1), *link.contents[1:])
    return link._replace(source=source._replace(end=comma), contents=contents)
