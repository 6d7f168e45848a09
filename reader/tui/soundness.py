"""What of a configuration only the app can judge: is there such a theme, and do actions have these ids.

Takes settings, gives a line for whatever is wrong. It starts nothing.
"""

from collections.abc import Iterator, Mapping

from reader.config.kinds import nearest
from reader.errors import ThemeError
from reader.tui import theme_files
from reader.tui.bindings import unknown_ids
from reader.tui.key_help import all_bindings


def action_ids() -> set[str]:
    """The ids that the configuration can give keys to."""
    return {binding.id for binding in all_bindings() if binding.id}


def unknown_actions(keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each id that no action has, and the line about it, with the nearest that one has."""
    known = action_ids()
    for name in unknown_ids(dict(keys), known):
        near = nearest(name, known)
        yield name, f"{name!r} is no action" + (f"; did you mean {near!r}?" if near else "")


def theme_mistakes() -> Iterator[str]:
    """A line for each theme file, shipped or the user's own, that is off."""
    for file in theme_files.theme_files().values():
        try:
            theme_files.load_theme(file)
        except ThemeError as error:
            yield str(error)
