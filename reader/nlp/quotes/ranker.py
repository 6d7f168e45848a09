"""The ranked choice of a source for a cue: a log-linear model over what stands between them and what the mention is.

Takes candidates and a cue with its contents, gives the best candidate, or none, with its probability. The weights
are fitted by `reader.training.quotes`; no feature holds an open-class word.
"""

import json
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from reader.nlp import resources
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.features import FUNCTION_WORDS
from reader.nlp.quotes.manner import cue_words
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit

MODEL = "quotes_ranker.json"
MAX_UNITS_AWAY = 60
"""Sources lie near: on the training articles 99 % are closer."""


_BE = frozenset("is are was were be been being am 's ’s".split())
_RELATIVES = frozenset(("who", "which"))
_BESIDE = _RELATIVES | {"he", "she", "they", "i", "we"}
BY_REACH = 3
"""Words from "by" to the noun group: "some of"."""
CERTAIN = 0.95
"""Of a subject that grammar gives; the share right on the development articles, rounded."""
_BE_REACH = 4
"""Words before a participle in which its "be" may stand, adverbs between them."""
_DONE_TO = frozenset("tell ask question accuse attack call urge expect know".split())
"""Classes of verbs whose subject in the passive says nothing."""
_STATES = frozenset(("convinced", "assured", "persuaded", "informed", "advised"))
"""Of these verbs, participles that tell what their subject thinks."""
_START = attrgetter("start")


class Frame(NamedTuple):
    """A cue with its contents, whose source is wanted."""

    units: Sequence[Unit]
    cue: Labelled
    contents: Sequence[Labelled]
    others: Sequence[Labelled]
    """The paragraph's other labelled spans."""


class Ranked(NamedTuple):
    """The choice: None where nobody is meant."""

    candidate: Candidate | None
    probability: float


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(resources.read_text(MODEL))
    return weights


def reachable(frame: Frame, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates near enough to the cue, itself left out; `found` are in order and disjoint."""
    cue, units = frame.cue, frame.units
    group = units[cue.start].sentence
    near = []
    first = max(0, bisect_left(found, cue.start - MAX_UNITS_AWAY, key=_START) - 1)
    for c in found[first : bisect_right(found, cue.end + MAX_UNITS_AWAY, key=_START)]:
        away = cue.start - c.end if c.end <= cue.start else c.start - cue.end
        same = units[c.start].sentence == group
        if away <= MAX_UNITS_AWAY and (same or (c.tagged and abs(units[c.start].sentence - group) <= 2)):  # noqa: PLR2004 -- two sentences
            near.append(c)
    return near


def choose(frame: Frame, found: Sequence[Candidate]) -> Ranked:
    """The likeliest of the candidates, or the one that grammar gives.

    That is "who", "he" or "she" right before a finite verb, and whoever "by" names behind a passive; of a passive that
    tells no more than what was done to its subject ("Lee was told that …") nobody is the source.
    """
    near = reachable(frame, found)
    given = _subject_beside(frame, near) or _agent(frame, near)
    if given is not None:
        return Ranked(given, CERTAIN)
    ranked = _likeliest(frame, near)
    if ranked.candidate is not None:
        before = _behind_relative(frame.units, near, ranked.candidate, frame.cue.start)
        ranked = ranked._replace(candidate=before or ranked.candidate)
    return Ranked(None, CERTAIN) if ranked.candidate is not None and _is_done_to(frame, ranked.candidate) else ranked


def _likeliest(frame: Frame, near: Sequence[Candidate]) -> Ranked:
    weights = _weights()
    scores = [sum(map(weights.get, features, repeat(0.0))) for features in rows(frame, near)]
    top = max(scores)
    total = sum(math.exp(s - top) for s in scores)
    best = scores.index(top)
    return Ranked(near[best] if best < len(near) else None, 1 / total)


def _subject_beside(frame: Frame, near: Sequence[Candidate]) -> Candidate | None:
    """The relative or the pronoun right before a finite verb."""
    units, at = frame.units, frame.cue.start
    if at >= len(units) or units[at].tag not in ("VBD", "VBZ", "VBP") or frame.cue.start == frame.cue.end:
        return None
    return next((c for c in near if c.end == at and units[at - 1].word in _BESIDE and _alone(units, c)), None)


def _alone(units: Sequence[Unit], candidate: Candidate) -> bool:
    """Whether a candidate that ends with a pronoun is that, or who it explains: "Ann Lee, who"."""
    return candidate.end - candidate.start == 1 or units[candidate.end - 1].word in _RELATIVES


def _behind_relative(
    units: Sequence[Unit], near: Sequence[Candidate], chosen: Candidate, verb: int
) -> Candidate | None:
    """Of "Ann Lee, who had left, said" the one before "who", which a comma parts from the verb."""
    if units[chosen.start].word not in _RELATIVES or chosen.end >= verb or units[verb - 1].word != ",":
        return None
    return next((c for c in near if chosen.start - 1 <= c.end <= chosen.start and c.kind != "value"), None)


def _agent(frame: Frame, near: Sequence[Candidate]) -> Candidate | None:
    """Whom "by" names right behind a participle: "was asked by {Lee}", "the law, opposed by {Lee}"."""
    units, cue = frame.units, frame.cue
    words = cue_words(units, cue)
    at = next((i for i in (words.end, frame.contents[-1].end if frame.contents else 0) if _is_by(units, i)), None)
    if at is None or units[words.start].tag not in ("VBN", "VBD"):
        return None
    if not voice(units, words.start) and at != words.end:
        return None
    return next((c for c in near if at < c.start <= at + BY_REACH and c.kind != "value"), None)


def _is_by(units: Sequence[Unit], i: int) -> bool:
    return 0 < i < len(units) and units[i].word == "by"


def _is_done_to(frame: Frame, candidate: Candidate) -> bool:
    """Whether the cue is a passive whose subject, the candidate, hears or is spoken of.

    So it is in "Lee was told that …" and in "Asked whether …, Lee agreed".
    """
    units, cue = frame.units, frame.cue
    if cue.start == cue.end:
        return False
    words = cue_words(units, cue)
    main = units[words.start]
    if cue_class(main.word, main.tag) not in _DONE_TO or main.word in _STATES:
        return False
    opens = words.start == 0 or units[words.start - 1].sentence != main.sentence
    passive = voice(units, words.start) == "P" and candidate.end <= cue.start
    return passive or (opens and main.tag in ("VBN", "VBD"))


def rows(frame: Frame, near: Sequence[Candidate]) -> list[list[str]]:
    """The features of each candidate, then those of there being no source."""
    common = _common(frame)
    result = [_features(frame, near, c, common) for c in near]
    tagged = sum(c.tagged and frame.units[c.start].sentence == frame.units[frame.cue.start].sentence for c in near)
    order, last, head, voice, kind = common
    result.append(
        [
            "none", "none|" + order, "none|" + last, f"none|{min(tagged, 2)}", "none|" + head, f"none|{voice}|{order}",
            f"none|{kind}|{order}", f"none|{voice}|{kind}|{min(tagged, 1)}",
        ]
    )  # fmt: skip
    return result


def _bucket(distance: int) -> str:
    if distance <= 3:  # noqa: PLR2004 -- near distances one by one, far ones in bands
        return str(distance)
    return "5" if distance <= 5 else "9" if distance <= 9 else "16" if distance <= 16 else "+"  # noqa: PLR2004 -- bands


def _word(units: Sequence[Unit], i: int) -> str:
    if not 0 <= i < len(units):
        return "<>"
    unit = units[i]
    return unit.word if unit.word in FUNCTION_WORDS else unit.tag


class _Common(NamedTuple):
    """What all candidates of a cue share."""

    order: str
    """Where the contents stand: "vq", "qv", "qvq"."""
    last: str
    """The cue's last word."""
    head: str
    """The part of speech of its main word."""
    voice: str
    """Code "P" for a passive ("Lee was asked"), "p" for another participle, else nothing."""
    kind: str
    """The class of its main word."""


def _common(frame: Frame) -> _Common:
    cue, units = frame.cue, frame.units
    before = any(c.start < cue.start for c in frame.contents)
    after = any(c.start >= cue.end for c in frame.contents)
    order = ("q" if before else "") + "v" + ("q" if after else "")
    head = next((u.tag for u in units[cue.start : cue.end] if u.tag[0] in "VNJ"), units[cue.start].tag)
    words = cue_words(units, cue)
    main = units[words.start] if cue.start < cue.end else None
    kind = cue_class(main.word, main.tag) if main else None
    head += "+" if cue.end - cue.start > 1 else ""
    return _Common(order, _word(units, cue.end - 1), head, voice(units, words.start), kind or "")


def voice(units: Sequence[Unit], verb: int) -> str:
    """Codes: "P" for a participle behind a form of "be", "p" for another, else nothing."""
    if verb >= len(units) or units[verb].tag not in ("VBN", "VBD"):
        return ""
    for i in range(verb - 1, max(-1, verb - _BE_REACH), -1):
        if units[i].word in _BE:
            return "P"
        if units[i].tag != "RB":
            break
    return "p" if units[verb].tag == "VBN" else ""


def _features(frame: Frame, near: Sequence[Candidate], c: Candidate, common: _Common) -> list[str]:
    units, cue = frame.units, frame.cue
    left = c.end <= cue.start
    low, high = (c.end, cue.start) if left else (cue.end, c.start)
    side = "L" if left else "R"
    order = side + common.order
    group = abs(units[c.start].sentence - units[cue.start].sentence)
    verbs = [u.tag[0] for u in units[low:high]].count("V")
    commas = sum([u.word in ",;—–-" for u in units[low:high]])
    others = [o.role for o in frame.others if low <= o.start < high]
    contents, cues = others.count("content"), others.count("cue")
    own = sum([low <= o.start < high for o in frame.contents])
    passed = [o.tagged for o in near if low <= o.start < high]
    between, tagged = len(passed), sum(passed)
    after, before = _word(units, c.end), _word(units, c.start - 1)
    busy = int(any(o.role == "cue" and 0 <= o.start - c.end <= 1 for o in frame.others))
    away = _bucket(high - low)
    joined = _word(units, cue.start - 1)
    mark = ("T" if c.tagged else "t") + side
    return [
        f"k|{c.kind}|{mark}", f"d|{away}|{mark}", f"d|{away}|{order}",
        f"g|{min(group, 2)}|{mark}", f"v|{min(verbs, 3)}|{mark}", f"c|{min(commas, 3)}|{mark}",
        f"oc|{min(contents, 2)}|{min(cues, 2)}|{mark}", f"own|{min(own, 2)}|{mark}",
        f"b|{min(between, 4)}|{mark}", f"bt|{min(tagged, 3)}|{mark}", f"a|{after}|{mark}", f"p|{before}|{mark}",
        f"lw|{common.last}|{side}{away}", f"h|{common.head}|{mark}{away}",
        f"ov|{order}|{min(verbs, 2)}|{min(commas, 2)}|{int(c.tagged)}", f"m|{mark}", f"o|{mark}{common.order}",
        f"by|{busy}|{mark}|{joined}", f"by|{busy}|{mark}|{min(commas, 2)}",
        f"cc|{common.kind}|{mark}{common.order}", f"vo|{common.voice}|{mark}|{common.order}|{int(before == 'by')}",
        f"ck|{common.kind}|{c.kind}|{side}", f"vk|{common.voice}|{c.kind}|{side}",
        f"st|{int(c.start == 0 or units[c.start - 1].sentence != units[c.start].sentence)}|{mark}{common.order}",
        f"kp|{c.kind}|{before}", f"ka|{c.kind}|{'V' if after[:1] == 'V' or after == 'MD' else after[:1]}|{side}",
    ]  # fmt: skip
