"""Searching in a text: a query → the places where it stands. Nothing but the text, and a limit to the time it takes.

Plain words are looked for piece by piece, the nearest first, because thousands of hits take longer than a frame. An
expression can take for ever (`(a+)+b`): an alarm ends it where there are alarms, which is everywhere but on Windows;
elsewhere it is matched in a process of its own, which is ended.
"""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from time import perf_counter
from types import FrameType

from reader.text import Span

MOST_HITS = 5_000  # of one search; more helps nobody and costs time
LONGEST_QUERY_CHARS = 200
MOST_SECONDS = 0.25  # a key that takes longer feels stuck; an honest expression needs 0.03 for 50,000 words

TRY_AGAIN_S = 0.02
PIECE_CHARS = 8_000  # 1,300 words: two screens, searched in a millisecond
AROUND_CHARS = 4_000  # a screen of small letters, before and behind the first hit
LONGEST_HIT_CHARS = 1_000  # of plain words with any white space between them; a longer one is lost at a piece's end
MOST_NEAR_CHARS = 500_000  # farther than this nothing is looked for before the key's frame: 10 ms
GO_ON_S = 0.004  # in one go, while nobody presses a key
TOO_LONG = "this expression takes too long here; repeat less inside what is repeated"


class BadPatternError(ValueError):
    """The query is a regular expression that does not compile, or takes for ever; the message says why in one line."""


class _OutOfTimeError(Exception):
    """Raised inside a match that takes too long; seen by nobody outside."""


class Hunt:
    """The search for one query, from one place of the text on and round at its end."""

    def __init__(self, text: str, query: str, start: int = 0) -> None:
        """Find what is near `start`: the first hit from there on, and a screen around it.

        Args:
            text: where to search.
            query: smart case (capitals count), `/…` is a regular expression; that is searched for in one go.
            start: the place of reading.

        Raises:
            BadPatternError: the expression does not compile, or takes longer than `MOST_SECONDS`.
        """
        self._text, self._start = text, start
        self._before: list[Span] = []
        self._after: list[Span] = []
        self._low = self._at = max(0, start - AROUND_CHARS)
        self._is_round = False
        """Whether the end of the text has been reached, and what is left is before `_low`."""
        pattern = compiled(query[:LONGEST_QUERY_CHARS])
        self.is_done = pattern is None or query.startswith("/")
        """Whether all hits are known."""
        if pattern is not None and self.is_done:
            self._after += _in_time(pattern, text)
        elif pattern is not None:
            self._pattern = pattern
            self._find_near()

    @property
    def hits(self) -> tuple[Span, ...]:
        """Those that are known, in order of the text."""
        return (*self._before, *self._after)

    def go_on(self) -> bool:
        """Search for a few milliseconds; whether there is more to search."""
        end_s = perf_counter() + GO_ON_S
        while not self.is_done and perf_counter() < end_s:
            self._search_piece()
        return not self.is_done

    def finish(self) -> None:
        """Search through all that is left."""
        while not self.is_done:
            self._search_piece()

    def _find_near(self) -> None:
        most = self._low + MOST_NEAR_CHARS
        while not self.is_done and not self._is_round and self._at < most:
            first = next((hit.start for hit in self._after if hit.start >= self._start), None)
            if first is not None and self._at >= first + AROUND_CHARS:
                break
            self._search_piece()

    def _search_piece(self) -> None:
        """The hits that begin in the next piece."""
        end = self._low if self._is_round else len(self._text)
        stop = min(end, self._at + PIECE_CHARS)
        found = self._before if self._is_round else self._after
        limit = self._after[0].start if self._is_round and self._after else len(self._text)
        at = max(self._at, found[-1].end) if found else self._at
        for match in self._pattern.finditer(self._text, at, min(len(self._text), stop + LONGEST_HIT_CHARS)):
            if match.start() >= stop or match.end() > limit or len(self._before) + len(self._after) == MOST_HITS:
                break
            found.append(Span(*match.span()))
        self._at = stop
        if stop == end:
            self.is_done = self._is_round or not self._low
            self._is_round, self._at = True, 0
        self.is_done |= len(self._before) + len(self._after) == MOST_HITS


def find_hits(text: str, query: str) -> tuple[Span, ...]:
    """All places of `query` in order; see `Hunt`."""
    hunt = Hunt(text, query)
    hunt.finish()
    return hunt.hits


def _in_time(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    """The places of an expression, unless that takes too long."""
    if not _has_alarms():
        return _found_apart(pattern, text)
    try:
        with _limited():
            return tuple(_matches(pattern, text))
    except _OutOfTimeError:
        raise BadPatternError(TOO_LONG) from None


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
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
