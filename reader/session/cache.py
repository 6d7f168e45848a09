"""Finished analyses on disk: the lines of the analysis process, under a key of everything that shapes them.

A file that is damaged, foreign or of another version is as good as none. Nothing here raises for a file system that
refuses: a cache is a convenience.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from reader.session import early

MAX_FILES = 200
"""The oldest go first; at about 0.1 MB an article this bounds the folder to some 20 MB."""
MAX_FILE_BYTES = 64 * 1024 * 1024
"""A larger file is none of ours: 50,000 words make 3 MB."""
_SUFFIX = ".jsonl"
_LAYOUT = b"reader cache 1"


def key(data: bytes, *, format_name: str, options: tuple[object, ...], version: str) -> str:
    """The name of the answer for these bytes, read in this way, by these models and this version."""
    from reader.hashes import sha256
    from reader.nlp.resources import DATA_DIR
    from reader.session.checkout import code_stamp

    try:
        manifest = (DATA_DIR / "MANIFEST.toml").read_bytes()
    except OSError:
        manifest = b""
    digest = sha256()
    for part in (_LAYOUT, version.encode(), format_name.encode(), repr(options).encode(), manifest, code_stamp()):
        digest.update(b"%d:" % len(part))
        digest.update(part)
    return f"{early.data_key(data)}-{digest.hexdigest()[:32]}"


def folder() -> Path:
    """Where the answers lie."""
    return Path(early.cache_folder())


def path(name: str) -> Path:
    """The file for a key."""
    return folder() / (name + _SUFFIX)


def holds(name: str) -> bool:
    """Whether there is a file of a sane size for a key; its contents may still turn out damaged."""
    return 0 < size(name) <= MAX_FILE_BYTES


def size(name: str) -> int:
    """The bytes kept under a key; 0 when there are none."""
    try:
        return path(name).stat().st_size
    except OSError:
        return 0


def read(name: str) -> list[bytes]:
    """The lines kept under a key; none when it cannot be read."""
    try:
        return path(name).read_bytes().splitlines()
    except OSError:
        return []


def write(name: str, lines: Iterable[bytes]) -> None:
    """Keep the lines of a complete answer, in one step, and drop the oldest answers over the limit."""
    target = path(name)
    partial = target.with_name(f"{name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.write_bytes(b"\n".join(lines) + b"\n")
        partial.replace(target)
        _prune(target.parent)
    except OSError:
        _drop(partial)


def forget(name: str) -> None:
    """Drop a damaged answer."""
    _drop(path(name))


def _drop(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return


def _prune(home: Path) -> None:
    """Delete the oldest files over the limit."""
    files = sorted(home.glob(f"*{_SUFFIX}"), key=lambda f: (f.stat().st_mtime, f.name), reverse=True)
    for old in files[MAX_FILES:]:
        _drop(old)
