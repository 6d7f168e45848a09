"""Searching in a text: a query → the places where it stands. Pure."""

import re
from functools import lru_cache

from reader.text import Span

MOST_HITS = 5_000  # of one search; more helps nobody and costs time
LONGEST_QUERY_CHARS = 200


class BadPatternError(ValueError):
    """The query is a regular expression that does not compile; the message says why in one line."""


def find_hits(text: str, query: str) -> tuple[Span, ...]:
    """The places of `query` in order: smart case (capitals in the query count), `/…/` is a regular expression.

    Raises:
        BadPatternError: the expression does not compile.
    """
    pattern = compiled(query[:LONGEST_QUERY_CHARS])
    if pattern is None:
        return ()
    hits: list[Span] = []
    for match in pattern.finditer(text):
        if match.end() > match.start():
            hits.append(Span(*match.span()))
            if len(hits) == MOST_HITS:
                break
    return tuple(hits)


@lru_cache(16)
def compiled(query: str) -> re.Pattern[str] | None:
    """The query as an expression; None for an empty one. White space stands for any run of it."""
    is_regex = len(query) > 2 and query.startswith("/") and query.endswith("/")  # noqa: PLR2004 -- two slashes
    body = query[1:-1] if is_regex else r"\s+".join(_literal(word) for word in query.split())
    if not body:
        return None
    flags = re.IGNORECASE if query == query.lower() else 0
    try:
        return re.compile(body, flags | re.MULTILINE)
    except re.error as error:
        raise BadPatternError(f"{query}: {error}; leave out the slashes to search for plain words") from error


def _literal(word: str) -> str:
    """A plain word; straight and curly marks find each other."""
    escaped = re.escape(word)
    return escaped.replace("'", "['’‘]").replace('"', '["“”]')
