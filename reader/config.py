"""The user's configuration: one TOML file → one frozen `Config`, checked key by key.

Takes a path or TOML text, gives a `Config`. A missing file means the defaults; an unknown key or a wrong value is a
`ConfigError` that names the file, the key and the nearest valid one. It must not import Textual, nor the analysis.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from reader.errors import ConfigError

Marks = Literal["unicode", "ascii", "none"]
KeySet = Literal["vim", "plain", "emacs"]
SummaryStyle = Literal["prose", "points"]
CONFIG_FILE = "config.toml"
MIN_TEXT_WIDTH_CELLS, MAX_TEXT_WIDTH_CELLS = 30, 200
MAX_SUMMARY_SENTENCES = 50
MAX_SUMMARY_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that can be configured. The order of the fields is the order of `reader config --init`."""

    theme: str = "reader-dark"
    """The name of a theme: a file of the themes folder, shipped or the user's own, without its ending."""
    text_width: int = 84
    """The widest line of the article, in cells, 30 to 200."""
    marks: Marks = "unicode"
    """How the kind of a name is marked beside its colour: "unicode", "ascii" or "none"."""
    key_set: KeySet = "vim"
    """The keys to start from: "vim", "plain" or "emacs"."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Action id to one or more keys, separated by commas; goes before the key set."""
    engine: str = "reader"
    """The engine that finds the names."""
    summary_sentences: int | None = None
    """Sentences of the summary, 1 to 50. None: by the article's length."""
    summary_words: int | None = None
    """Words of the summary at most, 1 to 2000; goes before `summary_sentences`."""
    summary_style: SummaryStyle = "prose"
    """How the summary is shown: "prose" or "points"."""
    print_width: int | None = None
    """Columns of `reader print`, 30 to 200. None: the terminal's width, 80 elsewhere."""
    mouse: bool = True
    """Whether the mouse is used."""
    cache: bool = True
    """Whether finished analyses are kept for the next opening."""


def default_path() -> Path:
    """Where the configuration lies, whether or not it exists."""
    from reader import paths

    return paths.config_dir() / CONFIG_FILE


def load(path: Path | str | None = None) -> Config:
    """The configuration in a file, the default one when no path is given.

    Raises:
        ConfigError: the file is there and cannot be read, or says something that makes no sense.
    """
    where = default_path() if path is None else Path(path)
    try:
        text = where.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if path is None:
            return Config()
        raise ConfigError(f"{where}: no such file; `reader config --init` writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{where}: cannot be read ({error})") from error
    return parse(text, where=str(where))


def parse(text: str, *, where: str) -> Config:
    """The configuration in TOML text; `where` stands in the messages.

    Raises:
        ConfigError: see `load`.
    """
    import tomllib

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: not valid TOML: {error}") from error
    return Config(**{key: _checked(where, key, value) for key, value in given.items()})


def _checked(where: str, key: str, value: Any) -> Any:
    known = _KEYS.get(key)
    if known is None:
        raise ConfigError(f"{where}: {key!r} is not a key; {_nearest(key, tuple(_KEYS))}")
    problem = known.check(value)
    if problem:
        raise ConfigError(f"{where}: {key} = {value!r}: {problem}")
    return value


def _nearest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"the keys are {', '.join(known)}"


def _text(value: object) -> str:
    return "" if isinstance(value, str) and value.strip() else "must be a string with something in it"


def _flag(value: object) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _number(low: int, high: int) -> Callable[[object], str]:
    def check(value: object) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return "" if fits else f"must be a whole number from {low} to {high}"

    return check


def _choice(kind: object) -> Callable[[object], str]:
    known: tuple[str, ...] = get_args(kind)

    def check(value: object) -> str:
        if value in known:
            return ""
        return f"must be one of {', '.join(known)}; {_nearest(str(value), known)}"

    return check


def _key_table(value: object) -> str:
    if not isinstance(value, dict):
        return 'must be a table: [keys], then lines such as next-entity = "n"'
    wrong = [action for action, keys in value.items() if not isinstance(keys, str)]
    return f"{wrong[0]!r} must be a string of keys separated by commas" if wrong else ""


class _Key(NamedTuple):
    """What a key may be and what it is for."""

    check: Callable[[object], str]
    """The empty string, or what is wrong with a value."""
    help: str
    example: str = ""
    """A value to show where the default is no value."""


_KEYS: dict[str, _Key] = {
    "theme": _Key(_text, "The theme: a file of the themes folder, shipped or your own, without its ending."),
    "text_width": _Key(
        _number(MIN_TEXT_WIDTH_CELLS, MAX_TEXT_WIDTH_CELLS), "The widest line of the article, in columns, 30 to 200."
    ),
    "marks": _Key(_choice(Marks), "How the kind of a name is marked beside its colour: unicode, ascii or none."),
    "key_set": _Key(_choice(KeySet), "The keys to start from: vim, plain or emacs."),
    "engine": _Key(_text, "The engine that finds the names."),
    "summary_sentences": _Key(
        _number(1, MAX_SUMMARY_SENTENCES),
        "Sentences of the summary, 1 to 50; without it, by the article's length.",
        "3",
    ),
    "summary_words": _Key(
        _number(1, MAX_SUMMARY_WORDS), "Words of the summary at most, 1 to 2000; goes before summary_sentences.", "120"
    ),
    "summary_style": _Key(_choice(SummaryStyle), "How the summary is shown: prose or points."),
    "print_width": _Key(
        _number(MIN_TEXT_WIDTH_CELLS, MAX_TEXT_WIDTH_CELLS),
        "Columns of `reader print`, 30 to 200; without it, the terminal's width, and 80 in a pipe.",
        "80",
    ),
    "mouse": _Key(_flag, "Whether the mouse is used."),
    "cache": _Key(_flag, "Whether finished analyses are kept for the next opening."),
    "keys": _Key(_key_table, "Keys of your own: the action's id, then one or more keys, separated by commas."),
}
"""Every key, in the order of the template; `keys` is last, because in TOML a table ends only with another."""


def template(config: Config) -> str:
    """A configuration file that says what `config` does, with every key explained."""
    blocks = ["# The configuration of reader. A line that begins with # is not in force."]
    for name, key in _KEYS.items():
        value = getattr(config, name)
        if name == "keys":
            lines = [f"{_toml(action)} = {_toml(keys)}" for action, keys in value.items()]
            body = "\n".join(["[keys]", *(lines or ['# next-entity = "n,tab"'])])
        else:
            body = f"# {name} = {key.example}" if value is None else f"{name} = {_toml(value)}"
        blocks.append(f"# {key.help}\n{body}")
    return "\n\n".join(blocks) + "\n"


def _toml(value: object) -> str:
    """A TOML value, written as in JSON, but that TOML has no surrogate pairs and wants DEL escaped."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
