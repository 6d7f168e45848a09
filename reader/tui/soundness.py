"""Whether the theme files are sound: a line for each that is not. It starts nothing."""

from collections.abc import Iterator

from reader.errors import ThemeError
from reader.tui import theme_files


def theme_mistakes() -> Iterator[str]:
    """A line for each theme file, shipped or the user's own, that is off."""
    for file in theme_files.theme_files().values():
        try:
            theme_files.load_theme(file)
        except ThemeError as error:
            yield str(error)
