"""Walks along a paragraph's units and names the feature groups of each, with what lies left and right of it.

Takes units and a function for each group of `features.GROUPS`, gives each unit the list of what those return: feature
strings in training, sums of weights in the tagger.
"""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from reader.nlp.quotes.features import GROUPS, Features, Look, looks
from reader.nlp.quotes.units import Unit

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_FAR = 9
MANY_VERBS = 3
"""More verbs since the sentence's start or its last cue are not counted."""
_CLAUSE_MARKS = frozenset((",", ";", ":", "–", "—", "--", "-", "(", ")"))
_TURNS = frozenset(("to", "if", "whether", "and", "but", "as", "who", "which"))
_LEFT_PAD: Look = ("<", "<", "<")
_RIGHT_PAD: Look = (">", ">", ">")
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
    rows: list[list[Features]] = walk(units, kind, _STRINGS, first=first)
    return [[feature for group in row for feature in group] for row in rows]


def walk(units: Sequence[Unit], kind: str, groups: Groups[T], *, first: bool) -> list[list[T]]:
    """For each unit what each of the `groups` gives, in no order."""
    seen = looks(units)
    rows = _neighbours(units, seen, groups)
    _leftward(units, seen, groups, rows, f"{kind}{int(first)}")
    _rightward(units, seen, groups, rows)
    return rows


def _band(distance: int) -> str:
    return _BANDS[distance] if distance < len(_BANDS) else "+"


def _neighbours(units: Sequence[Unit], seen: list[Look], groups: Groups[T]) -> list[list[T]]:
    own, before, after, before_two, after_two, around, far = groups[:7]
    padded = [_LEFT_PAD] * 3 + seen + [_RIGHT_PAD] * 3
    y, z, a, x, b, d = padded[:6]
    rows: list[list[T]] = []
    for unit, e in zip(units, padded[6:], strict=True):
        w = x[0]
        rows.append(
            [
                own[unit.word, unit.tag, unit.shape], before[a, x], after[x, b], before_two[z, a, x],
                after_two[x, b, d], around[a[0], w, b[0]], far[y[0], e[0]],
            ]
        )  # fmt: skip
        y, z, a, x, b, d = z, a, x, b, d, e
    return rows


def _leftward(units: Sequence[Unit], seen: list[Look], groups: Groups[T], rows: list[list[T]], paragraph: str) -> None:
    place, since_cue, cue_away, verbs_since = groups[7:11]
    group = -1
    start = cue_at = verbs = clause_at = 0
    cue = marks = that = quote = ""
    for i, (unit, row) in enumerate(zip(units, rows, strict=True)):
        if unit.sentence != group:
            group, start, clause_at, verbs = unit.sentence, i, i, 0
            cue = marks = that = quote = ""
        word, tag, kind = seen[i]
        passed = marks + that
        row.append(place[paragraph, _band(i - start), _band(i - clause_at), quote])
        row.append(since_cue[cue, passed, word])
        row.append(cue_away[cue, _band(i - cue_at) if cue else ""])
        row.append(verbs_since[verbs, passed, bool(cue)])
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


def _rightward(units: Sequence[Unit], seen: list[Look], groups: Groups[T], rows: list[list[T]]) -> None:
    to_cue, cue_ahead, ending = groups[11:]
    group, cue_at = -1, 0
    cue = marks = between = quote = tail = ""
    for i in range(len(units) - 1, -1, -1):
        unit, row = units[i], rows[i]
        if unit.sentence != group:
            group, tail = unit.sentence, _tail(units, seen, i)
            cue = marks = between = quote = ""
        row.append(to_cue[cue, marks, between])
        row.append(cue_ahead[cue, _band(cue_at - i) if cue else ""])
        row.append(ending[quote, tail])
        _, tag, kind = seen[i]
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


def _tail(units: Sequence[Unit], seen: list[Look], last: int) -> str:
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
