"""`reader [ARTICLE]`: the terminal app.

The analysis process is started before Textual is imported, as `reader.session.opening` says; so nothing heavy may be
imported here before `open_path` has returned.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.config import Config
    from reader.session import Opened

EXAMPLES = """\
examples:
  reader                          choose among the sample articles
  reader story.txt                open a file; Markdown by its ending (.md)
  reader seed:harbour-trial       open a sample article
  curl -s URL | reader -          open standard input; the keyboard stays yours
"""


def run(arguments: list[str]) -> int:
    """Open the article that the arguments name, or the list of the seeds."""
    from reader.cli.terminal import need_terminal, reopen_keyboard

    given = _parse(arguments)
    need_terminal(article_from_stdin=given.article == "-")
    config = _config(given)
    opened = None if given.article is None else _open(given, config)
    try:
        if given.article == "-":
            reopen_keyboard()
        from reader.tui.app import ReaderApp

        answer = ReaderApp(opened, config=config).run(mouse=config.mouse)
    finally:
        if opened is not None:
            opened.job.cancel()
    return answer if isinstance(answer, int) else 0


def _open(given: "Namespace", config: "Config") -> "Opened":
    from reader.cli.arguments import analysis_options
    from reader.cli.articles import article_path
    from reader.session.opening import open_path

    use_cache = config.cache and not given.no_cache
    return open_path(
        article_path(given.article),
        options=analysis_options(given, config),
        use_cache=use_cache,
        article_id=given.article,
    )


def _parse(arguments: list[str]) -> "Namespace":
    from reader.cli.arguments import add_analysis_options, add_reading_options, parser

    command = parser("", description="Open an article in the terminal.", epilog=EXAMPLES)
    command.add_argument("article", metavar="ARTICLE", nargs="?", help="a file, - for standard input, or a seed's name")
    command.add_argument("--theme", metavar="NAME", help="the theme to start with")
    add_analysis_options(command)
    add_reading_options(command)
    return command.parse_args(arguments)


def _config(given: "Namespace") -> "Config":
    from dataclasses import replace

    from reader import config

    loaded = config.load(given.config)
    return loaded if given.theme is None else replace(loaded, theme=given.theme)
