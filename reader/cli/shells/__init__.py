"""Shell completions, made from the command line as `reader.cli.tree` describes it; a module for each shell.

Each takes the commands and the words to offer, gives a script: pure.
"""

from importlib import import_module
from typing import NamedTuple

from reader.cli.tree import Command

SHELLS = ("bash", "zsh", "fish")
ARTICLES = frozenset({"ARTICLE", "PATH"})
"""What is called so is completed by files and sample articles."""
FILES = frozenset({"FILE", "DIR"})


class Words(NamedTuple):
    """What stands in no parser: what is installed here."""

    seeds: tuple[str, ...]
    themes: tuple[str, ...]
    """The shipped ones."""
    theme_folder: str
    """Where the user's own lie; it is listed when a theme is completed."""
    engines: tuple[str, ...]

    def named(self, value: str) -> tuple[str, ...]:
        """The words for an option's value of this name; none where they are not known."""
        return {"THEME": self.themes, "ENGINE": self.engines}.get(value, ())


def script(shell: str, commands: tuple[Command, ...], words: Words) -> str:
    """The completions for one of `SHELLS`."""
    return str(import_module(f"{__name__}.{shell}").script(commands, words))


def quoted(text: str) -> str:
    """Text as one word of a POSIX shell; `shlex.quote` leaves plain words bare, and a list reads better alike."""
    return "'" + text.replace("'", "'\\''") + "'"
