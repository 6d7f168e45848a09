"""Theme files → Textual themes, checked key by key.

Takes TOML files with `dark`, a table `[colors]` and a table `[entities]`; gives `Theme` objects whose variables the
style sheet and the article use. A file that is off is a `ThemeError` naming file, key and the nearest valid one. It
must not know any widget.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader import paths
from reader.errors import ThemeError
from reader.text.display import one_line

COLOR_KEYS = {
    "background": "behind everything",
    "surface": "behind the status line, the card and open drawers",
    "text": "the article's words",
    "muted": "what is said beside: counts, places, hints",
    "accent": "headings, keys, the focused pane's title",
    "rule": "lines between parts",
    "cursor": "behind the chosen row and the current entity",
    "search": "behind search hits",
    "quote": "words that somebody said",
    "quote_bar": "the bar beside them",
    "summary": "the dot beside a sentence of the summary",
    "link": "links",
    "error": "what failed",
}
"""Keys of `[colors]`, all required, with what each is for."""
ENTITY_KEYS = {
    "person": "entity-person",
    "organisation": "entity-org",
    "place": "entity-gpe",
    "region": "entity-loc",
    "group": "entity-norp",
    "building": "entity-facility",
    "other": "entity-other",
    "value": "entity-value",
}
"""Keys of `[entities]`, all required, with the variable of each; "other" is for events, works, laws and products."""
TOP_KEYS = ("name", "about", "dark", "ansi", "colors", "entities")
DEFAULT_THEME = "reader-dark"
_SUFFIX = ".toml"


def theme_files() -> dict[str, Path]:
    """Name to file: the shipped themes, each replaced by the user's own file of the same name, sorted by name.

    A file whose name a terminal would obey, or that cannot be typed, is none.
    """
    found: dict[str, Path] = {}
    for folder in (paths.themes_dir(), paths.config_dir() / "themes"):
        if folder.is_dir():
            found |= {file.stem: file for file in folder.glob(f"*{_SUFFIX}") if one_line(file.stem) == file.stem}
    return dict(sorted(found.items()))


def find_theme(name: str) -> Theme:
    """The theme called `name`, without reading any other file.

    Raises:
        ThemeError: there is no such theme, or its file is off.
    """
    for file in places_of(name):
        if file.is_file():
            return load_theme(file)
    raise ThemeError(f"there is no theme {name!r}; {_nearest(name, theme_files())}")


def places_of(name: str) -> tuple[Path, ...]:
    """Where the file of a theme may lie, the user's own place first; none for a name that leads elsewhere."""
    if "/" in name or "\\" in name:
        return ()
    return tuple(folder / f"{name}{_SUFFIX}" for folder in (paths.config_dir() / "themes", paths.themes_dir()))


def load_theme(file: Path) -> Theme:
    """The theme in a file.

    Raises:
        ThemeError: it cannot be read, or says something that makes no sense.
    """
    source = Source(one_line(f"{file.parent.name}/{file.name}"))
    try:
        source = source._replace(text=file.read_text(encoding="utf-8-sig"))
        given = tomllib.loads(source.text)
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeError(f"{source.where}: cannot be read ({error})") from error
    except tomllib.TOMLDecodeError as error:
        from reader.config.reading import told_syntax

        raise ThemeError(told_syntax(error, source.where)) from error
    except RecursionError:
        raise ThemeError(f"{source.where}: not valid TOML: nested too deeply") from None
    return _parse(given, file.stem, source)


class Source(NamedTuple):
    """What a theme is read from, for messages."""

    where: str
    text: str = ""

    def at(self, key: str, table: str = "") -> str:
        """The file with the line of a key."""
        from reader.config.reading import line_of

        return f"{self.where}{line_of(self.text, key, table=table)}"


def _parse(given: Mapping[str, Any], name: str, source: Source) -> Theme:
    _known(given, TOP_KEYS, source)
    for key in ("dark", "ansi"):
        if not isinstance(given.get(key, False), bool):
            raise ThemeError(f"{source.at(key)}: {key} = {given[key]!r}: must be true or false")
    colors = _colors(given.get("colors"), tuple(COLOR_KEYS), source, "colors")
    entities = _colors(given.get("entities"), tuple(ENTITY_KEYS), source, "entities")
    return _theme(name, colors, entities, dark=given.get("dark", True), ansi=given.get("ansi", False))


def _colors(table: object, keys: tuple[str, ...], source: Source, section: str) -> dict[str, str]:
    if table is None:
        raise ThemeError(f"{source.where}: the table [{section}] is missing; it needs {', '.join(keys)}")
    if not isinstance(table, dict):
        raise ThemeError(f"{source.at(section)}: {section} = {table!r}: must be a table with {', '.join(keys)}")
    _known(table, keys, source, section)
    missing = [key for key in keys if key not in table]
    if missing:
        raise ThemeError(f"{source.at(section)}: [{section}] lacks {', '.join(missing)}")
    for key, value in table.items():
        try:
            Color.parse(value if isinstance(value, str) else "")
        except ColorParseError:
            hint = _nearest_color(value)
            raise ThemeError(f"{source.at(key, section)}: {key} = {value!r}: no colour; {hint}") from None
    return dict(table)


def _nearest_color(value: object) -> str:
    from textual._color_constants import COLOR_NAME_TO_RGB

    from reader.config.kinds import nearest

    near = nearest(value, COLOR_NAME_TO_RGB) if isinstance(value, str) and not value.startswith("#") else ""
    return f"did you mean {near!r}?" if near else "write '#rrggbb' or a name such as 'ansi_blue'"


def _known(table: Mapping[str, Any], keys: tuple[str, ...], source: Source, section: str = "") -> None:
    for key in table:
        if key not in keys:
            raise ThemeError(f"{source.at(key, section)}: {key!r} is not a theme key; {_nearest(key, keys)}")


def _nearest(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    names = tuple(known)
    close = get_close_matches(word, names, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"there are {', '.join(names)}"


def _theme(name: str, colors: dict[str, str], entities: dict[str, str], *, dark: bool, ansi: bool) -> Theme:
    return Theme(
        name=name,
        primary=colors["accent"],
        secondary=colors["muted"],
        warning=colors["search"],
        error=colors["error"],
        success=entities["place"],
        accent=colors["accent"],
        foreground=colors["text"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["surface"],
        boost=colors["surface"],
        dark=dark,
        ansi=ansi,
        variables=_variables(colors, entities),
    )


_OWN = {
    "muted": "muted",
    "rule": "rule",
    "cursor": "cursor",
    "search": "search-hit",
    "quote": "quote",
    "quote_bar": "quote-bar",
    "summary": "summary-mark",
    "link": "link",
}
"""Keys of `[colors]` that Textual has no place for, with our variables."""


def _variables(colors: dict[str, str], entities: dict[str, str]) -> dict[str, str]:
    """Ours, and those of Textual's own screens (palette, scroll bars) that would be off otherwise."""
    ours = {variable: colors[key] for key, variable in _OWN.items()}
    ours |= {variable: entities[key] for key, variable in ENTITY_KEYS.items()}
    cursor, text, background = colors["cursor"], colors["text"], colors["background"]
    return ours | {
        "text-muted": colors["muted"],
        "block-cursor-background": cursor,
        "block-cursor-foreground": text,
        "block-cursor-blurred-background": cursor,
        "block-cursor-blurred-foreground": text,
        "block-cursor-text-style": "bold",
        "input-selection-background": cursor,
        "screen-selection-background": cursor,
        "screen-selection-foreground": text,
        "scrollbar": colors["rule"],
        "scrollbar-hover": colors["muted"],
        "scrollbar-active": colors["accent"],
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
        "ansi-background": background,
        "ansi-foreground": text,
    }


def variable_defaults() -> dict[str, str]:
    """Our variables under a theme that is not ours, so that the style sheet still parses."""
    colors = dict.fromkeys(COLOR_KEYS, "ansi_default") | {"cursor": "ansi_blue", "search": "ansi_yellow"}
    return _variables(colors, dict.fromkeys(ENTITY_KEYS, "ansi_default"))
