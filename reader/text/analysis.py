"""What the analysis finds in an article. Identity is position: nothing stores a copy of a piece of the text.

Standard library only. The public JSON form of these types is in `reader.text.wire`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

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


class Token(NamedTuple):
    """One word or punctuation mark."""

    span: Span
    tag: str
    """Penn Treebank part of speech."""


class Sentence(NamedTuple):
    """One sentence, inside one paragraph."""

    span: Span
    first_token: int
    """Index into the document's tokens."""
    end_token: int
    """One past the last."""
    paragraph: int
    """Index into the article's paragraphs."""


class Name(NamedTuple):
    """A typed span before coreference: a name, or a value (date, amount)."""

    span: Span
    label: Label
    normalized: str | None = None
    """Values: the normal form, such as 2026-03-04 or 1.2e9 USD. None for names and where unknown."""


class Mention(NamedTuple):
    """One place where an entity is meant."""

    span: Span
    kind: MentionKind


class Entity(NamedTuple):
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


class Speaker(NamedTuple):
    """Who said it."""

    span: Span
    """The mention nearest in the sentence ("he")."""
    entity: str | None
    """An entity's id."""
    name: str
    """Who that is ("Adam Schiff"), or the mention's own words where nobody is named."""
    resolved: bool
    """Whether `name` comes from an entity that the article names."""


class QuoteContext(NamedTuple):
    """The words that tell when, through what and to whom it was said."""

    when: Span | None = None
    medium: Span | None = None
    addressee: Span | None = None


class InnerQuote(NamedTuple):
    """What a speaker says that somebody said: “He told me, ‘Go home,’ and I did,” Ann said."""

    content: Span
    """Inside the quote's contents, quotation marks included."""
    cue: Span
    speaker: Speaker


LEAST_CONFIDENCE_SHOWN = 0.34
"""Of indirect speech; below it, four of five contents of news are no speech to a reader, read by eye on development
articles. What is proposed down to a lower one is in the JSON form, where it makes for the best F1."""


class Quote(NamedTuple):
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
    said) or "-attitude" (a stance that is told without words: "criticised the plan", or words with nobody behind them:
    "it is fair to say")."""
    quoting: tuple[InnerQuote, ...] = ()
    """In order: the words of others inside its own, where they have their own words of saying."""

    @property
    def is_statement(self) -> bool:
        """Whether somebody said it: what is shown to a reader. The JSON form holds the rest, too."""
        if self.kind != "indirect":
            return not self.rule.endswith("-attitude")
        likely = self.confidence >= LEAST_CONFIDENCE_SHOWN
        return likely and not self.rule.endswith(("-negated", "-hypothetical", "-attitude"))


class Insertion(NamedTuple):
    """Words that are the reader's and not the article's, shown where a sentence stands alone."""

    at: int
    """Offset into the article's text before which they stand."""
    words: str
    """"[Ada Brennan]" behind "She", "[Ada Brennan:]" before a quote, or a quotation mark that stands elsewhere."""


class SummarySentence(NamedTuple):
    """One chosen sentence. `reader.text.shown` gives the words to show."""

    span: Span
    """The whole sentence."""
    score: float
    insertions: tuple[Insertion, ...] = ()
    """In order of place, so that the sentence is understood by itself."""
    omissions: tuple[Span, ...] = ()
    """In order; what can be left out of it without a change of meaning: a leading "But", "(pictured)"."""


class KeyFact(NamedTuple):
    """A date, an amount, a count."""

    kind: Literal["date", "time", "money", "percent", "quantity"]
    span: Span
    normalized: str
    sentence: Span | None = None
    """The sentence in which it stands."""
    subject: str | None = None
    """The id of the entity that it is about, where one is plain."""


class Event(NamedTuple):
    """Something that the article dates."""

    when: str
    """ISO 8601 as far as known: "2026-05-03", "2010-06", "2016"; days named relatively by the article's own date."""
    span: Span
    """The words of the date."""
    sentence: Span


class Engine(NamedTuple):
    """Who made the analysis: what a cached answer has to agree with."""

    name: str
    version: str
    models: Mapping[str, str] = MappingProxyType({})
    """Model file name to the first twelve hex digits of its sha256."""


class Analysis(NamedTuple):
    """Everything found in one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]
    summary: tuple[SummarySentence, ...]
    """In article order."""
    key_facts: tuple[KeyFact, ...]
    engine: Engine
    timings_ms: Mapping[str, float] = MappingProxyType({})
    timeline: tuple[Event, ...] = ()
    """From the earliest to the latest."""
    reserve: tuple[SummarySentence, ...] = ()
    """What a longer summary would take next, the best first; its scores go on falling from those of the summary."""
