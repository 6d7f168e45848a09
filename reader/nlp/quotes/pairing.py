"""Double quotation marks of one paragraph paired so that as few as possible are wrong.

Takes a text, a paragraph and its double marks, gives for each mark what it does. Where each mark leans as its place
says, that is all; where marks were lost, doubled or swapped, the cheapest reading of the whole paragraph is taken, so
that one slip does not turn the quotes after it inside out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from reader.text import Span

Action = Literal["open", "close", "close both", "reopen", "nest", "unnest", "skip"]

_MARK = re.compile(r"([“”\"„‟«»])\1*")
_MARK_OR_PAIR = re.compile(r"(?:``)+|(?:'')+|([“”\"„‟«»])\1*")
_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:½|\.\d)?$")
_INCHES_CHARS = 8
_ELISION = re.compile(r"(?:s|t|d|m|ll|re|ve)\b")
_OPENING = frozenset("“‟„«`")
_NESTING = frozenset("“„«")
_AFTER_CLOSE = frozenset(" \t.,;:!?)]}—–-…”’'\u00a0")
_NO_BEGINNING = frozenset(" \t\u00a0\n.,;:!?)]}")
_BEFORE_OPEN = frozenset(" \t([{—–-‘'“/…\u00a0")

OUT, IN, NESTED = range(3)
_NEVER = 99.0
_STEPS: tuple[tuple[tuple[Action, int, tuple[float, float, float]], ...], ...] = (
    (("open", IN, (0.0, 0.2, 1.5)), ("skip", OUT, (2.0, 1.6, 1.0))),
    (
        ("close", OUT, (1.5, 0.2, 0.0)),
        ("reopen", IN, (0.7, 2.5, _NEVER)),
        ("nest", NESTED, (1.0, 1.5, _NEVER)),
        ("skip", IN, (2.0, 2.0, 2.0)),
    ),
    (("unnest", IN, (3.0, 0.2, 0.0)), ("skip", NESTED, (2.0, 2.0, 2.0))),
)
"""For each state what a mark may do, where that leads, and what it costs a mark that leans to opening, to neither, to
closing. Chosen so that each kind of single slip mends: a lost mark costs less than two marks against their lean, so the
paragraphs of one speech that run on in one line, each with its opening mark, fall apart where they should."""
_NEST_COST = 0.3
"""Of a mark that can only open; a straight mark inside straight ones is more often one whose closing mark was lost."""
_AFTER_FIGURE_COST = 0.6
"""Of leaving out a mark behind a figure: inches, seconds."""
_SMALL_LETTER_COST = 0.5
"""What it costs more to begin a new quote with a small letter."""
_OTHER_MARK_COST = 0.8
"""What it costs more to begin a new quote, or to close against its lean, with another kind of mark than is open."""
_CURLY_COST = 1.5
"""What it costs more to close with a mark that can only open."""
_APOSTROPHES_SAVE = 1.0
"""Of leaving out two single marks: more often than a double one they are a slip for an apostrophe."""
_UNLIKE_COST = 1.5
"""What it costs more to close two single marks with a double one, or the other way round."""
_ARROW_COST = 3.5
"""What it costs more to open with "»" where nothing says that it opens: it is more often an arrow."""
_END = (0.0, 1.2, 1.7)
"""What it costs that the paragraph ends in each state."""
_GOES_ON_SAVES = 0.9
"""Of that where the next paragraph begins with a mark, too."""
_CLOSES_SAVES = 0.5
"""Of that where the next paragraph closes what it never opened."""


class DoubleMark(NamedTuple):
    """A double mark, or a run of equal ones, where it stands."""

    at: int
    end: int
    char: str
    """Its first character."""
    size: int
    """Characters of one mark: two of "``" and "''"."""
    lean: int
    """1 where it looks like an opening mark, -1 like a closing one, 0 like either."""
    after_figure: bool
    before_capital: bool

    @property
    def doubled(self) -> bool:
        """Whether it is more than one mark."""
        return self.end - self.at > self.size


def double_marks(text: str, paragraph: Span) -> Iterator[DoubleMark]:
    """The double marks of a paragraph, those that stand inside words or for inches left out."""
    paired = text.find("''", *paragraph) >= 0 or text.find("``", *paragraph) >= 0
    for match in (_MARK_OR_PAIR if paired else _MARK).finditer(text, *paragraph):
        at, end = match.span()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        if before.isalnum() and after.isalnum() and _no_mark(text, at, end):
            continue
        if text[at] == '"' and before.isdigit() and _INCHES.search(text, max(paragraph.start, at - _INCHES_CHARS), at):
            continue
        size = 2 if text[at] in "`'" else 1
        if before.isspace() and text.startswith("...", end):
            after = "…"
        lean = -1 if end == paragraph.end > at > paragraph.start else _lean(text[at], before, after)
        yield DoubleMark(at, end, text[at], size, lean, before.isdigit(), not after.islower())


def saved_by(text: str, following: Span | None) -> float:
    """What the paragraph behind takes off the cost of one that ends with a quote left open."""
    first = next(double_marks(text, following), None) if following else None
    if first is None or following is None:
        return 0.0
    if first.at == following.start:
        return _GOES_ON_SAVES
    return _CLOSES_SAVES * (first.lean < 0 and not first.doubled)


def _no_mark(text: str, at: int, end: int) -> bool:
    """Whether a mark between two letters is a slip for an apostrophe: "summer''s", "there”s"; "said“we go”" has one."""
    return text[at] not in _OPENING or _ELISION.match(text, end) is not None


def _lean(char: str, before: str, after: str) -> int:
    if char in "„`" or (char == '"' and before == ":"):  # "Man :" Will it help ?"": no quote ends with a colon
        return 1
    return int(before in _BEFORE_OPEN and after not in _NO_BEGINNING) - int(
        after in _AFTER_CLOSE and not before.isspace()
    )


def actions(marks: Sequence[DoubleMark], *, opened: bool, saved: Callable[[], float]) -> list[Action]:
    """What each mark does.

    Args:
        marks: those of one paragraph.
        opened: whether the paragraph begins inside a quote without a mark of its own.
        saved: gives what the next paragraph takes off the cost of a quote left open at the end; asked where it matters.
    """
    if not marks:
        return []
    leans = [1, *[m.lean for m in marks]] if opened else [m.lean for m in marks]
    if all(leans) and leans[0] > 0 > leans[-1] and all(a != b for a, b in pairwise(leans)):
        plain: list[Action] = ["open" if m.lean > 0 else "close" for m in marks]
        return plain
    return _cheapest(marks, IN if opened else OUT, saved())


class _Way(NamedTuple):
    """The cheapest way to a state."""

    cost: float
    opener: str
    """The mark that is open."""


def _cheapest(marks: Sequence[DoubleMark], start: int, saved: float) -> list[Action]:
    ways = {start: _Way(0.0, "")}
    came: list[dict[int, tuple[int, Action]]] = []
    for mark in marks:
        reached: dict[int, _Way] = {}
        steps: dict[int, tuple[int, Action]] = {}
        for state, way in ways.items():
            for action, to, by_lean in _STEPS[state]:
                whole = action == "unnest" and mark.doubled  # "“She said “no””": closes both
                leads = OUT if whole else to
                total = way.cost + _cost(mark, action, by_lean[1 - mark.lean], way.opener)
                if leads not in reached or total < reached[leads].cost:
                    reached[leads] = _Way(total, mark.char if action in ("open", "reopen") else way.opener)
                    steps[leads] = state, "close both" if whole else action
        ways = reached
        came.append(steps)
    state = min(ways, key=lambda s: (ways[s].cost + _END[s] - (saved if s else 0.0), s))
    path: list[Action] = []
    for steps in reversed(came):
        state, action = steps[state]
        path.append(action)
    return path[::-1]


def _cost(mark: DoubleMark, action: Action, by_lean: float, opener: str) -> float:
    if action == "nest" and mark.char in _NESTING and mark.lean > 0:
        return _NEST_COST
    if action == "skip":
        figure = mark.after_figure and mark.lean < 0
        return _AFTER_FIGURE_COST if figure else by_lean - _APOSTROPHES_SAVE * (mark.char == "'")
    if action == "close":
        return by_lean + _closing_cost(mark, opener)
    if mark.char == "»" and action in ("open", "reopen") and mark.lean <= 0:
        return by_lean + _ARROW_COST
    if action == "reopen":
        other = bool(opener) and mark.char != opener
        return by_lean + _SMALL_LETTER_COST * (not mark.before_capital) + _OTHER_MARK_COST * other
    return by_lean


def _closing_cost(mark: DoubleMark, opener: str) -> float:
    unlike = bool(opener) and (opener in "'`") != (mark.char in "'`")
    against = mark.lean > 0 and mark.char == '"' != (opener or '"')
    return _UNLIKE_COST * unlike + _CURLY_COST * (mark.char in _NESTING and mark.lean > 0) + _OTHER_MARK_COST * against
