"""The folders: the user's own, the shipped ones, and what the cache holds."""

import os
from collections.abc import Iterator
from pathlib import Path

from reader import paths
from reader.cli.checks import Check, State
from reader.session import cache

MIB = 2**20


def folders() -> Iterator[Check]:
    """Whether each is there, or could be made, and may be written."""
    for what, folder in (("configuration", paths.config_dir()), ("state", paths.state_dir())):
        yield Check("folders", *_own(what, folder, missing="not there yet"))
    for what, folder, pattern in (("seeds", paths.seeds_dir(), "*"), ("themes", paths.themes_dir(), "*.toml")):
        count = len(list(folder.glob(pattern))) if folder.is_dir() else 0
        if count:
            yield Check("folders", "ok", f"{what}: {folder}, {count} files")
        else:
            yield Check("folders", "wrong", f"{what}: {folder}: nothing there; reinstall reader-tui")


def cached() -> Iterator[Check]:
    """How much the cache holds, and whether more can be kept."""
    folder = cache.folder()
    sizes = list(_sizes(folder))
    held = f"{len(sizes)} analyses, {sum(sizes) / MIB:.1f} MiB, at most {cache.MAX_FILES} are kept"
    state, words = _own("analyses", folder, missing="empty")
    yield Check("cache", state, f"{words}; {held}" if sizes else words)


def _sizes(folder: Path) -> Iterator[int]:
    for file in folder.glob("*"):
        try:
            yield file.stat().st_size
        except OSError:
            continue  # just now dropped by another reader


def _own(what: str, folder: Path, *, missing: str) -> tuple[State, str]:
    if folder.exists() and not folder.is_dir():
        return "wrong", (f"{what}: {folder}: no folder, but in the way of one; move it")
    near = next(parent for parent in (folder, *folder.parents) if parent.exists())
    if not os.access(near, os.W_OK | os.X_OK):
        return "wrong", (f"{what}: {folder}: cannot be written; nothing will be kept there")
    return "ok", (f"{what}: {folder}" + ("" if folder.is_dir() else f", {missing}"))
