"""What the stages hand on: the article and everything found so far. Values only."""

from dataclasses import dataclass

from reader.text import Article, Entity, Event, KeyFact, Name, Quote, Sentence, SummarySentence, Token


@dataclass(frozen=True, slots=True)
class Document:
    """One article on its way through the pipeline; a stage returns a new one with its own fields filled."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    """Of all sentences, in order; a sentence holds its range of indices."""
    forms: tuple[str, ...] = ()
    """The tokens as they are written: each stage asks for them, and a string that is kept keeps its hash."""
    names: tuple[Name, ...] = ()
    """Typed names and values before coreference, ordered, disjoint."""
    entities: tuple[Entity, ...] = ()
    """Ordered by first mention. Mentions of one entity are ordered and disjoint; those of two may nest
    ("[the spokesman for [the ministry]]")."""
    quotes: tuple[Quote, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    key_facts: tuple[KeyFact, ...] = ()
    timeline: tuple[Event, ...] = ()
    reserve: tuple[SummarySentence, ...] = ()

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def words(self, first: int = 0, end: int | None = None) -> list[str]:
        """The tokens from `first` to `end` as they are written."""
        return list(self.forms[first:end])
