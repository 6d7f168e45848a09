"""Many articles in several processes; one that dies costs the article that killed it and no other.

Takes tasks, gives answers in their order. Imported only when more than one process is asked for.
"""

import signal
import sys
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from reader.cli import batch
from reader.cli.batch import Answer, Style, Task, encode
from reader.errors import AnalysisError
from reader.text.wire import error_to_json

IN_FLIGHT_PER_JOB = 8
"""Articles handed to the pool ahead of the one that is printed: enough to keep it busy past a long one."""


def in_processes(work: Iterator[Task], style: Style, jobs: int) -> Iterator[Answer]:
    """The answers in order; no more of `work` is read than keeps the processes busy."""
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
        return pool.submit(batch.answer, task, style)
    except BrokenProcessPool as error:
        failed: Future[Answer] = Future()
        failed.set_exception(error)
        return failed


def _alone(task: Task, style: Style) -> Answer:
    """A process died, and nobody knows of which article: each in flight gets one of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(batch.answer, task, style).result()
        except BrokenProcessPool:
            died = AnalysisError(f"{task.id}: the analysis process died")
            return Answer(encode(error_to_json(task.id, died), style.indent), failed=True)
