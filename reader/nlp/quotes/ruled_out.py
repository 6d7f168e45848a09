"""Contents that grammar rules out, whatever the models make of them: they explain who speaks, or say what a thing is.

Takes the units of a paragraph and a link without marks, says whether it is nobody's words.
"""

from collections.abc import Sequence

from reader.nlp.quotes.link import Link
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SURELY_FINITE = frozenset(("VBD", "VBZ", "MD"))
"""Tags that no noun gets by mistake."""
_RELATIVES = frozenset(("WP", "WDT", "WP$"))
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night yesterday today".split()
)
_TIME_TAGS = frozenset(("IN", "RB", "DT"))
_OPENS_GROUP = frozenset(("DT", "PRP$"))
_SUBORDINATORS = frozenset("when while after before until once as since".split())
_THINGS = frozenset(("it", "this"))


def is_ruled_out(units: Sequence[Unit], link: Link) -> bool:
    """Whether a clause cannot be what its cue tells of."""
    if _explains_speaker(units, link) or _describes_thing(units, link) or _is_time(units, link):
        return True
    return _tells_when(units, link) or _takes_thing(units, link) or _runs_on(units, link)


def _explains_speaker(units: Sequence[Unit], link: Link) -> bool:
    """Whether a content behind "…, said Ann Lee," is an apposition: "a nurse who had been there"."""
    cue, source, content = link.cue, link.source, link.contents[0]
    if cue is None or source is None or not cue.end <= source.start < source.end < content.start:
        return False
    if units[cue.end - 1].tag not in _FINITE or [u.word for u in units[source.end : content.start]] != [","]:
        return False  # "According to Ann Lee, the ferry sank"
    if units[content.start].tag not in _OPENS_GROUP:
        return False
    return not any(u.tag in _FINITE for u in _ahead_of_relative(units, content))


def _describes_thing(units: Sequence[Unit], link: Link) -> bool:
    """Whether the "that" behind a noun is the subject of its clause: "the goal of a match that had everything"."""
    cue, content = link.cue, link.contents[0]
    if cue is None or cue.end > content.start or content.end - content.start < 2:  # noqa: PLR2004 -- "that" and a verb
        return False
    opener, verb = units[content.start], units[content.start + 1]
    is_noun = all(u.tag[0] not in "VM" for u in units[cue.start : cue.end])
    return is_noun and opener.word == "that" and verb.tag in _SURELY_FINITE


def _is_time(units: Sequence[Unit], link: Link) -> bool:
    """Whether a content only tells when: "the ministry announced {Thursday}"."""
    dated = False
    for start, end, _ in link.contents:
        for unit in units[start:end]:
            if unit.word in _DAYS:
                dated = True
            elif unit.tag not in _TIME_TAGS:
                return False
    return dated


def _tells_when(units: Sequence[Unit], link: Link) -> bool:
    """Whether a content is a clause of its own ahead of the frame: "{When the mayor came}, she laughed"."""
    cue, content = link.cue, link.contents[0]
    if cue is None or len(link.contents) > 1 or not content.end < cue.start or content.end - content.start < 2:  # noqa: PLR2004 -- a word and a verb
        return False
    inside = [unit.word for unit in units[content.start : content.end]]
    return inside[0] in _SUBORDINATORS and "," not in inside and units[content.end].word == ","


def _takes_thing(units: Sequence[Unit], link: Link) -> bool:
    """Whether a cue has its object and a comma parts it from the content: "repeated it, {she left}"."""
    cue, content = link.cue, link.contents[0]
    if cue is None or content.start not in (cue.end, cue.end + 2) or cue.end + 1 >= content.end:
        return False
    return units[cue.end].word in _THINGS and units[cue.end + 1].word == ","


def _runs_on(units: Sequence[Unit], link: Link) -> bool:
    """Whether a source holds the object of a verb before it, too: "…, killing {three people, a spokesman} said"."""
    source = link.source
    if source is None or not source.start or units[source.start - 1].tag[0] != "V":
        return False
    comma = next((i for i in range(source.start, source.end - 1) if units[i].word == ","), None)
    if comma is None or units[comma + 1].tag not in _OPENS_GROUP:
        return False
    return not any(unit.tag.startswith("NNP") for unit in units[source.start : comma])


def _ahead_of_relative(units: Sequence[Unit], content: Labelled) -> Sequence[Unit]:
    inside = units[content.start : content.end]
    cut = next((i for i, unit in enumerate(inside) if unit.tag in _RELATIVES), len(inside))
    return inside[:cut]
