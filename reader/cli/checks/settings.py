"""What the user has written: the configuration and theme files."""

from collections.abc import Iterator
from pathlib import Path

from reader import paths
from reader.cli.checks import Check
from reader.cli.soundness import config_mistakes
from reader.config import default_path


def configuration(file: str | None) -> Iterator[Check]:
    """Every mistake in it, or that there is none."""
    where = Path(file) if file else default_path()
    wrong = config_mistakes(file)
    yield from (Check("configuration", "wrong", words) for words in wrong)
    if not wrong:
        state = "sound" if where.exists() else "not there, so the defaults hold; `reader config --init` writes one"
        yield Check("configuration", "ok", f"{where}: {state}")


def themes() -> Iterator[Check]:
    """Every mistake in a theme file, shipped or not."""
    from reader.tui.soundness import theme_mistakes
    from reader.tui.theme_files import theme_files

    files = theme_files()
    wrong = dict(theme_mistakes())
    yield from (Check("themes", "wrong", words) for words in wrong.values())
    own = sum(file.parent != paths.themes_dir() for file in files.values() if file not in wrong)
    yield Check("themes", "ok", f"{len(files) - len(wrong)} can be chosen, {own} of them your own")
