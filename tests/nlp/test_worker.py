"""The analysis process: one request in, the stages out; alone, without a network, and gone with whoever started it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from reader.nlp import pipeline, request, worker
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import Stage
from reader.text import Article, Entity, InlineMark, Mention, Paragraph, Sentence, Span

TEXT = 'Ada Brennan spoke on Monday. "We ran out of boats," Brennan said.'
ARTICLE = Article(
    "a.txt", TEXT, (Paragraph(Span(0, len(TEXT)), "list", 2, "3.", preformatted=True),),
    title="Böats \ud800", headline=Span(0, 3),
    author="A", source="S", published="2026-05-01", url="u", marks=(InlineMark(Span(0, 3), "link", "t"),),
)  # fmt: skip


def test_an_article_and_its_options_travel_unharmed() -> None:
    options = AnalysisOptions("other", 3, 90)
    line = request.encode(ARTICLE, options)
    assert line.isascii()
    assert line.count(b"\n") == 1
    assert request.decode(line) == (ARTICLE, options)


def test_an_article_without_extras_travels_unharmed() -> None:
    bare = Article("-", "x", (Paragraph(Span(0, 1)),))
    assert request.decode(request.encode(bare, AnalysisOptions())) == (bare, AnalysisOptions())


def split(document: Document, _: AnalysisOptions) -> Document:
    return replace(document, sentences=(Sentence(Span(0, 28), 0, 5, 0),))


def link(document: Document, _: AnalysisOptions) -> Document:
    return replace(document, entities=(Entity("e1", "PERSON", "Ada Brennan", (), (Mention(Span(0, 11), "name"),)),))


def relink(document: Document, _: AnalysisOptions) -> Document:
    return replace(document, entities=())


def fail(document: Document, _: AnalysisOptions) -> Document:
    raise RuntimeError(f"no such luck with {document.article.id}")


def answered(monkeypatch: pytest.MonkeyPatch, stages: tuple[Stage, ...]) -> list[dict[str, Any]]:
    monkeypatch.setattr(pipeline, "STAGES", stages)
    return [json.loads(line) for line in worker.answer(request.encode(ARTICLE, AnalysisOptions()))]


def test_each_field_is_sent_as_soon_as_its_stage_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[str] = []

    def noting(name: str) -> Stage:
        def run(document: Document, _: AnalysisOptions) -> Document:
            ended.append(name)
            return document

        return Stage(name, run)

    monkeypatch.setattr(pipeline, "STAGES", tuple(noting(s.name) for s in pipeline.STAGES))
    lines = worker.answer(request.encode(ARTICLE, AnalysisOptions()))
    assert [(json.loads(line)["field"], ended[-1]) for line in lines] == [
        ("sentences", "tokens"),
        ("entities", "coref"),
        ("quotes", "quotes"),
        ("reserve", "summary"),
        ("summary", "summary"),
        ("key_facts", "summary"),
        ("timeline", "summary"),
        ("done", "summary"),
    ]


def test_entities_are_sent_again_only_when_the_quotes_changed_them(monkeypatch: pytest.MonkeyPatch) -> None:
    same = answered(monkeypatch, (Stage("coref", link), Stage("quotes", link)))
    assert [m["field"] for m in same] == ["entities", "quotes", "done"]
    changed = answered(monkeypatch, (Stage("coref", link), Stage("quotes", relink)))
    assert [m["field"] for m in changed] == ["entities", "quotes", "entities", "done"]
    assert changed[2]["value"] == []


def test_a_stage_that_fails_ends_the_answer_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = answered(monkeypatch, (Stage("tokens", split), Stage("names", fail)))
    assert [m.get("field") for m in messages] == ["sentences", None]
    assert messages[-1]["error"] == {"type": "RuntimeError", "message": "no such luck with a.txt"}


def test_done_tells_the_engine_and_the_time_of_each_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    done = answered(monkeypatch, (Stage("tokens", split),))[-1]
    assert list(done["value"]["timings_ms"]) == ["tokens"]
    assert done["value"]["engine"]["name"] == "reader"


def test_a_request_that_is_none_is_answered_with_an_error() -> None:
    (message,) = [json.loads(line) for line in worker.answer(b"nonsense\n")]
    assert message["error"]["type"] == "JSONDecodeError"


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "reader.nlp.worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        yield started
        started.kill()


def test_the_real_process_answers_and_ends(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(request.encode(ARTICLE, AnalysisOptions()))
    process.stdin.flush()
    fields = [json.loads(line).get("field") for line in process.stdout]
    assert process.stderr.read() == b""
    assert list(dict.fromkeys(fields)) == [
        "sentences",
        "entities",
        "quotes",
        "reserve",
        "summary",
        "key_facts",
        "timeline",
        "done",
    ]
    assert process.wait() == 0


def test_the_process_ends_when_nobody_waits_any_more(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=60) == 0


def test_what_a_library_prints_does_not_reach_the_answer() -> None:
    code = (
        "import sys, types\n"
        "pipeline = types.ModuleType('reader.nlp.pipeline')\n"
        "print('chatter')\n"
        "from reader.nlp import worker\n"
        "worker.answer = lambda line: [print('more chatter', flush=True) or b'answer']\n"
        "sys.modules['reader.nlp.pipeline'] = pipeline\n"
        "worker.main()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=-1
    ) as started:
        assert started.stdin is not None
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdin.write(b"{}\n")
        started.stdin.flush()
        assert started.stdout.read() == b"chatter\nanswer"
        assert started.stderr.read() == b"more chatter\n"


POISONED = """
import socket, sys
def refuse(*_, **__):
    raise SystemExit("a socket was asked for")
socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = refuse
from reader.nlp.pipeline import analyse
from reader.text import Article, Paragraph, Span
text = sys.argv[1]
analyse(Article("a", text, (Paragraph(Span(0, len(text))),)))
wrong = sorted(m for m in sys.modules if m.split(".")[0] in ("textual", "rich", "numpy", "sklearn"))
sys.exit(f"imported: {wrong}" if wrong else 0)
"""


def test_the_analysis_opens_no_socket_and_imports_no_terminal_library() -> None:
    done = subprocess.run([sys.executable, "-c", POISONED, TEXT], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0
