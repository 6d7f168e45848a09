"""Which clauses without marks are somebody's words: a log-linear model over what the tagger proposes.

Takes the readings of a paragraph (what the tagger labels as it stands, and when it is made bolder), gives the links of
the clauses that are likelier than not worth telling, disjoint. The weights are fitted by `reader.training.quotes`; no
feature holds an open-class word.
"""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from reader.nlp import resources
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.features import word_feature
from reader.nlp.quotes.link import Link, link_paragraph
from reader.nlp.quotes.manner import cue_words, modality
from reader.nlp.quotes.ranker import voice
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph

MODEL = "quotes_accept.json"
LEAST = 0.22
"""Half of the best F1 is the share of right ones from which one more is a gain; tuned on polnear.devtest."""
ENDS_AROUND = 2
"""Clause marks on either side of a clause's end at which it is tried, too."""
THAT_WITHIN = 7
"""Words of an addressee or a time before "that"."""
_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-", "("))
_STOPS = frozenset((".", "?", "!", "…", "..."))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SURE, _LIKELY = 0.9, 0.6
"""Bands of the ranker's probability."""


class Proposal(NamedTuple):
    """A clause that may be somebody's words."""

    link: Link
    level: int
    """How bold the tagger was: 0 as it stands."""
    features: tuple[str, ...]


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(resources.read_text(MODEL))
    return weights


def probability(features: Iterable[str]) -> float:
    """How likely a proposal is right in its words and its source."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(map(weights.get, features, repeat(0.0)))))


def accepted(paragraph: UnitParagraph, readings: Sequence[Sequence[Labelled]], plain: Sequence[Link]) -> list[Link]:
    """The likely clauses, the likeliest first come, none overlapping another or a quoted one of the `plain` links."""
    rated = [(probability(p.features), p) for p in proposals(paragraph, readings, plain)]
    quoted = [link for link in plain if not is_clause(paragraph.units, link)]
    taken = {i for link in quoted for part in link.contents for i in range(part.start, part.end)}
    chosen = []
    for likely, proposal in sorted(rated, key=lambda pair: (-pair[0], pair[1].level, pair[1].link.contents)):
        inside = {i for part in proposal.link.contents for i in range(part.start, part.end)}
        if likely >= LEAST and not inside & taken:
            taken |= inside
            chosen.append(proposal.link._replace(probability=likely))
    return chosen


def proposals(
    paragraph: UnitParagraph, readings: Sequence[Sequence[Labelled]], plain: Sequence[Link]
) -> list[Proposal]:
    """Every clause with a cue that a reading holds, and the same clause cut or drawn out at clause marks, each once.

    Args:
        paragraph: where they stand.
        readings: of the paragraph, the plain one first.
        plain: the links of the plain reading.
    """
    units = paragraph.units
    first = [s for s in readings[0] if s.role == "content"]
    links: dict[tuple[Labelled, ...], tuple[int, Link]] = {link.contents: (0, link) for link in plain}
    for level, labelled in enumerate(readings[1:], 1):
        links.update({link.contents: (level, link) for link in link_paragraph(paragraph, labelled, links)})
    clauses = [(level, link) for level, link in links.values() if link.cue is not None and is_clause(units, link)]
    found: dict[tuple[Labelled, ...], Proposal] = {}
    for change, forms in (("", _same), ("e", _ends), ("t", _starts)):
        for level, link in clauses:
            for contents in forms(units, link):
                if contents not in found:
                    form = link._replace(contents=contents)
                    found[contents] = Proposal(form, level, _features(paragraph, form, f"{level}{change}", first))
    return list(found.values())


def _same(units: Sequence[Unit], link: Link) -> Sequence[tuple[Labelled, ...]]:  # noqa: ARG001 -- one of three forms
    return [link.contents]


def _ends(units: Sequence[Unit], link: Link) -> Sequence[tuple[Labelled, ...]]:
    """The contents with other ends of the last one: at clause marks around it and at the sentence's end."""
    last = link.contents[-1]
    if link.cue is not None and last.end <= link.cue.start:
        return []
    stop = last.start + 1
    places = []
    while stop < len(units) and units[stop].sentence == units[last.start].sentence and not units[stop].region:
        if units[stop].word in _MARKS:
            places.append(stop)
        stop += 1
    if stop < len(units) and units[stop].region and units[stop].sentence == units[last.start].sentence:
        places = [p for p in places if p < stop]
    else:
        places.append(stop - 1 if units[stop - 1].word in _STOPS else stop)
    before = [p for p in places if p < last.end][-ENDS_AROUND:]
    behind = [p for p in places if p > last.end][:ENDS_AROUND]
    return [(*link.contents[:-1], last._replace(end=p)) for p in (*before, *behind, *places[-1:]) if p != last.end]


def _starts(units: Sequence[Unit], link: Link) -> Sequence[tuple[Labelled, ...]]:
    """The content from a "that" close to its start: in "told {the paper that it was late}"."""
    if len(link.contents) > 1:
        return []
    [content] = link.contents
    near = range(content.start + 1, min(content.end - 1, content.start + THAT_WITHIN))
    return [(content._replace(start=i),) for i in near if units[i].word == "that"][:1]


def is_clause(units: Sequence[Unit], link: Link) -> bool:
    """Whether no quoted stretch is in the contents, but a word."""
    inside = [u for part in link.contents for u in units[part.start : part.end]]
    return not any(u.region for u in inside) and any(u.word[0].isalnum() for u in inside)


def _features(paragraph: UnitParagraph, link: Link, level: str, first: Sequence[Labelled]) -> tuple[str, ...]:
    units, cue, content = paragraph.units, link.cue, link.contents[0]
    if cue is None:
        return ()
    words = cue_words(units, cue)
    kind = cue_class(units[words.start].word, units[words.start].tag) or ""
    inside = units[content.start : link.contents[-1].end]
    opening, finite = word_feature(inside[0]), min(sum(u.tag in _FINITE for u in inside), 2)
    last, after = word_feature(inside[-1]), _word_at(units, link.contents[-1].end, inside[-1].sentence)
    size = _size(len(inside))
    shared = [o for o in first if o.start < content.end and content.start < o.end]
    agrees = (
        "=" if content in shared else "<" if any(o.end - o.start > len(inside) for o in shared) else ">" * bool(shared)
    )
    order = link.rule
    mode, said = modality(units, cue), voice(units, words.start)
    sure = "2" if link.probability >= _SURE else "1" if link.probability >= _LIKELY else "0"
    who = (link.source.kind + "tT"[link.source.tagged]) if link.source else "none"
    gap = _size(max(content.start - cue.end, cue.start - link.contents[-1].end))
    marks = min(sum(u.word in _MARKS for u in inside), 2)
    tag = units[words.start].tag
    return (
        "bias", f"l|{level}", f"l|{level}{agrees}", f"k|{kind}", f"k|{kind}|{order}", f"o|{order}",
        f"kl|{kind}|{level}", f"t|{tag}|{said}", f"ks|{kind}|{said}", f"m|{mode}", f"w|{who}",
        f"w|{who}|{order}|{said}", f"s|{sure}|{who[:2]}", f"s|{sure}|{level}", f"n|{size}", f"n|{size}|{finite}",
        f"n|{size}|{kind}", f"f|{opening}", f"f|{opening}|{finite}", f"f|{opening}|{kind}", f"v|{finite}|{kind}",
        f"v|{finite}|{opening}|{order}", f"e|{last}", f"a|{after}", f"a|{after}|{finite}", f"a|{after}|{last}",
        f"a|{after}|{agrees}", f"g|{gap}|{order}", f"g|{gap}|{opening}", f"c|{len(link.contents)}|{order}",
        f"cl|{_size(cue.end - cue.start)}|{kind}", f"p|{paragraph.kind}{int(paragraph.number == 0)}",
        f"av|{agrees}|{finite}|{size}", f"vs|{finite}|{sure}|{said}",
        f"x|{marks}|{after}", f"x|{marks}|{level}|{finite}", f"la|{level}|{after}", f"la|{level}|{after}|{agrees}",
        f"lf|{level}|{opening}",
    )  # fmt: skip


def _word_at(units: Sequence[Unit], i: int, sentence: int) -> str:
    return word_feature(units[i]) if i < len(units) and units[i].sentence == sentence else "<>"


def _size(count: int) -> str:
    if count <= 3:  # noqa: PLR2004 -- small counts one by one, others in bands
        return str(count)
    return "5" if count <= 5 else "9" if count <= 9 else "16" if count <= 16 else "+"  # noqa: PLR2004 -- bands
