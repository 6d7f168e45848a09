"""What a sentence needs to be understood where it stands alone: names for its pronouns, a speaker for its quote.

Takes the article's text, entities and quotes, gives insertions and omissions for `SummarySentence`. Standard library
only; it must not choose sentences nor change a word: an insertion is marked as the reader's, an omission changes no
meaning.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.text.analysis import VALUE_LABELS, Entity, Insertion, Mention, Quote
from reader.text.display import one_line
from reader.text.span import Span

OPENING_CHARS = 12
"""A mention that starts within so many characters of its sentence opens it: "“But he", "And then she"."""
MOST_INSERTIONS = 3  # more brackets in one sentence hide it
MOST_NAME_CHARS = 70  # a longer "name" is a description with a clause in it
SHORT_DESCRIPTION_WORDS = 3  # "the former Mexican president of the bank" tells enough by itself
SPOKEN_SHARE = 0.5  # of a sentence between the marks of one quote from which on it is that quote
PRONOUNS = frozenset("he she it they him her them his hers its their theirs himself herself itself themselves".split())
_THINGS = frozenset("it its they them their theirs itself themselves".split())
"""Pronouns that are too often taken for the wrong thing to be named where the sentence can be read without."""
_POSSESSIVES = frozenset("his its their".split())
_NO_NOUN = frozenset(
    "a an the to at in on for and or but as that when while was is had has will would with from".split()
)
_DEFINITE = re.compile(r"(?:the|that|this|these|those|his|her|their|its)\s", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:of|for|at|in|from|who|whose|that|which|with|behind)\b|-|\s[a-z]+er\b")
"""What makes a description longer than its mention: "the maker" of heating systems."""
_WORD_AFTER = re.compile(r"\s+([A-Za-z]+)")
_OPENING = re.compile(r"[\W_]*(?:(?:But|And|Yet|So)\s+)?(?P<word>[A-Za-z]+)")
_PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»", "'": "'"}
_CLOSING = frozenset("”\"’»'")
_OMITTED = (
    re.compile(r"^\((?:[A-Z][A-Za-z.]{1,20}|[A-Z .&]{2,24})\)\s*(?:[-–—]+\s*)?(?=[\"“‘']?[A-Z])"),  # (Reuters) —
    re.compile(
        r"^[A-Z][\w.'’-]+(?:\s(?:and\s)?[A-Z][\w.'’-]+){0,4}(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?"
        r"(?:,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?))?(?:,?\s\d{4})?\s?"
        r"(?:\((?:AFP|AP|CNN|Reuters|UPI)\)|\([A-Z][A-Za-z .]{1,24}\)\s*[-–—])[-–— ]*(?=[\"“‘']?[A-Z])"
    ),  # Lyon, May 3 (AP) —
    re.compile(
        r"^[A-Z][A-Z.'’ -]{2,30}(?:,\s(?:[A-Z][A-Za-z.]+\s?){1,3})?\s[-–—]{1,2}\s*(?=[\"“‘']?[A-Z])"
    ),  # GENEVA —
    re.compile(r"^(?:But|And)\s(?!for\b|then\b|if\b|not\b|yet\b)(?=[A-Za-z“])"),
    re.compile(r"^(?:However|Moreover|Furthermore|Meanwhile|In addition|Nevertheless|Nonetheless),\s(?=[A-Za-z“])"),
)
_PICTURE = re.compile(
    r"\s\((?:(?:pictured|seen|shown)(?:\s[a-z ]{1,20})?|(?:far\s)?(?:left|right)|above|below|file photo"
    r"|see (?:picture|photo|video|map)s?[a-z ]{0,12})\)"
)


class Standing(NamedTuple):
    """What to insert into and leave out of one sentence."""

    insertions: tuple[Insertion, ...]
    omissions: tuple[Span, ...]
    dangling: bool
    """Whether it opens with a pronoun for which there is no name."""


class Reference(NamedTuple):
    """A mention with its entity."""

    mention: Mention
    entity: Entity


class Context:
    """The article's mentions and quotes by place, to look sentences up in."""

    def __init__(self, text: str, entities: Iterable[Entity], quotes: Iterable[Quote]) -> None:
        named = (e for e in entities if e.label not in VALUE_LABELS)
        found = sorted((Reference(m, e) for e in named for m in e.mentions), key=lambda r: r.mention.span)
        self._text = text
        self._references: Sequence[Reference] = found
        self._starts = [r.mention.span.start for r in found]
        parts = sorted(((part, q) for q in quotes for part in q.contents), key=lambda p: p[0])
        self._parts = [part for part, _ in parts]
        self._quotes = [quote for _, quote in parts]
        self._part_starts = [part.start for part in self._parts]
        self._longest = max((part.length_chars for part in self._parts), default=0)

    def references(self, sentence: Span) -> Sequence[Reference]:
        """The mentions that start in a sentence."""
        low = bisect_left(self._starts, sentence.start)
        return self._references[low : bisect_left(self._starts, sentence.end)]

    def named(self, sentence: Span) -> frozenset[str]:
        """The ids of those whom a sentence names."""
        return frozenset(r.entity.id for r in self.references(sentence) if r.mention.kind == "name")

    def speakers(self, sentence: Span) -> frozenset[str]:
        """The ids of those who are quoted in a sentence."""
        return frozenset(q.speaker.entity for _, q in self._quoted_in(sentence) if q.speaker and q.speaker.entity)

    def dangles(self, sentence: Span) -> bool:
        """Whether a sentence opens with a pronoun for which there is no name, or is a quote of nobody knows whom."""
        if self._is_nobodys(sentence):
            return True
        return self._opens_with_pronoun(sentence) and self._names(sentence, frozenset())[1]

    def _is_nobodys(self, sentence: Span) -> bool:
        """Whether all of a sentence is said by somebody who is neither named nor stands in it."""
        return any(
            part.start <= sentence.start
            and part.end >= sentence.end
            and (quote.speaker is None or not (quote.speaker.resolved or sentence.contains(quote.speaker.span)))
            for part, quote in self._spoken_in(sentence)
        )

    def standing(self, sentence: Span, told: frozenset[str] = frozenset()) -> Standing:
        """What one sentence needs.

        Args:
            sentence: its place.
            told: the ids of those whom the sentences shown before it name.
        """
        speaker = self._speaker_of(sentence)
        names, dangling = self._names(sentence, told)
        found = sorted([*speaker, *self._marks(sentence), *names], key=lambda i: i.at)
        return Standing(tuple(found), tuple(_omissions(self._text, sentence)), dangling)

    def _names(self, sentence: Span, told: frozenset[str]) -> tuple[list[Insertion], bool]:
        here, named = self.references(sentence), self.named(sentence)
        speakers = frozenset(q.speaker.span for _, q in self._spoken_in(sentence) if q.speaker)
        seen: set[str] = set()
        found: list[Insertion] = []
        dangling = self._opens_with_pronoun(sentence)
        for mention, entity in here:
            opens = mention.span.start - sentence.start <= OPENING_CHARS
            first = mention.kind == "pronoun" and mention.span.start == sentence.start
            # "In his speech Ada Brennan said" needs nothing
            if entity.id in seen or (entity.id in named and not first):
                continue
            seen.add(entity.id)
            elsewhere = entity.id not in told and mention.span.of(self._text).lower() not in _THINGS
            due = opens or mention.span in speakers or elsewhere
            name = self._name(mention, entity, sentence) if due else ""
            if name and len(found) < MOST_INSERTIONS:
                found.append(Insertion(mention.span.end, f" [{name}]"))
                dangling = dangling and not opens
        return found, dangling

    def _opens_with_pronoun(self, sentence: Span) -> bool:
        opening = _OPENING.match(self._text, sentence.start)
        return opening is not None and opening["word"].lower() in PRONOUNS - {"it", "its"}

    def _name(self, mention: Mention, entity: Entity, sentence: Span) -> str:
        """What stands in brackets behind a mention; empty where nothing should."""
        words = mention.span.of(self._text)
        if mention.kind == "pronoun":
            if words.lower() not in PRONOUNS:
                return ""
        elif (
            not _DEFINITE.match(words)
            or len(words.split()) > SHORT_DESCRIPTION_WORDS
            or _GOES_ON.match(self._text, mention.span.end)
        ):
            return ""
        name = self._fullest(entity, sentence)
        if not name or len(name) > MOST_NAME_CHARS or _inner(words) == _inner(name):
            return ""
        return name + ("’s" if mention.kind == "pronoun" and self._is_possessive(mention.span) else "")

    def _fullest(self, entity: Entity, sentence: Span) -> str:
        """The entity's name; for one without a name its first description, where that stands ahead of the sentence."""
        if any(m.kind == "name" for m in entity.mentions):
            return one_line(entity.name)
        first = next((m for m in entity.mentions if m.kind == "nominal"), None)
        if first is None or first.span.end > sentence.start:
            return ""
        words = one_line(first.span.of(self._text))
        return words[:1].lower() + words[1:] if _indefinite(words) else ""

    def _is_possessive(self, span: Span) -> bool:
        word = span.of(self._text).lower()
        if word == "her":
            after = _WORD_AFTER.match(self._text, span.end)
            return after is not None and after[1].lower() not in _NO_NOUN
        return word in _POSSESSIVES

    def _spoken_in(self, sentence: Span) -> Iterator[tuple[Span, Quote]]:
        """The parts of quotes between marks."""
        return (found for found in self._quoted_in(sentence) if found[1].kind != "indirect")

    def _quoted_in(self, sentence: Span) -> Iterator[tuple[Span, Quote]]:
        """The parts of quotes that lie in a sentence, wholly or in part."""
        at = bisect_left(self._part_starts, sentence.start - self._longest)
        for part, quote in zip(self._parts[at:], self._quotes[at:], strict=True):
            if part.start >= sentence.end:
                return
            if part.overlaps(sentence):
                yield part, quote

    def _speaker_of(self, sentence: Span) -> Iterator[Insertion]:
        """Who said it, where most of a sentence is a quote and its speaker stands elsewhere."""
        for part, quote in self._spoken_in(sentence):
            shared = min(part.end, sentence.end) - max(part.start, sentence.start)
            if shared < SPOKEN_SHARE * sentence.length_chars or quote.speaker is None:
                continue
            if not sentence.contains(quote.speaker.span) and quote.speaker.resolved:
                yield Insertion(sentence.start, f"[{one_line(quote.speaker.name)}:] ")
                return

    def _marks(self, sentence: Span) -> Iterator[Insertion]:
        """The quotation marks of a quote that runs on beyond the sentence."""
        for part, _ in self._spoken_in(sentence):
            opening = self._text[part.start]
            closing = _PAIRS.get(opening)
            if closing is None:
                continue
            if part.start < sentence.start and self._text[sentence.start] != opening:
                yield Insertion(sentence.start, opening)
            if part.end >= sentence.end and self._text[sentence.end - 1] not in _CLOSING:
                yield Insertion(sentence.end, closing)


def _inner(words: str) -> str:
    """A description without its article."""
    first, _, rest = words.casefold().partition(" ")
    return rest if first in ("the", "a", "an") else words.casefold()


def _indefinite(words: str) -> bool:
    """Whether a description introduces somebody ("a spokesperson for the ministry") and says more than one word."""
    first, _, rest = words.partition(" ")
    return first.lower() in ("a", "an", "one", "two", "three") and bool(rest)


def _omissions(text: str, sentence: Span) -> Iterator[Span]:
    """A dateline, a leading conjunction, what points at a picture."""
    words = sentence.of(text)
    for pattern in _OMITTED:
        match = pattern.match(words)
        if match:
            yield Span(sentence.start, sentence.start + match.end())
            break
    for match in _PICTURE.finditer(words):
        yield Span(sentence.start + match.start(), sentence.start + match.end())
