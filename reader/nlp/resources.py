"""The only reader of `nlp/data/`: models and word lists, checked against nothing at run time but their presence.

MANIFEST.toml there records each file's origin, licence, size and sha256; a test holds it against the files.
"""

from functools import cache
from pathlib import Path

from reader.errors import ModelError

DATA_DIR = Path(__file__).parent / "data"


def path(name: str) -> Path:
    """Where the shipped file `name` lies.

    Raises:
        ModelError: it is not there.
    """
    file = DATA_DIR / name
    if not file.is_file():
        raise ModelError(f"{file}: model file missing; reinstall reader-tui")
    return file


def read_text(name: str) -> str:
    """A shipped UTF-8 file."""
    return path(name).read_text(encoding="utf-8")


@cache
def words(name: str) -> frozenset[str]:
    """A word list: one entry a line, blank lines and `#` comments left out."""
    lines = (line.strip() for line in read_text(name).splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def fingerprints() -> dict[str, str]:
    """File name to the first twelve hex digits of the sha256 that MANIFEST.toml records."""
    found, name = dict[str, str](), ""
    for line in read_text("MANIFEST.toml").splitlines():  # as `reader.training.common` writes it; tomllib takes 4 ms
        if line.startswith("[files."):
            name = line.split('"')[1]
        elif line.startswith("sha256 = "):
            found[name] = line.split('"')[1][:12]
    return dict(sorted(found.items()))
