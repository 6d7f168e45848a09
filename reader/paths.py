"""Where things lie: the shipped seeds and themes (wheel or checkout) and the user's own folders.

Gives paths only; it creates nothing and reads nothing. platformdirs is imported late, it costs 25 ms.
"""

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
    import platformdirs

    return Path(platformdirs.user_config_dir("reader", appauthor=False))


def shown_path(path: str) -> str:
    """A path as people write it, with the home folder as ~."""
    home = str(Path.home())
    return "~" + path[len(home) :] if path.startswith(home + "/") else path


def cache_dir() -> Path:
    """The user's cache folder (may not exist)."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("reader", appauthor=False))


def state_dir() -> Path:
    """The user's state folder: history, reading places (may not exist)."""
    import platformdirs

    return Path(platformdirs.user_state_dir("reader", appauthor=False))


def data_dir() -> Path:
    """The user's data folder: exports, the library (may not exist)."""
    import platformdirs

    return Path(platformdirs.user_data_dir("reader", appauthor=False))
