"""The command line: which command is meant, and what becomes of its errors.

Takes the arguments, gives an exit status. Each command is a module with `run(arguments) -> int`, imported when it is
asked for; nothing heavy is imported here.
"""

import errno
import sys
from importlib import import_module

COMMANDS = {
    "open": "reader.cli.open",
    "analyze": "reader.cli.analyze",
    "export": "reader.cli.export",
    "print": "reader.cli.print_article",
    "seeds": "reader.cli.seeds",
    "config": "reader.cli.config",
    "serve": "reader.cli.serve",
    "doctor": "reader.cli.doctor",
    "completion": "reader.cli.completion",
}
"""Name to module; anything else is an article to open."""
INTERRUPTED = 130
BROKEN_PIPE = 141
NOT_WRITTEN = 6
"""As for a file that cannot be written; see `reader.errors`."""
FULL = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG})
"""What a full disk, a lost terminal or a limit on files says to a write."""


def run(arguments: list[str]) -> int:
    """Do what the arguments say; the exit status, one line on standard error for whatever goes wrong."""
    from reader.errors import ReaderError

    _open_closed_streams()
    try:
        status = _dispatch(arguments)
        sys.stdout.flush()  # here, where what goes wrong can be told
        return status  # noqa: TRY300 -- flushing belongs to what is tried
    except ReaderError as error:
        return _complain(str(error), error.exit_status)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return BROKEN_PIPE
    except Exception as error:
        from os import environ

        if isinstance(error, OSError) and error.errno in FULL and error.filename is None:
            _silence_stdout()
            return _complain(f"standard output: cannot be written: {error.strerror}", NOT_WRITTEN)
        if environ.get("READER_TRACEBACK"):
            raise
        message = f"unexpected {type(error).__name__}: {error}; READER_TRACEBACK=1 shows where"
        return _complain(message, 1)


def _dispatch(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help", "help"):
        from reader.cli.usage import overview

        print(overview(), end="")
        return 0
    if first in ("-V", "--version"):
        from reader import __version__

        print(f"reader-tui {__version__}")
        return 0
    if first in COMMANDS:
        return int(import_module(COMMANDS[first]).run(arguments[1:]))
    from reader.cli import open as opening

    return opening.run(arguments)


def _open_closed_streams() -> None:
    """Whoever starts us may have closed a stream: what is written there goes nowhere, and no file takes its number."""
    if sys.stdout is None or sys.stderr is None:
        import os

        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 -- it stays open to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere


def _complain(message: str, status: int) -> int:
    from reader.text.display import one_line

    print(f"reader: {one_line(message)}", file=sys.stderr)
    return status


def _silence_stdout() -> None:
    """Whoever read the output has gone: keep the interpreter from flushing into the closed pipe at its end."""
    import os

    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)
