"""Analyses as something one can wait for: in a child process, from the cache, or finished already.

Each job gives the same sequence from `results()`: the fields of the analysis as they are known, then "done" with the
whole. `results()` blocks and is made for a thread; `cancel()` may be called from any other.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from reader.errors import AnalysisError
from reader.nlp.options import AnalysisOptions
from reader.session import cache
from reader.session.child import Child
from reader.text import Analysis, Article

if TYPE_CHECKING:
    from reader.session.stream import StageResult, StreamError

BASE_LIMIT_S = 60.0
"""A child that has said nothing final for so long hangs: the slowest start seen, on a cold disk, took 9 s."""
LIMIT_S_PER_CHAR = 1 / 2000
"""Added for each character; the pipeline does some 30,000 in a second."""
AT_HAND_BYTES = 512 * 1024
"""A longer answer in the cache is not waited for: so much, an article of 10,000 words, is read in 20 ms."""


class Job(Protocol):
    """An analysis under way."""

    def results(self) -> "Iterator[StageResult]":
        """Each field as it is known, then "done". Blocks.

        Raises:
            AnalysisError: there will be no answer; the message says why in one line.
        """
        ...

    def cancel(self) -> None:
        """Give up; `results` ends soon, without an error. Harmless when it has ended."""
        ...


class AnalysisJob:
    """An analysis in a child process."""

    def __init__(
        self,
        article: Article,
        options: AnalysisOptions,
        *,
        child: Child | None = None,
        keep_as: Callable[[], str] | None = None,
    ) -> None:
        """Send the article on its way.

        Args:
            article: what to analyse.
            options: how.
            child: a process that was started early; None starts one.
            keep_as: gives the cache key to keep a complete answer under; None keeps nothing.
        """
        from reader.nlp import request

        self._article = article
        self._keep_as = keep_as
        self._cancelled = False
        self._listening = False
        self._limit_s = BASE_LIMIT_S + LIMIT_S_PER_CHAR * len(article.text)
        self._child = Child() if child is None else child
        self._child.send(request.encode(article, options))

    def results(self) -> "Iterator[StageResult]":
        """See `Job.results`."""
        from reader.session.stream import Stream, StreamError  # 2 ms, here after the first frame

        self._listening = True
        stream, lines = Stream(self._article), []
        try:
            for line in self._child.lines(limit_s=self._limit_s):
                lines.append(line)
                result = stream.feed(line)
                if result is not None and result.field == "done":
                    self._keep(lines)  # first, because whoever has this result may not come back for more
                    yield result
                    return
                if result is not None:
                    yield result
        except StreamError as error:
            if not self._cancelled:
                raise AnalysisError(_refusal(error)) from error
        finally:
            status = self._child.close()
        if not self._cancelled:
            raise AnalysisError(self._epitaph(status))

    def cancel(self) -> None:
        """See `Job.cancel`."""
        self._cancelled = True
        if self._listening:
            self._child.kill()  # whoever listens sees its end and cleans up
        else:
            self._child.close()

    def _keep(self, lines: list[bytes]) -> None:
        if self._keep_as is not None:
            cache.write(self._keep_as(), lines)

    def _epitaph(self, status: int) -> str:
        """Why there is no answer, in one line."""
        if self._child.timed_out:
            return f"the analysis took longer than {self._limit_s:.0f} s and was stopped; the text stays readable"
        words = self._child.last_words()
        reason = f": {words}" if words else ""
        if status < 0:
            return f"the analysis was ended from outside, by {_signal(-status)}, before its answer{reason}"
        return f"the analysis process ended with status {status} before its answer{reason}"


def _signal(number: int) -> str:
    """A signal by its name, with what a kill that nobody asked for most often means."""
    from signal import Signals

    name = Signals(number).name if number in set(Signals) else f"signal {number}"
    return "SIGKILL (is the machine short of memory?)" if name == "SIGKILL" else name


def _refusal(error: "StreamError") -> str:
    if error.reported:
        return f"the analysis failed: {error}"
    return f"the analysis process gave an {error}; reinstall reader-tui if this happens again"


class CachedJob:
    """An analysis read from the cache; a damaged one is forgotten and made anew."""

    def __init__(self, article: Article, options: AnalysisOptions, *, key: str) -> None:
        self._article = article
        self._options = options
        self._key = key
        self._cancelled = False
        self._fallback: AnalysisJob | None = None

    def results(self) -> "Iterator[StageResult]":
        """See `Job.results`."""
        from reader.session.stream import Stream, StreamError

        stream = Stream(self._article)
        try:
            for line in cache.read(self._key):
                result = stream.feed(line)
                if self._cancelled:
                    return
                if result is not None:
                    yield result
                    if result.field == "done":
                        return
        except StreamError:
            cache.forget(self._key)
        if not self._cancelled:
            self._fallback = AnalysisJob(self._article, self._options, keep_as=lambda: self._key)
            yield from self._fallback.results()

    def at_hand(self) -> "tuple[StageResult, ...]":
        """What `results` will give, at once; nothing when it is long or damaged, which `results` bears."""
        from reader.session.stream import Stream, StreamError

        if cache.size(self._key) > AT_HAND_BYTES:
            return ()
        stream = Stream(self._article)
        try:
            results = tuple(filter(None, map(stream.feed, cache.read(self._key))))
        except StreamError:
            return ()
        return results if results and results[-1].field == "done" else ()

    def cancel(self) -> None:
        """See `Job.cancel`."""
        self._cancelled = True
        if self._fallback is not None:
            self._fallback.cancel()


class CompletedJob:
    """A finished analysis with the interface of a running one."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def results(self) -> "Iterator[StageResult]":
        """See `Job.results`."""
        from reader.session.stream import FIELDS, StageResult

        for name in FIELDS:
            yield StageResult(name, getattr(self._analysis, name))
        yield StageResult("done", self._analysis)

    def cancel(self) -> None:
        """See `Job.cancel`; there is nothing to give up."""


def at_hand(job: Job) -> "tuple[StageResult, ...]":
    """All results of a job that has them already; nothing where one would have to wait."""
    return job.at_hand() if isinstance(job, CachedJob) else ()
