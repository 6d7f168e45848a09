"""Searching in a text: a query → the places where it stands. Nothing but the text, and a limit to the time it takes.

Plain words cannot take long. An expression can (`(a+)+b`): an alarm ends it where there are alarms, which is everywhere
but on Windows; elsewhere it is matched in a process of its own, which is ended.
"""

import re
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from types import FrameType

from reader.text import Span

MOST_HITS = 5_000  # of one search; more helps nobody and costs time
LONGEST_QUERY_CHARS = 200
MOST_SECONDS = 0.25  # a key that takes longer feels stuck; an honest expression needs 0.03 for 50,000 words

TRY_AGAIN_S = 0.02
TOO_LONG = "this expression takes too long here; repeat less inside what is repeated"


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
    if not query.startswith("/"):
        return tuple(_matches(pattern, text))
    if not _has_alarms():
        return _found_apart(pattern, text)
    try:
        with _limited():
            return tuple(_matches(pattern, text))
    except _OutOfTimeError:
        raise BadPatternError(TOO_LONG) from None


def _matches(pattern: re.Pattern[str], text: str) -> Iterable[Span]:
    found = (Span(*match.span()) for match in pattern.finditer(text) if match.end() > match.start())
    return islice(found, MOST_HITS)


def _has_alarms() -> bool:
    """Whether a match can be interrupted here."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _found_apart(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    from reader.tui.widgets import search_apart

    try:
        found = search_apart.spans(pattern, text, most=MOST_HITS, limit_s=MOST_SECONDS)
    except search_apart.OutOfTimeError:
        raise BadPatternError(TOO_LONG) from None
    except search_apart.NoProcessError as error:
        raise BadPatternError(
            f"expressions cannot be searched for here ({error.__cause__}); plain words can"
        ) from error
    return tuple(Span(*place) for place in found)


@contextmanager
def _limited() -> Iterator[None]:
    """An alarm, which `re` looks out for, ends a match that takes too long."""
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
