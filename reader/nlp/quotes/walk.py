"""Walks along a paragraph's units, both ways, and names what each can know of what lies further left and right.

Takes units and something for each group of `features.GROUPS`, gives what that holds for each unit: feature strings in
training, sums of weights in the tagger.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from reader.nlp.quotes.features import GROUPS, Features, Look, looks
from reader.nlp.quotes.neighbours import neighbour_features
from reader.nlp.quotes.units import Unit

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_FAR = 9
MANY_VERBS = 3
"""More verbs since the sentence's start or its last cue are not counted."""
_CLAUSE_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-", "(", ")"))
_TURNS = frozenset(("to", "if", "whether", "and", "but", "as", "who", "which"))
_BANDS = ("0", "1", "2", "3", "4", *["7"] * 3, *["12"] * 5, *["20"] * 8)
"""Near distances one by one, far ones in bands."""
_NO_CUE = frozenset("@?~")


class Group(Protocol[T_co]):
    """Something for each combination of a feature group's values."""

    def __getitem__(self, values: Any, /) -> T_co:
        """What stands for the values of one unit."""
        ...


Groups = Sequence[Group[T]]


class _Strings:
    """A feature group as its feature strings."""

    def __init__(self, group: Callable[..., Features]) -> None:
        self._group = group

    def __getitem__(self, values: Any) -> Features:
        return self._group(*values)


_STRINGS = tuple(map(_Strings, GROUPS))


def paragraph_features(units: Sequence[Unit], kind: str, *, first: bool) -> list[list[str]]:
    """The feature strings of each unit; `kind` is the paragraph's, `first` whether it opens the article."""
    seen = looks(units)
    near = neighbour_features(units, seen)
    far = zip(*walk(units, seen, f"{kind}{int(first)}", _STRINGS), strict=True)
    return [[*row, *(feature for group in groups for feature in group)] for row, groups in zip(near, far, strict=True)]


def walk(units: Sequence[Unit], seen: Sequence[Look], paragraph: str, groups: Groups[T]) -> list[list[T]]:
    """For each of the `groups` a column of what it gives for each unit; `paragraph` says which kind it is."""
    return [*_leftward(units, seen, paragraph, groups[:4]), *_rightward(units, seen, groups[4:])]


def _band(distance: int) -> str:
    return _BANDS[distance] if distance < len(_BANDS) else "+"


def _leftward(units: Sequence[Unit], seen: Sequence[Look], paragraph: str, groups: Groups[T]) -> list[list[T]]:
    place, since_cue, cue_away, verbs_since = groups
    columns: list[list[T]] = [[], [], [], []]
    add_place, add_since_cue, add_cue_away, add_verbs_since = (column.append for column in columns)
    group = -1
    start = cue_at = verbs = clause_at = 0
    cue = marks = that = quote = ""
    for i, (unit, (word, tag, kind)) in enumerate(zip(units, seen, strict=True)):
        if unit.sentence != group:
            group, start, clause_at, verbs = unit.sentence, i, i, 0
            cue = marks = that = quote = ""
        passed = marks + that
        add_place(place[paragraph, _band(i - start), _band(i - clause_at), quote])
        add_since_cue(since_cue[cue, passed, word])
        add_cue_away(cue_away[cue, _band(i - cue_at) if cue else ""])
        add_verbs_since(verbs_since[verbs, passed, bool(cue)])
        if kind and kind[0] not in _NO_CUE:
            cue, cue_at = kind, i
            marks = that = ""
        elif unit.region is not None:
            quote = unit.shape
        elif unit.word in _CLAUSE_MARKS:
            marks, clause_at = (marks + unit.word)[-2:], i + 1
        elif unit.word == "that":
            that = "t"
        elif unit.word in _TURNS:
            that = that or unit.word[0]
        elif tag[0] == "V":
            verbs = min(verbs + 1, MANY_VERBS)
    return columns


def _rightward(units: Sequence[Unit], seen: Sequence[Look], groups: Groups[T]) -> list[list[T]]:
    to_cue, cue_ahead, ending = groups
    columns: list[list[T]] = [[], [], []]
    add_to_cue, add_cue_ahead, add_ending = (column.append for column in columns)
    group, cue_at = -1, 0
    cue = marks = between = quote = tail = ""
    for i in range(len(units) - 1, -1, -1):
        unit, (_, tag, kind) = units[i], seen[i]
        if unit.sentence != group:
            group, tail = unit.sentence, _tail(units, seen, i)
            cue = marks = between = quote = ""
        add_to_cue(to_cue[cue, marks, between])
        add_cue_ahead(cue_ahead[cue, _band(cue_at - i) if cue else ""])
        add_ending(ending[quote, tail])
        if kind and kind[0] not in _NO_CUE and tag[0] == "V":
            cue, cue_at = kind, i
            marks = between = ""
        elif unit.region is not None:
            quote = unit.shape
        elif unit.word in _CLAUSE_MARKS:
            marks = (marks + unit.word)[-2:]
        elif tag[0] in "VM":
            between = "v"
        elif not between and tag == "IN":
            between = "i"
        elif not between and (kind[:1] == "@" or unit.label or tag == "NNP"):
            between = "p"
    return [column[::-1] for column in columns]


def _tail(units: Sequence[Unit], seen: Sequence[Look], last: int) -> str:
    """The class of a cue that ends the sentence after a comma ("…, officials said."), or nothing."""
    cue = ""
    for i in range(last, max(-1, last - _FAR), -1):
        unit, kind = units[i], seen[i][2]
        if unit.sentence != units[last].sentence:
            break
        if kind and kind[0] not in _NO_CUE and unit.tag[0] == "V":
            cue = kind
        if unit.word in (",", "QUOTE"):
            return cue and f"{cue}|{_band(last - i)}"
        if unit.word == "according":
            return "according"
    return ""
