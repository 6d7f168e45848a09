"""What tells whether a mention is the source of a cue: groups of feature strings, each of a few small values.

Takes a cue's frame and the candidates near it, gives for each the values of its groups; `rows` gives the strings of all
groups, in the order in which the weights are fitted on them. `ranker` keeps the sum of a group's weights by its values,
which takes a third of the time of making strings. No feature holds an open-class word.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.cues import cue_class
from reader.nlp.quotes.features import FUNCTION_WORDS, Features
from reader.nlp.quotes.manner import cue_words
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit

_BE = frozenset("is are was were be been being am 's ’s".split())
_BE_REACH = 4
"""Words before a participle in which its "be" may stand, adverbs between them."""

_NONE = (0,) * 7
Values = tuple[Any, ...]
"""What a group tells, by the arguments of its function."""


class Frame(NamedTuple):
    """A cue with its contents, whose source is wanted."""

    units: Sequence[Unit]
    cue: Labelled
    contents: Sequence[Labelled]
    others: Sequence[Labelled]
    """The paragraph's other labelled spans."""


def _apart(kind: str, mark: str, away: str, order: str) -> Features:
    return f"k|{kind}|{mark}", f"d|{away}|{mark}", f"d|{away}|{order}"


def _between(  # noqa: PLR0917 -- the values of a group stand side by side; so below
    mark: str, group: int, verbs: int, commas: int, contents: int, cues: int, own: int
) -> Features:
    return (
        f"g|{group}|{mark}", f"v|{verbs}|{mark}", f"c|{commas}|{mark}", f"oc|{contents}|{cues}|{mark}",
        f"own|{own}|{mark}",
    )  # fmt: skip


def _passed(mark: str, passed: int, tagged: int) -> Features:
    return f"b|{passed}|{mark}", f"bt|{tagged}|{mark}"


def _after(mark: str, after: str) -> Features:
    return (f"a|{after}|{mark}",)


def _before(mark: str, before: str) -> Features:
    return (f"p|{before}|{mark}",)


def _cue_away(last: str, head: str, side: str, mark: str, away: str) -> Features:
    return f"lw|{last}|{side}{away}", f"h|{head}|{mark}{away}"


def _ordered(mark: str, order: str, verbs: int, commas: int) -> Features:
    return f"ov|{mark[1]}{order}|{verbs}|{commas}|{int(mark[0] == 'T')}", f"m|{mark}", f"o|{mark}{order}"


def _busy(mark: str, busy: int, joined: str, commas: int) -> Features:
    return f"by|{busy}|{mark}|{joined}", f"by|{busy}|{mark}|{commas}"


def _of_kind(  # noqa: PLR0917 -- as above
    mark: str, order: str, said: str, voiced: str, kind: str, by: int
) -> Features:
    side = mark[1]
    return (
        f"cc|{said}|{mark}{order}", f"vo|{voiced}|{mark}|{order}|{by}", f"ck|{said}|{kind}|{side}",
        f"vk|{voiced}|{kind}|{side}",
    )  # fmt: skip


def _opens(mark: str, order: str, opens: int) -> Features:
    return (f"st|{opens}|{mark}{order}",)


def _beside(kind: str, side: str, before: str, after: str) -> Features:
    following = "V" if after[:1] == "V" or after == "MD" else after[:1]
    return f"kp|{kind}|{before}", f"ka|{kind}|{following}|{side}"


def nobody(  # noqa: PLR0917 -- as above
    order: str, last: str, head: str, voiced: str, kind: str, tagged: int
) -> Features:
    """The features of there being no source."""
    return (
        "none", "none|" + order, "none|" + last, f"none|{tagged}", "none|" + head, f"none|{voiced}|{order}",
        f"none|{kind}|{order}", f"none|{voiced}|{kind}|{min(tagged, 1)}",
    )  # fmt: skip


GROUPS: tuple[Callable[..., Features], ...] = (
    _apart, _between, _passed, _after, _before, _cue_away, _ordered, _busy, _of_kind, _opens, _beside,
)  # fmt: skip


def rows(frame: Frame, near: Sequence[Candidate]) -> list[list[str]]:
    """The features of each candidate, then those of there being no source."""
    found, none = values(frame, near)
    told = [[f for group, given in zip(GROUPS, one, strict=True) for f in group(*given)] for one in found]
    return [*told, list(nobody(*none))]


def values(frame: Frame, near: Sequence[Candidate]) -> tuple[list[Sequence[Values]], Values]:
    """For each candidate the values of `GROUPS`; those of `nobody`."""
    common, sentence = _common(frame), frame.units[frame.cue.start].sentence
    tagged = sum(c.tagged and frame.units[c.start].sentence == sentence for c in near)
    cues = {o.start for o in frame.others if o.role == "cue"}
    found = [_values(frame, near, c, common, busy=c.end in cues or c.end + 1 in cues) for c in near]
    return found, (*common, min(tagged, 2))


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


def _values(frame: Frame, near: Sequence[Candidate], c: Candidate, common: _Common, *, busy: bool) -> Sequence[Values]:
    """The values of each of `GROUPS`."""
    order, last, head, voiced, said = common
    units, cue = frame.units, frame.cue
    left = c.end <= cue.start
    low, high = (c.end, cue.start) if left else (cue.end, c.start)
    side = "L" if left else "R"
    group = units[c.start].sentence
    verbs, commas, contents, cues, own, between, tagged = _passed_by(frame, near, low, high) if low < high else _NONE
    after, before = _word(units, c.end), _word(units, c.start - 1)
    away = _bucket(high - low)
    joined = _word(units, cue.start - 1)
    mark = ("T" if c.tagged else "t") + side
    opens = int(c.start == 0 or units[c.start - 1].sentence != group)
    commas, few = min(commas, 3), min(commas, 2)
    apart = min(abs(group - units[cue.start].sentence), 2)
    return (
        (c.kind, mark, away, side + order),
        (mark, apart, min(verbs, 3), commas, min(contents, 2), min(cues, 2), min(own, 2)),
        (mark, min(between, 4), min(tagged, 3)), (mark, after), (mark, before), (last, head, side, mark, away),
        (mark, order, min(verbs, 2), few), (mark, int(busy), joined, few),
        (mark, order, said, voiced, c.kind, int(before == "by")), (mark, order, opens), (c.kind, side, before, after),
    )  # fmt: skip


def _passed_by(frame: Frame, near: Sequence[Candidate], low: int, high: int) -> tuple[int, ...]:
    """What stands in [low, high): verbs, commas, others' contents and cues, own contents, candidates, tagged ones."""
    units = frame.units[low:high]
    verbs = [u.tag[0] for u in units].count("V")
    commas = [u.word in ",;—–-" for u in units].count(True)
    others = [o.role for o in frame.others if low <= o.start < high]
    own = [low <= o.start < high for o in frame.contents].count(True)
    passed = [o.tagged for o in near if low <= o.start < high]
    return verbs, commas, others.count("content"), others.count("cue"), own, len(passed), sum(passed)
