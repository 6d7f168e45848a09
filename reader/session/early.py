"""What happens before anything is imported: is this file's analysis kept already, and if not, start the process.

Takes a path, gives a process or none. Nothing here may import more than a hash and subprocess: the analysis process
spends 0.1 s of CPU on its imports, so every millisecond that it starts sooner is one that the panes fill sooner.
"""
# ruff: noqa: PTH111, PTH113, PTH118, PTH123, PTH208
# Importing pathlib costs 9 ms here.

import os
import sys

from reader.session.child import Child

MAX_EARLY_BYTES = 4 * 1024 * 1024
"""A larger file is not read twice."""


def start(path: str) -> Child | None:
    """The analysis process for the article at `path`, unless an analysis of these bytes is kept, or it is no file.

    Only a guess: `open_path` looks closely, ends a process that it does not need and starts one that is missing.
    """
    try:
        if not os.path.isfile(path):
            return None  # a named pipe can be read only once
        with open(path, "rb") as file:
            data = file.read(MAX_EARLY_BYTES)
    except (OSError, ValueError):  # ValueError: a NUL inside the name
        return None
    return None if may_be_kept(data) else Child()


def may_be_kept(data: bytes) -> bool:
    """Whether some analysis of these bytes is kept. They are hashed only when one of as many bytes is there."""
    try:
        names = [name for name in os.listdir(cache_folder()) if name.startswith(_size_key(data))]
    except OSError:
        return False
    return bool(names) and any(name.startswith(data_key(data)) for name in names)


def data_key(data: bytes) -> str:
    """The first part of a cache key: all that is known of an answer before options and models are."""
    from reader.hashes import sha256

    return _size_key(data) + sha256(data).hexdigest()


def _size_key(data: bytes) -> str:
    return f"{len(data)}-"


def cache_folder() -> str:
    """Where finished analyses lie. The usual case is spelt out here, because importing platformdirs costs 17 ms."""
    if sys.platform.startswith("linux"):
        given = os.environ.get("XDG_CACHE_HOME", "").strip()
        base = given if given.startswith("/") else os.path.join(os.path.expanduser("~"), ".cache")
        return os.path.join(base, "reader", "analyses")
    from reader.paths import cache_dir

    return os.path.join(cache_dir(), "analyses")
