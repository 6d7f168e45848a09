"""When the app is shown in a browser by `reader serve`: what takes the place of files.

Nothing is written on this machine, whose files and clipboard are not the reader's; a document goes to the browser.
"""

import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

MIME_TYPES = {".md": "text/markdown", ".json": "application/json", ".html": "text/html", ".txt": "text/plain"}
USUAL_NAME = "article.txt"


def download(app: "App[int]", text: str, name: str) -> str:
    """Give the browser a document; the name that it gets."""
    safe = safe_name(name)
    ending = safe[safe.rfind(".") :].lower()
    app.deliver_binary(
        BytesIO(text.encode("utf-8", "replace")),
        save_directory=".",  # the browser is told the name alone, and knows a folder of its own
        save_filename=safe,
        mime_type=MIME_TYPES.get(ending, "application/octet-stream"),
    )
    return safe


def safe_name(name: str) -> str:
    """The last part of a path, with nothing in it that means something in a header of the web."""
    last = re.split(r"[/\\]", name)[-1]
    return re.sub(r"[^A-Za-z0-9._-]+", "-", last).strip("-.") or USUAL_NAME
