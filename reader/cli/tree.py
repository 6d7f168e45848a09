"""The whole command line as values: every command with its options and what each of them takes.

Made from the commands' own parsers, for the shell completions and the manual page. Imports every command's module,
so no command but those two may ask for it.
"""

import argparse
from importlib import import_module
from typing import NamedTuple

from reader.cli.arguments import Parser

OPEN = "open"
"""The command that is meant when none is named."""


class Option(NamedTuple):
    """An option of a command."""

    flags: tuple[str, ...]
    help: str
    value: str = ""
    """What its value is called, such as FILE or THEME; empty when it takes none."""
    choices: tuple[str, ...] = ()
    """All values that it takes; empty when they are not that few."""


class Command(NamedTuple):
    """A command."""

    name: str
    about: str
    """One sentence."""
    options: tuple[Option, ...]
    takes: str = ""
    """What its arguments are, such as ARTICLE; empty when it takes none."""
    choices: tuple[str, ...] = ()
    """All arguments that it takes; empty when they are not that few."""
    notes: str = ""
    """What its help says at the end: examples, exit statuses."""
    many: bool = False
    """Whether it takes more than one argument."""
    optional: bool = False
    """Whether it does without any."""


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the help."""
    from reader.cli.main import COMMANDS

    return tuple(_command(name, import_module(module).make_parser()) for name, module in COMMANDS.items())


def _command(name: str, parser: Parser) -> Command:
    options = tuple(_option(action) for action in parser.arguments() if action.option_strings)
    taken = [action for action in parser.arguments() if not action.option_strings]
    about, notes = parser.description or "", parser.epilog or ""
    if not taken:
        return Command(name, about, options, notes=notes)
    first = taken[0]
    many, optional = first.nargs in ("+", "*"), first.nargs in ("?", "*")
    return Command(name, about, options, str(first.metavar), _choices(first), notes, many=many, optional=optional)


def _option(action: argparse.Action) -> Option:
    if action.nargs == 0:
        return Option(tuple(action.option_strings), action.help or "")
    choices = _choices(action)
    value = action.metavar if isinstance(action.metavar, str) else "|".join(choices) or action.dest.upper()
    return Option(tuple(action.option_strings), action.help or "", value, choices)


def _choices(action: argparse.Action) -> tuple[str, ...]:
    return tuple(str(choice) for choice in action.choices or ())
