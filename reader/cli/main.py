"""The command line: which command is meant, and what becomes of its errors.

Takes the arguments, gives an exit status. Each command is a module with `run(arguments) -> int`, imported when it is
asked for; nothing heavy is imported here.
"""

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


def run(arguments: list[str]) -> int:
    """Do what the arguments say; the exit status, one line on standard error for whatever goes wrong."""
    from reader.errors import ReaderError

    try:
        return _dispatch(arguments)
    except ReaderError as error:
        return _complain(str(error), error.exit_status)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return BROKEN_PIPE
    except Exception as error:
        from os import environ

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
