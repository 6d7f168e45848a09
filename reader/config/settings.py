"""The one table of settings: `Config`, each of whose fields says what it may be and what it is for.

The file that `reader config --init` writes, the JSON schema and every check are made from it.
"""
# ruff: noqa: RUF009 -- `_setting` makes a `field`, and what it is given is frozen

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, NamedTuple, get_args

from reader.config.kinds import Choice, Flag, KeyTable, Kind, Number, Text

Marks = Literal["unicode", "ascii", "none"]
KeySet = Literal["vim", "plain", "emacs"]
SummaryStyle = Literal["prose", "points"]
MIN_TEXT_WIDTH_CELLS, MAX_TEXT_WIDTH_CELLS = 30, 200
MAX_SUMMARY_SENTENCES = 50
MAX_SUMMARY_WORDS = 2000
_MARKS, _KEY_SETS, _STYLES = (Choice(get_args(kind)) for kind in (Marks, KeySet, SummaryStyle))
_WIDTH = Number(MIN_TEXT_WIDTH_CELLS, MAX_TEXT_WIDTH_CELLS)


class Setting(NamedTuple):
    """What is known of a field of `Config` beside its name, type and default."""

    kind: Kind
    help: str
    """One line, a sentence."""
    example: str = ""
    """TOML to show where the default is no value."""


def _setting(default: Any, kind: Kind, help: str, example: str = "") -> Any:  # noqa: A002 -- what argparse calls it too
    metadata = {"setting": Setting(kind, help, example)}
    return (
        field(default_factory=dict, metadata=metadata) if default == {} else field(default=default, metadata=metadata)
    )


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be configured. The order of the fields is that of `reader config --init`.

    Tables come last, because in TOML a table ends only where another begins.
    """

    theme: str = _setting(
        "reader-dark", Text(), "The theme: a file of the themes folder, shipped or your own, without its ending."
    )
    text_width: int = _setting(84, _WIDTH, "The widest line of the article, in columns, 30 to 200.")
    justify: bool = _setting(False, Flag(), "Whether the lines of the text end flush, with wider spaces.")
    marks: Marks = _setting(
        "unicode",
        _MARKS,
        "How the kind of a name is marked beside its colour: unicode, ascii or none.",
    )
    key_set: KeySet = _setting("vim", _KEY_SETS, "The keys to start from: vim, plain or emacs.")
    engine: str = _setting("reader", Text(), "The engine that finds the names.")
    summary_sentences: int | None = _setting(
        None,
        Number(1, MAX_SUMMARY_SENTENCES),
        "Sentences of the summary, 1 to 50; without it, by the article's length.",
        "3",
    )
    summary_words: int | None = _setting(
        None,
        Number(1, MAX_SUMMARY_WORDS),
        "Words of the summary at most, 1 to 2000; goes before summary_sentences.",
        "120",
    )
    summary_style: SummaryStyle = _setting("points", _STYLES, "How the summary is shown: prose or points.")
    print_width: int | None = _setting(
        None,
        _WIDTH,
        "Columns of `reader print`, 30 to 200; without it, the terminal's width, and 80 in a pipe.",
        "80",
    )
    mouse: bool = _setting(True, Flag(), "Whether the mouse is used.")
    cache: bool = _setting(True, Flag(), "Whether finished analyses are kept for the next opening.")
    remember: bool = _setting(True, Flag(), "Whether places, bookmarks and the history of articles are kept.")
    keys: Mapping[str, str] = _setting(
        {},
        KeyTable(),
        "Keys of your own: the action's id, then one or more keys, separated by commas.",
        'next-entity = "n,ctrl+n"',
    )


SETTINGS: Mapping[str, Setting] = {each.name: each.metadata["setting"] for each in fields(Config)}
"""Key to what is known of it."""
