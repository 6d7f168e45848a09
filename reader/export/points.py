"""Analysis → its points: the summary's sentences, facts by sentence, dated events, the people that matter.

Takes an `Analysis`, gives plain words with their places; every string has passed `one_line`. It must know no format.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from reader.text import Analysis, Entity, KeyFact, Span, SummarySentence
from reader.text.calendar_words import day_in_words
from reader.text.display import one_line
from reader.text.shown import Piece, shown_pieces, shown_words, under_title
from reader.text.standalone import Context

MAX_EXCERPT_CHARS = 200  # two lines and a half of a terminal; longer sentences are cut at a comma
MAX_PEOPLE = 8
MIN_MENTIONS = 3  # of somebody whose role is not told
FEWEST_EVENTS = 2  # one date alone is no timeline
_BREAKS = (", ", "; ", " — ", " – ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the summary."""

    pieces: tuple[Piece, ...]
    """In order; those inserted are the reader's words."""
    paragraph: int
    """Number of the paragraph, from 1."""

    @property
    def text(self) -> str:
        """The whole, insertions in their brackets."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Value:
    """A date, an amount, a count."""

    kind: str
    text: str
    meaning: str
    """The normal form where it tells a reader more than the words do: "2026-05-03", "3.2e6 USD"; else empty."""


@dataclass(frozen=True, slots=True)
class Fact:
    """The values of one sentence."""

    values: tuple[Value, ...]
    subject: str
    """The name of whom or what it is about; empty where that is not plain."""
    sentence: str
    """The sentence, or the part of a long one that holds the values; empty where it is unknown."""
    paragraph: int

    @property
    def words(self) -> str:
        """The values, with what they mean where that says more."""
        return ", ".join(f"{v.text} (= {v.meaning})" if v.meaning else v.text for v in self.values)


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that happened, or will."""

    when: str
    """In words: "3 May 2026", "June 2010"."""
    sentence: str
    paragraph: int


class Points:
    """Builds the points of one analysis."""

    def __init__(self, analysis: Analysis, number: Callable[[Span], int]) -> None:
        self._analysis = analysis
        self._text = analysis.article.text
        self._number = number
        self._context = Context(self._text, analysis.entities, analysis.quotes)
        self._names = {e.id: one_line(e.name) for e in analysis.entities}

    def summary(self) -> Iterator[Passage]:
        """The summary's sentences as they are shown."""
        told = self._analysis
        for sentence in under_title(told.article, told.summary, told.reserve).summary:
            yield Passage(shown_pieces(self._text, sentence), self._number(sentence.span))

    def facts(self) -> Iterator[Fact]:
        """The facts, those of one sentence together; days are told by the timeline where there is one."""
        dated = {event.span for event in self._analysis.timeline} if self._has_timeline() else set()
        facts = [f for f in self._analysis.key_facts if f.span not in dated]
        for _, group in groupby(facts, key=lambda f: f.sentence or f.span):
            yield self._fact(list(group))

    def timeline(self) -> Iterator[Dated]:
        """The events in order; none where there is but one."""
        for event in self._analysis.timeline if self._has_timeline() else ():
            words = excerpt(self._standing(event.sentence), (one_line(event.span.of(self._text)),))
            yield Dated(day_in_words(event.when), words, self._number(event.span))

    def people(self) -> Iterator[Entity]:
        """Those whose role is told and those whom much is told of, most mentioned first."""
        named = [
            e for e in self._analysis.entities if e.label == "PERSON" and any(m.kind == "name" for m in e.mentions)
        ]
        matter = [e for e in named if e.role or len(e.mentions) >= MIN_MENTIONS]
        yield from sorted(matter, key=lambda e: -len(e.mentions))[:MAX_PEOPLE]

    def _has_timeline(self) -> bool:
        return len(self._analysis.timeline) >= FEWEST_EVENTS

    def _fact(self, facts: list[KeyFact]) -> Fact:
        first = facts[0]
        values = tuple(
            Value(f.kind, words, meaning(words, f.normalized))
            for f in facts
            for words in [one_line(f.span.of(self._text))]
        )
        sentence = excerpt(self._standing(first.sentence), [v.text for v in values]) if first.sentence else ""
        subject = next((self._names[f.subject] for f in facts if f.subject in self._names), "")
        return Fact(values, subject, sentence, self._number(first.span))

    def _standing(self, span: Span) -> str:
        """A sentence as it is shown alone."""
        standing = self._context.standing(span)
        return shown_words(self._text, SummarySentence(span, 0.0, standing.insertions, standing.omissions))


def meaning(words: str, normalized: str) -> str:
    """The normal form where it says more than the words: not of a fragment ("--05-03"), nor of plain numbers."""
    shown = one_line(normalized)
    if shown.startswith(("--", "T")) or any(c.isdigit() for c in words):
        return ""
    return shown


def excerpt(sentence: str, values: Iterable[str]) -> str:
    """A sentence, or of a long one the clauses around the values."""
    if len(sentence) <= MAX_EXCERPT_CHARS:
        return sentence
    places = [(at, at + len(v)) for v in values for at in [sentence.find(v)] if at >= 0]
    first, last = min((a for a, _ in places), default=0), max((b for _, b in places), default=0)
    cuts = sorted({i + len(b) for b in _BREAKS for i in _all(sentence, b)})
    start = next((c for c in [0, *cuts] if c <= first and last - c <= MAX_EXCERPT_CHARS), first)
    ends = [c for c in cuts if last <= c <= start + MAX_EXCERPT_CHARS]
    end = len(sentence) if len(sentence) - start <= MAX_EXCERPT_CHARS else max(ends, default=0)
    if not end:
        end = max(last, sentence.rfind(" ", 0, start + MAX_EXCERPT_CHARS))
    body = sentence[start:end].rstrip(" ,;—–")
    return ("… " if start else "") + body + (" …" if end < len(sentence) else "")


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
