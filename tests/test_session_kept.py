"""A job can be asked again: everybody gets all of it."""

from collections.abc import Iterator
from threading import Event, Thread

import pytest

from reader.errors import AnalysisError
from reader.session import CompletedJob, StageResult
from reader.session.kept import KeptJob
from reader.text import Analysis


class Slow:
    """Gives one result, waits to be let on, gives another, or fails."""

    def __init__(self, failure: str = "") -> None:
        self.go_on, self.asked, self.cancelled, self._failure = Event(), 0, False, failure

    def results(self) -> Iterator[StageResult]:
        self.asked += 1
        yield StageResult("entities", ())
        self.go_on.wait(timeout=30)
        if self._failure:
            raise AnalysisError(self._failure)
        yield StageResult("quotes", ())

    def cancel(self) -> None:
        self.cancelled = True
        self.go_on.set()


def test_everybody_gets_all_results_and_the_job_is_asked_once(sample: Analysis) -> None:
    slow = Slow()
    kept = KeptJob(slow)
    first = kept.results()
    assert next(first).field == "entities"
    second: list[str] = []
    other = Thread(target=lambda: second.extend(r.field for r in kept.results()))
    other.start()
    slow.go_on.set()
    assert [r.field for r in first] == ["quotes"]
    other.join(timeout=30)
    assert second == ["entities", "quotes"]
    assert slow.asked == 1
    whole = KeptJob(CompletedJob(sample))
    assert list(whole.results()) == list(whole.results()) == list(CompletedJob(sample).results())


def test_a_failure_is_told_to_everybody() -> None:
    slow = Slow("out of paper")
    kept = KeptJob(slow)
    slow.go_on.set()
    for _ in range(2):
        with pytest.raises(AnalysisError, match="out of paper"):
            list(kept.results())


def test_giving_up_reaches_the_job() -> None:
    slow = Slow()
    kept = KeptJob(slow)
    kept.cancel()
    assert slow.cancelled
