"""Many articles → one line of JSON each, in order, in this process or in several.

Takes tasks (a path, or one line of a corpus), gives encoded answers; whatever is wrong with an article becomes its
answer. Imports nltk through the pipeline when the first task runs; never Textual.
"""

import gc
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reader.errors import InputError, ReaderError
from reader.nlp.lean import spare_nltk_packages
from reader.nlp.options import AnalysisOptions
from reader.session.loading import load, verbatim
from reader.text import Article
from reader.text.display import json_escaped
from reader.text.wire import analysis_to_json, error_to_json

CORPUS_ENDING = ".jsonl"
GC_THRESHOLDS = (1_000_000, 20, 20)
"""An analysis makes hundreds of thousands of objects and hardly a cycle: 8 % less CPU than with Python's thresholds."""


@dataclass(frozen=True, slots=True)
class Task:
    """One article to be analysed."""

    id: str
    """A path; for a corpus line, the corpus and the line's number, until its own id is known."""
    line: bytes | None = None
    """The corpus line; None when `id` is a path to read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task."""

    encoded: bytes
    """JSON without a line feed at its end."""
    failed: bool


@dataclass(frozen=True, slots=True)
class Style:
    """How answers are asked for and written."""

    options: AnalysisOptions
    timings: bool = True
    indent: int | None = None
    """None: one ASCII line, which no pipe or console can damage."""


def tasks(paths: Iterable[str]) -> Iterator[Task]:
    """The articles that the paths name, a corpus opened up into its lines, blank ones left out."""
    from pathlib import Path

    for path in paths:
        if not path.lower().endswith(CORPUS_ENDING):
            yield Task(path)
            continue
        try:
            with Path(path).open("rb") as corpus:
                for number, line in enumerate(corpus, start=1):
                    if line.strip():
                        yield Task(f"{path}:{number}", line)
        except OSError:
            yield Task(path)  # reading it as an article says what is wrong, in its place among the others


def answers(work: Iterable[Task], style: Style, *, jobs: int) -> Iterator[Answer]:
    """The answers in the order of the tasks.

    Args:
        work: read no further ahead than the jobs need.
        style: how.
        jobs: processes; 1 is this one.
    """
    _settle()
    if jobs > 1:
        from reader.cli.pool import in_processes

        yield from in_processes(iter(work), style, jobs)
        return
    for task in work:
        yield answer(task, style)
    gc.freeze()  # or the process looks through all models for garbage as it ends: 140 ms


def answer(task: Task, style: Style) -> Answer:
    """One article's answer; never raises for what is wrong with the article."""
    from reader.nlp.pipeline import analyse

    name = task.id
    try:
        article = _from_path(task.id) if task.line is None else _from_corpus(task.line, task.id)
        name = article.id
        value = analysis_to_json(analyse(article, style.options), timings=style.timings)
    except Exception as error:  # noqa: BLE001 -- one article must not end the run; its line says what happened
        return Answer(encode(error_to_json(name, _told(error)), style.indent), failed=True)
    return Answer(encode(value, style.indent), failed=False)


def _from_path(argument: str) -> Article:
    from reader.cli.articles import article_path

    return load(article_path(argument), article_id=argument)


def _from_corpus(line: bytes, where: str) -> Article:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not a line of JSON: {error}") from error
    fields = value if isinstance(value, dict) else {}
    name, text, title = fields.get("id"), fields.get("text"), fields.get("title")
    if not isinstance(name, str) or not isinstance(text, str) or not isinstance(title, str | None):
        raise InputError(f'{where}: each line needs the strings "id" and "text", and may have "title"')
    return verbatim(text, name=name, title=title)


def _told(error: Exception) -> Exception:
    """Errors of ours as they are; others on one line, with what they are."""
    return error if isinstance(error, ReaderError) else type(error)(" ".join(str(error).split()))


def encode(value: dict[str, Any], indent: int | None) -> bytes:
    """JSON on one ASCII line, or indented and readable in any script."""
    if indent is None:
        return json.dumps(value).encode("ascii")
    return json_escaped(json.dumps(value, indent=indent, ensure_ascii=False)).encode()


def _settle() -> None:
    """Import the pipeline, and keep what that made out of every later garbage collection."""
    spare_nltk_packages()
    import reader.nlp.pipeline  # noqa: F401 -- imported for its being there

    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)
