"""`reader serve`: the app in a browser, on this machine, through textual-serve."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import Parser, add_analysis_options, parser, whole_number
from reader.errors import OutputError, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

EXAMPLES = """\
Every page that is opened is a reader of its own. A visitor reads the articles
that are named, or the sample articles: no other file is read, nothing is
written here, no program is started; the browser downloads what is exported.

Only this machine can reach it, unless --host says otherwise: then whoever
reaches the address can read the articles. From elsewhere, better:
ssh -L 8000:localhost:8000 MACHINE

examples:
  reader serve story.txt
  reader serve --port 8080 --theme paper

exit status: 0 ended by ^C, 2 the command line is off or the extra is missing,
3 an article cannot be read, 6 the address is taken
"""
PORT = 8000
HIGHEST_PORT = 65535
EXTRA = "textual_serve"


def run(arguments: list[str]) -> int:
    """Serve until interrupted."""
    given = make_parser().parse_args(arguments)
    if find_spec(EXTRA) is None:
        raise UsageError("`reader serve` needs an extra: pip install 'reader-tui[serve]' brings it")
    if "-" in given.articles:
        raise UsageError("standard input can be read only once, and each visitor reads anew; give a file")
    _look(given.articles)
    from reader.cli.web.server import ReaderServer, listen

    title = Path(given.articles[0].removeprefix("seed:")).name if given.articles else "reader"
    server = ReaderServer(_command(given), host=given.host, port=given.port, title=title)
    try:
        listen(server, _announce)
    except OSError as error:
        address = f"{given.host}:{given.port}"
        raise OutputError(f"{address}: cannot be listened at: {error.strerror or error}; try --port") from error
    return 0


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("serve", description="Show articles in the browser.", epilog=EXAMPLES)
    command.add_argument("articles", metavar="ARTICLE", nargs="*", help="a file or a seed's name; else all seeds")
    command.add_argument(
        "--host", metavar="HOST", default="localhost", help="the address to listen at (default: localhost)"
    )
    port = whole_number(1, HIGHEST_PORT)
    command.add_argument("--port", metavar="N", type=port, default=PORT, help=f"the port (default: {PORT})")
    command.add_argument("--theme", metavar="THEME", help="the theme to start with")
    command.add_argument("--config", metavar="FILE", help="another configuration file")
    add_analysis_options(command)
    return command


def _look(articles: list[str]) -> None:
    """Find out now, and not at the first visit, that one cannot be read."""
    from reader.cli.articles import article_path
    from reader.session.loading import load

    for article in articles:
        load(article_path(article), article_id=article)


def _command(given: "Namespace") -> str:
    """What a shell starts for each visitor; -P keeps a `json.py` beside the article from being imported."""
    words = [sys.executable, "-P", "-m", "reader.cli.web.visit"]
    for name in ("theme", "config", "engine", "summary_sentences", "summary_words"):
        value = getattr(given, name)
        if value is not None:
            words += [f"--{name.replace('_', '-')}", str(value)]
    words += ["--", *given.articles] if given.articles else []
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return f"exec {join(words)}"  # no shell stays in between


def _announce(url: str) -> None:
    print(f"{url} is open for visits; ^C ends them all.", flush=True)
