"""Contents that the tagger ran across a clause boundary, cut where grammar says so; links across two frames, set right.

Takes the units of a paragraph with their labelled spans, gives the spans mended. In a sentence that opens with "While
the ministry said nothing about …, the mayor, …, said" the first content ends before the main clause's subject; in
"She asked Holm & Co, which replied that …" the content is what was replied.
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class, person_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

_SUBORDINATORS = frozenset("while when whenever after before as although though if since because whereas".split())
_RELATIVES = frozenset(("who", "which"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_ANSWERS = frozenset("say answer add tell deny confirm insist claim".split())
_FRAMES = _ANSWERS | {"ask"}
MAX_ASKED = 12
"""Words of whoever was asked or told."""
MAX_SAYER = 5
"""Words of whoever is named between a clause's comma and "said"."""
_FEW_WORDS = ("1", "2")
"""How the shape of a quoted stretch begins that may be a scare quote."""
_STOPS = frozenset((".", "?", "!", "…"))
_SAYERS = ("PERSON", "ORG")
_GROUP_TAGS = frozenset(("DT", "PRP", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS"))
_APPOSED = frozenset(("PRP$", "DT"))
MAX_SUBJECT = 12
"""Words of a clause's subject ahead of the frame that parts it from its verb."""
MAX_FRAME_TAIL = 5
"""Words from "said" to the comma that closes its frame: "later", "on Monday evening"."""
OUTER = 2
"""Spans of another frame that stand before the cue at the least."""
_SUBJECT_TAGS = frozenset(("DT", "PRP", "NNP", "PRP$"))


def mended(units: Sequence[Unit], labelled: Sequence[Labelled]) -> list[Labelled]:
    """The spans, contents of opening subordinate clauses ended before the main clause, sources without quotes."""
    result = []
    for i, span in enumerate(labelled):
        whole = span
        if span.role == "content" and _cue_follows(units, labelled, i) and _in_opening_clause(units, span):
            whole = span._replace(end=_main_clause(units, span))
        result += _quote_apart(units, span) if span.role == "source" else _answer_apart(units, whole)
        if i + 1 < len(labelled) and labelled[i + 1].role == "cue":
            result[-1:] = _sayer_apart(units, result[-1], labelled[i + 1])
        elif span.role == "content" and i > 1 and _is_sayer(units, labelled[i - 2 : i + 1]):
            result[-1] = span._replace(role="source")
    return result


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
    if last.end > first.start or gap not in ([], [","]) or _in_opening_clause(units, last):
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


def _sayer_apart(units: Sequence[Unit], content: Labelled, cue: Labelled) -> list[Labelled]:
    """The content; of one that ran over whoever said it, both: "{two boats sank, police} said"."""
    if content.role != "content" or content.end != cue.start or units[cue.start].tag not in _FINITE:
        return [content]
    start = content.end
    while start > content.start and (units[start - 1].tag in _GROUP_TAGS or units[start - 1].label in _SAYERS):
        start -= 1
    group, head = units[start : content.end], units[content.end - 1]
    speaks = head.tag == "PRP" or head.label in _SAYERS or person_class(head.word) is not None
    comma = content.start + 1 < start and units[start - 1].word == ","
    if not group or len(group) > MAX_SAYER or not speaks or not comma:
        return [content]
    if cue_class(units[cue.start].word, units[cue.start].tag) not in _ANSWERS:
        return [content]
    return [content._replace(end=start - 1), Labelled(start, content.end, "source")]


def _is_sayer(units: Sequence[Unit], spans: Sequence[Labelled]) -> bool:
    """Whether the last of three spans says who spoke: “We go,” said {the head of the union}."""
    quote, cue, last = spans
    touch = quote.role == "content" and cue.role == "cue" and cue.end == last.start and cue.start - quote.end <= 1
    if not touch or units[quote.end - 1].region is None or units[cue.end - 1].tag not in _FINITE:
        return False
    group = units[last.start : last.end]
    listed = any(person_class(u.word) is not None or u.label in _SAYERS for u in group)
    return listed and group[0].word != "that" and not any(u.tag[0] in "VM" or u.region for u in group)


def _quote_apart(units: Sequence[Unit], span: Labelled) -> list[Labelled]:
    """A source; of one that took a quote before it in, both: "{“We go,” police} said"."""
    last = next((i for i in range(span.end - 2, span.start - 1, -1) if units[i].region is not None), None)
    if last is None:
        return [span]
    return [Labelled(last, last + 1, "content"), span._replace(start=last + 1)]


def _answer_apart(units: Sequence[Unit], span: Labelled) -> list[Labelled]:
    """The span; of one that ran over whoever was asked, the answer: "asked {Holm & Co, which replied that …}"."""
    if span.role != "content":
        return [span]
    for i in range(span.start + 1, min(span.end - 2, span.start + MAX_ASKED)):
        if units[i].tag[0] in "VM":
            break
        if answer_begins(units, i):
            source, cue = Labelled(i, i + 1, "source"), Labelled(i + 1, i + 2, "cue")
            return [source, cue, Labelled(i + 2, span.end, "content")]
    return [span]


def answer_begins(units: Sequence[Unit], i: int) -> bool:
    """Whether a relative clause begins here in which somebody says something: ", which replied"."""
    if units[i].word not in _RELATIVES or not i or units[i - 1].word != "," or i + 1 >= len(units):
        return False
    verb = units[i + 1]
    return verb.tag in _FINITE and cue_class(verb.word, verb.tag) in _ANSWERS


def _in_opening_clause(units: Sequence[Unit], span: Labelled) -> bool:
    start = sentence_start(units, span.start)
    opening = units[start : span.start]
    return bool(opening) and opening[0].word in _SUBORDINATORS and not any(u.word == "," for u in opening)


def _cue_follows(units: Sequence[Unit], labelled: Sequence[Labelled], i: int) -> bool:
    """Whether the next span is a finite cue right after the content, with no source between."""
    if i + 1 == len(labelled):
        return False
    span, following = labelled[i], labelled[i + 1]
    gap = [u.word for u in units[span.end : following.start]]
    return following.role == "cue" and units[following.start].tag in ("VBD", "VBZ", "VBP") and gap in ([], [","])


def _main_clause(units: Sequence[Unit], span: Labelled) -> int:
    for i in range(span.start + 1, span.end - 1):
        if units[i].word == "," and units[i + 1].tag in _SUBJECT_TAGS:
            return i
    return span.end
