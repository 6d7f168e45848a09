"""The engines that find names: the built-in one, and those of other packages, found by entry point.

Takes an engine's name and a document, gives checked names; whatever goes wrong inside an engine becomes one
`AnalysisError` that names it. An engine of another package is looked up and loaded only when it is asked for, so
that nobody else pays for it; nothing heavy may be imported here.

An engine is a callable `(Document) -> Sequence[Name]`. It may have an attribute `version`, a string of everything
that shapes its answer; without one, its package's version stands for it. `reader/help/engines.md` is the contract.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from functools import cache
from itertools import pairwise
from operator import index
from typing import TYPE_CHECKING, Any, get_args

from reader import __version__
from reader.errors import AnalysisError, ReaderError, UsageError
from reader.text import Label, Name, Span
from reader.text.display import one_line

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from reader.nlp.document import Document

BUILT_IN = "reader"
GROUP = "reader.engines"
MAX_REASON_CHARS = 300
"""Of an engine's own words in a message: some libraries explain for pages."""
NEAR = 0.5  # the same likeness as for keys of the configuration
_LABELS = get_args(Label)


def installed() -> tuple[str, ...]:
    """The names of all engines, the built-in one first."""
    return (BUILT_IN, *sorted({point.name for point in _entry_points()} - {BUILT_IN}))


def require(name: str) -> None:
    """See that an engine is there and has what it needs.

    Raises:
        UsageError: no engine has this name.
        AnalysisError: it cannot be loaded, or something it needs is missing.
    """
    version(name)


def version(name: str) -> str:
    """Everything that shapes the answers given with this engine.

    Raises:
        UsageError, AnalysisError: see `require`.
    """
    if name == BUILT_IN:
        return __version__
    engine, package = load(name)
    with _blamed_on(name, "cannot tell its version"):
        own = getattr(engine, "version", None)
    return one_line(f"{__version__} with {own or package}")


def stamp(name: str) -> str:
    """The version for the key of a cached answer; the bare one for an engine that will give no answer anyway."""
    try:
        return version(name)
    except ReaderError:
        return __version__


@cache
def load(name: str) -> tuple[Callable[["Document"], Any], str]:
    """The engine of another package, and that package with its version.

    Raises:
        UsageError, AnalysisError: see `require`.
    """
    point = next((point for point in _entry_points() if point.name == name), None)
    if point is None:
        raise UsageError(_unknown(name))
    package = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
    with _blamed_on(name, f"of {package} cannot be loaded"):
        engine = point.load()
    if not callable(engine):
        raise AnalysisError(f"engine {name!r}: {point.value} of {package} is no callable")
    return engine, package


def find(name: str, document: "Document") -> tuple[Name, ...]:
    """The names that the engine `name` of another package finds, checked and in order.

    Raises:
        UsageError, AnalysisError: see `require`; or the engine fails, or its names cannot be names of this text.
    """
    engine, _ = load(name)
    with _blamed_on(name, "failed"):
        answer = tuple(engine(document))
    try:
        return _checked(answer, len(document.text))
    except ValueError as error:
        raise AnalysisError(f"engine {name!r} gave {error}; its names cannot be used") from error


@contextmanager
def _blamed_on(name: str, what: str) -> Iterator[None]:
    """Foreign code may print and raise as it likes; standard output is for the analysis alone."""
    try:
        with redirect_stdout(sys.stderr):
            yield
    except ReaderError:
        raise
    except (Exception, SystemExit) as error:  # SystemExit: some libraries' downloads end the process
        reason = one_line(f"{type(error).__name__}: {error}")[:MAX_REASON_CHARS]
        raise AnalysisError(f"engine {name!r} {what}: {reason}") from error


def _entry_points() -> "Iterable[EntryPoint]":
    from importlib import metadata  # 20 ms

    return metadata.entry_points(group=GROUP)


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    known = installed()
    close = get_close_matches(name, known, n=1, cutoff=NEAR)
    near = f"did you mean {close[0]!r}? " if close else ""
    return f"{name!r} is no engine; {near}known: {', '.join(known)}"


def _checked(answer: tuple[Any, ...], text_chars: int) -> tuple[Name, ...]:
    """The names in order, their offsets as plain whole numbers.

    Raises:
        ValueError: says of which name what is off.
    """
    names = sorted((_name(value, text_chars) for value in answer), key=lambda name: name.span)
    for name, following in pairwise(names):
        if following.span.start < name.span.end:
            raise ValueError(f"names that overlap, {_place(name.span)} and {_place(following.span)}")
    return tuple(names)


def _name(value: Any, text_chars: int) -> Name:
    if not isinstance(value, Name):
        raise ValueError(f"a {type(value).__name__} where a reader.text.Name belongs")  # noqa: TRY004 -- one kind for all
    try:
        span = Span(*map(index, value.span))
    except TypeError:
        raise ValueError(f"a name at {value.span!r}, which is no Span") from None
    if not 0 <= span.start < span.end <= text_chars:
        raise ValueError(f"a name at {_place(span)} of a text of {text_chars} characters")
    if value.label not in _LABELS:
        raise ValueError(f"the label {value.label!r}, which is none of {', '.join(_LABELS)}")
    return Name(span, value.label)


def _place(span: Span) -> str:
    return f"[{span.start}, {span.end})"
