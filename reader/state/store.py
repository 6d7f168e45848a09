"""The state folder: a small file for each article that was read, bounded in number, written whole or not at all.

    store = Store(state_folder())
    reading = store.find(path, content)
    store.keep(reading)

A file's name is the hash of the article's path and that of its text, so that either finds it and two readers at once
never write to the same file. A damaged file is set aside, never deleted, and told in `problems`. Nothing here raises
for a file system that refuses: a habit that cannot be kept must not end the reading.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import Any

from reader.hashes import sha256
from reader.state.anchor import Anchor
from reader.state.reading import DamagedError, Reading, from_json, joined, to_json
from reader.text.display import one_line

MAX_ARTICLES = 500
"""The longest unread go first; a file is some 1 to 30 KB."""
MAX_FILE_BYTES = 256 * 1024
"""200 bookmarks with their words, each character escaped, stay below."""
MAX_DAMAGED = 20
"""So many damaged files are kept for whoever wants to look."""
KEY_CHARS = 24
"""Of each hash: 96 bits, no two of 500 articles share them."""
STDIN = "-"
_SUFFIX, _DAMAGED = ".json", ".damaged"
_MEMORY = "choices.json"


class Store:
    """What is kept of all articles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._articles = folder / "articles"
        self.problems: list[str] = []
        """One line for each thing that went wrong, for whoever shows them."""
        self._lock = Lock()

    # Articles.

    def find(self, path: str, content: str) -> Reading | None:
        """What is kept of an article: of this file, else of the same text elsewhere, as its `path` and `content` say.

        Args:
            path: as `place_of` gives it.
            content: the `content_key` of its text.
        """
        mine, same = _key(path), content[:KEY_CHARS]
        names = [n for n in self._names() if (path != STDIN and n.startswith(mine)) or n.endswith(same + _SUFFIX)]
        best = max(names, key=lambda n: (n.startswith(mine), n.endswith(same + _SUFFIX), n), default=None)
        return None if best is None else self._read(self._articles / best)

    def keep(self, reading: Reading, known: Iterable[Anchor] | None = None) -> None:
        """Write what is to be kept of an article, instead of what was kept of that file before.

        Args:
            reading: the article as it is left.
            known: the bookmarks that were there when this reader last looked. Those that another reader of the same
                text has set since stay, and those it has taken away stay away. None: there is no other reader.
        """
        mine = _key(reading.path)
        name = f"{mine}-{reading.content[:KEY_CHARS]}{_SUFFIX}"
        with self._lock:
            if known is not None and (there := self._read(self._articles / name)) is not None:
                reading = reading._replace(bookmarks=joined(reading.bookmarks, tuple(known), there.bookmarks))
            if self._write(self._articles / name, to_json(reading)):
                older = (n for n in self._names() if n.startswith(mine) and n != name and reading.path != STDIN)
                for old in older:
                    _drop(self._articles / old)
                self._prune()

    def recent(self, limit: int = MAX_ARTICLES) -> list[Reading]:
        """The articles last read, the latest first; each file is opened, so this belongs into a thread."""
        readings = [r for name in self._names() if (r := self._read(self._articles / name)) is not None]
        return sorted(readings, key=lambda r: (-r.read_at_s, r.path))[:limit]

    def forget(self, reading: Reading) -> None:
        """Keep nothing of an article any more."""
        _drop(self._articles / f"{_key(reading.path)}-{reading.content[:KEY_CHARS]}{_SUFFIX}")

    # Choices made once.

    def choices(self) -> dict[str, Any]:
        """Small values by name: hints that were seen, the last export."""
        value = self._load(self.folder / _MEMORY)
        return value if isinstance(value, dict) else {}

    def choose(self, **values: Any) -> None:
        """Keep values by name, beside those that are there."""
        with self._lock:
            self._write(self.folder / _MEMORY, self.choices() | values)

    # Files.

    def _names(self) -> list[str]:
        try:
            return [name for name in os.listdir(self._articles) if name.endswith(_SUFFIX)]  # noqa: PTH208 -- names do
        except OSError:
            return []

    def _read(self, file: Path) -> Reading | None:
        value = self._load(file)
        if value is None:
            return None
        try:
            return from_json(value)
        except DamagedError as error:
            self._set_aside(file, str(error))
            return None

    def _load(self, file: Path) -> Any:
        """The JSON value in a file; None when there is none, or the file had to be set aside."""
        try:
            with file.open("rb") as source:
                data = source.read(MAX_FILE_BYTES + 1)
        except OSError:
            return None
        if len(data) > MAX_FILE_BYTES:
            self._set_aside(file, f"larger than {MAX_FILE_BYTES // 1024} KiB")
            return None
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            value = None
        if value is None:
            self._set_aside(file, "not valid JSON")
        return value

    def _set_aside(self, file: Path, why: str) -> None:
        aside = file.with_name(file.stem + _DAMAGED)
        try:
            file.replace(aside)
        except OSError:
            return
        self.problems.append(f"{one_line(str(file))}: {why}; set aside as {aside.name}, the reading goes on without it")

    def _write(self, file: Path, value: object) -> bool:
        data = json.dumps(value).encode()
        partial = file.with_name(f"{file.name}.{os.getpid()}.part")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            partial.write_bytes(data)
            partial.chmod(0o600)
            partial.replace(file)
        except OSError as error:
            _drop(partial)
            words = f"{one_line(str(file.parent))}: places and bookmarks are not kept: {error.strerror or error}"
            if words not in self.problems:
                self.problems.append(words)
            return False
        return True

    def _prune(self) -> None:
        """Delete the longest unread over the limit, and damaged files over theirs."""
        for pattern, limit in ((f"*{_SUFFIX}", MAX_ARTICLES), (f"*{_DAMAGED}", MAX_DAMAGED)):
            files = list(self._articles.glob(pattern))
            if len(files) > limit:
                for old in sorted(files, key=_age)[: len(files) - limit]:
                    _drop(old)


def place_of(path: str) -> str:
    """The path under which an article is kept: absolute, links followed; "-" stays."""
    return STDIN if path == STDIN else os.path.realpath(path)


def state_folder() -> Path:
    """Where all this lies. The usual case is spelt out here, because importing platformdirs costs 17 ms."""
    if sys.platform.startswith("linux"):
        given = os.environ.get("XDG_STATE_HOME", "").strip()
        base = given if given.startswith("/") else os.path.join(os.path.expanduser("~"), ".local", "state")  # noqa: PTH111, PTH118 -- as platformdirs does
        return Path(base) / "reader"
    from reader.paths import state_dir

    return state_dir()


def _key(path: str) -> str:
    return sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:KEY_CHARS]


def _age(file: Path) -> tuple[float, str]:
    try:
        return file.stat().st_mtime, file.name
    except OSError:
        return 0.0, file.name


def _drop(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return
