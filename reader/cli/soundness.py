"""Everything that is wrong with a configuration, what it names included: for `config --check` and `doctor`.

Takes a path, gives a line for each mistake. It imports Textual where it looks at themes and keys.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reader.config import Config, default_path, load, mistakes
from reader.config.reading import line_of, without_mistakes
from reader.errors import ConfigError, ReaderError


def config_mistakes(given: str | None) -> tuple[str, ...]:
    """What is wrong with the file `given`, or with the default one when there is one."""
    where = Path(given) if given else default_path()
    try:
        text = where.read_text(encoding="utf-8-sig")
        found = (*mistakes(text, where=str(where)), *_of_names(without_mistakes(text), text, where))
        return tuple(sorted(found, key=lambda mistake: _line(mistake, where)))
    except (OSError, ValueError):
        pass
    try:
        load(given)
    except ConfigError as error:
        return (str(error),)
    return ()


def _line(mistake: str, where: Path) -> int:
    """The line that a mistake is in; those without one come last."""
    number = mistake.removeprefix(f"{where}:").partition(":")[0]
    return int(number) if number.isdecimal() else sys.maxsize


def _of_names(config: Config, text: str, where: Path) -> Iterator[str]:
    """Mistakes in what the settings name; all of it exists with the defaults."""
    from reader.nlp import engines
    from reader.tui.key_mistakes import key_mistakes
    from reader.tui.theme_files import find_theme

    try:
        find_theme(config.theme)
    except ReaderError as error:
        yield f"{where}{line_of(text, 'theme')}: theme = {config.theme!r}: {error}"
    try:
        engines.require(config.engine)
    except ReaderError as error:
        yield f"{where}{line_of(text, 'engine')}: engine = {config.engine!r}: {error}"
    for action, words in key_mistakes(config.keys, config.key_set):
        yield f"{where}{line_of(text, action, table='keys')}: [keys] {words}"
