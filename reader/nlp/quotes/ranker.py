"""The ranked choice of a source for a cue: a log-linear model over what stands between them and what the mention is.

Takes candidates and a cue with its contents, gives the best candidate, or none, with its probability. The weights
of the features (`source_features`) are fitted by `reader.training.quotes`.
"""

import json
import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter, getitem
from typing import NamedTuple

from reader.nlp import resources
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.chain import Kept
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.features import Features
from reader.nlp.quotes.manner import cue_words
from reader.nlp.quotes.source_features import GROUPS, Frame, nobody, values, voice
from reader.nlp.quotes.units import Unit

MODEL = "quotes_ranker.json"
MAX_UNITS_AWAY = 60
"""Sources lie near: on the training articles 99 % are closer."""
SCALE = 1000
"""Weights have three digits: as whole numbers their sum is the same in whatever order."""
_RELATIVES = frozenset(("who", "which"))
_BESIDE = _RELATIVES | {"he", "she", "they", "i", "we"}
BY_REACH = 3
"""Words from "by" to the noun group: "some of"."""
_SPEAKERS = frozenset(("subject", "person", "org", "name", "human", "body", "noun"))
CERTAIN = 0.95
"""Of a subject that grammar gives; the share right on the development articles, rounded."""
_DONE_TO = frozenset("tell ask question accuse attack call urge expect know".split())
"""Classes of verbs whose subject in the passive says nothing."""
_STATES = frozenset(("convinced", "assured", "persuaded", "informed", "advised"))
"""Of these verbs, participles that tell what their subject thinks."""
_START = attrgetter("start")


class Ranked(NamedTuple):
    """The choice: None where nobody is meant."""

    candidate: Candidate | None
    probability: float


class _Worths(NamedTuple):
    """The summed weights of each group's features by its values, in thousandths, added up when first asked for."""

    groups: Sequence[Kept[int]]
    """As `GROUPS`."""
    nobody: Kept[int]


@cache
def _worths() -> _Worths:
    weights = {f: round(SCALE * weight) for f, weight in json.loads(resources.read_text(MODEL)).items()}

    def kept(told: Callable[..., Features]) -> Kept[int]:
        return Kept(lambda given: sum(weights.get(feature, 0) for feature in told(*given)))

    return _Worths([*map(kept, GROUPS)], kept(nobody))


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
    sole = _sole_source(frame, near)
    ranked = Ranked(sole, CERTAIN) if sole is not None else _likeliest(frame, near)
    if ranked.candidate is not None:
        before = _behind_relative(frame.units, near, ranked.candidate, frame.cue.start)
        ranked = ranked._replace(candidate=before or ranked.candidate)
    return Ranked(None, CERTAIN) if ranked.candidate is not None and _is_done_to(frame, ranked.candidate) else ranked


def _likeliest(frame: Frame, near: Sequence[Candidate]) -> Ranked:
    groups, worth_of_none = _worths()
    found, none = values(frame, near)
    scores = [*(sum(map(getitem, groups, given)) for given in found), worth_of_none[none]]
    top = max(scores)
    total = sum(math.exp((s - top) / SCALE) for s in scores)
    best = scores.index(top)
    return Ranked(near[best] if best < len(near) else None, 1 / total)


def _subject_beside(frame: Frame, near: Sequence[Candidate]) -> Candidate | None:
    """The relative or the pronoun right before a finite verb."""
    units, at = frame.units, frame.cue.start
    beside = _before_finite(frame, near)
    return beside if beside is not None and units[at - 1].word in _BESIDE and _alone(units, beside) else None


def _sole_source(frame: Frame, near: Sequence[Candidate]) -> Candidate | None:
    """Whom the tagger took for a source, right before a finite verb, and no other in the sentence.

    Of 1,300 such on the training articles the weights would choose another for ten.
    """
    units, beside = frame.units, _before_finite(frame, near)
    if beside is None or not beside.tagged or beside.kind not in _SPEAKERS:
        return None
    sentence = units[beside.start].sentence
    others = (c for c in near if c.tagged and c is not beside and units[c.start].sentence == sentence)
    return beside if next(others, None) is None else None


def _before_finite(frame: Frame, near: Sequence[Candidate]) -> Candidate | None:
    """Who stands right before a finite verb."""
    units, at = frame.units, frame.cue.start
    if at >= len(units) or units[at].tag not in ("VBD", "VBZ", "VBP") or frame.cue.start == frame.cue.end:
        return None
    return next((c for c in near if c.end == at), None)


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
