"""The reader started on a pseudo-terminal, with folders of its own."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.state.store import Store

if TYPE_CHECKING:
    import pexpect

LIMIT_S = 60  # for a machine that is busy with other things


def environment_of(folder: Path, **variables: str) -> dict[str, str]:
    """The environment of a reader that has every folder of the user in `folder`."""
    folders = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    home = {"HOME": str(folder), "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
    return os.environ | folders | home | variables


def start_reader(
    folder: Path, text: str, *, rows: int = 24, columns: int = 80, name: str = "story.txt", **variables: str
) -> "pexpect.spawn[bytes]":
    """The reader on a text, on a pseudo-terminal; every folder of the user is in `folder`."""
    import pexpect

    story = folder / name
    story.write_text(text, encoding="utf-8")
    Store(folder / "STATE" / "reader").choose(hints_seen=["reading"])
    environment = environment_of(folder, **variables)
    arguments = ["-m", "reader", str(story)]
    return pexpect.spawn(
        sys.executable, arguments, env=environment, dimensions=(rows, columns), timeout=LIMIT_S, cwd=str(folder)
    )
