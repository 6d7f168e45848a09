"""Contents that the tagger ran across a clause boundary, cut where grammar says so.

Takes the units of a paragraph with their labelled spans, gives the spans mended. In a sentence that opens with "While
the ministry said nothing about …, the mayor, …, said" the first content ends before the main clause's subject; in
"She asked Holm & Co, which replied that …" the content is what was replied.
"""

from collections.abc import Sequence

from reader.nlp.quotes.cues import cue_class, person_class
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, sentence_start

SUBORDINATORS = frozenset("while when whenever after before as although though if since because whereas".split())
RELATIVES = frozenset(("who", "which"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_ANSWERS = frozenset("say answer add tell deny confirm insist claim".split())
MAX_ASKED = 12
"""Words of whoever was asked or told."""
MAX_SAYER = 5
"""Words of whoever is named between a clause's comma and "said"."""
_SAYERS = ("PERSON", "ORG")
_GROUP_TAGS = frozenset(("DT", "PRP", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS"))
_SUBJECT_TAGS = frozenset(("DT", "PRP", "NNP", "PRP$"))


def mended(units: Sequence[Unit], labelled: Sequence[Labelled]) -> list[Labelled]:
    """The spans, contents of opening subordinate clauses ended before the main clause, sources without quotes."""
    result = []
    for i, span in enumerate(labelled):
        whole = span
        if span.role == "content" and _cue_follows(units, labelled, i) and in_opening_clause(units, span):
            whole = span._replace(end=_main_clause(units, span))
        result += _quote_apart(units, span) if span.role == "source" else _answer_apart(units, whole)
        if i + 1 < len(labelled) and labelled[i + 1].role == "cue":
            result[-1:] = _sayer_apart(units, result[-1], labelled[i + 1])
        elif span.role == "content" and i > 1 and _is_sayer(units, labelled[i - 2 : i + 1]):
            result[-1] = span._replace(role="source")
    return result


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
    if units[i].word not in RELATIVES or not i or units[i - 1].word != "," or i + 1 >= len(units):
        return False
    verb = units[i + 1]
    return verb.tag in _FINITE and cue_class(verb.word, verb.tag) in _ANSWERS


def in_opening_clause(units: Sequence[Unit], span: Labelled) -> bool:
    """Whether a content stands in a clause that opens its sentence: "While the ministry said {nothing}, …"."""
    start = sentence_start(units, span.start)
    opening = units[start : span.start]
    return bool(opening) and opening[0].word in SUBORDINATORS and not any(u.word == "," for u in opening)


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
