"""Textual without what it imports and the reader never uses: a tenth of the time that importing it takes.

Encryption for sockets that nobody opens, folders that nobody asks for, widgets of which only names are mentioned. What
does get used after all runs then. Changes `sys.modules`; to be called before anything imports Textual or asyncio.
"""

import sys

from reader.nlp.lean import promise

MENTIONED = (
    "uuid", "platformdirs",
    "textual.widgets._directory_tree", "textual.widgets._placeholder", "textual.widgets._select",
)  # fmt: skip
"""Modules that Textual imports names from and uses, if ever, for a message, a download or a type."""


def spare_imports() -> None:
    """Import asyncio without encryption, and have `MENTIONED` wait until they are used."""
    if "asyncio" not in sys.modules:
        _import_asyncio()
    for name in MENTIONED:
        promise(name)


def _import_asyncio() -> None:
    """As in a Python that was built without ssl, which asyncio provides for; whoever imports ssl later gets it."""
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what Python itself takes for "there is none"
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
