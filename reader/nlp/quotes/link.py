"""Contents, cues and sources of a paragraph tied to each other.

Takes a unit paragraph with its labelled spans, gives links: who (a span of units) said (a cue) what (contents). A
content without a cue in its sentence stays unlinked here; `speech` looks for its speaker further away.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from reader.nlp.quotes.candidates import Candidate, candidates
from reader.nlp.quotes.ranker import choose
from reader.nlp.quotes.source_features import Frame
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph

MAX_COST = 24.0
"""A cue or source further away than this (in words between) belongs to something else."""
OTHER_BETWEEN = 3.0
MOST_CUES = int(MAX_COST / OTHER_BETWEEN)
"""On either side of a content; one behind so many others costs too much."""
NO_COMMA = 2.0
CUE_AFTER = 0.5
AROUND = 300
"""Units of a cue's neighbourhood; a source lies within 60, and is seldom longer than 40."""
_START = attrgetter("start")
_COMMAS = frozenset((",", "–", "—", "--", "?", "!", "…", "...", "-"))
_LIGHT = frozenset("to also has have had was were is are be been not n't who which that , and he".split())


class Link(NamedTuple):
    """One attribution inside a paragraph."""

    contents: tuple[Labelled, ...]
    cue: Labelled | None
    source: Candidate | None
    rule: str
    probability: float


def link_paragraph(
    paragraph: UnitParagraph, labelled: Sequence[Labelled], known: Container[tuple[Labelled, ...]] = ()
) -> list[Link]:
    """The links of a paragraph, ordered by their first content; none of `known` contents."""
    units = paragraph.units
    contents = [s for s in labelled if s.role == "content"]
    cues = [s for s in labelled if s.role == "cue"]
    linked = [(cue, group) for cue, group in pairs(units, contents, cues) if tuple(group) not in known]
    near = {units[cue.start if cue else group[0].start].sentence for cue, group in linked}
    found = candidates(units, labelled, [*contents, *cues], near) if linked else []
    links: list[Link] = []
    for cue, group in linked:
        if cue is None and stands_alone(units, group[0]):
            links.append(Link(tuple(group), None, None, "no-cue", 0.0))
            continue
        ranked = choose(frame_of(units, cue or missing_cue(group), group, labelled), found)
        source = ranked.candidate
        rule = _pattern(cue, group, source) if cue else "no-cue"
        links.append(Link(tuple(group), cue, source, rule, ranked.probability))
    return sorted(links, key=lambda link: link.contents[0].start)


def stands_alone(units: Sequence[Unit], content: Labelled) -> bool:
    """Whether a content fills its sentence, so that nothing there can say whose it is."""
    group = units[content.start].sentence
    before = content.start > 0 and units[content.start - 1].sentence == group
    words = sum(u.sentence == group and u.tag[0] in "NPV" for u in units[content.end : content.end + 4])
    return not before and not words


def missing_cue(group: Sequence[Labelled]) -> Labelled:
    """An empty cue before a content whose cue was not found."""
    return Labelled(group[0].start, group[0].start, "cue")


def pairs(
    units: Sequence[Unit], contents: Sequence[Labelled], cues: Sequence[Labelled]
) -> list[tuple[Labelled | None, list[Labelled]]]:
    """Each cue with the contents of one quote; None with those that have no cue in their sentence."""
    chosen: dict[Labelled, list[Labelled]] = {}
    result: list[tuple[Labelled | None, list[Labelled]]] = []
    within: dict[int, list[Labelled]] = {}
    for known in cues:
        within.setdefault(units[known.start].sentence, []).append(known)
    starts = [c.start for c in cues], [c.start for c in contents]
    for content in contents:
        cue = _best_cue(units, content, within.get(units[content.start].sentence, ()), starts)
        if cue is None:
            result.append((None, [content]))
        else:
            chosen.setdefault(cue, []).append(content)
    for cue, parts in chosen.items():
        result += [(cue, group) for group in _split_groups(units, cue, parts)]
    return result


def frame_of(units: Sequence[Unit], cue: Labelled, group: Sequence[Labelled], labelled: Sequence[Labelled]) -> Frame:
    """The cue with its contents, and what else is labelled around it; `labelled` is in order."""
    first = bisect_left(labelled, cue.start - AROUND, key=_START)
    around = labelled[first : bisect_right(labelled, cue.end + AROUND, key=_START)]
    return Frame(units, cue, group, [s for s in around if s != cue and s not in group])


def _best_cue(
    units: Sequence[Unit], content: Labelled, cues: Sequence[Labelled], starts: Iterable[Sequence[int]]
) -> Labelled | None:
    """The nearest of the cues in the content's sentence; `starts` are those of all cues and of all contents."""
    best, lowest = None, MAX_COST
    place = bisect_left(cues, content.start, key=_START)
    for cue in cues[max(0, place - MOST_CUES) : place + MOST_CUES]:
        cost = _distance(units, content, cue)
        cost += OTHER_BETWEEN * sum([_count_between(content, cue, others) for others in starts])
        if cue.start > content.start:
            cost += CUE_AFTER + (0 if _comma_after(units, content) else NO_COMMA)
        if cost < lowest:
            best, lowest = cue, cost
    return best


def _comma_after(units: Sequence[Unit], content: Labelled) -> bool:
    last = units[content.end - 1]
    return last.region is not None or (content.end < len(units) and units[content.end].word in _COMMAS)


def _distance(units: Sequence[Unit], one: Labelled, other: Labelled) -> float:
    low, high = (one.end, other.start) if one.end <= other.start else (other.end, one.start)
    return float([unit.word in _LIGHT for unit in units[low:high]].count(False))


def _count_between(one: Labelled, other: Labelled, starts: Sequence[int]) -> int:
    """How many of the `starts`, which are in order, lie between those of two spans."""
    low, high = one.start, other.start
    if low > high:
        low, high = high, low
    return max(0, bisect_left(starts, high) - bisect_right(starts, low))


def _split_groups(units: Sequence[Unit], cue: Labelled, parts: list[Labelled]) -> list[list[Labelled]]:
    """Contents of one cue: the parts of one split quote together, others each alone.

    Behind “We go,” she said {with a smile} nothing is said but what stands in marks, too.
    """
    if len(parts) == 1:
        return [parts]
    before = [p for p in parts if p.end <= cue.start]
    after = [p for p in parts if p.start >= cue.end]
    if before and after:
        heard = _has_marks(units, before) and not _has_marks(units, after)
        return [before if heard else [*before, *after]]
    groups = [[parts[0]]]
    for part in parts[1:]:
        near = part.start - groups[-1][-1].end <= 1
        if near and units[part.start].region is not None:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _has_marks(units: Sequence[Unit], parts: Sequence[Labelled]) -> bool:
    return any(unit.region is not None for part in parts for unit in units[part.start : part.end])


def _pattern(cue: Labelled, group: Sequence[Labelled], source: Candidate | None) -> str:
    """The order of content (c), cue (v) and source (s), as the rule's name."""
    places = [(cue.start, "cue"), (group[0].start, "quote")] + ([(source.start, "source")] if source else [])
    if len(group) > 1 and group[-1].start > cue.start:
        places.append((group[-1].start, "quote"))
    return "-".join(name for _, name in sorted(places))
