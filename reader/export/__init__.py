"""Analysis → a document, by a registry of formats. Pure: no file is opened, nothing is printed.

Takes an `Analysis`, gives a string with a line feed at its end. Each format is a module with
`render(analysis, *, focus) -> str`, imported when it is asked for.
"""

from importlib import import_module

from reader.errors import OutputError
from reader.export.focus import SCOPES, Focus, Scope
from reader.text import Analysis

__all__ = ["ENDINGS", "SCOPES", "Focus", "Scope", "formats", "render"]

_MODULES = {
    "markdown": "reader.export.markdown",
    "json": "reader.export.as_json",
    "html": "reader.export.html",
    "text": "reader.export.text",
}
"""Format to module, in the order in which they are offered."""
ENDINGS = {"markdown": ".md", "json": ".json", "html": ".html", "text": ".txt"}
"""Format to the usual ending of its files."""


def formats() -> tuple[str, ...]:
    """The names of the formats, the usual one first."""
    return tuple(_MODULES)


def render(
    analysis: Analysis,
    *,
    format: str,  # noqa: A002 -- the command's own word
    scope: Scope = "all",
    entity_id: str | None = None,
    places: tuple[int, ...] = (),
) -> str:
    """The document.

    Args:
        analysis: a finished one.
        format: one of `formats()`.
        scope: "summary" for the title and the summary alone, "voices" for who said what, "dossier" for one person or
            thing, "bookmarks" for the paragraphs at some places, "all" for everything.
        entity_id: whose dossier.
        places: offsets of bookmarks, ascending.

    Raises:
        OutputError: there is no such format.
    """
    module = _MODULES.get(format)
    if module is None:
        raise OutputError(f"{format!r} is no export format; there are {', '.join(_MODULES)}")
    text: str = import_module(module).render(analysis, focus=Focus(scope, entity_id, places))
    return text
