"""Whether the reader runs from a checkout, and if so which state of its code: for whoever works on it.

An installed reader's code changes only with its version; in a checkout it changes from one minute to the next, and an
analysis that was kept yesterday may not be what the code of today would answer. Reads names, times and sizes only.
"""

import os

from reader.paths import PACKAGE

SHAPING = ("nlp", "text", "parse")
"""The folders whose code shapes an analysis."""


def code_stamp() -> bytes:
    """Something that changes with the code that shapes an analysis; empty outside of a checkout."""
    package = str(PACKAGE)
    if not os.path.isfile(os.path.join(package, os.pardir, "pyproject.toml")):  # noqa: PTH113, PTH118 -- 60 µs each
        return b""
    states: list[str] = []
    for folder in SHAPING:
        _look(f"{package}/{folder}", states)
    return "\n".join(sorted(states)).encode()


def _look(folder: str, states: list[str]) -> None:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    state = entry.stat()
                    states.append(f"{folder}/{entry.name} {state.st_mtime_ns} {state.st_size}")
                elif entry.name not in ("__pycache__", "data") and entry.is_dir():
                    _look(entry.path, states)
    except OSError:
        return  # a folder that cannot be read changes nothing
