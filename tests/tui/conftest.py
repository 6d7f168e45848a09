"""A small article with a hand-made analysis, and the app opened on it without any process."""

import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.pilot import Pilot

from reader.config import Config
from reader.errors import AnalysisError
from reader.session import CompletedJob, Opened, StageResult
from reader.state.store import Store, state_folder
from reader.text import (
    Analysis,
    Article,
    Engine,
    Entity,
    Event,
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
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from tests.tui.acting import NO_COLOUR, MakeApp
from tests.tui.starting import start_reader

if TYPE_CHECKING:
    import pexpect

TEXT = """Ferry crews end their strike

Talks led by Maria Ortega ended on Monday, the Dockers' Union said. The crews of Lisbon get 4.2 million euros.

"We got what we asked for," Ortega told reporters. She thanked the mayor, Paulo Reis.

Reis said in a statement that the city had paid enough. "Nobody won," a passenger muttered.

The union counted eleven days without a ferry. Traffic on both bridges had doubled; families waited for word.
"""


def span(words: str, nth: int = 0) -> Span:
    """The `nth` place of `words` in the article."""
    return Span(*[m.span() for m in re.finditer(re.escape(words), TEXT)][nth])


def _paragraphs() -> Iterator[Paragraph]:
    for number, match in enumerate(re.finditer(r"[^\n]+", TEXT)):
        yield Paragraph(Span(*match.span()), "heading" if number == 0 else "body", level=1 if number == 0 else 0)


def _sentences(paragraphs: tuple[Paragraph, ...]) -> Iterator[Sentence]:
    for number, paragraph in enumerate(paragraphs):
        for match in re.finditer(r'\S.*?(?:[.,]"?(?= [A-Z"])|$)', paragraph.span.of(TEXT)):
            start = paragraph.span.start
            yield Sentence(Span(start + match.start(), start + match.end()), 0, 0, number)


def make_analysis() -> Analysis:
    """Two people who speak, a group, a place, an amount, a quote that nobody is named for."""
    paragraphs = tuple(_paragraphs())
    article = Article(
        id="ferry.txt", text=TEXT, paragraphs=paragraphs, title="Ferry crews end their strike", source="Tagus Courier"
    )
    names = [Mention(span("Maria Ortega"), "name"), Mention(span("Ortega", 1), "name"), Mention(span("She"), "pronoun")]
    entities = (
        Entity("e1", "PERSON", "Maria Ortega", ("Ortega",), tuple(names)),
        Entity("e2", "ORG", "Dockers' Union", (), (Mention(span("Dockers' Union"), "name"),)),
        Entity("e3", "GPE", "Lisbon", (), (Mention(span("Lisbon"), "name"),)),
        Entity("e4", "MONEY", "4.2 million euros", (), (Mention(span("4.2 million euros"), "name"),)),
        Entity(
            "e5",
            "PERSON",
            "Paulo Reis",
            ("Reis",),
            (Mention(span("Paulo Reis"), "name"), Mention(span("Reis", 1), "name")),
            role=span("the mayor"),
        ),
    )
    quotes = (
        Quote(
            "q1", "direct", (span('"We got what we asked for,"'),), span("told"),
            Speaker(span("Ortega", 1), "e1", "Maria Ortega", resolved=True),
            QuoteContext(addressee=span("reporters")), 0.95, "after-quote",
        ),
        Quote(
            "q2", "indirect", (span("that the city had paid enough"),), span("said", 1),
            Speaker(span("Reis", 1), "e5", "Paulo Reis", resolved=True),
            QuoteContext(medium=span("in a statement")), 0.4, "before-quote",
        ),
        Quote("q3", "direct", (span('"Nobody won,"'),), span("muttered"), None, QuoteContext(), 0.3, "none"),
    )  # fmt: skip
    sentences = tuple(_sentences(paragraphs))
    return Analysis(
        article=article,
        sentences=sentences,
        entities=entities,
        quotes=quotes,
        summary=(SummarySentence(sentences[1].span, 0.9), SummarySentence(sentences[-1].span, 0.5)),
        key_facts=(
            KeyFact("date", span("Monday"), "Monday"),
            KeyFact("money", span("4.2 million euros"), "4200000 EUR"),
        ),
        engine=Engine("test", "1"),
        timeline=(Event("2026-05-04", span("Monday"), sentences[1].span),),
        reserve=(SummarySentence(sentences[5].span, 0.3), SummarySentence(sentences[3].span, 0.2)),
    )


@dataclass(frozen=True, slots=True)
class SilentJob:
    """An analysis that gives some fields and then ends, or fails."""

    fields: tuple[StageResult, ...] = ()
    failure: str = ""

    def results(self) -> Iterator[StageResult]:
        """The fields, then nothing, or the failure."""
        yield from self.fields
        if self.failure:
            raise AnalysisError(self.failure)

    def cancel(self) -> None:
        """Nothing runs."""


@pytest.fixture
def analysis() -> Analysis:
    return make_analysis()


@pytest.fixture
def opened(analysis: Analysis) -> Opened:
    return Opened(analysis.article, CompletedJob(analysis), "ferry.txt")


@pytest.fixture(autouse=True)
def no_own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No theme and no habit of whoever runs the tests is seen, nothing is animated."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    Store(state_folder()).choose(hints_seen=["reading"])  # the hint for the first time has tests of its own
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def make_app(opened: Opened) -> Callable[..., ReaderApp]:
    """The app on the article, with other configuration or another job."""

    def make(job: object = None, **settings: object) -> ReaderApp:
        chosen = opened if job is None else opened._replace(job=job)  # type: ignore[arg-type]
        return ReaderApp(chosen, config=Config(**settings))  # type: ignore[arg-type]

    return make


@pytest.fixture
def themed(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ReaderApp]:
    """The app in a look: a theme, or no colour at all."""

    def make(look: str) -> ReaderApp:
        if look == NO_COLOUR:
            monkeypatch.setenv("NO_COLOR", "1")
            return make_app()
        return make_app(theme=look)

    return make


@pytest.fixture
def silent_job() -> type[SilentJob]:
    """Makes an analysis that stops half way."""
    return SilentJob


@pytest.fixture
def place_of() -> Callable[..., Span]:
    """Finds words in the article."""
    return span


@pytest.fixture
def ready() -> Callable[[Pilot[int]], Awaitable[ReadingScreen]]:
    """Waits for the analysis and gives the reading screen."""

    async def wait(pilot: Pilot[int]) -> ReadingScreen:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(200):
            await pilot.pause()
            if screen.findings.analysis is not None or screen.findings.failure is not None:
                break
        await pilot.pause()
        return screen

    return wait


ALTERNATE_SCREEN = rb"\x1b\[\?1049h"


@pytest.fixture
def spawn(tmp_path: Path) -> Iterator[Callable[..., "pexpect.spawn[bytes]"]]:
    """Opens a text on a real pseudo-terminal; folders are the test's own."""
    running: list[pexpect.spawn[bytes]] = []

    def start(text: str, **settings: Any) -> "pexpect.spawn[bytes]":
        child = start_reader(tmp_path, text, **settings)
        running.append(child)
        child.expect(ALTERNATE_SCREEN)
        child.expect(text.lstrip("# ").split("\n")[0].encode())
        return child

    yield start
    for child in running:
        child.close(force=True)
