"""Links set right: across two frames, around a frame, with parts that belong together or elsewhere.

Takes the units of a paragraph with a link, or with all of them, gives links.
"""

from collections.abc import Sequence

from reader.nlp.quotes.according import of_according
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN, cue_words
from reader.nlp.quotes.repair import in_opening_clause
from reader.nlp.quotes.source_features import voice
from reader.nlp.quotes.subjects import of_its_subject
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_ANSWERS = frozenset("say answer add tell deny confirm insist claim".split())
_FRAMES = _ANSWERS | {"ask"}
_FEW_WORDS = ("1", "2")
"""How the shape of a quoted stretch begins that may be a scare quote."""
_STOPS = frozenset((".", "?", "!", "…"))
_GROUP_TAGS = frozenset(("DT", "PRP", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS"))
_APPOSED = frozenset(("PRP$", "DT"))
_TOLD = frozenset("tell ask urge warn order".split())
"""Classes of verbs whose subject in the passive hears what is said."""
MAX_SUBJECT = 12
"""Words of a clause's subject ahead of the frame that parts it from its verb."""
MAX_FRAME_TAIL = 5
"""Words from "said" to the comma that closes its frame: "later", "on Monday evening"."""
OUTER = 2
"""Spans of another frame that stand before the cue at the least."""


def repaired(units: Sequence[Unit], labelled: Sequence[Labelled], link: Link) -> list[Link]:
    """A link as one or two that are right, by all that is known here of one link; the order of the steps counts.

    Args:
        units: The paragraph's.
        labelled: Its spans, in order.
        link: One of its links, with a source or a cue.
    """
    given = framed_by(units, labelled, of_its_subject(units, without_listener(units, of_according(units, link))))
    told = (without_relative(units, framed) for framed in of_frame_behind(units, labelled, given))
    return [with_its_subject(units, from_its_subject(units, link)) for link in told]


def framed_by(units: Sequence[Unit], labelled: Sequence[Labelled], link: Link) -> Link:
    """The link; "Ms Lee says {Bo Ray asked her to come}" where Ms Lee was made to ask: she says that he asked.

    Args:
        units: The paragraph's.
        labelled: Its spans, in order.
        link: One of its links.
    """
    at = next((i for i, span in enumerate(labelled) if i > OUTER and span == link.cue), None)
    if at is None or link.source is None or link.contents[0].start != labelled[at].end:
        return link
    outer, verb, inner = labelled[at - 3 : at]
    roles = (outer.role, verb.role, inner.role)
    touch = verb.end == inner.start and inner.end == labelled[at].start and outer.end == verb.start
    if roles != ("source", "cue", "source") or not touch or link.source[:2] != (outer.start, outer.end):
        return link
    said = units[verb.end - 1]
    if cue_class(said.word, said.tag) not in _ANSWERS:
        return link
    first = link.contents[0]._replace(start=inner.start)
    return link._replace(cue=verb, contents=(first, *link.contents[1:]))


def without_listener(units: Sequence[Unit], link: Link) -> Link:
    """The link; whom a passive tells the rest is no part of it: "Children are told {not to swim}", by nobody here."""
    cue, first = link.cue, link.contents[0]
    if cue is None or len(link.contents) == 1 or not first.end <= cue.start:
        return link
    verb = cue_words(units, cue).start
    told = voice(units, verb) == "P" and cue_class(units[verb].word, units[verb].tag) in _TOLD
    if not told or any(unit.tag[0] in "VM" or unit.region for unit in units[first.start : first.end]):
        return link
    return link._replace(contents=link.contents[1:], source=None)


def from_its_subject(units: Sequence[Unit], link: Link) -> Link:
    """The link; a clause before its cue that was begun at an apposition begins with its sentence.

    "{The mayor asked Bo Ray, his adviser, to stay}, she said": what she said does not begin at "his adviser".
    """
    first = link.contents[0]
    if link.cue is None or link.cue.start < first.end or units[first.start].tag not in _APPOSED:
        return link
    start = sentence_start(units, first.start)
    before = units[start : first.start]
    apposed = next((i for i in range(first.start, first.end) if units[i].word == ","), first.start)
    framed = link.source is not None and start <= link.source.start < first.start
    if not before or before[-1].word != "," or framed or any(u.region for u in units[start:apposed]):
        return link
    has_verb = any(u.tag in _FINITE for u in before)
    if not has_verb or any(u.tag[0] in "VM" for u in units[first.start : apposed]) or apposed == first.start:
        return link
    return link._replace(contents=(first._replace(start=start), *link.contents[1:]))


def of_frame_behind(units: Sequence[Unit], labelled: Sequence[Labelled], link: Link) -> list[Link]:
    """What one link is; what a comma inside marks and "she said" end is hers, and so is the clause that it belongs to.

    "{The mayor had asked Bo Ray to come “in the fall,”} she said": the mayor says nothing here.

    Args:
        units: The paragraph's.
        labelled: Its spans, in order.
        link: One of its links.
    """
    first, last, cue = link.contents[0], link.contents[-1], link.cue
    region = units[last.end - 1]
    if cue is None or cue.start >= first.start or region.region is None:
        return [link]
    if units[last.end - 2].word == ":" or (units[last.end - 2].word == "," and first.start >= last.end - 2):
        return [link]  # Ann Lee said: “We go,” she said.
    frame = _frame_behind(units, labelled, last.end)
    if frame is None:
        return [link]
    source, verb = frame
    start = sentence_start(units, first.start)
    if any(unit.region for unit in units[start : last.end - 1]):
        start = last.end - 1  # another's quote stands before
    whole = Labelled(start, last.end, "content")
    rule = "quote-source-cue" if source.start < verb.start else "quote-cue-source"
    framed = Link((whole,), verb, Candidate(*source[:2], "subject", tagged=True), rule, link.probability)
    return [*_before(units, link, last.end - 1), framed]


def _before(units: Sequence[Unit], link: Link, end: int) -> list[Link]:
    """The link up to the last quote that its contents hold before a unit; none where they hold none."""
    inside = [i for part in link.contents for i in range(part.start, min(part.end, end)) if units[i].region]
    if not inside:
        return []
    stop = inside[-1] + 1
    kept = (part._replace(end=min(part.end, stop)) for part in link.contents if part.start < stop)
    return [link._replace(contents=tuple(kept))]


def _frame_behind(units: Sequence[Unit], labelled: Sequence[Labelled], end: int) -> tuple[Labelled, Labelled] | None:
    """Source and cue right behind a quote that a comma ends: “…,” she said; or a question mark: “…?” asked Lee."""
    at = next((i for i, span in enumerate(labelled[:-1]) if span.start == end), None)
    if at is None or labelled[at].end != labelled[at + 1].start:
        return None
    one, other = labelled[at : at + 2]
    shape = units[end - 1].shape
    if (one.role, other.role) == ("source", "cue") and "," in shape:
        source, verb = one, other
    elif (one.role, other.role) == ("cue", "source") and ("," in shape or "." in shape):
        source, verb = other, one
    else:
        return None
    said = units[verb.start]
    inverted = verb is one and said.tag == "VBN" and said.sentence == units[end - 1].sentence
    asks = cue_class(said.word, said.tag) in _FRAMES
    return (source, verb) if asks and (said.tag in _FINITE or inverted) else None


def with_its_subject(units: Sequence[Unit], link: Link) -> Link:
    """The link; a clause that is parted by its frame is whole: "{The boats}, she said later, {had been lost}"."""
    first, cue, source = link.contents[0], link.cue, link.source
    if cue is None or source is None or source.end != cue.start or not cue.end <= first.start:
        return link
    at = _behind_comma(units, cue.end)
    start, comma = sentence_start(units, source.start), source.start - 1
    parted = start < comma <= start + MAX_SUBJECT and first.start <= at < first.end
    if not parted or units[comma].word != "," or units[at].tag not in (*_FINITE, "MD"):
        return link
    if any(unit.tag[0] in "VM" or unit.region for unit in units[start:comma]):
        return link
    parts = (Labelled(start, comma, "content"), first._replace(start=at), *link.contents[1:])
    return link._replace(contents=parts, rule="quote-source-cue-quote")


def without_relative(units: Sequence[Unit], link: Link) -> Link:
    """The link; of parts of which the first is a relative clause, the rest: "In a letter {that he sent}, he said …"."""
    first, *rest = link.contents
    if not rest or units[first.start].word != "that" or any(u.region for u in units[first.start : first.end]):
        return link
    start = first.start
    while start and units[start - 1].tag in _GROUP_TAGS:
        start -= 1
    told = start and units[start - 1].tag[0] == "V" and cue_class(units[start - 1].word, units[start - 1].tag)
    if start == first.start or told:  # "He told the agents {that …"
        return link
    return link._replace(contents=tuple(rest))


def joined(units: Sequence[Unit], links: Sequence[Link]) -> list[Link]:
    """The links in the order of the text; what one cue tells up to words in marks is one content.

    "He said {it needed the hole}, {the hill and the road, “in that order,”}".
    """
    result: list[Link] = []
    for link in sorted(links, key=lambda x: x.contents[0].start):
        before = result[-1] if result else None
        if before is not None and _goes_on(units, before, link):
            last, first = before.contents[-1], link.contents[0]
            whole = last._replace(end=first.end)
            probability = max(before.probability, link.probability)
            contents = (*before.contents[:-1], whole, *link.contents[1:])
            result[-1] = before._replace(contents=contents, probability=probability)
        else:
            result.append(link)
    return result


def _goes_on(units: Sequence[Unit], before: Link, link: Link) -> bool:
    if before.cue is None or before.cue != link.cue or before.source != link.source:
        return False
    last, first = before.contents[-1], link.contents[0]
    gap = [u.word for u in units[last.end : first.start]]
    if last.end > first.start or gap not in ([], [","]) or in_opening_clause(units, last):
        return False
    return any(unit.region for part in link.contents for unit in units[part.start : part.end])


def _behind_comma(units: Sequence[Unit], end: int) -> int:
    """One past the comma that closes a frame, perhaps behind a time: "she said on Monday,"; 0 where none is near."""
    for i in range(end, min(end + MAX_FRAME_TAIL, len(units) - 1)):
        if units[i].word == ",":
            return i + 1
        if units[i].tag[0] in "VM" or units[i].region:
            break
    return 0


def with_later_parts(units: Sequence[Unit], links: Sequence[Link]) -> list[Link]:
    """The links; a quote that its frame parts is whole.

    “We go,” she said of those who were left behind, “and we go now.”: what stands behind the clause is hers, too.
    """
    found = [_without_frame(units, link) for link in links]
    for link in list(found):
        at = _later_part(units, link)
        owners = [o for o in found if at is not None and any(p.start <= at < p.end for p in o.contents)]
        if at is None or any(o.contents != (Labelled(at, at + 1, "content"),) or _is_loud(units, o) for o in owners):
            continue
        whole = link._replace(contents=(*link.contents, Labelled(at, at + 1, "content")))
        found = [whole if o is link else o for o in found if o not in owners]
    return found


def _without_frame(units: Sequence[Unit], link: Link) -> Link:
    """The link; its last part begins with the mark, where the tagger took the frame's own words in."""
    last, cue = link.contents[-1], link.cue
    if cue is None or len(link.contents) == 1 or last.start != cue.end or last.end - last.start < 3:  # noqa: PLR2004 -- a word, a comma, a quote
        return link
    marked = units[last.end - 1].region is not None and units[last.end - 2].word == ","
    opens = units[last.start].tag in ("IN", "TO", "WRB") and units[last.start].word != "that"
    before = units[link.contents[0].end - 1].region is not None and link.contents[0].end <= cue.start
    if not (marked and opens and before) or any(u.region for u in units[last.start : last.end - 1]):
        return link
    return link._replace(contents=(*link.contents[:-1], last._replace(start=last.end - 1)))


def _later_part(units: Sequence[Unit], link: Link) -> int | None:
    """The quoted stretch behind a comma in the sentence that frames a quote before it."""
    last, cue = link.contents[-1], link.cue
    if cue is None or last.end > cue.start or units[last.end - 1].region is None or not _is_loud(units, link):
        return None
    sentence = units[cue.start].sentence
    at = next((i for i in range(cue.end, len(units)) if units[i].region or units[i].sentence != sentence), len(units))
    if at == len(units) or units[at].region is None or units[at - 1].word != ",":
        return None
    ends = at + 1 == len(units) or units[at + 1].sentence != sentence or units[at + 1].word in _STOPS
    same = ends and units[at].sentence == sentence and "," in units[last.end - 1].shape
    return at if same and units[at].shape[0] not in _FEW_WORDS else None


def _is_loud(units: Sequence[Unit], link: Link) -> bool:
    """Whether a link has a verb of saying that is followed by words in marks."""
    return link.cue is not None and any(
        unit.tag[0] == "V" and cue_class(unit.word, unit.tag) in OUTSPOKEN
        for unit in units[link.cue.start : link.cue.end]
    )
