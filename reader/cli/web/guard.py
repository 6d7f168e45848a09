"""What a visitor's process may do: read the reader's own files, and nothing else in the file system.

A hook on Python's audit events, which cannot be taken off again: whatever the app offers now or later, opening any
other file, listing any other folder, writing, starting programs and connecting to anything is refused as an operating
system would, with a `PermissionError`. Only the analysis process may be started, and nobody but the app runs it.
"""

# ruff: noqa: PTH100, PTH120 -- pathlib would ask the very questions that are looked at here

import os
import sys
from collections.abc import Callable, Iterable

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
REFUSED = frozenset(
    {
        "os.chmod", "os.chown", "os.exec", "os.fork", "os.forkpty", "os.link", "os.mkdir", "os.remove",
        "os.rename", "os.rmdir", "os.spawn", "os.startfile", "os.symlink", "os.system", "os.truncate",
        "os.utime", "pty.spawn", "shutil.copyfile", "shutil.move", "shutil.rmtree", "socket.bind", "socket.connect",
        "socket.sendto", "webbrowser.open",
    }
)  # fmt: skip
"""Audit events that a visitor never needs."""
STARTING = frozenset({"subprocess.Popen", "os.posix_spawn"})
"""From Python 3.13 on the first leads to the second; the arguments stand in the same place of both."""
READING = frozenset({"open", "os.listdir", "os.scandir"})
CODE_ENDINGS = (".py", ".pyc", ".so", ".pyd", ".pth")
HARMLESS_FILES = (os.devnull, "/dev/urandom", "/usr/share/zoneinfo", "/etc/localtime", "/proc/self")


def confine(readable: Iterable[str], *, allowed_command: Callable[[object], bool]) -> None:
    """Confine this process from now on, for good.

    Args:
        readable: files and folders that may be read, beside Python's and the reader's own.
        allowed_command: whether a program with these arguments may be started.
    """
    sys.dont_write_bytecode = True
    places = tuple(map(os.path.realpath, (*_own_places(), *readable, *HARMLESS_FILES)))
    code = tuple(os.path.realpath(path) for path in sys.path if path)

    def check(event: str, arguments: tuple[object, ...]) -> None:
        if event in READING:
            _check_reading(event, arguments, places, code)
        elif event in REFUSED or (event in STARTING and not allowed_command(arguments[1])):
            raise PermissionError(1, "not in the browser")

    sys.addaudithook(check)


def _check_reading(event: str, arguments: tuple[object, ...], places: tuple[str, ...], code: tuple[str, ...]) -> None:
    target = arguments[0]
    if isinstance(target, int):
        return  # a descriptor, opened before
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING and target != os.devnull:
        raise PermissionError(1, "not in the browser")
    # Resolved first: neither a link nor dots lead out.
    path = os.path.realpath(os.fsdecode(target) if isinstance(target, (str, bytes, os.PathLike)) else ".")
    if not _within(path, places) and not (_within(path, code) and (event != "open" or _is_code(path))):
        raise PermissionError(1, "not in the browser")


def _within(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(place.rstrip(os.sep) + os.sep) for place in places)


def _is_code(path: str) -> bool:
    """Whether a file on the import path is what an import reads there; it may be a folder with all sorts of things."""
    return path.endswith(CODE_ENDINGS) or ".dist-info" + os.sep in path


def _own_places() -> Iterable[str]:
    """Where Python, its packages and the reader lie."""
    from reader import paths

    yield os.path.dirname(os.path.abspath(paths.__file__))
    yield from (sys.prefix, sys.base_prefix)
    yield from map(str, (paths.seeds_dir(), paths.themes_dir(), paths.help_dir(), paths.config_dir() / "themes"))
