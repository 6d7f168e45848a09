"""The analysis as one visible ordered list of stages.

Takes an `Article`, gives an `Analysis`. Stages are pure: a document in, a new document out. Nothing here reads a
clock but to fill `timings_ms`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

from reader.nlp import engines, resources
from reader.nlp.coref import link_entities
from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes import attribute_quotes
from reader.nlp.summary import summarise
from reader.nlp.tokens import tokenize
from reader.text import Analysis, Article, Engine

_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it needs filled, what it fills."""

    name: str
    run: Callable[[Document, AnalysisOptions], Document]
    requires: tuple[str, ...] = field(default=())
    assigns: tuple[str, ...] = field(default=())


STAGES: tuple[Stage, ...] = (
    Stage("tokens", tokenize, requires=("article",), assigns=("sentences", "tokens", "forms")),
    Stage("names", find_names, requires=("sentences", "tokens"), assigns=("names",)),
    Stage("coref", link_entities, requires=("tokens", "names"), assigns=("entities",)),
    Stage("quotes", attribute_quotes, requires=("tokens", "entities"), assigns=("quotes", "entities")),
    Stage(
        "summary",
        summarise,
        requires=("sentences", "tokens", "names", "entities", "quotes"),
        assigns=("summary", "key_facts", "timeline", "reserve"),
    ),
)


def run_stages(article: Article, options: AnalysisOptions) -> Iterator[tuple[Stage, Document, float]]:
    """Each stage as it ends: the stage, the document after it, the milliseconds it took."""
    document = Document(_without_half_pairs(article))
    for stage in STAGES:
        started = perf_counter()
        document = stage.run(document, options)
        yield stage, document, (perf_counter() - started) * 1000


def _without_half_pairs(article: Article) -> Article:
    """The article with U+FFFD for each half of a surrogate pair, which no model takes; one code point for one."""
    text, title = _HALF_PAIR.sub("\ufffd", article.text), _HALF_PAIR.sub("\ufffd", article.title or "")
    return article if text == article.text else article._replace(text=text, title=title or None)


def engine(options: AnalysisOptions) -> Engine:
    """The engine with the fingerprints of the models it uses."""
    return Engine(options.engine, engines.version(options.engine), resources.fingerprints())


def analyse(article: Article, options: AnalysisOptions | None = None) -> Analysis:
    """The whole analysis of one article.

    Raises:
        ModelError: a shipped model file is missing or damaged.
    """
    options = options or AnalysisOptions()
    timings: dict[str, float] = {}
    document = Document(article)
    for stage, document, spent_ms in run_stages(article, options):  # noqa: B007 -- the last one is the result
        timings[stage.name] = spent_ms
    return Analysis(
        article=article,
        sentences=document.sentences,
        entities=document.entities,
        quotes=document.quotes,
        summary=document.summary,
        key_facts=document.key_facts,
        engine=engine(options),
        timings_ms=timings,
        timeline=document.timeline,
        reserve=document.reserve,
    )
