"""What is kept of one article, and its JSON form, checked field by field because a state file may hold anything.

Takes and gives values; opens no file.
"""

from typing import Any, Literal, NamedTuple

from reader.state.anchor import CONTEXT_CHARS, Anchor

SCHEMA = "reader.place/1"
MAX_BOOKMARKS = 200
"""More of one article are no help in finding anything."""
MAX_WORDS_CHARS = 400
"""A longer title is cut."""
MAX_PATH_CHARS = 4096
"""What Linux allows."""
CursorKind = Literal["entity", "quote"]


class DamagedError(Exception):
    """A file that is not what this module writes."""


class Cursor(NamedTuple):
    """What the cursor was on, by its place, since entities have no name that outlives an analysis."""

    kind: CursorKind
    start: int
    end: int


class Reading(NamedTuple):
    """One article as it was left."""

    path: str
    """Absolute; "-" for what came from standard input."""
    content: str
    """The hash of its text, see `content_key`."""
    title: str
    source: str
    read_at_s: float
    """When it was last open, seconds since 1970."""
    percent: int
    """Of the article that had been seen, 0 to 100."""
    top: Anchor
    """The first row on the screen."""
    cursor: Cursor | None = None
    bookmarks: tuple[Anchor, ...] = ()
    """By offset."""
    for_later: bool = False
    """Whether it was put aside to be read later."""


def content_key(text: str) -> str:
    """What tells one text from another."""
    from reader.hashes import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def joined(mine: tuple[Anchor, ...], known: tuple[Anchor, ...], there: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    """The bookmarks of two readers of one text: what is there by now, with what this one has set and taken away."""
    set_now, before = {b.offset for b in mine}, {b.offset for b in known}
    taken_away = before - set_now
    places = {b.offset: b for b in there if b.offset not in taken_away}
    places |= {b.offset: b for b in mine if b.offset not in before}
    return tuple(places[offset] for offset in sorted(places))


def to_json(reading: Reading) -> dict[str, Any]:
    """A reading as JSON values."""
    cursor = reading.cursor
    return {
        "schema": SCHEMA,
        "path": reading.path[:MAX_PATH_CHARS],
        "content": reading.content,
        "title": reading.title[:MAX_WORDS_CHARS],
        "source": reading.source[:MAX_WORDS_CHARS],
        "read_at_s": reading.read_at_s,
        "percent": reading.percent,
        "top": list(reading.top),
        "cursor": None if cursor is None else [cursor.kind, cursor.start, cursor.end],
        "bookmarks": [list(b) for b in reading.bookmarks[:MAX_BOOKMARKS]],
        "for_later": reading.for_later,
    }


def from_json(value: Any) -> Reading:
    """The reading in JSON values.

    Raises:
        DamagedError: they are none.
    """
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise DamagedError("not a file of this kind")
    words = {name: _words(value, name) for name in ("path", "content", "title", "source")}
    read_at, bookmarks = value.get("read_at_s"), value.get("bookmarks")
    if isinstance(read_at, bool) or not isinstance(read_at, (int, float)) or not 0 <= read_at < float("inf"):
        raise DamagedError("read_at_s is no time")
    if not isinstance(bookmarks, list) or len(bookmarks) > MAX_BOOKMARKS:
        raise DamagedError("bookmarks is no list of places")
    return Reading(
        **words,
        read_at_s=float(read_at),
        percent=min(100, _number(value.get("percent"), "percent")),
        top=_anchor(value.get("top"), "top"),
        cursor=None if value.get("cursor") is None else _cursor(value["cursor"]),
        bookmarks=tuple(_anchor(b, "bookmarks") for b in bookmarks),
        for_later=value.get("for_later") is True,
    )


def _words(value: dict[str, Any], name: str) -> str:
    words = value.get(name)
    if not isinstance(words, str) or len(words) > MAX_PATH_CHARS:
        raise DamagedError(f"{name} is no string")
    return words


def _number(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise DamagedError(f"{name} is no number")
    return value


def _anchor(value: object, name: str) -> Anchor:
    match value:
        case [offset, str() as before, str() as after] if max(len(before), len(after)) <= CONTEXT_CHARS:
            return Anchor(_number(offset, name), before, after)
    raise DamagedError(f"{name} is no place")


def _cursor(value: object) -> Cursor:
    match value:
        case ["entity" | "quote" as kind, start, end]:
            return Cursor(kind, _number(start, "cursor"), _number(end, "cursor"))
    raise DamagedError("cursor is no place")
