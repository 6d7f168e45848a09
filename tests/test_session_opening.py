"""A path becomes an article at once and an analysis on its way, by the shortest road that is right."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import EmptyInputError, InputError
from reader.nlp.options import AnalysisOptions
from reader.session import cache, early, open_path, opening
from reader.session.job import AnalysisJob, CachedJob

OPTIONS = AnalysisOptions()


class Waiting:
    """Stands for the analysis process."""

    started: list["Waiting"]

    def __init__(self) -> None:
        Waiting.started.append(self)
        self.sent: list[bytes] = []
        self.closed = False

    def send(self, line: bytes) -> None:
        self.sent.append(line)

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(early, "cache_folder", lambda: str(tmp_path / "cache" / "analyses"))
    monkeypatch.setattr(opening, "Child", Waiting)
    monkeypatch.setattr(early, "Child", Waiting)
    Waiting.started = []


@pytest.fixture
def story(tmp_path: Path) -> str:
    file = tmp_path / "story.md"
    file.write_text("# Boats\n\nAda Brennan spoke of *boats*.\n")
    return str(file)


def keep(path: str, options: AnalysisOptions = OPTIONS) -> None:
    """Put an answer for a file into the cache."""
    opened = open_path(path, options=options)
    assert isinstance(opened.job, AnalysisJob)
    assert opened.job._keep_as is not None
    cache.write(opened.job._keep_as(), [b"{}"])
    Waiting.started.clear()


def test_an_article_is_parsed_and_sent_to_a_new_process(story: str) -> None:
    opened = open_path(story, options=OPTIONS)
    (child,) = Waiting.started
    assert opened.article.text == "Boats\n\nAda Brennan spoke of boats."
    assert opened.path == opened.article.id == story
    assert len(child.sent) == 1
    assert b"Ada Brennan" in child.sent[0]


def test_an_article_may_have_another_id_than_its_path(story: str) -> None:
    assert open_path(story, options=OPTIONS, article_id="seed:boats").article.id == "seed:boats"


def test_a_kept_answer_needs_no_process(story: str) -> None:
    keep(story)
    assert early.start(story) is None
    assert isinstance(open_path(story, options=OPTIONS).job, CachedJob)
    assert Waiting.started == []


def test_a_process_that_was_started_early_is_used(story: str) -> None:
    child = early.start(story)
    open_path(story, options=OPTIONS, child=child)
    assert [id(c) for c in Waiting.started] == [id(child)]
    assert len(Waiting.started[0].sent) == 1


def test_a_process_that_is_not_needed_is_ended(story: str) -> None:
    keep(story)
    child = Waiting()
    open_path(story, options=OPTIONS, child=child)  # type: ignore[arg-type]
    assert child.closed


def test_other_options_are_another_question(story: str) -> None:
    keep(story)
    assert isinstance(open_path(story, options=AnalysisOptions(summary_sentences=1)).job, AnalysisJob)


def test_without_the_cache_nothing_is_looked_up_or_kept(story: str) -> None:
    keep(story)
    opened = open_path(story, options=OPTIONS, use_cache=False)
    assert isinstance(opened.job, AnalysisJob)
    assert opened.job._keep_as is None


def test_the_same_bytes_under_another_ending_are_another_question(story: str, tmp_path: Path) -> None:
    keep(story)
    plain = tmp_path / "story.txt"
    plain.write_bytes(Path(story).read_bytes())
    opened = open_path(str(plain), options=OPTIONS)
    assert isinstance(opened.job, AnalysisJob)
    assert "*boats*" in opened.article.text


@pytest.mark.parametrize(
    ("content", "error"), [(b"", EmptyInputError), (b" \n", EmptyInputError), (b"\0\1\2" * 99, InputError)]
)
def test_a_process_is_ended_when_the_article_is_no_use(content: bytes, error: type[InputError], tmp_path: Path) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    child = early.start(str(file))
    with pytest.raises(error):
        open_path(str(file), options=OPTIONS, child=child)
    assert all(c.closed for c in Waiting.started)


@pytest.mark.parametrize("path", ["none.txt", ".", "a\0b", ""])
def test_nothing_is_started_early_for_what_is_no_file(path: str) -> None:
    assert early.start(path) is None
    assert Waiting.started == []


def test_a_named_pipe_is_not_read_early(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert early.start(str(tmp_path / "pipe")) is None


PROBE = """
import sys
import reader.cli.open, reader.session.early, reader.session.opening
opened = reader.session.opening.open_path(sys.argv[1], options=reader.session.opening.AnalysisOptions())
print([r.field for r in opened.job.results()][-1], *sorted({m.split(".")[0] for m in sys.modules}))
"""


def test_this_process_never_imports_nltk(story: str, tmp_path: Path) -> None:
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "other"), "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(
        [sys.executable, "-c", PROBE, story], capture_output=True, text=True, check=True, env=environment
    )
    last, *modules = done.stdout.split()
    assert last == "done"
    assert not set(modules) & {"nltk", "pycrfsuite", "textual", "rich"}


def test_what_runs_before_the_process_starts_imports_next_to_nothing() -> None:
    code = (
        "import sys, subprocess, hashlib; before = set(sys.modules); "
        "import reader.session.early; print(*set(sys.modules) - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"reader", "reader.session", "reader.session.early", "reader.session.child"}
