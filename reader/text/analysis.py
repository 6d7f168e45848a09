"""What the analysis finds in an article. Identity is position: nothing stores a copy of a piece of the text.

Standard library only. The public JSON form of these types is in `reader.text.wire`.
"""

from dataclasses import dataclass, field
from typing import Literal

from reader.text.article import Article
from reader.text.span import Span

Label = Literal[
    "PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "WORK", "LAW", "PRODUCT",
    "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY",
]  # fmt: skip
MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Gender = Literal["female", "male", "neutral"]

VALUE_LABELS: frozenset[Label] = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})
"""Labels that are values, not things one steps between."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark."""

    span: Span
    tag: str
    """Penn Treebank part of speech."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, inside one paragraph."""

    span: Span
    first_token: int
    """Index into the document's tokens."""
    end_token: int
    """One past the last."""
    paragraph: int
    """Index into the article's paragraphs."""


@dataclass(frozen=True, slots=True)
class Name:
    """A typed span before coreference: a name, or a value (date, amount)."""

    span: Span
    label: Label
    normalized: str | None = None
    """Values: the normal form, such as 2026-03-04 or 1.2e9 USD. None for names and where unknown."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is meant."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world."""

    id: str
    """e1, e2, … in order of first mention."""
    label: Label
    name: str
    """The fullest name in the article."""
    aliases: tuple[str, ...]
    """Other forms of the name found in the article, without `name`."""
    mentions: tuple[Mention, ...]
    """In order of the text."""
    role: Span | None = None
    """The words of the article that say what the entity is ("Senate Democratic leader")."""
    gender: Gender | None = None
    """Only where the text shows it."""
    normalized: str | None = None
    """Values only: the normal form."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it."""

    span: Span
    """The mention nearest in the sentence ("he")."""
    entity: str | None
    """An entity's id."""
    name: str
    """Who that is ("Adam Schiff"), or the mention's own words where nobody is named."""
    resolved: bool
    """Whether `name` comes from an entity that the article names."""


@dataclass(frozen=True, slots=True)
class QuoteContext:
    """The words that tell when, through what and to whom it was said."""

    when: Span | None = None
    medium: Span | None = None
    addressee: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Something somebody said, in the article's words."""

    id: str
    """q1, q2, … in order of the text."""
    kind: QuoteKind
    contents: tuple[Span, ...]
    """Several for a split quote; quotation marks included."""
    cue: Span | None
    """The words of saying ("told")."""
    speaker: Speaker | None
    context: QuoteContext
    confidence: float
    """0..1, of the attribution."""
    rule: str
    """The named reason for the attribution, one short kebab-case word group. Behind it "-negated", "-hypothetical" (not
    said) or "-attitude" (a stance that is told without words: "criticised the plan")."""

    @property
    def is_statement(self) -> bool:
        """Whether somebody said it: what is shown to a reader. The JSON form holds the rest, too."""
        return self.kind != "indirect" or not self.rule.endswith(("-negated", "-hypothetical", "-attitude"))


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One chosen sentence."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A date, an amount, a count."""

    kind: Literal["date", "time", "money", "percent", "quantity"]
    span: Span
    normalized: str


@dataclass(frozen=True, slots=True)
class Engine:
    """Who made the analysis: what a cached answer has to agree with."""

    name: str
    version: str
    models: dict[str, str] = field(default_factory=dict)
    """Model file name to the first twelve hex digits of its sha256."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    summary: tuple[SummarySentence, ...]
    """In article order."""
    key_facts: tuple[KeyFact, ...]
    engine: Engine
    timings_ms: dict[str, float] = field(default_factory=dict)
