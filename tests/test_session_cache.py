"""The cache answers for exactly what was asked, and a damaged file is as good as none."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.nlp.options import AnalysisOptions
from reader.session import cache
from reader.session import job as jobs
from reader.session.job import CachedJob, at_hand
from reader.session.stream import StageResult
from reader.text import Analysis

KEY = "0" * 64


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "cache")


def done(job: CachedJob) -> Analysis:
    *_, last = job.results()
    assert isinstance(last.value, Analysis)
    return last.value


def test_what_was_kept_is_read_again(sample: Analysis, sample_lines: list[bytes]) -> None:
    cache.write(KEY, sample_lines)
    assert cache.holds(KEY)
    assert done(CachedJob(sample.article, AnalysisOptions(), key=KEY)) == sample


def test_nothing_kept_is_nothing_held() -> None:
    assert not cache.holds(KEY)
    assert cache.read(KEY) == []
    cache.forget(KEY)


def test_what_was_kept_is_at_hand(sample: Analysis, sample_lines: list[bytes]) -> None:
    cache.write(KEY, sample_lines)
    job = CachedJob(sample.article, AnalysisOptions(), key=KEY)
    assert at_hand(job) == tuple(job.results())


@pytest.mark.parametrize("lost", [1, 3])
def test_an_answer_that_breaks_off_is_not_at_hand(lost: int, sample: Analysis, sample_lines: list[bytes]) -> None:
    cache.write(KEY, sample_lines[:-lost])
    assert at_hand(CachedJob(sample.article, AnalysisOptions(), key=KEY)) == ()


@pytest.mark.parametrize("content", [b"", b"garbage\n", b"\x00\xff", b'{"field": "done", "value": 1}\n'])
def test_a_damaged_answer_is_not_at_hand(content: bytes, sample: Analysis) -> None:
    cache.write(KEY, [])
    cache.path(KEY).write_bytes(content)
    assert at_hand(CachedJob(sample.article, AnalysisOptions(), key=KEY)) == ()


def test_a_long_answer_is_not_at_hand(
    monkeypatch: pytest.MonkeyPatch, sample: Analysis, sample_lines: list[bytes]
) -> None:
    monkeypatch.setattr(jobs, "AT_HAND_BYTES", 100)
    cache.write(KEY, sample_lines)
    assert at_hand(CachedJob(sample.article, AnalysisOptions(), key=KEY)) == ()


class Remade:
    """Stands for the analysis process."""

    def __init__(self, *_: object, keep_as: Callable[[], str]) -> None:
        self.key = keep_as()

    def results(self) -> Iterator[StageResult]:
        yield StageResult("remade", self.key)


@pytest.mark.parametrize("content", [b"", b"garbage\n", b"\x00\xff", b'{"field": "done", "value": 1}\n'])
def test_a_damaged_file_is_dropped_and_the_analysis_made_anew(
    content: bytes, monkeypatch: pytest.MonkeyPatch, sample: Analysis
) -> None:
    monkeypatch.setattr(jobs, "AnalysisJob", Remade)
    cache.write(KEY, [])
    cache.path(KEY).write_bytes(content)
    job = CachedJob(sample.article, AnalysisOptions(), key=KEY)
    assert list(job.results()) == [StageResult("remade", KEY)]


def test_a_file_that_breaks_off_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, sample: Analysis, sample_lines: list[bytes]
) -> None:
    monkeypatch.setattr(jobs, "AnalysisJob", Remade)
    cache.write(KEY, sample_lines[:-1])
    results = list(CachedJob(sample.article, AnalysisOptions(), key=KEY).results())
    assert results[-1] == StageResult("remade", KEY)


def test_a_cancelled_job_is_not_made_anew(monkeypatch: pytest.MonkeyPatch, sample: Analysis) -> None:
    monkeypatch.setattr(jobs, "AnalysisJob", Remade)
    job = CachedJob(sample.article, AnalysisOptions(), key=KEY)
    job.cancel()
    assert list(job.results()) == []


def test_the_oldest_answers_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MAX_FILES", 3)
    for age, name in enumerate("abcde"):
        cache.write(name, [b"{}"])
        os.utime(cache.path(name), (age, age))
    cache.write("f", [b"{}"])
    assert sorted(f.stem for f in cache.folder().iterdir()) == ["d", "e", "f"]


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache.write(KEY, [b"{}"])
    assert not cache.holds(KEY)


def test_a_file_of_absurd_size_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MAX_FILE_BYTES", 10)
    cache.write(KEY, [b"x" * 100])
    assert not cache.holds(KEY)


def test_the_key_depends_on_bytes_format_options_and_version() -> None:
    base = {"format_name": ".txt", "options": ("reader", None, None), "version": "1"}
    keys = {
        cache.key(b"text", **base),  # type: ignore[arg-type]
        cache.key(b"text!", **base),  # type: ignore[arg-type]
        cache.key(b"text", **base | {"format_name": ".md"}),  # type: ignore[arg-type]
        cache.key(b"text", **base | {"options": ("reader", 3, None)}),  # type: ignore[arg-type]
        cache.key(b"text", **base | {"version": "2"}),  # type: ignore[arg-type]
    }
    assert len(keys) == 5
    assert len({key.split("-")[2] for key in keys}) == 4


def test_the_key_depends_on_the_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.nlp import resources

    before = cache.key(b"text", format_name="", options=(), version="1")
    monkeypatch.setattr(resources, "DATA_DIR", tmp_path)
    (tmp_path / "MANIFEST.toml").write_text("other models")
    assert cache.key(b"text", format_name="", options=(), version="1") != before
