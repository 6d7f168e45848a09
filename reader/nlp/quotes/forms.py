"""The clauses that a content may be: as it was read, and begun or ended at other places that look like a clause's edge.

Takes units and a link, gives contents; which of them is right is for `accept` to judge.
"""

from collections.abc import Iterator, Sequence

from reader.nlp.quotes.link import Link
from reader.nlp.quotes.repair import RELATIVES, answer_begins
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

CLAUSE_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-", "("))
ENDS_AROUND = 2
"""Clause marks on either side of a clause's end at which it is tried, too."""
STARTS_AROUND = 2
"""Places on either side of a clause's start from which it is tried, too."""
START_WITHIN = 8
"""Words of an addressee, a time or an object before "that", "to" or "for"."""
_STOPS = frozenset((".", "?", "!", "…", "..."))
_OPENERS = frozenset("that to if whether how what why when for of about".split())

Contents = tuple[Labelled, ...]


def other_forms(units: Sequence[Unit], link: Link) -> Iterator[tuple[str, Contents]]:
    """Code and contents of each other form: "e" another end, "t" another start."""
    for contents in _ends(units, link):
        yield "e", contents
    for contents in other_starts(units, link):
        yield "t", contents


def _ends(units: Sequence[Unit], link: Link) -> Sequence[Contents]:
    """The contents with other ends of the last one: at clause marks around it and at the sentence's end."""
    last = link.contents[-1]
    if link.cue is not None and last.end <= link.cue.start:
        return []
    stop = last.start + 1
    places = []
    while stop < len(units) and units[stop].sentence == units[last.start].sentence and not units[stop].region:
        if units[stop].word in CLAUSE_MARKS:
            places.append(stop)
        elif units[stop].word in RELATIVES and answer_begins(units, stop):
            return []
        stop += 1
    if stop < len(units) and units[stop].region and units[stop].sentence == units[last.start].sentence:
        places = [p for p in places if p < stop]
    else:
        places.append(stop - 1 if units[stop - 1].word in _STOPS else stop)
    before = [p for p in places if p < last.end][-ENDS_AROUND:]
    behind = [p for p in places if p > last.end][:ENDS_AROUND]
    return [(*link.contents[:-1], last._replace(end=p)) for p in (*before, *behind, *places[-1:]) if p != last.end]


def other_starts(units: Sequence[Unit], link: Link) -> Sequence[Contents]:
    """The contents with other starts of the first one: behind the cue, at a word or a mark that begins a clause."""
    first, cue = link.contents[0], link.cue
    if cue is None:
        return []
    after = first.start >= cue.end
    low = _after_cue(link, cue) if after else sentence_start(units, first.start)
    high = min(first.end - 1, first.start + START_WITHIN)
    places = [i for i in range(low, high) if i == low or _begins(units, i, after=after)]
    before = [i for i in places if i < first.start][-STARTS_AROUND:]
    behind = [i for i in places if i > first.start][:STARTS_AROUND]
    return [(first._replace(start=i), *link.contents[1:]) for i in (*before, *behind) if not _crosses(units, i, first)]


def _after_cue(link: Link, cue: Labelled) -> int:
    source = link.source
    between = source is not None and cue.end <= source.start < link.contents[0].start
    return source.end if source is not None and between else cue.end


def _begins(units: Sequence[Unit], i: int, *, after: bool) -> bool:
    return units[i - 1].word in CLAUSE_MARKS or (after and units[i].word in _OPENERS)


def _crosses(units: Sequence[Unit], start: int, first: Labelled) -> bool:
    """Whether a quoted stretch or another sentence lies between the old and the new start."""
    between = units[min(start, first.start) : max(start, first.start)]
    return any(u.region is not None or u.sentence != units[first.start].sentence for u in between)
