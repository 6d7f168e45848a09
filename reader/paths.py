"""Where things lie: the shipped seeds and themes (wheel or checkout) and the user's own folders.

Gives paths only; it creates nothing and reads nothing.
"""

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent


def _shared(name: str) -> Path:
    """The shipped folder `name`: inside the wheel, or at the top of a checkout."""
    in_wheel = PACKAGE / "_shared" / name
    return in_wheel if in_wheel.is_dir() else PACKAGE.parent / name


def seeds_dir() -> Path:
    """The folder with the sample articles."""
    return _shared("seeds")


def themes_dir() -> Path:
    """The folder with the shipped theme files."""
    return _shared("themes")


def help_dir() -> Path:
    """The folder with the user's guide, one Markdown page a subject."""
    return PACKAGE / "help"


def config_dir() -> Path:
    """The user's configuration folder (may not exist)."""
    return _own("config", "~/.config")


def shown_path(path: str) -> str:
    """A path as people write it, with the home folder as ~."""
    home = str(Path.home())
    return "~" + path[len(home) :] if path.startswith(home + "/") else path


def cache_dir() -> Path:
    """The user's cache folder (may not exist)."""
    return _own("cache", "~/.cache")


def state_dir() -> Path:
    """The user's state folder: history, reading places (may not exist)."""
    return _own("state", "~/.local/state")


def data_dir() -> Path:
    """The user's data folder: exports, the library (may not exist)."""
    return _own("data", "~/.local/share")


def _own(kind: str, usual: str) -> Path:
    """A folder of the user's; on Linux worked out here, because importing platformdirs costs 7 to 25 ms."""
    if sys.platform.startswith("linux"):
        given = os.environ.get(f"XDG_{kind.upper()}_HOME", "").strip()
        base = given if given.startswith("/") else os.path.expanduser(usual)  # noqa: PTH111 -- no error without a home
        return Path(base, "reader")
    import platformdirs

    return Path(getattr(platformdirs, f"user_{kind}_dir")("reader", appauthor=False))
