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
from reader.text.certainty import GENDERS, Certainty, Reference
from reader.text.display import one_line
from reader.text.span import Span

OPENING_CHARS = 12
"""A mention that starts within so many characters of its sentence opens it: "“But he", "And then she"."""
MOST_INSERTIONS = 3  # more brackets in one sentence hide it
MOST_NAME_CHARS = 70  # a longer "name" is a description with a clause in it
SHORT_DESCRIPTION_WORDS = 3  # "the former Mexican president of the bank" tells enough by itself
TELLING_WORDS = 3  # "a united people" is nobody
SPOKEN_SHARE = 0.5  # of a sentence between the marks of one quote from which on it is that quote
PRONOUNS = frozenset("he she it they him her them his hers its their theirs himself herself itself themselves".split())
_DANGLING = PRONOUNS - {"it", "its"}
_NO_NOUN = frozenset(
    "a an the to at in on for and or but as that when while was is had has will would with from".split()
)
_DEFINITE = re.compile(r"(?:the|that|this|these|those|his|her|their|its)\s", re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:of|for|at|in|from|who|whose|that|which|with|behind)\b|-|\s[a-z]+er\b")
"""What makes a description longer than its mention: "the maker" of heating systems."""
_GENDERED = re.compile(rf"[hHsS](?<!\w.)(?i:(?<=(?=(?:{'|'.join(GENDERS)})\b).))\w*")
"""They are looked for by their first letters, which takes a third of the time of trying all of them anywhere."""
_WORD_AFTER = re.compile(r"\s+([A-Za-z]+)")
_OPENING = re.compile(r"[\W_]*(?:(?:But|And|Yet|So)\s+)?(?P<word>[A-Za-z]+)")
_PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»", "'": "'"}
_INNER_MARKS = frozenset(",;")
_CLOSING = frozenset("”\"’»'")
_LEADING = (
    re.compile(r"^(?:[-–—]{1,3}|[•·*])\s+(?=[\w“\"‘'$£€])"),
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


class Context:
    """The article's mentions and quotes by place, to look sentences up in."""

    def __init__(self, text: str, entities: Iterable[Entity], quotes: Iterable[Quote]) -> None:
        named = (e for e in entities if e.label not in VALUE_LABELS)
        found = sorted((Reference(m, e) for e in named for m in e.mentions), key=lambda r: r.mention.span)
        self._text = text
        self._references: Sequence[Reference] = found
        self._certainty = Certainty(text, found)
        self._starts = [r.mention.span.start for r in found]
        parts = sorted(((part, q) for q in quotes for part in q.contents), key=lambda p: p[0])
        self._parts = [part for part, _ in parts]
        self._quotes = [quote for _, quote in parts]
        self._part_starts = [part.start for part in self._parts]
        self._longest = max((part.length_chars for part in self._parts), default=0)
        self._unclear: dict[Span, bool] = {}
        """What `_is_unclear` has said."""
        self._quoted: dict[Span, list[tuple[Span, Quote]]] = {}
        """What `_quoted_in` has found: each sentence is looked at from some eight sides."""

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
        """Whether a sentence is cut, a quote of nobody knows whom, or speaks of "her" where no name can be told."""
        if self._is_cut(sentence) or self._is_nobodys(sentence):
            return True
        return self._is_unclear(sentence) and self._names(sentence, frozenset())[1]

    def _is_cut(self, sentence: Span) -> bool:
        """Whether it is a piece of a sentence: "They came (at last!)", ", Ada Brennan said."."""
        around = self._text[sentence.start] + self._text[sentence.end : sentence.end + 1]
        return not _INNER_MARKS.isdisjoint(around)

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
        dangling = self._is_unclear(sentence)
        for mention, entity in here:
            opens = mention.span.start - sentence.start <= OPENING_CHARS
            first = mention.kind == "pronoun" and mention.span.start == sentence.start
            # "In his speech Ada Brennan said" needs nothing
            if entity.id in seen or (entity.id in named and not first):
                continue
            seen.add(entity.id)
            due = opens or mention.span in speakers or entity.id not in told
            sure = due and self._certainty.is_sure(Reference(mention, entity), sentence)
            name = self._name(mention, entity, sentence) if sure else ""
            if name and len(found) < MOST_INSERTIONS:
                found.append(Insertion(mention.span.end, f" [{name}]"))
                dangling = dangling and mention.kind != "pronoun"
        return found, dangling

    def _is_unclear(self, sentence: Span) -> bool:
        """Whether it opens with a pronoun, or speaks of "her" before anybody whom that could mean."""
        if sentence not in self._unclear:
            self._unclear[sentence] = self._opens_with_pronoun(sentence) or self._speaks_of_nobody(sentence)
        return self._unclear[sentence]

    def _speaks_of_nobody(self, sentence: Span) -> bool:
        """Whether it speaks of "her" before anybody whom that could mean."""
        pronoun = next(self._gendered(sentence), None)
        if pronoun is None:
            return False
        here = self.references(sentence)
        gender = GENDERS[pronoun.of(self._text).lower()]
        people = [(m, e) for m, e in here if e.label == "PERSON" and m.kind != "pronoun"]
        before = (m.span.start < pronoun.start for m, _ in people)
        ahead = (m.kind == "name" and e.gender in (None, gender) for m, e in people)  # "After he left, Tom Roe said"
        return not any(before) and not any(ahead)

    def _gendered(self, sentence: Span) -> Iterator[Span]:
        """The places of "he", "her" and the like outside quotes."""
        spoken = [part for part, _ in self._spoken_in(sentence)]
        for match in _GENDERED.finditer(self._text, sentence.start, sentence.end):
            place = Span(match.start(), match.end())
            if not any(part.contains(place) for part in spoken):
                yield place

    def _opens_with_pronoun(self, sentence: Span) -> bool:
        opening = _OPENING.match(self._text, sentence.start)
        return opening is not None and opening["word"].lower() in _DANGLING

    def _name(self, mention: Mention, entity: Entity, sentence: Span) -> str:
        """What stands in brackets behind a mention; empty where nothing should."""
        words = mention.span.of(self._text)
        if mention.kind == "pronoun":
            if words.lower() not in GENDERS:
                return ""  # "it" and "they" are too often taken for the wrong thing
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
        return word == "his"

    def _spoken_in(self, sentence: Span) -> Iterator[tuple[Span, Quote]]:
        """The parts of quotes between marks."""
        return (found for found in self._quoted_in(sentence) if found[1].kind != "indirect")

    def _quoted_in(self, sentence: Span) -> list[tuple[Span, Quote]]:
        """The parts of quotes that lie in a sentence, wholly or in part."""
        found = self._quoted.get(sentence)
        if found is None:
            at = bisect_left(self._part_starts, sentence.start - self._longest)
            end = bisect_left(self._part_starts, sentence.end)
            near = zip(self._parts[at:end], self._quotes[at:end], strict=True)
            found = self._quoted[sentence] = [(part, quote) for part, quote in near if part.overlaps(sentence)]
        return found

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
    """Whether a description introduces somebody and tells something of them ("a spokesperson for the ministry")."""
    first, *rest = words.split()
    return first.lower() in ("a", "an", "one", "two", "three") and len(rest) >= TELLING_WORDS


def _omissions(text: str, sentence: Span) -> Iterator[Span]:
    """The dash of a list, a leading conjunction, what points at a picture."""
    words = sentence.of(text)
    length = max((m.end() for m in (p.match(words) for p in _LEADING) if m), default=0)
    if length:
        yield Span(sentence.start, sentence.start + length)
    for match in _PICTURE.finditer(words):
        yield Span(sentence.start + match.start(), sentence.start + match.end())
