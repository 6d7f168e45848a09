"""What `reader doctor` looks at; a module for each part. Each check gives findings and changes nothing."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

State = Literal["ok", "note", "wrong"]


class Check(NamedTuple):
    """One finding."""

    group: str
    """What it is about: "terminal", "models" and so on."""
    state: State
    words: str
    """One line; for "wrong" also what to do."""


def every_check(config_file: str | None) -> Iterator[Check]:
    """All findings, in the order in which they are told.

    Args:
        config_file: the configuration to look at; None for the usual one.
    """
    from reader.cli.checks import analysis, folders, settings, surroundings

    yield from surroundings.versions()
    yield from surroundings.terminal()
    yield from surroundings.clipboard()
    yield from folders.folders()
    yield from folders.cached()
    yield from analysis.models()
    yield from analysis.process()
    yield from analysis.engines()
    yield from settings.configuration(config_file)
    yield from settings.themes()
