"""An analysis that can be asked for more than once: what has arrived is kept, whoever asks later gets it all.

Takes a job and listens to it in a thread of its own from the first question on; made for articles that are analysed
before anybody looks at them.
"""

from collections.abc import Iterator
from threading import Condition, Thread

from reader.session.job import Job
from reader.session.stream import StageResult


class KeptJob:
    """A job with the results it has given so far."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._news = Condition()
        self._results: list[StageResult] = []
        self._error: Exception | None = None
        self._started = self._ended = False

    def results(self) -> Iterator[StageResult]:
        """See `Job.results`; each call gives the whole sequence."""
        self._start()
        seen = 0
        while fresh := self._after(seen):
            yield from fresh
            seen += len(fresh)
        if self._error is not None:
            raise self._error

    def cancel(self) -> None:
        """See `Job.cancel`."""
        self._job.cancel()

    def _after(self, seen: int) -> list[StageResult]:
        """The results after the first `seen`, as soon as there are any; none when no more will come."""
        with self._news:
            self._news.wait_for(lambda: self._ended or len(self._results) > seen)
            return self._results[seen:]

    def _start(self) -> None:
        with self._news:
            if self._started:
                return
            self._started = True
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            for result in self._job.results():
                with self._news:
                    self._results.append(result)
                    self._news.notify_all()
        except Exception as error:  # noqa: BLE001 -- whoever asks is told, in their own thread
            self._error = error
        with self._news:
            self._ended = True
            self._news.notify_all()
