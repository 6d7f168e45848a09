"""The analysis process seen from outside: whatever it does, the reader gets an answer or one clear line."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import AnalysisError
from reader.nlp.options import AnalysisOptions
from reader.session import job as jobs
from reader.session.child import LAST_WORDS_BYTES, Child
from reader.session.job import AnalysisJob, CompletedJob
from reader.session.stream import FIELDS
from reader.text import Analysis, Article, Engine, Paragraph, Span

TEXT = "Ada Brennan spoke on Monday."
ARTICLE = Article("a", TEXT, (Paragraph(Span(0, len(TEXT))),))
EMPTY_FIELDS = "".join(f'print(\'{{"field": "{name}", "value": [], "last": true}}\');' for name in FIELDS)
DONE = (
    'print(\'{"field": "done", "value": {"engine": {"name": "x", "version": "1", "models": {}}, "timings_ms": {}}}\')'
)


def child(code: str) -> Child:
    return Child([sys.executable, "-I", "-c", code])


def job(code: str) -> AnalysisJob:
    return AnalysisJob(ARTICLE, AnalysisOptions(), child=child(code))


def test_fields_come_in_the_order_of_the_stages_and_then_done() -> None:
    results = list(job(EMPTY_FIELDS + DONE).results())
    assert [r.field for r in results] == [*FIELDS, "done"]
    assert results[-1].value == Analysis(ARTICLE, (), (), (), (), (), Engine("x", "1", {}), {})


def test_a_child_that_dies_says_its_last_words() -> None:
    with pytest.raises(AnalysisError, match=r"ended with status 3 before its answer: no more memory$"):
        list(job("import sys; print('no more memory', file=sys.stderr); sys.exit(3)").results())


def test_a_child_that_is_killed_by_a_signal_is_reported() -> None:
    with pytest.raises(AnalysisError, match=r"ended from outside, by SIGABRT, before its answer$"):
        list(job("import os; os.abort()").results())
    with pytest.raises(AnalysisError, match=r"by SIGKILL \(is the machine short of memory\?\), before"):
        list(job("import os; os.kill(os.getpid(), 9)").results())


def test_garbage_is_one_clear_line() -> None:
    with pytest.raises(AnalysisError, match="unreadable answer") as caught:
        list(job("print('Segmentation fault?')").results())
    assert "\n" not in str(caught.value)


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    with pytest.raises(AnalysisError, match="before its answer"):
        list(job(EMPTY_FIELDS).results())


def test_an_error_of_the_analysis_is_passed_on() -> None:
    code = """print('{"error": {"type": "ModelError", "message": "x.json: model file missing"}}')"""
    with pytest.raises(AnalysisError, match=r"the analysis failed: ModelError: x\.json: model file missing"):
        list(job(code).results())


def test_a_child_that_hangs_is_stopped_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "BASE_LIMIT_S", 0.05)
    monkeypatch.setattr(jobs, "LIMIT_S_PER_CHAR", 0)
    with pytest.raises(AnalysisError, match="took longer than 0 s and was stopped"):
        list(job("import threading; threading.Event().wait()").results())


def test_cancelling_ends_the_results_without_an_error() -> None:
    waiting = job(EMPTY_FIELDS + "import sys, threading; sys.stdout.flush(); threading.Event().wait()")
    results = waiting.results()
    assert next(results).field == "sentences"
    waiting.cancel()
    assert [r.field for r in results] == list(FIELDS[1:])


def test_cancelling_a_job_that_nobody_listens_to_ends_the_child() -> None:
    waiting = child("import threading; threading.Event().wait()")
    AnalysisJob(ARTICLE, AnalysisOptions(), child=waiting).cancel()
    assert waiting.close() != 0


def test_cancelling_twice_or_after_the_end_is_harmless() -> None:
    finished = job(EMPTY_FIELDS + DONE)
    assert len(list(finished.results())) == len(FIELDS) + 1
    finished.cancel()
    finished.cancel()


def test_lines_are_put_together_however_they_arrive() -> None:
    code = "import os\nfor part in (b'one li', b'ne\\ntwo\\nth', b'ree\\n'): os.write(1, part)"
    started = child(code)
    assert list(started.lines(limit_s=20)) == [b"one line", b"two", b"three"]
    assert started.close() in (0, -9)


def test_only_the_end_of_a_long_complaint_is_kept() -> None:
    started = child("import sys\nfor n in range(20000): print('complaint', n, file=sys.stderr)\nsys.exit(1)")
    assert list(started.lines(limit_s=20)) == []
    started.close()
    assert started.last_words() == "complaint 19999"
    assert sum(map(len, started._last_words)) <= LAST_WORDS_BYTES + (1 << 16)


def test_a_request_longer_than_the_pipe_does_not_block_the_sender() -> None:
    code = "import sys; print(len(sys.stdin.buffer.readline()))"
    started = child(code)
    started.send(b"x" * 1_000_000 + b"\n")
    assert list(started.lines(limit_s=20)) == [b"1000001"]
    started.close()


def test_a_module_beside_the_article_is_never_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    started = Child()
    started.send(b"no request\n")
    lines = list(started.lines(limit_s=60))
    started.close()
    assert b'"error"' in lines[0]
    assert "hijacked" not in started.last_words()


def test_a_completed_job_gives_the_same_sequence() -> None:
    analysis = Analysis(ARTICLE, (), (), (), (), (), Engine("x", "1", {}), {})
    completed = CompletedJob(analysis)
    completed.cancel()
    assert [r.field for r in completed.results()] == [*FIELDS, "done"]


@pytest.fixture(autouse=True)
def _no_child_is_left_behind() -> Iterator[None]:
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
