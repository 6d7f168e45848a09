"""Sources of speech tied to entities, with new entities for speakers that nobody names.

Takes a document and the spans of sources, gives a registry that answers "who is this". "A spokesperson for X" and a
later "the spokesperson" are one entity; a name inside ("X") is another.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.nlp.quotes.cues import person_class
from reader.nlp.quotes.relatives import RELATIVES, antecedent
from reader.text import VALUE_LABELS, Entity, Gender, Label, Mention, MentionKind, Span, Speaker, Token

_HEAD_END = re.compile(
    r"\s*(?:,|\(|—|–|;|\b(?:of|for|from|who|whom|that|which|in|at|with|on|and|to|whose|about|among|by|during|when|where)\b)",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])\s+(?=\w)")
_ENDINGS = ("'s", "’s")
_PRONOUNS = frozenset(
    "i you he she it we they who which that his her their its him them my our your me us this those these one both some"
    " many others most all himself herself themselves".split()
)
_APPOSED = re.compile(r"(?:\s+of(?:\s+[a-z][\w’'-]*){1,4})?,\s+(?=[A-Z])")
"""From the head of a noun group to the name that explains it."""
_TITLES = re.compile(r"(?:[A-Z][\w.]*\s+){1,2}")
MAX_TITLE_CHARS = 24
"""Before a name between commas: "Professor", "Police Chief"."""
QUESTIONER = "Q"
"""The label of the questions in an interview: whoever wrote the article."""
MAX_RELATIVE_GAP_CHARS = 3
"""A comma, a bracket and a blank."""
_WORD = re.compile(r"[\w-]+")
_ARTICLE = re.compile(r"\A(?:[Aa]n?|[Tt]he)\s+(?!number|few|couple|handful|majority|minority|lot)(?=[a-z])")
_FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
_INDEFINITE = frozenset("a an another one some several two three".split())


@dataclass(slots=True)
class _Unnamed:
    head: str
    """What a later mention has to share: the head noun, or the words of a name that nobody found."""
    label: Label
    mentions: list[Span]


class Speakers:
    """Who the sources of one document are."""

    def __init__(self, text: str, tokens: Sequence[Token], entities: Iterable[Entity]) -> None:
        """Args: the article's text and tokens, and the entities that coreference made."""
        self._text, self._tokens = text, tokens
        self._entities = [e for e in entities if e.label not in VALUE_LABELS]
        self._mentions = sorted((m.span, n, m.kind) for n, e in enumerate(self._entities) for m in e.mentions)
        self._starts = [m[0].start for m in self._mentions]
        self._longest = max((m[0].length_chars for m in self._mentions), default=0)
        self._unnamed: list[_Unnamed] = []
        self._extra: dict[int, list[Mention]] = {}
        self._lost: set[Span] = set()
        """Pronouns that are not whom coreference took them for."""

    def key(self, source: Span) -> int | None:
        """The number of the entity that `source` is; negative for one that only this stage knows."""
        head = self._head(source)
        words = head.of(self._text).lower()
        best, size = None, 0
        for span, number, _ in self._overlapping(source):
            covers = span.end >= head.end and span.start < head.end
            if covers and (span.start >= source.start or span.contains(source)):
                shared = min(span.end, head.end) - max(span.start, head.start)
                if shared > size:
                    best, size = number, shared
        apposed = self._apposed(head) if best is None or not self._has_name(best) else None
        if apposed is not None:
            return apposed
        if best is not None:
            return best
        if words in RELATIVES:
            return self._antecedent(source)
        return None if words in _PRONOUNS else self._nominal(source, head)

    def is_named(self, key: int) -> bool:
        """Whether coreference knows a name of whoever has the key."""
        return key >= 0 and self._has_name(key)

    def mentions(self, key: int, within: Span) -> list[Span]:
        """Where whoever has the key is mentioned within a stretch."""
        return [span for span, number, _ in self._overlapping(within) if number == key]

    def _has_name(self, number: int) -> bool:
        return any(m.kind == "name" for m in self._entities[number].mentions)

    def _apposed(self, head: Span) -> int | None:
        """Who is named between commas right behind a noun group: "One of them, Ann Lee, said"."""
        comma = _APPOSED.match(self._text, head.end)
        if comma is None:
            return None
        start = comma.end()
        for span, number, kind in self._overlapping(Span(start, start + MAX_TITLE_CHARS)):
            named = kind == "name" and self._entities[number].label in ("PERSON", "ORG")
            titled = span.start == start or _TITLES.fullmatch(self._text, start, max(start, span.start))
            if named and titled and self._text[span.end : span.end + 1] == ",":
                return number
        return None

    def _antecedent(self, source: Span) -> int | None:
        """Whom "who" takes up: the mention right before it, perhaps after a comma."""
        gap = Span(max(0, source.start - MAX_RELATIVE_GAP_CHARS), source.start)
        near = self._overlapping(gap)
        if near:
            return max(near, key=lambda m: (m[0].end, m[0].length_chars))[1]
        unnamed = (n for n, u in enumerate(self._unnamed) if any(m.overlaps(gap) for m in u.mentions))
        known = next((-1 - n for n in unnamed), None)
        before = antecedent(self._text, self._tokens, source) if known is None else None
        return known if before is None else self._nominal(before, self._head(before))

    def nature(self, key: int) -> tuple[Label, Gender | None]:
        """What the entity of a key is: its label, and its gender where the text shows one."""
        if key < 0:
            return self._unnamed[-1 - key].label, None
        return self._entities[key].label, self._entities[key].gender

    def also(self, key: int, pronoun: Span) -> None:
        """Makes a pronoun another mention of whoever has the key, and of nobody else."""
        self._lost.add(pronoun)
        self._extra.setdefault(key, []).append(Mention(pronoun, "pronoun"))

    def interviewee(self, before: int) -> int | None:
        """Who answers in an interview whose turns start at the character `before`: whom its introduction names most."""
        counts = [
            (sum(m.span.start < before for m in e.mentions), -n)
            for n, e in enumerate(self._entities)
            if e.label == "PERSON"
        ]
        best = max(counts, default=(0, 0))
        return -best[1] if best[0] else None

    def _overlapping(self, source: Span) -> list[tuple[Span, int, MentionKind]]:
        at = bisect_right(self._starts, source.start - self._longest - 1)
        found = []
        while at < len(self._mentions) and self._starts[at] < source.end:
            if self._mentions[at][0].end > source.start:
                found.append(self._mentions[at])
            at += 1
        return found

    def _head(self, source: Span) -> Span:
        """The words of a source up to its first preposition, comma or relative; after a possessive only the owned."""
        text = self._text
        first = _WORD.search(text, source.start, source.end)
        cut = _HEAD_END.search(text, first.end() if first else source.start, source.end)
        end = cut.start() if cut and cut.start() > source.start else source.end
        end = source.start + len(text[source.start : end].rstrip())
        start = source.start
        for match in _POSSESSIVE.finditer(text, source.start, end):
            start = match.end()
        if text[end - 2 : end] in _ENDINGS:
            end -= 2
        return Span(start, max(start, end))

    def _nominal(self, source: Span, head: Span) -> int | None:
        """An entity for a noun group without a name: the last one of the same head noun after "the", else a new one."""
        words = _WORD.findall(head.of(self._text).lower())
        if not words or any(w[:1].isupper() for w in _WORD.findall(head.of(self._text))[1:]):
            return None if not words else self._named(head)
        noun = words[-1]
        person = person_class(noun)
        if person is None:
            return None
        if source.of(self._text).endswith(_ENDINGS):  # "the union's claim" is the union's
            source = Span(source.start, source.end - len(_ENDINGS[0]))
        first = _WORD.findall(source.of(self._text).lower())[:1]
        if first and first[0] not in _INDEFINITE:
            for n in range(len(self._unnamed) - 1, -1, -1):
                if self._unnamed[n].head == noun:
                    self._unnamed[n].mentions.append(source)
                    return -1 - n
        self._unnamed.append(_Unnamed(noun, "PERSON" if person == "human" else "ORG", [source]))
        return -len(self._unnamed)

    def _named(self, head: Span) -> int | None:
        """A name that the entities stage missed: the same words are one entity."""
        words = head.of(self._text).lower()
        for n, unnamed in enumerate(self._unnamed):
            if unnamed.head == words:
                unnamed.mentions.append(head)
                return -1 - n
        noun = _WORD.findall(words)[-1]
        self._unnamed.append(_Unnamed(words, "ORG" if person_class(noun) == "body" else "PERSON", [head]))
        return -len(self._unnamed)

    def first_person(self, key: int | None, region: Span) -> None:
        """Makes "I", "me", "we" inside the quoted `region` mentions of its speaker."""
        if key is None:
            return
        for match in _WORD.finditer(self._text, region.start, region.end):
            if match.group().lower() in _FIRST_PERSON and match.group() != "US":
                span = Span(*match.span())
                if not self._overlapping(span):
                    self._extra.setdefault(key, []).append(Mention(span, "pronoun"))

    def finish(self, others: Iterable[Entity]) -> tuple[tuple[Entity, ...], dict[int, Entity]]:
        """All entities renumbered by first mention, and which of them each key became."""
        made: list[tuple[int | None, Entity]] = [(None, e) for e in others if e.label in VALUE_LABELS]
        for number, entity in enumerate(self._entities):
            made.append((number, _with_mentions(self._without_lost(entity), self._extra.get(number, ()))))
        for n, unnamed in enumerate(self._unnamed):
            made.append((-1 - n, self._new(n, unnamed)))
        made.sort(key=lambda pair: pair[1].mentions[0].span if pair[1].mentions else Span(1 << 60, 1 << 60))
        renumbered = [(key, e._replace(id=f"e{n}")) for n, (key, e) in enumerate(made, 1)]
        return tuple(e for _, e in renumbered), {key: e for key, e in renumbered if key is not None}

    def _without_lost(self, entity: Entity) -> Entity:
        if self._lost.isdisjoint(m.span for m in entity.mentions):
            return entity
        return entity._replace(mentions=tuple(m for m in entity.mentions if m.span not in self._lost))

    def _new(self, number: int, unnamed: _Unnamed) -> Entity:
        spans = _disjoint(unnamed.mentions)
        longest = max(spans, key=lambda s: (s.length_chars, -s.start))
        mentions = [Mention(s, "nominal") for s in spans]
        entity = Entity("", unnamed.label, _as_name(longest.of(self._text)), (), tuple(mentions))
        return _with_mentions(entity, self._extra.get(-1 - number, ()))

    def speaker(self, source: Span, key: int | None, entities: dict[int, Entity], *, author: str | None) -> Speaker:
        """The speaker as the analysis gives it; the `author` where the source is the "Q" of an interview."""
        entity = entities.get(key) if key is not None else None
        words = " ".join(source.of(self._text).split()).removesuffix(_ENDINGS[0]).removesuffix(_ENDINGS[1])
        if entity is None and author and words == QUESTIONER:
            words = author
        before = antecedent(self._text, self._tokens, source) if entity is None else None
        if before is not None:
            words = " ".join(before.of(self._text).split())
        if entity is None:
            return Speaker(source, None, _as_name(words), resolved=False)
        return Speaker(source, entity.id, entity.name, resolved=key is not None and key >= 0)


def _as_name(words: str) -> str:
    """The words of a noun group as they are listed, on one line and without an article: "spokesman for the army"."""
    return _ARTICLE.sub("", " ".join(words.split()))


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _with_mentions(entity: Entity, extra: Iterable[Mention]) -> Entity:
    added = [m for m in extra if not any(m.span.overlaps(old.span) for old in entity.mentions)]
    if not added:
        return entity
    merged: list[Mention] = []
    for mention in sorted((*entity.mentions, *added), key=lambda m: m.span):
        if not merged or merged[-1].span.end <= mention.span.start:
            merged.append(mention)
    return entity._replace(mentions=tuple(merged))
