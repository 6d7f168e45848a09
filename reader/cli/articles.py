"""What an ARTICLE argument names: a file, "-" for standard input, or a seed by its name.

Takes arguments, gives paths as `reader.session` takes them. Reads folder listings only.
"""

from pathlib import Path

from reader.errors import InputError

SEED_PREFIX = "seed:"
SEED_ENDINGS = (".txt", ".md")


def article_path(argument: str) -> str:
    """The path that an argument names; a file goes before a seed of the same name.

    Raises:
        InputError: a seed is asked for that does not exist.
    """
    if argument.startswith(SEED_PREFIX):
        return _seed(argument.removeprefix(SEED_PREFIX))
    if argument == "-" or Path(argument).exists():
        return argument
    return _seed_if_any(argument) or argument


def require_files(paths: list[str]) -> None:
    """That paths lead to files, for those that are read later.

    Raises:
        InputError: one does not.
    """
    for path in paths:
        if not Path(path).is_file():
            from reader.sources.files import missing

            problem = "a folder; give an article's file" if Path(path).is_dir() else missing(path)
            raise InputError(f"{path}: {problem}")


def seeds() -> tuple[Path, ...]:
    """The sample articles, by name."""
    from reader.paths import seeds_dir

    folder = seeds_dir()
    return tuple(sorted(f for f in folder.glob("*") if f.suffix in SEED_ENDINGS)) if folder.is_dir() else ()


def _seed_if_any(name: str) -> str | None:
    found = [str(f) for f in seeds() if name in (f.stem, f.name)]
    return found[0] if found else None


def _seed(name: str) -> str:
    found = _seed_if_any(name)
    if found is None:
        from difflib import get_close_matches

        close = get_close_matches(name, [f.stem for f in seeds()], n=1)
        hint = f"did you mean {close[0]!r}?" if close else "`reader seeds` lists them"
        raise InputError(f"{SEED_PREFIX}{name}: no such seed; {hint}")
    return found
