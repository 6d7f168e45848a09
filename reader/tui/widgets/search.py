"""Searching in a text: a query → the places where it stands. Nothing but the text, and a limit to the time it takes."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import FrameType

from reader.text import Span

MOST_HITS = 5_000  # of one search; more helps nobody and costs time
LONGEST_QUERY_CHARS = 200
MOST_SECONDS = 0.25  # a key that takes longer feels stuck; an honest expression needs 0.03 for 50,000 words

TRY_AGAIN_S = 0.02


class BadPatternError(ValueError):
    """The query is a regular expression that does not compile, or takes for ever; the message says why in one line."""


class _OutOfTimeError(Exception):
    """Raised inside a match that takes too long; seen by nobody outside."""


def find_hits(text: str, query: str) -> tuple[Span, ...]:
    """The places of `query` in order: smart case (capitals in the query count), `/…` is a regular expression.

    Raises:
        BadPatternError: the expression does not compile, or takes longer than `MOST_SECONDS`.
    """
    pattern = compiled(query[:LONGEST_QUERY_CHARS])
    if pattern is None:
        return ()
    hits: list[Span] = []
    try:
        with _limited():
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    hits.append(Span(*match.span()))
                    if len(hits) == MOST_HITS:
                        break
    except _OutOfTimeError:
        raise BadPatternError("this expression takes too long here; repeat less inside what is repeated") from None
    return tuple(hits)


@contextmanager
def _limited() -> Iterator[None]:
    """A match can take for ever (`(a+)+b`); an alarm, which `re` looks out for, ends it. None where there are none."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.setitimer(signal.ITIMER_REAL, MOST_SECONDS, TRY_AGAIN_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _give_up(number: int, frame: FrameType | None) -> None:
    """Raises where the match runs and nowhere else: a callback that the alarm hits would only swallow it."""
    del number
    if frame is not None and frame.f_globals is globals():
        raise _OutOfTimeError


@lru_cache(16)
def compiled(query: str) -> re.Pattern[str] | None:
    """The query as an expression; None for an empty one. White space stands for any run of it.

    The slash at the end of `/…/` may be missing, so that hits are seen while one types.
    """
    is_regex = query.startswith("/")
    if is_regex:
        body = query[1:-1] if len(query) > 1 and query.endswith("/") and not query.endswith("\\/") else query[1:]
    else:
        body = r"\s+".join(_literal(word) for word in query.split())
    if not body:
        return None
    letters = re.sub(r"\\.", "", body) if is_regex else query  # the capital of \S or \W is no capital
    flags = re.IGNORECASE if letters == letters.lower() else 0
    try:
        return re.compile(body, flags | re.MULTILINE)
    except (re.error, OverflowError, RecursionError) as error:
        raise BadPatternError(f"{error}; without the slash before it, plain words are searched for") from error


def _literal(word: str) -> str:
    """A plain word; straight and curly marks find each other."""
    escaped = re.escape(word)
    return escaped.replace("'", "['’‘]").replace('"', '["“”]')
