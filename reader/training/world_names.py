"""First names and surnames of the world: the lists of the package `faker` (MIT), which holds them by country.

Takes nothing, gives the words of names in Latin letters, with their accents and without. A list of surnames is told
from one of first names by what the package calls it.
"""

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator

NAME = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][\w'. -]+")
LATIN = re.compile(r"[\u0000-\u036f\u1e00-\u1fff]+")  # no Greek, no Cyrillic


def plain(name: str) -> str:
    """`name` without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def world_names() -> tuple[frozenset[str], frozenset[str]]:
    """Words of first names, words of surnames."""
    first, last = set[str](), set[str]()
    for kind, name in _listed():
        if NAME.fullmatch(name) and LATIN.fullmatch(name):
            (first if kind == "first" else last).update(_words(name))
    return frozenset(first), frozenset(last)


def _words(name: str) -> Iterator[str]:
    for form in (name, plain(name)):
        yield from (word for word in form.replace(".", " ").split() if len(word) > 1 and word[0].isupper())


def _listed() -> Iterator[tuple[str, str]]:
    """("first" or "last", name) of all countries."""
    import faker.providers.person as people

    for module in pkgutil.iter_modules(people.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
            for attribute in dir(provider):
                kind = _kind(attribute.lower())
                if kind:
                    yield from ((kind, name) for name in _strings(getattr(provider, attribute)))


def _kind(attribute: str) -> str:
    if "format" in attribute:
        return ""
    if "first" in attribute or attribute.startswith("given"):
        return "first"
    return "last" if any(word in attribute for word in ("last", "surname", "family")) else ""


def _strings(value: object) -> Iterator[str]:
    """The strings of a list, of a weighted list or of pairs of spellings; nothing for a method."""
    if isinstance(value, (tuple, list, dict)):
        for item in value:
            if isinstance(item, str):
                yield item
            elif isinstance(item, (tuple, list)):
                yield from (part for part in item if isinstance(part, str))
