"""The mentions that may be somebody's source: noun groups, names, pronouns, and what the tagger took for a source.

Takes a unit paragraph with its labelled spans, gives candidates in order of the text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reader.nlp.quotes.cues import person_class
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit
from reader.text import VALUE_LABELS

_INSIDE = frozenset(
    ("DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG", "$")
)
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_STARTS = frozenset(("DT", "PDT", "PRP$"))
_SUBJECT_PRONOUNS = frozenset("i you he she it we they who".split())
_POSSESSIVES = frozenset("my your his her its our their whose".split())
_RELATIVES = frozenset(("who", "which"))
_PLACES = frozenset(("GPE", "LOC", "NORP", "FACILITY"))
"""Labels of names that say where somebody belongs."""
_BODIES = frozenset(("ORG", "GPE", "NORP"))
_DETERMINERS = frozenset("a an the each every either neither both some another one".split())
_WHERE = frozenset("of from in at near".split())


class Candidate(NamedTuple):
    """A mention that may be a source: units [start, end) of its paragraph."""

    start: int
    end: int
    kind: str
    """Codes: "subject", "object", "possessive" for pronouns; "person", "org", "name", "human", "body",
    "value", "noun" by its head."""
    tagged: bool
    """Whether the sequence model labelled it as a source."""


def candidates(
    units: Sequence[Unit],
    labelled: Sequence[Labelled],
    blocked: Sequence[Labelled],
    sentences: Iterable[int] | None = None,
) -> list[Candidate]:
    """Every candidate of the paragraph.

    Args:
        units: The paragraph's.
        labelled: Its spans, in order.
        blocked: Spans (cues and contents) in which no candidate stands.
        sentences: Where those that the tagger did not label may stand; everywhere if not given.
    """
    taken = [False] * len(units)
    for span in blocked:
        taken[span.start : span.end] = [True] * (span.end - span.start)
    found = []
    for span in labelled:
        if span.role == "source" and not _is_participle(units, span):
            span = _trimmed(units, span)  # noqa: PLW2901 -- the same source
            if span.start == span.end:
                continue
            start, end = _with_owner(units, span.start, taken), _to_head(units, span.end, taken)
            start -= start > 0 and units[start - 1].word in _DETERMINERS and _opens_group(units, start, taken)
            span = span._replace(start=start, end=end)  # noqa: PLW2901 -- as above
            taken[span.start : span.end] = [True] * (span.end - span.start)
            found += [Candidate(*part, _kind(units, *part), tagged=True) for part in _relative_apart(units, span)]
    if sentences is None:
        found += _groups(units, taken, 0, len(units))
    else:
        numbers = [unit.sentence for unit in units]
        for number in sentences:
            found += _groups(units, taken, bisect_left(numbers, number), bisect_right(numbers, number))
    return sorted(found)


def _trimmed(units: Sequence[Unit], span: Labelled) -> Labelled:
    """A source without the "and" or "for" that it was made to end with; empty where it holds nothing else."""
    end = span.end
    while end > span.start and units[end - 1].tag in ("CC", "IN", "TO"):
        end -= 1
    return span._replace(end=_to_noun(units, span.start, end))


def _to_noun(units: Sequence[Unit], start: int, end: int) -> int:
    """One past the noun behind which only a participle stands: "a study {published} on Wednesday"."""
    return end - (end - start > 1 and units[end - 1].tag in ("VBN", "VBD") and units[end - 2].tag in _NOUNS)


def _opens_group(units: Sequence[Unit], start: int, taken: list[bool]) -> bool:
    """Whether the word before a source belongs to it: "{a} spokesman for the army"."""
    same = units[start - 1].sentence == units[start].sentence and not taken[start - 1]
    return same and units[start].tag in _INSIDE and units[start].tag not in _STARTS


def _is_participle(units: Sequence[Unit], span: Labelled) -> bool:
    """Whether a span only tells what was done to the subject, which follows: "Asked by Bo Ray, she agreed"."""
    first, following = units[span.start], units[span.start + 1 : span.end]
    return first.tag in ("VBN", "VBD") and any(u.word == "by" for u in following)


def _relative_apart(units: Sequence[Unit], span: Labelled) -> list[tuple[int, int]]:
    """A source, and where it runs up to "who", both parts: in "Ann Lee, who said that" it is "who" that speaks."""
    last = span.end - 1
    if last == span.start or units[last].word not in _RELATIVES:
        return [(span.start, span.end)]
    end = last - (units[last - 1].word == "," and last - 1 > span.start)
    return [(span.start, end), (last, span.end)]


def _groups(units: Sequence[Unit], taken: list[bool], start: int, size: int) -> list[Candidate]:
    """The candidates among the units [start, size)."""
    found: list[Candidate] = []
    i = start
    while i < size:
        tag = units[i].tag
        if taken[i]:
            i += 1
        elif tag in ("PRP", "WP") or (tag == "WDT" and units[i].word == "which"):
            found.append(Candidate(i, i + 1, _kind(units, i, i + 1), tagged=False))
            i += 1
        elif tag in _INSIDE:
            end = i + 1
            while end < size and not taken[end] and units[end].tag in _INSIDE and units[end].tag not in _STARTS:
                end += 1
            whole = _with_of(units, end, taken)
            if whole == end:
                whole = end = _to_noun(units, i, end)
            if any(u.tag in _NOUNS or u.tag == "PRP$" for u in units[i:end]):
                found.append(Candidate(i, whole, _kind(units, i, end), tagged=False))
            i = whole
        else:
            i += 1
    return found


def _with_of(units: Sequence[Unit], end: int, taken: list[bool]) -> int:
    """One past a noun group with what "of" ties to it: of "the maker of heating systems" the maker speaks."""
    if end + 1 >= len(units) or units[end].word != "of" or units[end - 1].tag not in _NOUNS:
        return end
    stop = end + 1
    while stop < len(units) and not taken[stop] and (stop == end + 1 or units[stop].tag not in _STARTS):
        if units[stop].tag not in _INSIDE and units[stop].tag not in _STARTS:
            break
        stop += 1
    return stop if units[stop - 1].tag in _NOUNS and not taken[end] else end


def _with_owner(units: Sequence[Unit], start: int, taken: list[bool]) -> int:
    """Where a source begins of which only the end was labelled: in "the maker of heating {systems}" at "the".

    Or only the place: in "officials in {Oslo}" at "officials".
    """
    group = _group_start(units, start, taken)
    links = _WHERE if units[start].label in _PLACES else ("of",)
    if not group or units[group - 1].word not in links or taken[group - 1]:
        return start
    owner = _group_start(units, group - 1, taken)
    return owner if owner < group - 1 and units[group - 2].tag in _NOUNS else start


def _to_head(units: Sequence[Unit], end: int, taken: list[bool]) -> int:
    """One past the noun that a source ends with of which only the place was labelled: "{Norwegian} writer Bo Ray"."""
    if units[end - 1].label not in _PLACES:
        return end
    stop = end
    while stop < len(units) and not taken[stop] and units[stop].tag in _INSIDE and units[stop].tag not in _STARTS:
        stop += 1
    return stop if stop > end and units[stop - 1].tag in _NOUNS else end


def _group_start(units: Sequence[Unit], end: int, taken: list[bool]) -> int:
    start = end
    while start and not taken[start - 1] and units[start - 1].tag in _INSIDE:
        start -= 1
        if units[start].tag in _STARTS:
            break
    return start


def _kind(units: Sequence[Unit], start: int, end: int) -> str:
    first = units[start]
    if end - start == 1 and first.tag in ("PRP", "PRP$", "WP", "WP$", "WDT", "DT"):
        if first.word in _SUBJECT_PRONOUNS:
            return "subject"
        return "possessive" if first.word in _POSSESSIVES else "object"
    nouns = [u for u in units[start:end] if u.tag in _NOUNS]
    labels = {u.label for u in nouns}
    if labels and labels <= VALUE_LABELS:
        return "value"
    if "PERSON" in labels:
        return "person"
    listed = next(filter(None, [person_class(u.word) for u in nouns]), None)
    if listed is not None:
        return listed
    named = not _BODIES.isdisjoint(labels)
    return "org" if named else "name" if any(u.tag.startswith("NNP") for u in nouns) else "noun"
