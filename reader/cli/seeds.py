"""`reader seeds`: the sample articles by name, with their titles."""

from reader.cli.arguments import Parser, parser
from reader.errors import InputError

EXAMPLES = """\
examples:
  reader seeds
  reader seed:harbour-trial
  reader export seed:harbour-trial --scope summary
"""


def run(arguments: list[str]) -> int:
    """Write one line a seed: its name, a tab or blanks, its title."""
    make_parser().parse_args(arguments)
    from reader.cli.articles import seeds
    from reader.paths import seeds_dir
    from reader.session.loading import load
    from reader.text.display import one_line

    found = seeds()
    if not found:
        raise InputError(f"{seeds_dir()}: no sample articles there; reinstall reader-tui")
    widest = max(len(file.stem) for file in found)
    for file in found:
        print(f"{file.stem:<{widest}}  {one_line(load(str(file)).title or '')}".rstrip())
    return 0


def make_parser() -> Parser:
    """What the command takes."""
    return parser("seeds", description="List the sample articles that come with reader.", epilog=EXAMPLES)
