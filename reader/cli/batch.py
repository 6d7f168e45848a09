"""Many articles → one line of JSON each, in order, in this process or in several.

Takes tasks (a path, or one line of a corpus), gives encoded answers; whatever is wrong with an article becomes its
answer. Imports nltk through the pipeline when the first task runs; never Textual.
"""

import gc
import json
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Any

from reader.errors import AnalysisError, InputError, ReaderError
from reader.nlp.lean import spare_nltk_packages
from reader.nlp.options import AnalysisOptions
from reader.session.loading import load, verbatim
from reader.text import Article
from reader.text.wire import analysis_to_json, error_to_json

CORPUS_ENDING = ".jsonl"
IN_FLIGHT_PER_JOB = 8
"""Articles handed to the pool ahead of the one that is printed: enough to keep it busy past a long one."""


GC_THRESHOLDS = (200_000, 20, 20)
"""An analysis makes hundreds of thousands of objects and hardly a cycle: 7 % less CPU than with Python's thresholds."""


@dataclass(frozen=True, slots=True)
class Task:
    """One article to be analysed."""

    id: str
    """A path; for a corpus line, the corpus and the line's number, until its own id is known."""
    line: bytes | None = None
    """The corpus line; None when `id` is a path to read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task."""

    encoded: bytes
    """JSON without a line feed at its end."""
    failed: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How answers are asked for and written."""

    options: AnalysisOptions
    timings: bool = True
    indent: int | None = None
    """None: one ASCII line, which no pipe or console can damage."""


def tasks(paths: Iterable[str]) -> Iterator[Task]:
    """The articles that the paths name, a corpus opened up into its lines, blank ones left out."""
    from pathlib import Path

    for path in paths:
        if not path.lower().endswith(CORPUS_ENDING):
            yield Task(path)
            continue
        try:
            with Path(path).open("rb") as corpus:
                for number, line in enumerate(corpus, start=1):
                    if line.strip():
                        yield Task(f"{path}:{number}", line)
        except OSError:
            yield Task(path)  # reading it as an article says what is wrong, in its place among the others


def answers(work: Iterable[Task], style: Style, *, jobs: int) -> Iterator[Answer]:
    """The answers in the order of the tasks.

    Args:
        work: read no further ahead than the jobs need.
        style: how.
        jobs: processes; 1 is this one.
    """
    if jobs > 1:
        yield from _in_processes(iter(work), style, jobs)
        return
    _settle()
    for task in work:
        yield answer(task, style)


def answer(task: Task, style: Style) -> Answer:
    """One article's answer; never raises for what is wrong with the article."""
    from reader.nlp.pipeline import analyse

    name = task.id
    try:
        article = _from_path(task.id) if task.line is None else _from_corpus(task.line, task.id)
        name = article.id
        value = analysis_to_json(analyse(article, style.options), timings=style.timings)
    except Exception as error:  # noqa: BLE001 -- one article must not end the run; its line says what happened
        return Answer(_encode(error_to_json(name, _told(error)), style.indent), failed=True)
    return Answer(_encode(value, style.indent), failed=False)


def _from_path(argument: str) -> Article:
    from reader.cli.articles import article_path

    return load(article_path(argument), article_id=argument)


def _from_corpus(line: bytes, where: str) -> Article:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not a line of JSON: {error}") from error
    fields = value if isinstance(value, dict) else {}
    name, text, title = fields.get("id"), fields.get("text"), fields.get("title")
    if not isinstance(name, str) or not isinstance(text, str) or not isinstance(title, str | None):
        raise InputError(f'{where}: each line needs the strings "id" and "text", and may have "title"')
    return verbatim(text, name=name, title=title)


def _told(error: Exception) -> Exception:
    """Errors of ours as they are; others on one line, with what they are."""
    return error if isinstance(error, ReaderError) else type(error)(" ".join(str(error).split()))


def _encode(value: dict[str, Any], indent: int | None) -> bytes:
    if indent is None:
        return json.dumps(value).encode("ascii")
    try:
        return json.dumps(value, indent=indent, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 cannot hold
        return json.dumps(value, indent=indent).encode("ascii")


def _settle() -> None:
    """Import the pipeline, and keep what that made out of every later garbage collection."""
    spare_nltk_packages()
    import reader.nlp.pipeline  # noqa: F401 -- imported for its being there

    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)


def _in_processes(work: Iterator[Task], style: Style, jobs: int) -> Iterator[Answer]:
    _settle()
    pool = _pool(jobs)
    waiting: deque[tuple[Task, Future[Answer]]] = deque()
    try:
        while True:
            room = jobs * IN_FLIGHT_PER_JOB - len(waiting)
            waiting.extend((task, _submit(pool, task, style)) for task in islice(work, room))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                yield from [_alone(late, style) for late in (task, *(t for t, _ in waiting))]
                waiting.clear()
                pool = _pool(jobs)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Forked where that is safe, because a forked process shares the models; spawned elsewhere."""
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submit(pool: ProcessPoolExecutor, task: Task, style: Style) -> Future[Answer]:
    try:
        return pool.submit(answer, task, style)
    except BrokenProcessPool as error:
        failed: Future[Answer] = Future()
        failed.set_exception(error)
        return failed


def _alone(task: Task, style: Style) -> Answer:
    """A process died, and nobody knows of which article: each in flight gets one of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(answer, task, style).result()
        except BrokenProcessPool:
            died = AnalysisError(f"{task.id}: the analysis process died")
            return Answer(_encode(error_to_json(task.id, died), style.indent), failed=True)
