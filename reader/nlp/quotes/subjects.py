"""Whoever a verb of saying has for its subject, where the choice of a source passed them by.

Takes the units of a paragraph and one of its links, gives the link with the noun group or the pronoun that stands right
before its verb: "The crowd laughed as {the heckler} yelled …", "{Voters} expect …", "{Ann Lee}, who had …, said".
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class, person_class
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.manner import OUTSPOKEN, PREPOSITIONS, cue_words
from reader.nlp.quotes.source_features import voice
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_VERBS = _FINITE | {"MD"}
_INSIDE = frozenset(("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "$"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PRONOUNS = frozenset("he she they it i we you".split())
_NAMES = frozenset(("PERSON", "ORG"))
_SELF = frozenset("himself herself themselves itself".split())
_RELATIVES = frozenset(("who", "which"))
_GAPS = frozenset((",", "-", "–", "—", "--"))
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
MAX_SUBJECT = 12
"""Words; a longer noun group is a slip of the tags."""


def of_its_subject(units: Sequence[Unit], link: Link) -> Link:
    """The link, given to whoever is its cue's subject by grammar."""
    if link.cue is None or link.cue.start == link.cue.end:
        return link
    before = _before_relative(units, link, link.cue) or _behind_opening(units, link, link.cue)
    if before is not None:
        return _given(units, link, *before)
    if units[link.cue.start].tag == "VBG":
        group = _of_main_clause(units, link, link.cue) or _of_clause_behind(units, link, link.cue)
        return link if group is None else _given(units, link, *group)
    group = _subject(units, link.cue.start)
    if group is None or not _is_passed_by(units, link, link.cue, group):
        return link
    return _given(units, link, *group)


def _given(units: Sequence[Unit], link: Link, start: int, end: int) -> Link:
    """The link with units for its source; what of its contents was nothing but these is none."""
    contents = tuple(part for part in link.contents if not _is_part(units, part, start, end))
    if not contents:
        return link
    kind = "subject" if units[start].word in _PRONOUNS else "person" if units[end - 1].label == "PERSON" else "noun"
    source = Candidate(start, end, kind, tagged=False)
    rule = "source-cue-quote" if link.rule.startswith(("quote-cue", "cue")) else link.rule
    return link._replace(source=source, contents=contents, rule=rule)


def _is_part(units: Sequence[Unit], part: Labelled, start: int, end: int) -> bool:
    """Whether a content is the subject, a piece of it, or the "himself" behind it."""
    inside = start <= part.start and part.end <= end
    return inside or (part.start == end and part.end == end + 1 and units[end].word in _SELF)


def _before_relative(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "Ann Lee, who had left, said" the noun group before "who", which a mark parts from the verb."""
    source = link.source
    if source is None or units[source.start].word not in _RELATIVES or source.start < 2:  # noqa: PLR2004 -- a noun and a mark
        return None
    if source.end >= cue.start or units[cue.start - 1].word not in _GAPS or units[source.start - 1].word not in _GAPS:
        return None
    return _group(units, source.start - 1)


def _behind_opening(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "In a letter to {the union, its head, Ann Lee}, said" what stands behind the comma that ends the opening."""
    source = link.source
    if source is None or source.start < 1 or source.end != cue.start or units[source.start - 1].tag not in ("IN", "TO"):
        return None
    comma = next((i for i in range(source.start, source.end) if units[i].word == ","), source.end)
    opens = sentence_start(units, source.start)
    fronted = units[opens].tag == "IN" and not any(
        u.tag in _VERBS or u.word == "," for u in units[opens : source.start]
    )
    return (comma + 1, source.end) if fronted and comma + 1 < source.end else None


def _of_main_clause(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "Ann Lee wrote to the mayor, Bo Ray, calling …" the only verb's subject, where one behind it was chosen."""
    start, source = sentence_start(units, cue.start), link.source
    verbs = [i for i in range(start, cue.start) if units[i].tag in _VERBS]
    if len(verbs) != 1 or units[cue.start - 1].word not in _GAPS or source is None or link.contents[0].start < cue.end:
        return None
    behind = verbs[0] < source.start < cue.start
    framed = any(unit.word in PREPOSITIONS or unit.region for unit in units[start : cue.start])
    return _subject(units, verbs[0]) if behind and not framed else None


def _of_clause_behind(units: Sequence[Unit], link: Link, cue: Labelled) -> tuple[int, int] | None:
    """Of "After saying that …, Ann Lee left" the subject of the main clause, where nobody was chosen."""
    comma = link.contents[-1].end
    opening = units[sentence_start(units, cue.start) : cue.start]
    if link.source is not None or link.contents[0].start < cue.end or any(u.tag in _VERBS for u in opening):
        return None
    if comma + 1 >= len(units) or units[comma].word != ",":
        return None
    sentence = units[comma].sentence
    verb = next((i for i in range(comma + 1, len(units)) if units[i].tag in _VERBS), comma)
    group = _subject(units, verb) if verb > comma + 1 and units[verb].sentence == sentence else None
    return group if group is not None and group[0] == comma + 1 else None


def _subject(units: Sequence[Unit], verb: int) -> tuple[int, int] | None:
    """The noun group or the pronoun right before a verb, adverbs and "himself" between."""
    end = verb
    while end and units[end - 1].tag == "RB" and units[end - 1].sentence == units[verb].sentence:
        end -= 1
    if end and units[end - 1].word in _SELF:
        end -= 1
    if not end or units[end - 1].sentence != units[verb].sentence:
        return None
    if units[end - 1].word in _PRONOUNS:
        return end - 1, end
    return _group(units, end)


def _group(units: Sequence[Unit], end: int) -> tuple[int, int] | None:
    """The noun group that ends before a unit."""
    start, sentence = end, units[end - 1].sentence
    while start and _is_inside(units[start - 1]) and units[start - 1].sentence == sentence:
        start -= 1
    named = start < end <= start + MAX_SUBJECT and (units[end - 1].tag in _NOUNS or units[end - 1].label in _NAMES)
    return (start, end) if named else None


def _is_inside(unit: Unit) -> bool:
    return (unit.tag in _INSIDE or unit.label in _NAMES) and any(map(str.isalnum, unit.word))


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
    spoken = kind is not None and kind not in _NO_SAYING and not passive and _is_verb(units, verb, cue)
    if source is None:
        heard = spoken or (kind == _FELT and passive)
        return heard and link.contents[0].start <= start < link.contents[0].end and _may_open(before)
    if source.end <= start:
        return spoken and _is_nearer(units, source, start, end)
    marked = kind in OUTSPOKEN and any(unit.region for part in link.contents for unit in units[part.start : part.end])
    chosen_behind = source.start > cue.end and (marked or not _is_framed(units, source, cue.end))
    return spoken and chosen_behind and _may_open(before) and _speaks(units[end - 1])


def _is_nearer(units: Sequence[Unit], source: Candidate, start: int, end: int) -> bool:
    """Whether a clause or a sentence of its own parts the subject from a source before it."""
    if units[source.start].sentence != units[start].sentence:
        return units[start - 1].sentence != units[start].sentence and _speaks(units[end - 1])
    before = units[start - 1].word
    joined = before in _JOINS and units[start - 2].tag not in _NOUNS  # no "Ann Lee and Bo Ray said"
    return before in _OPENS_CLAUSE or joined


def _is_framed(units: Sequence[Unit], source: Candidate, low: int) -> bool:
    """Whether a verb of saying behind the unit `low` stands beside a source: "…, said the mayor, {Ann Lee}"."""
    beside = (*units[max(low, source.start - MAX_TITLE) : source.start], *units[source.end : source.end + 1])
    return any(cue_class(unit.word, unit.tag) in OUTSPOKEN for unit in beside)


def _is_verb(units: Sequence[Unit], verb: int, cue: Labelled) -> bool:
    """Whether the cue begins with its finite verb, or with the auxiliary of one."""
    first = units[cue.start]
    if first.tag == "VBN" and verb == cue.start:
        return units[verb - 1].label in _NAMES or units[verb - 1].word in _PRONOUNS  # a slip for "Lee estimated that"
    return first.tag in (*_FINITE, "MD", "RB") and units[verb].tag[0] == "V" and units[verb].tag != "VBG"


def _may_open(before: str) -> bool:
    return not before or before in _GAPS or before in _OPENS_CLAUSE or before in _JOINS


def _speaks(head: Unit) -> bool:
    return head.word in _PRONOUNS or bool(head.label) or person_class(head.word) is not None
