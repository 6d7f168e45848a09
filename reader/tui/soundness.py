"""Whether the theme files are sound: a line for each that is not. It starts nothing."""

from collections.abc import Iterator
from pathlib import Path

from reader.errors import ThemeError
from reader.tui import theme_files


def theme_mistakes() -> Iterator[tuple[Path, str]]:
    """Each theme file, shipped or the user's own, that is off, and a line about it."""
    for file in theme_files.theme_files().values():
        try:
            theme_files.load_theme(file)
        except ThemeError as error:
            yield file, str(error)
