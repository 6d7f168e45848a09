"""TOML → `Config`, or what is wrong with it: file, line, key, and what was probably meant.

A missing file means the defaults. It must not import Textual, nor the analysis.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.config.kinds import NO_KEYS, KeyTable, nearest
from reader.config.settings import SETTINGS, Config
from reader.errors import ConfigError

CONFIG_FILE = "config.toml"
MAX_SHOWN_CHARS = 60
"""Of a value in a message: enough to know it again."""
# Expressions are compiled only where there is a mistake to tell: every start reads a configuration.
_TABLE = r"\s*\[+\s*([^\]]*?)\s*\]"
_PAIR = r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*[=.]"""
_PLACE = r"\s*\(at line (\d+), column (\d+)\)$"


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
    except (OSError, ValueError) as error:  # ValueError: no UTF-8, or a NUL inside the name
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"{where}: cannot be read: {reason}") from error
    return parse(text, where=str(where))


def parse(text: str, *, where: str) -> Config:
    """The configuration in TOML text; `where` stands in the messages.

    Raises:
        ConfigError: see `load`; the first mistake, and how many more there are.
    """
    given, wrong = _read(text, where)
    if wrong:
        more = f" (and {len(wrong) - 1} more: `reader config --check`)" if len(wrong) > 1 else ""
        raise ConfigError(wrong[0] + more)
    return Config(**given)


def mistakes(text: str, *, where: str) -> tuple[str, ...]:
    """Everything that is wrong with TOML text, a line each."""
    return _read(text, where)[1]


def without_mistakes(text: str) -> Config:
    """What of TOML text makes sense, the defaults for the rest: to look at what it names in spite of other mistakes."""
    given, _ = _read(text, "")
    sound: dict[str, Any] = {}
    for key, value in given.items():
        setting = SETTINGS.get(key)
        if setting is None:
            continue
        if isinstance(setting.kind, KeyTable) and isinstance(value, dict):
            sound[key] = {action: keys for action, keys in value.items() if isinstance(keys, str)}
        elif not setting.kind.problem(value):
            sound[key] = value
    return Config(**sound)


def _read(text: str, where: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    import tomllib

    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, (told_syntax(error, where),)
    except RecursionError:
        return {}, (f"{where}: not valid TOML: nested too deeply",)
    return given, tuple(_mistakes(given, text, where))


def told_syntax(error: Exception, where: str) -> str:
    """What is wrong with a text that is no TOML, with file, line and column in front."""
    place = re.search(_PLACE, str(error))
    at, words = (f"{where}:{place[1]}:{place[2]}", str(error)[: place.start()]) if place else (where, str(error))
    return f"{at}: not valid TOML: {words}"


def _mistakes(given: dict[str, Any], text: str, where: str) -> Iterator[str]:
    for key, value in given.items():
        setting = SETTINGS.get(key)
        if setting is None:
            near = nearest(key, SETTINGS)
            hint = f"did you mean {near!r}?" if near else f"the keys are {', '.join(SETTINGS)}"
            yield f"{where}{line_of(text, key)}: {key!r} is not a key; {hint}"
        elif isinstance(setting.kind, KeyTable) and isinstance(value, dict):
            for action, keys in value.items():
                if not isinstance(keys, str):
                    yield f"{where}{line_of(text, action, table=key)}: [{key}] {action!r} {NO_KEYS}"
        elif problem := setting.kind.problem(value):
            yield f"{where}{line_of(text, key)}: {key} = {_short(value)}: {problem}"


def _short(value: object) -> str:
    shown = str(value).lower() if isinstance(value, bool) else repr(value)
    return shown if len(shown) <= MAX_SHOWN_CHARS else shown[: MAX_SHOWN_CHARS - 1] + "…"


def line_of(text: str, key: str, *, table: str = "") -> str:
    """The line of a key of TOML text, behind a colon as in "config.toml:3"; empty where that cannot be told.

    Args:
        text: TOML.
        key: a key, or a table's name.
        table: the table that the key is in; empty for the top level.
    """
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header, pair = re.match(_TABLE, line), re.match(_PAIR, line)
        if header:
            inside = header[1].split(".")[0].strip("\"' ")
            if inside == key and not table:
                return f":{number}"
        elif pair and inside == table and key in pair.groups():
            return f":{number}"
    return ""
