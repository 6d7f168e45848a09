"""What an export is called, and how large it is, in words. Pure."""

from pathlib import Path

from reader.export import ENDINGS
from reader.text import Entity
from reader.text.display import one_line

FALLBACK_STEM = "article"
"""The name of a file for what came from standard input."""
BYTES_PER_KIB = 1024


def stem_of(path: str) -> str:
    """What to call an export of the article at `path`."""
    stem = Path(path.removeprefix("seed:")).stem
    return one_line(stem) if stem.strip("-. ") else FALLBACK_STEM


def slug(name: str) -> str:
    """A name as part of a file's: its letters and digits, in small letters."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def numbered(entity: Entity, things: list[Entity]) -> str:
    """A name that no other thing has: two of one name are told apart by their ids."""
    name = one_line(entity.name)
    return f"{name} ({entity.id})" if sum(one_line(e.name) == name for e in things) > 1 else name


def with_ending(name: str, ending: str) -> str:
    """A file's name with one of our endings changed to another; any other ending is the user's wish."""
    for old in ENDINGS.values():
        if name.lower().endswith(old):
            return name[: -len(old)] + ending
    return name


def size_of(text: str) -> str:
    """How much it is: "84 lines, 5.2 KiB"."""
    lines, size = text.count("\n"), len(text.encode("utf-8", "replace"))
    amount = f"{size} bytes" if size < BYTES_PER_KIB else f"{size / BYTES_PER_KIB:.1f} KiB"
    return f"{lines} line{'s' * (lines != 1)}, {amount}"
