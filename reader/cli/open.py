"""`reader [ARTICLE ...]`: the terminal app.

The analysis process is started before Textual is imported, as `reader.session.opening` says; so nothing heavy may be
imported here before `open_path` has returned.
"""

import gc
import os
import sys
from types import SimpleNamespace

from reader.errors import InputError, UsageError

GC_THRESHOLDS = (200_000, 20, 20)
"""Python's (700, 10, 10) cost 30 ms of CPU to the first frame, and 50,000 at once hold up a key for 30 ms: the app
collects while nobody presses one."""
SWITCH_S = 0.0005
"""Python's 5 ms are what a key waits each time that a thread decodes a piece of the analysis or keeps it."""
TYPE_CHECKING = False  # typing's own costs 5 ms before the analysis process starts

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.cli.arguments import Parser
    from reader.config import Config
    from reader.session import Opened
    from reader.session.child import Child

NO_OPTIONS = {
    "theme": None, "engine": None, "summary_sentences": None, "summary_words": None, "no_cache": False, "config": None,
    "private": False,
}  # fmt: skip
"""What the parser gives for a lone article; importing argparse and its like takes 5 ms, and most calls need none."""
ANSI_THEME = "terminal"
"""Where a terminal has sixteen colours: the usual theme's would nearly all come out grey."""
EXAMPLES = """\
examples:
  reader                          choose among the sample articles
  reader story.txt                open a file; .md is Markdown, .html a page
  reader *.txt                    open several; > and < go from one to the next
  reader seed:harbour-trial       open a sample article
  curl -s URL | reader -          open standard input; the keyboard stays yours
"""


def run(arguments: list[str]) -> int:
    """Open the article that the arguments name, or the list of the seeds."""
    gc.set_threshold(*GC_THRESHOLDS)
    sys.setswitchinterval(SWITCH_S)
    child = _early_child(arguments)
    try:
        given = _parse(arguments)
        first, more = _articles(given.articles)
        _need_terminal(first)
        config = _config(given)
        opened = None if first is None else _open(first, given, config, child)
    except BaseException:
        if child is not None:
            child.close()
        raise
    return _show(opened, more, config, from_stdin=first == "-")


def _need_terminal(first: str | None) -> None:
    """See `need_terminal`; that there is no such article, or command, is the better complaint."""
    from reader.cli.terminal import need_terminal

    try:
        need_terminal(article_from_stdin=first == "-")
    except UsageError:
        if first is not None and first != "-":
            _require(first)
        raise


def _require(article: str) -> None:
    """That an argument leads anywhere, for when there is no opening it to find out."""
    from difflib import get_close_matches
    from pathlib import Path

    from reader.cli.articles import article_path, require_files
    from reader.cli.main import COMMANDS

    path = article_path(article)
    if Path(path).exists():
        return
    close = get_close_matches(article, COMMANDS, n=1)
    if close:
        raise InputError(f"{article}: no such file, and no command; did you mean `reader {close[0]}`?")
    require_files([path])


def _articles(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The first article, and the paths of the others, which have to be there though they are read later."""
    if not arguments:
        return None, []
    from reader.cli.articles import article_path, require_files

    if "-" in arguments[1:]:
        raise UsageError("standard input (-) can only be the first article")
    if len(arguments) > 1 and arguments[0] != "-":
        _require(arguments[0])
    more = [article_path(argument) for argument in arguments[1:]]
    require_files(more)
    return arguments[0], more


def _early_child(arguments: list[str]) -> "Child | None":
    """The analysis process, started while not even the arguments are parsed; most often there is one, a file."""
    from reader.cli.terminal import is_terminal

    if not arguments or not is_terminal(sys.stdout):
        return None
    likely = arguments[-1] if arguments[0].startswith("-") else arguments[0]
    if likely.startswith("-"):
        return None
    from reader.session import early

    return early.start(likely)


def _open(article: str, given: "Namespace | SimpleNamespace", config: "Config", child: "Child | None") -> "Opened":
    from reader.cli.articles import article_path
    from reader.cli.wishes import analysis_options
    from reader.session.opening import open_path

    return open_path(
        article_path(article),
        options=analysis_options(given, config),
        use_cache=config.cache and not given.no_cache,
        article_id=article,
        child=child,
    )


def _show(opened: "Opened | None", more: list[str], config: "Config", *, from_stdin: bool) -> int:
    try:
        if from_stdin:
            from reader.cli.terminal import reopen_keyboard

            reopen_keyboard()
        from reader.tui.lean import spare_imports

        spare_imports()
        from reader.tui.app import ReaderApp

        gc.freeze()  # no later collection walks through what Textual has made for good
        answer = ReaderApp(opened, config=config, more=more).run(mouse=config.mouse)
    finally:
        if opened is not None:
            opened.job.cancel()
    return answer if isinstance(answer, int) else 0


def _parse(arguments: list[str]) -> "Namespace | SimpleNamespace":
    if not any(argument.startswith("-") for argument in arguments):
        return SimpleNamespace(articles=arguments, **NO_OPTIONS)
    return make_parser().parse_args(arguments)


def make_parser() -> "Parser":
    """What the command takes."""
    from reader.cli.arguments import add_analysis_options, add_reading_options, parser

    command = parser("", description="Open articles in the terminal.", epilog=EXAMPLES)
    command.add_argument(
        "articles", metavar="ARTICLE", nargs="*", help="a file, - for standard input, or a seed's name"
    )
    command.add_argument("--theme", metavar="THEME", help="the theme to start with")
    command.add_argument("--private", action="store_true", help="keep nothing: no places, no history, no analysis")
    add_analysis_options(command)
    add_reading_options(command)
    return command


def _config(given: "Namespace | SimpleNamespace") -> "Config":
    from dataclasses import replace

    from reader import config
    from reader.cli.terminal import has_few_colours

    loaded = config.load(given.config)
    if given.private:
        loaded = replace(loaded, remember=False, cache=False)
    usual = given.theme is None and loaded.theme == config.Config().theme
    if usual and has_few_colours(os.environ):
        return replace(loaded, theme=ANSI_THEME)
    return loaded if given.theme is None else replace(loaded, theme=given.theme)
