"""Walks along a paragraph's units, both ways, and says what each can know of what lies further left and right.

Takes units and what is told by far-away units, gives a column for each way: feature strings in training, sums of
weights in the tagger, which can both be added.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Generic, TypeVar

from reader.nlp.quotes import features as told
from reader.nlp.quotes.chain import Kept
from reader.nlp.quotes.features import CLAUSE_MARKS, TURNS, Features, Look, looks
from reader.nlp.quotes.neighbours import neighbour_features
from reader.nlp.quotes.units import Unit

T = TypeVar("T", int, tuple[str, ...])

_FAR = 9
MANY_VERBS = 3
"""More verbs since the sentence's start or its last cue are not counted."""
_BANDS = ("0", "1", "2", "3", "4", *["7"] * 3, *["12"] * 5, *["20"] * 8)
"""Near distances one by one, far ones in bands."""


def _band(distance: int) -> str:
    return _BANDS[distance] if distance < len(_BANDS) else "+"


class Far(Generic[T]):
    """What far-away units tell, made of features: found in two steps, the first of them only where something changes.

    A step by the values of a whole unit would cost a third of the walk's time for its keys.
    """

    def __init__(self, told_by: Callable[[Features], T], ends: Callable[[str], Callable[[str], T]]) -> None:
        """Args: what features are worth; for a feature's start, what it is worth by its end."""
        self._told_by: Callable[[Features], T] = told_by
        self._ends: Callable[[str], Callable[[str], T]] = ends
        self.place: Kept[Kept[T]] = Kept(
            lambda where: Kept(lambda away: told_by(told.place(where[0], _band(away[0]), _band(away[1]), where[1])))
        )
        """By paragraph and quote before, then by the units since the sentence's and the clause's start."""
        self.since_cue: Kept[Kept[T]] = Kept(lambda past: self._words(*past))
        """By cue and marks, then by word."""
        self.cue_away: Kept[Kept[T]] = Kept(lambda cue: Kept(lambda away: told_by(told.cue_away(cue, _band(away)))))
        """By cue, then by distance; so is `cue_ahead`."""
        self.verbs_since: Kept[T] = Kept(lambda past: told_by(told.verbs_since(*past)))
        """By verbs, marks and whether there is a cue."""
        self.to_cue: Kept[T] = Kept(lambda ahead: told_by(told.to_cue(*ahead)))
        """By cue, marks and the kind of words."""
        self.cue_ahead: Kept[Kept[T]] = Kept(lambda cue: Kept(lambda away: told_by(told.cue_ahead(cue, _band(away)))))
        self.ending: Kept[T] = Kept(lambda ahead: told_by(told.ending(*ahead)))
        """By the next quote and the cue that ends the sentence."""

    def _words(self, cue: str, marks: str) -> Kept[T]:
        common, ends = self._told_by(told.since_cue(cue, marks)), self._ends(told.start_since_cue(cue, marks))
        return Kept(lambda word: common + ends(word))


@cache
def _strings() -> Far[Features]:
    return Far(lambda features: features, lambda start: lambda end: (start + end,))


def paragraph_features(units: Sequence[Unit], kind: str, *, first: bool) -> list[list[str]]:
    """The feature strings of each unit; `kind` is the paragraph's, `first` whether it opens the article."""
    seen = looks(units)
    near = neighbour_features(units, seen)
    left, right = walk(units, seen, f"{kind}{int(first)}", _strings())
    return [[*row, *before, *behind] for row, before, behind in zip(near, left, right, strict=True)]


def walk(units: Sequence[Unit], seen: Sequence[Look], paragraph: str, far: Far[T]) -> tuple[list[T], list[T]]:
    """What each unit knows of the units before it, and of those behind it; `paragraph` says which kind it is."""
    return _leftward(units, seen, paragraph, far), _rightward(units, seen, far)


def _leftward(  # noqa: C901 -- a walk with its state
    units: Sequence[Unit], seen: Sequence[Look], paragraph: str, far: Far[T]
) -> list[T]:
    column: list[T] = []
    group = -1
    start = cue_at = verbs = clause_at = 0
    cue = marks = that = quote = ""
    changed = True
    for i, (unit, (word, tag, kind, is_cue, heard, _)) in enumerate(zip(units, seen, strict=True)):
        if unit.sentence != group:
            group, start, cue_at, clause_at, verbs = unit.sentence, i, i, i, 0
            cue = marks = that = quote = ""
            changed = True
        if changed:
            passed = marks + that
            places, words, away = far.place[paragraph, quote], far.since_cue[cue, passed], far.cue_away[cue]
            past_verbs = far.verbs_since[verbs, passed, bool(cue)]
            changed = False
        column.append(places[i - start, i - clause_at] + words[word] + away[i - cue_at] + past_verbs)
        if not heard:
            continue
        changed = True
        if is_cue:
            cue, cue_at = kind, i
            marks = that = ""
        elif unit.region is not None:
            quote = unit.shape
        elif unit.word in CLAUSE_MARKS:
            marks, clause_at = (marks + unit.word)[-2:], i + 1
        elif unit.word == "that":
            that = "t"
        elif unit.word in TURNS:
            that = that or unit.word[0]
        elif tag[0] == "V":
            verbs = min(verbs + 1, MANY_VERBS)
    return column


def _rightward(units: Sequence[Unit], seen: Sequence[Look], far: Far[T]) -> list[T]:  # noqa: C901 -- as above
    column: list[T] = []
    group, cue_at = -1, 0
    cue = marks = between = quote = tail = ""
    changed = True
    for i in range(len(units) - 1, -1, -1):
        unit, (_, tag, kind, is_cue, _, awaited) = units[i], seen[i]
        if unit.sentence != group:
            group, cue_at, tail = unit.sentence, i, _tail(units, seen, i)
            cue = marks = between = quote = ""
            changed = True
        if changed:
            ahead, away, end = far.to_cue[cue, marks, between], far.cue_ahead[cue], far.ending[quote, tail]
            changed = False
        column.append(ahead + away[cue_at - i] + end)
        if not (awaited or unit.label):
            continue
        changed = True
        if is_cue and tag[0] == "V":
            cue, cue_at = kind, i
            marks = between = ""
        elif unit.region is not None:
            quote = unit.shape
        elif unit.word in CLAUSE_MARKS:  # a bullet is no clause mark, though it may be tagged ":"
            marks = (marks + unit.word)[-2:]
        elif tag[0] in "VM":
            between = "v"
        elif not between and tag == "IN":
            between = "i"
        elif not between and (kind[:1] == "@" or unit.label or tag == "NNP"):
            between = "p"
    return column[::-1]


def _tail(units: Sequence[Unit], seen: Sequence[Look], last: int) -> str:
    """The class of a cue that ends the sentence after a comma ("…, officials said."), or nothing."""
    cue = ""
    for i in range(last, max(-1, last - _FAR), -1):
        unit, look = units[i], seen[i]
        if unit.sentence != units[last].sentence:
            break
        if look.cue and unit.tag[0] == "V":
            cue = look.kind
        if unit.word in (",", "QUOTE"):
            return cue and f"{cue}|{_band(last - i)}"
        if unit.word == "according":
            return "according"
    return ""
