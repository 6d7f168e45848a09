"""Analysis → what is told of it: the pieces of every export, in reading order, as plain words with their places.

Takes an `Analysis`, gives values of its own. Every string has passed `one_line`; escaping for a format is the format's
business. It must not know any format.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.export.points import Dated, Fact, Passage, Points
from reader.text import VALUE_LABELS, Analysis, Entity, Quote, Span
from reader.text.article import reading_time
from reader.text.display import one_line
from reader.text.kinds import KIND_WORDS, SECTION_OF, SECTIONS
from reader.text.telling import NOBODY, is_uncertain, speaker_key, told


@dataclass(frozen=True, slots=True)
class Saying:
    """Something said, and how."""

    lead: str
    """The words of saying where they stand first: "told CNN:"; else empty."""
    text: str
    verb: str
    """The words of saying where they stand behind, with the addressee beside them; else empty."""
    circumstances: tuple[str, ...]
    """To whom, when, through what, as far as told."""
    paragraph: int
    uncertain: bool

    @property
    def phrase(self) -> str:
        """Lead and text."""
        return f"{self.lead} {self.text}" if self.lead else self.text


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody with everything they said, in order of the text."""

    name: str
    role: str
    """As the article states it; empty when it does not."""
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A named thing."""

    name: str
    kind: str
    role: str
    aliases: tuple[str, ...]
    mentions: int
    paragraph: int
    """Of the first mention."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that an export can tell."""

    title: str
    """The article's title, else its id."""
    origin: tuple[str, ...]
    """Publisher, author, date, as far as known, and how long it takes to read."""
    url: str
    summary: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    timeline: tuple[Dated, ...]
    people: tuple[Named, ...]
    """Those that matter, most mentioned first; all of them stand in `named`."""
    voices: tuple[Voice, ...]
    named: tuple[tuple[str, tuple[Named, ...]], ...]
    """Heading and things, headings with nothing under them left out."""
    heading: str = ""
    """Over the passages."""
    passages: tuple[Passage, ...] = ()
    """What is told word for word beside all this."""


def report(analysis: Analysis) -> Report:
    """What there is to tell."""
    article = analysis.article
    number = paragraph_numbers(analysis)
    points = Points(analysis, number)
    origin = [one_line(v) for v in (article.source, article.author, article.published) if v]
    return Report(
        title=one_line(article.label),
        origin=(*origin, f"{reading_time(article.text)} read"),
        url=one_line(article.url or ""),
        summary=tuple(points.summary()),
        facts=tuple(points.facts()),
        timeline=tuple(points.timeline()),
        people=tuple(_named_thing(article.text, e, number) for e in points.people()),
        voices=tuple(_voices(analysis, number)),
        named=tuple(_named(analysis, number)),
    )


def paragraph_numbers(analysis: Analysis) -> Callable[[Span], int]:
    """A function from a place to the number of its paragraph, from 1."""
    starts = [p.span.start for p in analysis.article.paragraphs]
    return lambda span: max(1, bisect_right(starts, span.start))


def _voices(analysis: Analysis, number: Callable[[Span], int]) -> Iterable[Voice]:
    """Speakers in order of their first words, those whom nobody names last; statements only."""
    roles = {e.id: one_line(e.role.of(analysis.article.text)) for e in analysis.entities if e.role}
    groups: dict[tuple[str, str], list[Quote]] = {}
    for quote in (q for q in analysis.quotes if q.is_statement):
        groups.setdefault(speaker_key(quote), []).append(quote)
    for key in sorted(groups, key=lambda k: k == ("", "")):
        quotes = groups[key]
        speaker = quotes[0].speaker
        yield Voice(
            name=NOBODY if speaker is None else one_line(speaker.name),
            role=roles.get(key[0], ""),
            sayings=tuple(_saying(analysis.article.text, q, number) for q in quotes),
        )


def _saying(text: str, quote: Quote, number: Callable[[Span], int]) -> Saying:
    words = told(text, quote)
    place = number(quote.contents[0])
    return Saying(words.lead, words.content, words.verb, words.circumstances, place, is_uncertain(quote))


def _named(analysis: Analysis, number: Callable[[Span], int]) -> Iterable[tuple[str, tuple[Named, ...]]]:
    things = [e for e in analysis.entities if e.label not in VALUE_LABELS]
    for heading in SECTIONS:
        found = tuple(_named_thing(analysis.article.text, e, number) for e in things if SECTION_OF[e.label] == heading)
        if found:
            yield heading, found


def _named_thing(text: str, entity: Entity, number: Callable[[Span], int]) -> Named:
    return Named(
        name=one_line(entity.name),
        kind=KIND_WORDS[entity.label],
        role=one_line(entity.role.of(text)) if entity.role else "",
        aliases=tuple(one_line(a) for a in entity.aliases),
        mentions=len(entity.mentions),
        paragraph=number(entity.mentions[0].span),
    )


def mentions_in_words(count: int) -> str:
    """How often something is mentioned."""
    return "1 mention" if count == 1 else f"{count} mentions"
