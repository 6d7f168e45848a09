"""Which files have changed on disk, by looking at them now and then: a stat a file, the contents are never read.

Takes paths, gives those whose time, size or identity are others than at the last look. It waits for nothing.
"""

import os
from collections.abc import Iterable
from typing import NamedTuple


class Signature(NamedTuple):
    """What tells one state of a file from another; editors that write a new file change the last part."""

    mtime_ns: int
    size: int
    inode: int


class Watch:
    """The files as they were at the last look."""

    def __init__(self) -> None:
        self._seen: dict[str, Signature | None] = {}

    def changed(self, paths: Iterable[str]) -> list[str]:
        """Those of `paths` that are there and were otherwise, or not there, at the last look.

        A path looked at for the first time has not changed; one that has gone changes when it is back.
        """
        seen = {path: _signature(path) for path in paths}
        news = [path for path, now in seen.items() if now is not None and self._seen.get(path, now) != now]
        gone = {path: old for path, old in self._seen.items() if path in seen and seen[path] is None}
        self._seen = seen | gone
        return news


def _signature(path: str) -> Signature | None:
    """None when there is no such file."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- a path is a string here
    except (OSError, ValueError):  # ValueError: a NUL inside the name
        return None
    return Signature(found.st_mtime_ns, found.st_size, found.st_ino)
