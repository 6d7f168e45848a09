"""Which clauses without marks are somebody's words: a log-linear model over what the tagger proposes.

Takes the readings of a paragraph (what the tagger labels, and what the frames at the edges of sentences say), gives
the links of the clauses that are likelier than not worth telling, disjoint. The weights are fitted by
`reader.training.quotes`; no feature holds an open-class word.
"""

import json
import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, repeat
from typing import NamedTuple

from reader.nlp import resources
from reader.nlp.quotes.chain import LABELS, Scores
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.features import word_feature
from reader.nlp.quotes.forms import CLAUSE_MARKS, Contents, other_forms
from reader.nlp.quotes.link import Link, link_paragraph, missing_cue
from reader.nlp.quotes.manner import cue_words, modality
from reader.nlp.quotes.ruled_out import is_ruled_out
from reader.nlp.quotes.source_features import voice
from reader.nlp.quotes.tagger import Labelled, Readings
from reader.nlp.quotes.units import Unit, UnitParagraph, sentence_start

MODEL = "quotes_accept.json"
LEAST = 0.2
"""Half of the best F1 is the share of right ones from which one more is a gain; tuned on polnear.devtest."""
OPENER_WITHIN = 8
"""Words of an addressee, a time or a medium before "that"."""
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SURE, _LIKELY = 0.9, 0.6
"""Bands of the ranker's probability."""
_STEPS = (-60_000, -30_000, -15_000, -7_000, -3_000, -1_000, 1_000, 3_000, 7_000, 15_000, 30_000, 60_000)
"""Bands of the tagger's margins, in ten-thousandths."""
_BEGIN, _INSIDE = LABELS.index("B-C"), LABELS.index("I-C")


class Proposal(NamedTuple):
    """A clause that may be somebody's words."""

    link: Link
    level: int
    """Which reading holds it first: 0 what the tagger labels."""
    moved: bool
    """Whether it begins elsewhere than it was read."""
    common: tuple[str, ...]
    """Features of the cue and the source, which other forms of the clause share."""
    own: tuple[str, ...]
    """Features of these very words; empty for a clause that is not judged."""


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(resources.read_text(MODEL))
    return weights


def accepted(paragraph: UnitParagraph, readings: Readings, plain: Sequence[Link]) -> list[Link]:
    """The likely clauses, the likeliest first come, none overlapping another or a quoted one of the `plain` links."""
    found = (proposal for proposal in proposals(paragraph, readings, plain) if proposal.own)
    rated = _rated(p for p in found if not is_ruled_out(paragraph.units, p.link))
    quoted = [link for link in plain if not is_clause(paragraph.units, link)]
    taken = {i for link in quoted for part in link.contents for i in range(part.start, part.end)}
    chosen = []
    for likely, proposal in sorted(rated, key=lambda pair: (-pair[0], pair[1].level, pair[1].link.contents)):
        inside = {i for part in proposal.link.contents for i in range(part.start, part.end)}
        if likely >= LEAST and not inside & taken:
            taken |= inside
            chosen.append(proposal.link._replace(probability=likely))
    return chosen


def _is_misbegun(units: Sequence[Unit], contents: Contents, *, moved: bool) -> bool:
    """Whether a clause was begun elsewhere than it was read, and not at "that".

    Other starts teach the model what a start is worth; taken, they are more often wrong than right.
    """
    return moved and units[contents[0].start].word != "that"


def _rated(found: Iterable[Proposal]) -> list[tuple[float, Proposal]]:
    """How likely each proposal is right in its words and its source."""
    weight = _weights().get
    shared: dict[int, float] = {}
    rated = []
    for proposal in found:
        common = proposal.common
        if id(common) not in shared:
            shared[id(common)] = sum(map(weight, common, repeat(0.0)))
        total = shared[id(common)] + sum(map(weight, proposal.own, repeat(0.0)))
        rated.append((1 / (1 + math.exp(-total)), proposal))
    return rated


def proposals(
    paragraph: UnitParagraph, readings: Readings, plain: Sequence[Link], *, idle: bool = False
) -> list[Proposal]:
    """Every clause with a cue that a reading holds, and the same clause with other edges, each once.

    Args:
        paragraph: where they stand.
        readings: of the paragraph.
        plain: the links of the plain reading.
        idle: whether those that are misbegun get their features, too, which training alone asks for.
    """
    units = paragraph.units
    first = [s for s in readings.labelled[0] if s.role == "content"]
    links: dict[tuple[Labelled, ...], tuple[int, Link]] = {link.contents: (0, link) for link in plain}
    for level, labelled in enumerate(readings.labelled[1:], 1):
        links.update({link.contents: (level, link) for link in link_paragraph(paragraph, labelled, links)})
    clauses = [(level, link) for level, link in links.values() if link.cue is not None and is_clause(units, link)]
    if not clauses:
        return []
    margins = _Margins(readings.scores, *_around(units, clauses))
    found: dict[tuple[Labelled, ...], Proposal] = {}
    views = [(level, *_viewed(paragraph, first, margins, link)) for level, link in clauses]
    for level, view, common in views:
        link = view.link
        if link.contents not in found:
            own = _own(view, link.contents, level, "")
            found[link.contents] = Proposal(link, level, moved=False, common=common, own=own)
    for level, view, common in views:
        link = view.link
        for change, contents in other_forms(units, link):
            if contents not in found:
                moved = change == "t"
                judged = idle or not _is_misbegun(units, contents, moved=moved)
                own = _own(view, contents, level, change) if judged else ()
                found[contents] = Proposal(link._replace(contents=contents), level, moved, common, own)
    return list(found.values())


class _Margins:
    """By how much the tagger's scores prefer a content to anything else, for each of the units [low, high)."""

    def __init__(self, scores: Sequence[Scores], low: int, high: int) -> None:
        ahead, near = [0] * low, scores[low:high]
        others = [max(o, s, v, si, vi) for o, s, v, _, si, vi, _ in near]
        self.begin = ahead + [unit[_BEGIN] - other for unit, other in zip(near, others, strict=True)]
        self.inside = ahead + [unit[_INSIDE] - other for unit, other in zip(near, others, strict=True)]
        self._sums = list(accumulate(self.inside, initial=0))

    def of(self, contents: Iterable[Labelled]) -> int:
        """The whole of some contents."""
        return sum(self.begin[c.start] + self._sums[c.end] - self._sums[c.start + 1] for c in contents)


def _around(units: Sequence[Unit], clauses: Sequence[tuple[int, Link]]) -> tuple[int, int]:
    """Where the first sentence begins in which a clause stands, and the last one ends."""
    first = min(part.start for _, link in clauses for part in link.contents)
    last = max(part.end for _, link in clauses for part in link.contents) - 1
    end = last
    while end < len(units) and units[end].sentence == units[last].sentence:
        end += 1
    return sentence_start(units, first), end


class _View(NamedTuple):
    """What the forms of one clause are looked at with."""

    units: Sequence[Unit]
    first: Sequence[Labelled]
    """The contents of the plain reading."""
    margins: _Margins
    link: Link
    """As it was read."""
    cue: Labelled
    kind: str
    """The class of the cue's words of saying."""
    voice: str
    sure: str
    """The band of the source's probability."""
    margin: int
    """Of the link's contents."""


def is_clause(units: Sequence[Unit], link: Link) -> bool:
    """Whether no quoted stretch is in the contents, but a word."""
    wordy = False
    for start, end, _ in link.contents:
        for unit in units[start:end]:
            if unit.region is not None:
                return False
            wordy = wordy or unit.word[0].isalnum()
    return wordy


def _viewed(
    paragraph: UnitParagraph, first: Sequence[Labelled], margins: _Margins, link: Link
) -> tuple[_View, tuple[str, ...]]:
    """How a clause with a cue is looked at, and the features that all its forms share."""
    units = paragraph.units
    cue = link.cue or missing_cue(link.contents)
    words = cue_words(units, cue)
    order, kind = link.rule, _kind(units, words)
    said, who, sure = voice(units, words.start), _who(link), _sure(link)
    common = (
        "bias", f"k|{kind}", f"k|{kind}|{order}", f"o|{order}", f"t|{units[words.start].tag}|{said}",
        f"ks|{kind}|{said}", f"m|{modality(units, cue)}", f"w|{who}", f"w|{who}|{order}|{said}", f"s|{sure}|{who[:2]}",
        f"c|{len(link.contents)}|{order}", f"cl|{_size(cue.end - cue.start)}|{kind}",
        f"p|{paragraph.kind}{int(paragraph.number == 0)}",
    )  # fmt: skip
    return _View(units, first, margins, link, cue, kind, said, sure, margins.of(link.contents)), common


def _own(view: _View, contents: Sequence[Labelled], level: int, change: str) -> tuple[str, ...]:
    units, cue, kind, said, sure = view.units, view.cue, view.kind, view.voice, view.sure
    content, order, form = contents[0], view.link.rule, f"{level}{change}"
    inside, end = units[content.start : contents[-1].end], contents[-1].end
    opening, finite = word_feature(inside[0]), min([u.tag in _FINITE for u in inside].count(True), 2)
    last, after = word_feature(inside[-1]), _word_at(units, end, inside[-1].sentence)
    before = word_feature(units[content.start - 1]) if content.start else "<>"
    size = _size(len(inside))
    agrees = _agreement(view.first, content, len(inside))
    gap = _size(max(content.start - cue.end, cue.start - end))
    marks = min([u.word in CLAUSE_MARKS for u in inside].count(True), 2)
    return (
        f"l|{form}", f"l|{form}{agrees}", f"kl|{kind}|{form}", f"s|{sure}|{form}", f"n|{size}", f"n|{size}|{finite}",
        f"n|{size}|{kind}", f"f|{opening}", f"f|{opening}|{finite}", f"f|{opening}|{kind}", f"v|{finite}|{kind}",
        f"v|{finite}|{opening}|{order}", f"e|{last}", f"a|{after}", f"a|{after}|{finite}", f"a|{after}|{last}",
        f"a|{after}|{agrees}", f"g|{gap}|{order}", f"g|{gap}|{opening}", f"av|{agrees}|{finite}|{size}",
        f"vs|{finite}|{sure}|{said}", f"x|{marks}|{after}", f"x|{marks}|{form}|{finite}", f"la|{form}|{after}",
        f"la|{form}|{after}|{agrees}", f"lf|{form}|{opening}", f"bf|{before}|{opening}", f"bf|{before}|{form}",
        f"o|{_opener(inside)}|{form[1:]}", f"o|{_opener(inside)}|{opening}",
        *_margin_features(view, contents, form, kind),
    )  # fmt: skip


def _margin_features(view: _View, contents: Sequence[Labelled], form: str, kind: str) -> tuple[str, ...]:
    margins, start, end = view.margins, contents[0].start, contents[-1].end
    whole = margins.of(contents)
    mean = _band(whole // sum(c.end - c.start for c in contents))
    follows = end < len(view.units) and view.units[end].sentence == view.units[end - 1].sentence
    behind = _band(margins.inside[end]) if follows else ""
    begin, fresh = _band(margins.begin[start]), _band(margins.begin[start] - margins.inside[start])
    gain = _band(whole - view.margin) if form[1:] else ""
    return (
        f"M|{mean}", f"M|{mean}|{form}", f"M|{mean}|{kind}", f"B|{begin}", f"B|{begin}|{form}", f"B|{fresh}|{form}",
        f"E|{behind}|{form}", f"L|{_band(margins.inside[end - 1])}|{form}", f"W|{_band(whole)}|{form}",
        f"G|{gain}|{form}",
    )  # fmt: skip


def _opener(inside: Sequence[Unit]) -> str:
    """Which word that opens clauses comes first within a content, and whether it opens it."""
    for i, unit in enumerate(inside[:OPENER_WITHIN]):
        if unit.word in ("that", "to", "if", "whether"):
            return unit.word + ("" if i else "!")
    return ""


def _band(margin: int) -> str:
    return "abcdefghijklm"[bisect_left(_STEPS, margin)]


def _kind(units: Sequence[Unit], words: Labelled) -> str:
    return cue_class(units[words.start].word, units[words.start].tag) or ""


def _who(link: Link) -> str:
    return (link.source.kind + "tT"[link.source.tagged]) if link.source else "none"


def _sure(link: Link) -> str:
    return "2" if link.probability >= _SURE else "1" if link.probability >= _LIKELY else "0"


def _agreement(first: Sequence[Labelled], content: Labelled, size: int) -> str:
    """Whether the plain reading has the content so ("="), wider ("<"), narrower (">") or not at all."""
    shared = [o for o in first if o.start < content.end and content.start < o.end]
    if content in shared:
        return "="
    return "<" if any(o.end - o.start > size for o in shared) else ">" * bool(shared)


def _word_at(units: Sequence[Unit], i: int, sentence: int) -> str:
    return word_feature(units[i]) if i < len(units) and units[i].sentence == sentence else "<>"


def _size(count: int) -> str:
    if count <= 3:  # noqa: PLR2004 -- small counts one by one, others in bands
        return str(count)
    return "5" if count <= 5 else "9" if count <= 9 else "16" if count <= 16 else "+"  # noqa: PLR2004 -- bands
