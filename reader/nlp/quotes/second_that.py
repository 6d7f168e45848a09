"""Two clauses of one frame are one content: "He said {that it rained, and that the roof leaked}".

Takes the units of a paragraph with its links, gives the links. The model is less sure of what stands further away.
"""

from collections.abc import Sequence

from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN
from reader.nlp.quotes.units import Unit

_AND = frozenset(("and", "but"))
_STOPS = frozenset((".", "?", "!", "…", ";"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def with_second_that(units: Sequence[Unit], links: Sequence[Link]) -> list[Link]:
    """The links; a content ahead of ", and that …" goes on to the end of that clause, unless another frame is there.

    What the clause tells of others, "and that the council {accepted it}", is a part of it then.
    """
    found = list(links)
    for link in links:
        start, end = link.contents[-1].end, _end_of_second(units, link)
        others = [other for other in found if other is not link]
        is_there = len(others) < len(found)  # else a clause before has taken it in
        if is_there and end is not None and all(_is_apart(other, start, end, link) for other in others):
            last = link.contents[-1]._replace(end=end)
            found = [link._replace(contents=(*link.contents[:-1], last))]
            found += [o for o in others if o.cue != link.cue or not start <= o.contents[0].start < end]
    return sorted(found, key=lambda x: x.contents[0].start)


def _is_apart(other: Link, start: int, end: int, link: Link) -> bool:
    """Whether another link is wholly outside these units or wholly inside, with a cue of its own or this link's."""
    cue = () if other.cue is None or other.cue == link.cue else (other.cue,)
    inside = all(start <= place.start and place.end <= end for place in (*other.contents, *cue))
    return inside or all(place.end <= start or place.start >= end for place in other.contents)


def _end_of_second(units: Sequence[Unit], link: Link) -> int | None:
    """Where the second clause ends; None where there is none."""
    at = link.contents[-1].end
    if link.cue is None or link.cue.end > link.contents[0].start or at >= len(units):
        return None
    at += units[at].word == ","
    if at + 2 >= len(units) or units[at].word not in _AND or units[at + 1].word != "that":
        return None
    sentence, stop = units[at].sentence, at
    while stop < len(units) and units[stop].sentence == sentence and units[stop].word not in _STOPS:
        stop += 1
    inside = units[at + 2 : stop]
    is_clause = inside and inside[0].tag not in _FINITE and any(unit.tag in _FINITE for unit in inside)
    framed = any(unit.region or (unit.tag in _FINITE and _says(unit)) for unit in inside)
    return stop if is_clause and not framed else None


def _says(unit: Unit) -> bool:
    return cue_class(unit.word, unit.tag) in OUTSPOKEN
