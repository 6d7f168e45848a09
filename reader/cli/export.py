"""`reader export`: an article's analysis as a document. It never imports Textual."""

from typing import TYPE_CHECKING

from reader.cli.arguments import Parser, add_analysis_options, add_reading_options, parser
from reader.errors import OutputError, UsageError
from reader.export import ENDINGS, SCOPES, formats, render
from reader.export.focus import entity_named

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.text import Analysis

EXAMPLES = """\
examples:
  reader export story.txt                       everything as Markdown
  reader export story.txt --scope summary --clipboard
  reader export story.txt --scope dossier --entity Ortega
  reader export story.txt --scope bookmarks     what was marked in the app
  reader export story.md --output story.html    the format by FILE's ending
  reader export - --format json < story.txt

exit status: 0 written, 2 the command line is off, 3 the article cannot be
read, 4 the configuration is off, 5 the analysis failed, 6 not written
"""


def run(arguments: list[str]) -> int:
    """Write the document that the arguments ask for."""
    given = make_parser().parse_args(arguments)
    from reader.cli.reading import analysis_of
    from reader.cli.terminal import plain_utf8

    if (given.scope == "dossier") != (given.entity is not None):
        raise UsageError("--scope dossier and --entity NAME belong together; see `reader export --help`")
    analysis = analysis_of(given)
    entity_id = None if given.entity is None else entity_named(analysis, given.entity).id
    places = _bookmarks(given, analysis) if given.scope == "bookmarks" else ()
    text = render(analysis, format=_format(given), scope=given.scope, entity_id=entity_id, places=places)
    if given.clipboard:
        from reader.export.targets import copy

        copy(text)
        return 0
    from reader.cli.output import destination

    with destination(given.output) as out:
        out.write(plain_utf8(text))
    return 0


def _bookmarks(given: "Namespace", analysis: "Analysis") -> tuple[int, ...]:
    """Those that were set in the app."""
    from reader.cli.articles import article_path
    from reader.state.reading import content_key
    from reader.state.recall import recalled
    from reader.state.store import Store, place_of, state_folder

    text = analysis.article.text
    store = Store(state_folder())
    kept = store.find(place_of(article_path(given.article)), content_key(text))
    places = () if kept is None else recalled(kept, text).bookmarks
    if not places:
        why = f" ({store.problems[0]})" if store.problems else ""
        raise OutputError(f"{given.article}: it has no bookmarks{why}; in the app m sets one")
    return places


def _format(given: "Namespace") -> str:
    """As asked for, else by the file's ending, else the usual one."""
    if given.format is not None:
        return str(given.format)
    by_ending = [name for name, ending in ENDINGS.items() if (given.output or "").lower().endswith(ending)]
    return (by_ending or [formats()[0]])[0]


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("export", description="Write an article's analysis as a document.", epilog=EXAMPLES)
    command.add_argument("article", metavar="ARTICLE", help="a file, - for standard input, or a seed's name")
    command.add_argument("--format", choices=formats(), help="default: by the ending of FILE, else markdown")
    command.add_argument("--scope", choices=SCOPES, default="all", help="a part of it, or everything (default)")
    command.add_argument("--entity", metavar="NAME", help="whose dossier: a name, or a part of one")
    target = command.add_mutually_exclusive_group()
    target.add_argument("--output", metavar="FILE", help="write there, all or nothing (default: standard output)")
    target.add_argument("--clipboard", action="store_true", help="put it on the clipboard")
    add_analysis_options(command)
    add_reading_options(command)
    return command
