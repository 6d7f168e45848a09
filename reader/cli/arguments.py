"""What the commands' arguments mean: parsers, shared options, and their errors as `UsageError`s.

Takes argument lists, gives namespaces. Must not read files nor import the analysis.
"""

import argparse
from collections.abc import Callable
from typing import NoReturn

from reader.config.settings import MAX_SUMMARY_SENTENCES, MAX_SUMMARY_WORDS
from reader.errors import UsageError

MAX_JOBS = 256


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing and exiting."""

    def error(self, message: str) -> NoReturn:
        """Every mistake is one line."""
        raise UsageError(f"{message}; {self._meant(message)}see `{self.prog} --help`")

    def _meant(self, message: str) -> str:
        """The option that was probably meant by the first one that there is not."""
        from difflib import get_close_matches

        given = message.partition("unrecognized arguments: ")[2].split(" ")[0].partition("=")[0]
        options = [option for action in self._actions for option in action.option_strings]
        near = get_close_matches(given, options, n=1) if given.startswith("--") else []
        return f"did you mean {near[0]!r}? " if near else ""

    def arguments(self) -> tuple[argparse.Action, ...]:
        """Everything it takes, for the completions and the manual page.

        A metavar says what a value is: ARTICLE, PATH, FILE, THEME, ENGINE, N and so on.
        """
        return tuple(self._actions)


def parser(command: str, *, description: str, epilog: str) -> Parser:
    """The parser of one command; `epilog` holds the examples, laid out as they stand."""
    return Parser(
        prog=f"reader {command}".strip(),
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def whole_number(low: int, high: int) -> Callable[[str], int]:
    """A converter for whole numbers within bounds."""

    def convert(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {low} to {high}")
        return int(text)

    return convert


def add_analysis_options(to: Parser) -> None:
    """The options that change what the analysis answers."""
    group = to.add_argument_group("analysis")
    group.add_argument("--engine", metavar="ENGINE", help="the engine that finds the names (default: reader)")
    length = group.add_mutually_exclusive_group()
    length.add_argument(
        "--summary-sentences",
        metavar="N",
        type=whole_number(1, MAX_SUMMARY_SENTENCES),
        help="exactly N sentences of summary (default: by the article's length)",
    )
    length.add_argument(
        "--summary-words",
        metavar="N",
        type=whole_number(1, MAX_SUMMARY_WORDS),
        help="at most N words of summary, at least one sentence",
    )


def add_reading_options(to: Parser) -> None:
    """The options of every command that reads the configuration and the cache."""
    group = to.add_argument_group("habits")
    group.add_argument("--no-cache", action="store_true", help="neither use nor keep finished analyses")
    group.add_argument("--config", metavar="FILE", help="another configuration file")
