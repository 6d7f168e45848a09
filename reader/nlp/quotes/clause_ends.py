"""Contents that reach beyond their clause, cut to it.

Takes the units of a paragraph with its links, gives the links. What is said in an opening clause ends before the main
clause, "While he said {it was safe}, she left", and no content goes on into a part of the next sentence. What stands
ahead of a frame's comma is no part of it unless there is one behind the frame, too: "Clearly moved, he said {he would
stay}" against "{The bridge}, she said, {had moved}". What the same source says next is a link of its own.
"""

from collections.abc import Container, Sequence

from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN
from reader.nlp.quotes.repair import SUBORDINATORS
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

_OPENINGS = SUBORDINATORS | frozenset(("until", "unless", "once"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = frozenset(("DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "EX", "CD", "JJ"))
_GOES_ON = frozenset("and or but nor who whom whose which that where when while with including".split())
"""After a comma they begin no main clause."""
_COORDINATORS = frozenset(("and", "but"))
_OPENERS = frozenset("that whether if how what why".split())
"""They open what is said."""
_SAID = frozenset("said says say added adds add".split())
"""What is said behind these needs nothing to open it."""
_BREAKS = frozenset((",", ";", "–", "—", "--", "-"))
_STOPS = frozenset((".", "?", "!"))
_ADVERBS = frozenset(("RB",))
MAX_SUBJECT = 12
"""Words from the main clause's comma to its verb."""


def cut_to_clauses(units: Sequence[Unit], links: Sequence[Link]) -> list[Link]:
    """The links with contents that begin and end where their clauses do, and those that were parts of them."""
    found = [_cut(units, link) for link in links]
    cues = {link.cue.start for link in found if link.cue is not None}
    parted = [part for link in found for part in _parted(units, link, cues)]
    return sorted(parted, key=lambda link: link.contents[0].start)


def _parted(units: Sequence[Unit], link: Link, cues: Container[int]) -> list[Link]:
    """The link; of one whose content goes on with what its source says next, both, unless that is a link already."""
    last, cue = link.contents[-1], link.cue
    at = None if cue is None or cue.end > link.contents[0].start else _next_frame(units, last, units[cue.start].tag)
    if at is None:
        return [link]
    end = at - (units[at - 1].word == ",")
    first = link._replace(contents=(*link.contents[:-1], last._replace(end=end)))
    verb = at + 1 + (units[at + 1].tag in _ADVERBS)
    if verb in cues:
        return [first]
    said, told = Labelled(verb, verb + 1, "cue"), Labelled(verb + 1, last.end, "content")
    return [first, link._replace(contents=(told,), cue=said)]


def _next_frame(units: Sequence[Unit], content: Labelled, tag: str) -> int | None:
    """Where the next frame of the same source begins in a content: "She said {it was late and} asked {whether …}"."""
    for at in range(content.start + 2, content.end - 3 if tag in _FINITE else 0):  # a word stays, and may have a comma
        if units[at].word in _COORDINATORS:
            verb = at + 1 + (units[at + 1].tag in _ADVERBS)
            says = units[verb].tag == tag and cue_class(units[verb].word, tag) in OUTSPOKEN
            if says and (units[verb].word in _SAID or units[verb + 1].word in _OPENERS):
                return at
    return None


def _cut(units: Sequence[Unit], link: Link) -> Link:
    cue = link.cue
    if cue is None:
        return link
    contents = link.contents[1:] if _is_ahead(units, link, cue) else link.contents
    first, last = contents[0], contents[-1]
    last = last._replace(end=_last_whole_sentence(units, last))
    if cue.end <= first.start and _in_opening_clause(units, first):
        last = last._replace(end=_main_clause(units, last))
    return link._replace(contents=(*contents[:-1], last))


def _is_ahead(units: Sequence[Unit], link: Link, cue: Labelled) -> bool:
    """Whether the first content only leads to a frame that another one follows without a comma."""
    if len(link.contents) == 1:
        return False
    first, second = link.contents[:2]
    if not first.end < cue.start < cue.end <= second.start or units[first.end].word != ",":
        return False
    told = units[first.start : first.end]
    behind = {unit.word for unit in units[cue.end : second.start]}
    return behind.isdisjoint(_BREAKS) and all(unit.region is None for unit in told)


def _last_whole_sentence(units: Sequence[Unit], content: Labelled) -> int:
    """Where the content ends, but for a part of a sentence behind the stop of the one before."""
    group, end = units[content.end - 1].sentence, content.end
    if end == len(units) or units[end].sentence != group or units[content.start].sentence == group:
        return end
    while units[end - 1].sentence == group:
        end -= 1
    if any(unit.region is not None for unit in units[end : content.end]):
        return content.end
    while end - 1 > content.start and units[end - 1].word in _STOPS:
        end -= 1
    return end


def _in_opening_clause(units: Sequence[Unit], content: Labelled) -> bool:
    """Whether no comma or dash parts it from the word that opens such a clause."""
    start = sentence_start(units, content.start)
    words = [unit.word for unit in units[start : content.start]]
    words = words[1:] if words[:1] == ["even"] else words
    return bool(words) and words[0] in _OPENINGS and _BREAKS.isdisjoint(words)


def _main_clause(units: Sequence[Unit], content: Labelled) -> int:
    """Where the content ends; before a main clause that begins in it behind a comma, which a quote may end with."""
    for at in range(content.start, content.end - 2):
        unit = units[at]
        quote = unit.region is not None and "," in unit.shape
        if (quote or (unit.word == "," and at > content.start)) and _is_main(units, at + 1, content.end):
            return at + quote
    return content.end


def _is_main(units: Sequence[Unit], start: int, end: int) -> bool:
    """Whether a subject with its finite verb begins here."""
    at = start
    while at < end - 1 and units[at].tag in _ADVERBS:
        at += 1
    if units[at].word in _GOES_ON or units[at].tag not in _SUBJECTS:
        return False
    for unit in units[at + 1 : min(end, at + MAX_SUBJECT)]:
        if unit.word == "," or unit.region is not None or unit.word in _GOES_ON:
            return False
        if unit.tag in _FINITE:
            return True
    return False
