"""Copying: through the terminal (OSC 52), through the system's own command where there is one, and into a file.

None can be relied upon alone: many terminals ignore OSC 52, and over ssh the command reaches the wrong machine. The
file is always written, unless nothing is to be kept, and named where the others may have failed.
"""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import OutputError
from reader.export.targets import clipboard_command, copy_by, write_file
from reader.paths import shown_path
from reader.text.display import one_line
from reader.tui.background import post_beside
from reader.tui.stages import CopyDoubtful

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

COPIED_FILE = "copied.txt"
"""In the state folder: the last text copied."""
NO_COMMAND = "Copied through the terminal, which may ignore it: there is no clipboard command"


def copy(app: "ReaderApp", text: str) -> None:
    """Put `text` on the clipboard by every way there is; the command runs beside, so that no key waits."""
    app.copy_to_clipboard(text)
    if app.is_web:
        return  # the browser has taken it; this machine's clipboard is not its reader's
    store = app.store
    file = None if store is None else store.folder / COPIED_FILE
    post_beside(app, partial(_copy_elsewhere, text, file))


def _copy_elsewhere(text: str, file: Path | None) -> Iterable[CopyDoubtful]:
    where = _written(text, file)
    command = clipboard_command(os.environ)
    problem = NO_COMMAND if command is None else ""
    if command is not None:
        try:
            copy_by(command, text)
        except OutputError as error:
            problem = str(error)
    if problem:
        yield CopyDoubtful(f"{problem}.{where}")


def _written(text: str, file: Path | None) -> str:
    """Where the text can be found, as a sentence; empty when it could not be written, or is not to be."""
    if file is None:
        return ""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(file, text)
    except (OSError, OutputError):
        return ""
    return f" It is also in {one_line(shown_path(str(file)))}"
