"""Copying: through the terminal (OSC 52) and through the system's own command where there is one.

Neither can be relied upon alone: many terminals ignore OSC 52, and over ssh the command reaches the wrong machine.
"""

import os
import subprocess
import sys
from shutil import which
from threading import Thread

from textual.app import App

COMMAND_LIMIT_S = 5
"""A clipboard command that takes longer hangs on a display that is gone."""


def commands() -> list[list[str]]:
    """The clipboard commands that could work here, the likeliest first."""
    found: list[list[str]] = []
    if os.environ.get("WAYLAND_DISPLAY"):
        found.append(["wl-copy"])
    if os.environ.get("DISPLAY"):
        found += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    if sys.platform == "darwin":
        found.append(["pbcopy"])
    if sys.platform == "win32" or os.environ.get("WSL_DISTRO_NAME"):
        found.append(["clip.exe"])
    return [command for command in found if which(command[0])]


def copy(app: App[int], text: str) -> None:
    """Put `text` on the clipboard by every way there is; the command runs beside, so that no key waits."""
    app.copy_to_clipboard(text)
    found = commands()
    if found:
        Thread(target=_feed, args=(found[0], text), daemon=True).start()


def _feed(command: list[str], text: str) -> None:
    encoding = "utf-16" if command[0] == "clip.exe" else "utf-8"
    data = text.encode(encoding, "replace")
    try:
        subprocess.run(command, input=data, timeout=COMMAND_LIMIT_S, check=False, capture_output=True)
    except (OSError, subprocess.SubprocessError):
        return  # the terminal's own way has been taken already
