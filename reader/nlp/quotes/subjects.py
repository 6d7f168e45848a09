"""Whoever a verb of saying has for its subject, where the choice of a source passed them by.

Takes the units of a paragraph and one of its links, gives the link with the noun group or the pronoun that stands right
before its verb: "The crowd laughed as {the heckler} yelled …", "{Voters} expect …", "{Ann Lee}, who had …, said".
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.groups import GAPS, NAMES, NOUNS, PRONOUNS, SELF, VERBS, speaks, subject_before, whole_group
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN, cue_words
from reader.nlp.quotes.participles import of_participle
from reader.nlp.quotes.source_features import voice
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_RELATIVES = frozenset(("who", "which"))
_OPENS_CLAUSE = frozenset(
    "as although though while when because if where whereas after before since until once".split()
)
_BE = frozenset("is are was were be been being".split())
_JOINS = frozenset(("and", "but"))
_FELT = "emote"
"""The class of verbs whose subject feels it in the passive: "Lee was delighted by …"."""
_NO_SAYING = frozenset(("seem", _FELT))
MAX_TITLE = 3
"""Words between "said" and a name."""
MAX_INSERTED = 14
"""Words between a subject's comma and whoever is named in what is inserted."""


def of_its_subject(units: Sequence[Unit], link: Link) -> Link:
    """The link, given to whoever is its cue's subject by grammar."""
    cue = link.cue
    if cue is None or cue.start == cue.end:
        return link
    if _is_asked(units, link, cue):
        return link._replace(source=None)
    group = _behind_inserted(units, link, cue) or _behind_opening(units, link, cue)
    if group is None and units[cue.start].tag == "VBG":
        group = of_participle(units, link, cue)
    elif group is None:
        group = subject_before(units, cue.start)
        group = group if group is not None and _is_passed_by(units, link, cue, group) else None
    return link if group is None else _given(units, link, *group)


def _is_asked(units: Sequence[Unit], link: Link, cue: Labelled) -> bool:
    """Whether "asked whether …" or "when asked whether …" opens a sentence: who was asked says nothing there."""
    verb = units[cue.start]
    plain = not any(unit.region for part in link.contents for unit in units[part.start : part.end])
    if (
        verb.word != "asked"
        or not plain
        or link.source is None
        or min(link.contents[0].start, link.source.start) < cue.end
    ):
        return False
    start = sentence_start(units, cue.start)
    return cue.start == start or (cue.start == start + 1 and units[start].word in _OPENS_CLAUSE)


def _given(units: Sequence[Unit], link: Link, start: int, end: int) -> Link:
    """The link with units for its source; what of its contents was nothing but these is none."""
    contents = tuple(part for part in link.contents if not _is_part(units, part, start, end))
    if not contents:
        return link
    kind = "subject" if units[start].word in PRONOUNS else "person" if units[end - 1].label == "PERSON" else "noun"
    source = Candidate(start, end, kind, tagged=False)
    rule = "source-cue-quote" if link.rule.startswith(("quote-cue", "cue")) else link.rule
    return link._replace(source=source, contents=contents, rule=rule)


def _is_part(units: Sequence[Unit], part: Labelled, start: int, end: int) -> bool:
    """Whether a content is the subject, a piece of it, or the "himself" behind it."""
    inside = start <= part.start and part.end <= end
    return inside or (part.start == end and part.end == end + 1 and units[end].word in SELF)


def _behind_inserted(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "Ann Lee, who had left, said" and "Ann Lee, in a letter to Bo Ray, said" what stands before the first comma.

    Whoever was chosen is named between the marks.
    """
    source = link.source
    if source is None or source.end > cue.start or units[cue.start - 1].word not in GAPS:
        return None
    low = max(1, sentence_start(units, cue.start), source.start - MAX_INSERTED)
    mark = next((i for i in range(source.start - 1, low - 1, -1) if units[i].word in GAPS), None)
    group = whole_group(units, mark) if mark is not None and units[cue.start].tag in (*VERBS, "VBN") else None
    if mark is None or group is None:
        return None
    if units[mark + 1].word in _RELATIVES:
        return (
            group if units[mark + 2].tag in (*VERBS, "RB", "VBG") else None
        )  # "Rome, which Ann Lee, the mayor, has called"
    plain = not any(unit.region or unit.word in GAPS for unit in units[mark + 1 : cue.start - 1])
    opens = group[0] == sentence_start(units, mark) or _may_open(units[group[0] - 1].word)
    return group if units[mark + 1].tag == "IN" and source.start > mark + 1 and plain and opens else None


def _behind_opening(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "In a letter to {the union, its head, Ann Lee}, said" what stands behind the comma that ends the opening."""
    source = link.source
    if source is None or source.start < 1 or source.end != cue.start or units[source.start - 1].tag not in ("IN", "TO"):
        return None
    comma = next((i for i in range(source.start, source.end) if units[i].word == ","), source.end)
    opens = sentence_start(units, source.start)
    fronted = units[opens].tag == "IN" and not any(u.tag in VERBS or u.word == "," for u in units[opens : source.start])
    return (comma + 1, source.end) if fronted and comma + 1 < source.end else None


def _is_passed_by(units: Sequence[Unit], link: Link, cue: Labelled, group: tuple[int, int]) -> bool:
    """Whether a clause begins with the group, which is the subject of an active cue and not what was chosen."""
    start, end = group
    source = link.source
    if source is not None and source.start < end and start < source.end:
        return False
    verb = cue_words(units, cue).start
    kind = cue_class(units[verb].word, units[verb].tag)
    passive = voice(units, verb) == "P" or any(unit.word in _BE for unit in units[cue.start : verb])
    opens = not start or units[start - 1].sentence != units[start].sentence
    before = "" if opens else units[start - 1].word
    silent = kind is None or (kind in _NO_SAYING and not _sounds_something(units, verb)) or passive
    spoken = not silent and _is_verb(units, verb, cue)
    if source is None:
        heard = spoken or (kind == _FELT and passive)
        return heard and link.contents[0].start <= start < link.contents[0].end and _may_open(before)
    if source.end <= start:
        return spoken and _is_nearer(units, source, start, end)
    marked = kind in OUTSPOKEN and any(unit.region for part in link.contents for unit in units[part.start : part.end])
    chosen_behind = source.start > cue.end and (marked or not _is_framed(units, source, cue.end))
    return spoken and chosen_behind and _may_open(before) and speaks(units[end - 1])


def _sounds_something(units: Sequence[Unit], verb: int) -> bool:
    """Whether "sounded" is no mere look: "sounded {a note} of doubt"."""
    return units[verb].word.startswith("sound") and verb + 1 < len(units) and units[verb + 1].tag == "DT"


def _is_nearer(units: Sequence[Unit], source: Candidate, start: int, end: int) -> bool:
    """Whether a clause or a sentence of its own parts the subject from a source before it."""
    if units[source.start].sentence != units[start].sentence:
        return units[start - 1].sentence != units[start].sentence and speaks(units[end - 1])
    before = units[start - 1].word
    joined = before in _JOINS and units[start - 2].tag not in NOUNS  # no "Ann Lee and Bo Ray said"
    return before in _OPENS_CLAUSE or joined


def _is_framed(units: Sequence[Unit], source: Candidate, low: int) -> bool:
    """Whether a verb of saying behind the unit `low` stands beside a source: "…, said the mayor, {Ann Lee}"."""
    beside = (*units[max(low, source.start - MAX_TITLE) : source.start], *units[source.end : source.end + 1])
    return any(cue_class(unit.word, unit.tag) in OUTSPOKEN for unit in beside)


def _is_verb(units: Sequence[Unit], verb: int, cue: Labelled) -> bool:
    """Whether the cue begins with its finite verb, or with the auxiliary of one."""
    first = units[cue.start]
    if first.tag == "VBN" and verb == cue.start:
        return units[verb - 1].label in NAMES or units[verb - 1].word in PRONOUNS  # a slip for "Lee estimated that"
    return first.tag in (*_FINITE, "MD", "RB") and units[verb].tag[0] == "V" and units[verb].tag != "VBG"


def _may_open(before: str) -> bool:
    return not before or before in GAPS or before in _OPENS_CLAUSE or before in _JOINS
