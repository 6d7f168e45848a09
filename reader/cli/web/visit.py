"""A visitor's process: `python -P -m reader.cli.web.visit ARTICLE ...`, started by the server, a browser at its pipes.

It keeps nothing, and is confined before the app begins.
"""

import sys
from dataclasses import replace

from reader.cli import open as opening
from reader.cli.articles import article_path
from reader.cli.web.guard import confine
from reader.cli.wishes import analysis_options
from reader.config import load
from reader.errors import ReaderError
from reader.session.child import is_analysis
from reader.session.opening import open_path


def run(arguments: list[str]) -> int:
    """Show the articles that the arguments name, or the list of the sample articles."""
    from reader.tui.app import ReaderApp

    given = opening.make_parser().parse_args(arguments)
    config = load(given.config)
    config = replace(config, remember=False, cache=False, theme=given.theme or config.theme)
    paths = [article_path(argument) for argument in given.articles]
    opened = None
    if paths:
        options = analysis_options(given, config)
        opened = open_path(paths[0], options=options, use_cache=False, article_id=given.articles[0])
    confine(paths, allowed_command=is_analysis)
    try:
        ReaderApp(opened, config=config, more=paths[1:]).run(mouse=config.mouse)
    finally:
        if opened is not None:
            opened.job.cancel()
    return 0


def main() -> int:
    """One line on standard error for whatever goes wrong; the server shows it."""
    try:
        return run(sys.argv[1:])
    except ReaderError as error:
        print(f"reader: {error}", file=sys.stderr)
        return error.exit_status


if __name__ == "__main__":
    sys.exit(main())
