"""What tests share: a small analysed article, made by hand, for everything that carries, writes or shows analyses."""

import json
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

from reader.nlp.worker import field_lines
from reader.session.stream import FIELDS
from reader.text import (
    Analysis,
    Article,
    Engine,
    Entity,
    Event,
    Insertion,
    KeyFact,
    Mention,
    Paragraph,
    Quote,
    QuoteContext,
    Sentence,
    Span,
    Speaker,
    SummarySentence,
)
from reader.text.wire import STAGE_FIELDS

settings.register_profile("no-clock", deadline=None)  # a busy machine is no fault
settings.load_profile("no-clock")

TEXT = (
    "Ferry line to close\n\n"
    "The Brill Ferry will stop on 3 May, harbour chief Ada Brennan told reporters on Monday in a statement. "
    '"We ran out of boats," she said, "and of luck."\n\n'
    "Captain <Tom> *Roe* claimed that 40 jobs would go. “Nobody asked us,” one sailor said."
)
CLAIM = "Captain <Tom> *Roe* claimed that 40 jobs would go."


def _place(words: str, *, nth: int = 0) -> Span:
    """Where `words` stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


@pytest.fixture
def sample() -> Analysis:
    """Two named people, a boat line, three kinds of quote, a summary, facts."""
    blocks = TEXT.split("\n\n")
    paragraphs = tuple(
        Paragraph(_place(b), "heading" if i == 0 else "body", level=int(i == 0)) for i, b in enumerate(blocks)
    )
    ada = Entity(
        "e2", "PERSON", "Ada Brennan", (), (Mention(_place("Ada Brennan"), "name"), Mention(_place("she"), "pronoun")),
        role=_place("harbour chief"), gender="female",
    )  # fmt: skip
    tom = Entity("e3", "PERSON", "<Tom> *Roe*", ("Captain Roe",), (Mention(_place("<Tom> *Roe*"), "name"),))
    line = Entity("e1", "ORG", "Brill Ferry", ("the Brill",), (Mention(_place("Brill Ferry"), "name"),))
    when = Entity("e4", "DATE", "3 May", (), (Mention(_place("3 May"), "name"),), normalized="--05-03")
    return Analysis(
        article=Article(
            "ferry.txt", TEXT, paragraphs, title="Ferry line to close", headline=paragraphs[0].span,
            author="Jo Hale", source="The Quay", published="2026-05-01", url="https://example.org/ferry?a=1&b=2",
        ),
        sentences=tuple(Sentence(p.span, 0, 0, i) for i, p in enumerate(paragraphs)),
        entities=(line, ada, tom, when),
        quotes=_quotes(),
        summary=(
            SummarySentence(paragraphs[1].span, 0.9, (Insertion(_place("she").end, " [Ada Brennan]"),)),
            SummarySentence(_place(CLAIM), 0.5, omissions=(_place("Captain "),)),
        ),
        key_facts=(
            KeyFact("date", _place("3 May"), "--05-03"),
            KeyFact("quantity", _place("40 jobs"), "40 jobs", _place(CLAIM), "e3"),
        ),
        engine=Engine("reader", "0", {"m.json": "0" * 12}),
        timeline=(
            Event("2026-04-27", _place("Monday"), paragraphs[1].span),
            Event("2026-05-03", _place("3 May"), _place("The Brill Ferry will stop on 3 May")),
        ),
        reserve=(SummarySentence(paragraphs[2].span, 0.25, (Insertion(paragraphs[2].span.start, "[Ada Brennan:] "),)),),
    )  # fmt: skip


def _quotes() -> tuple[Quote, ...]:
    she = Speaker(_place("she"), "e2", "Ada Brennan", resolved=True)
    chief = Speaker(_place("Ada Brennan"), "e2", "Ada Brennan", resolved=True)
    tom = Speaker(_place("<Tom> *Roe*"), "e3", "<Tom> *Roe*", resolved=True)
    context = QuoteContext(when=_place("on Monday"), medium=_place("in a statement"), addressee=_place("reporters"))
    split = (_place('"We ran out of boats,"'), _place('"and of luck."'))
    return (
        Quote(
            "q1",
            "indirect",
            (_place("The Brill Ferry will stop on 3 May"),),
            _place("told"),
            chief,
            context,
            0.9,
            "subject",
        ),
        Quote("q2", "direct", split, _place("said"), she, QuoteContext(), 0.95, "pronoun"),
        Quote("q3", "indirect", (_place("40 jobs would go"),), _place("claimed"), tom, QuoteContext(), 0.4, "subject"),
        Quote("q4", "direct", (_place("“Nobody asked us,”"),), None, None, QuoteContext(), 0.0, "unknown"),
    )


@pytest.fixture
def sample_lines(sample: Analysis) -> list[bytes]:
    """What the analysis process would write of the sample, without line feeds."""
    lines = [line for name in FIELDS for line in field_lines(name, STAGE_FIELDS[name](getattr(sample, name)))]
    engine = {"name": sample.engine.name, "version": sample.engine.version, "models": sample.engine.models}
    done = json.dumps({"field": "done", "value": {"engine": engine, "timings_ms": {}}})
    return [line.rstrip(b"\n") for line in (*lines, done.encode())]


@pytest.fixture
def interrupts() -> Iterator[None]:
    """What is started is told of SIGINT, also where the tests themselves run in the background, with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
