"""What is known about the article so far: filled stage by stage, read by every pane.

Holds the domain's tuples and a few indexes over them. It must not import Textual.
"""

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from reader.text import Analysis, Article, Entity, Event, KeyFact, Quote, Sentence, Span, SummarySentence
from reader.text.display import one_line
from reader.text.shown import under_title

if TYPE_CHECKING:
    from reader.text.telling import Told

MAX_WORDS_CHARS = 400
"""More of a passage than this is never shown in a row."""
STAGES = (
    ("sentences", "finding sentences"),
    ("entities", "finding names"),
    ("quotes", "finding who said what"),
    ("summary", "choosing the summary"),
    ("key_facts", "collecting facts"),
)
"""Fields in the order in which they come, with what is done for each."""


class Findings:
    """The state of one article's analysis."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.sentences: tuple[Sentence, ...] | None = None
        """None until the stage has arrived, as for the following."""
        self.entities: tuple[Entity, ...] | None = None
        self.quotes: tuple[Quote, ...] | None = None
        self.reserve: tuple[SummarySentence, ...] = ()
        self.summary: tuple[SummarySentence, ...] | None = None
        self.key_facts: tuple[KeyFact, ...] | None = None
        self.timeline: tuple[Event, ...] | None = None
        self.analysis: Analysis | None = None
        """The whole, once everything is there."""
        self.failure: str | None = None
        """Why the analysis gave up; None while it runs and when it went well."""
        self.entity_by_id: dict[str, Entity] = {}
        self.quotes_of: dict[str, list[Quote]] = {}
        """Entity id to what it said, in order of the text."""
        self.told: dict[str, Told] = {}
        """Quote id to its words, as far as they have been worked out."""
        self.progress = ""
        """What the analysis is doing, for the panes that wait; empty before it is worth a word."""
        self._starts = [p.span.start for p in article.paragraphs]

    def take(self, field: str, value: Any) -> None:
        """Store one field of the analysis."""
        if field == "done":
            self.analysis = value
            return
        setattr(self, field, value)
        if field == "summary":
            self.summary, self.reserve = under_title(self.article, value, self.reserve)
        elif field == "entities":
            self.entity_by_id = {e.id: e for e in value}
        elif field == "quotes":
            self.quotes_of, self.told = {}, {}
            for quote in value:
                if quote.speaker is not None and quote.speaker.entity is not None:
                    self.quotes_of.setdefault(quote.speaker.entity, []).append(quote)

    @property
    def stage(self) -> tuple[int, str] | None:
        """Which stage is at work, counted from 1, and what it does; None when all are done, or the analysis failed."""
        if self.analysis is not None or self.failure is not None:
            return None
        at = next((i for i, (field, _) in enumerate(STAGES) if getattr(self, field) is None), len(STAGES) - 1)
        return at + 1, STAGES[at][1]

    def forget(self) -> None:
        """Back to the beginning, for another try."""
        self.restart(self.article)

    def restart(self, article: Article) -> None:
        """Back to the beginning, with an article that may be another."""
        self.__init__(article)  # type: ignore[misc]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at a place, from 1."""
        return max(1, bisect_right(self._starts, offset))

    def words(self, span: Span) -> str:
        """The article's words at a place, harmless, on one line, cut when very long."""
        return one_line(self.article.text[span.start : min(span.end, span.start + MAX_WORDS_CHARS)])

    def role(self, entity: Entity) -> str:
        """What the article says the entity is; empty when it does not."""
        return self.words(entity.role) if entity.role else ""


def aliases(entity: Entity) -> str:
    """The other names: "also Ortega, the mayor"; empty when there are none."""
    names = ", ".join(one_line(alias) for alias in entity.aliases)
    return f"also {names}" if names else ""
