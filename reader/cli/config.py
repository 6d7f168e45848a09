"""`reader config`: where the configuration is, whether it is sound, and a documented one to start from."""

from pathlib import Path

from reader.cli.arguments import Parser, parser
from reader.config import Config, default_path, load
from reader.errors import ConfigError, OutputError
from reader.text.display import one_line

EXAMPLES = """\
Without an option the configuration in force is shown. --check also looks at
what the file names: the theme, the engine, the actions of [keys].

examples:
  reader config --path      where the file is, whether or not it exists
  reader config --init      write one with every key explained, if there is none
  reader config --check     say what is wrong with it, a line for each mistake
  reader config --schema    the JSON schema, for editors that check TOML

exit status: 0 fine, 4 the configuration is off, 6 not written
"""


def run(arguments: list[str]) -> int:
    """Do the one thing that is asked for."""
    given = make_parser().parse_args(arguments)
    where = Path(given.config) if given.config else default_path()
    if given.path:
        print(where)
    elif given.init:
        _init(where)
    elif given.check:
        return _check(given.config, where)
    elif given.schema:
        from reader.config.schema import encoded

        print(encoded(), end="")
    else:
        from reader.config.writing import template

        print(template(load(given.config)), end="")
    return 0


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("config", description="Show, check or write the configuration.", epilog=EXAMPLES)
    one = command.add_mutually_exclusive_group()
    one.add_argument("--path", action="store_true", help="print the file's path")
    one.add_argument("--init", action="store_true", help="write a file with every key and its default")
    one.add_argument("--check", action="store_true", help="read the file and say whether it is sound")
    one.add_argument("--schema", action="store_true", help="print the file's JSON schema")
    command.add_argument("--config", metavar="FILE", help="another configuration file")
    return command


def _init(where: Path) -> None:
    from reader.config.writing import template
    from reader.export.targets import write_file

    if where.exists():
        raise OutputError(f"{where}: is there already; delete it first, or edit it")
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{where.parent}: cannot be made: {error.strerror}") from error
    write_file(where, template(Config()))
    print(f"{one_line(str(where))}: written")


def _check(given: str | None, where: Path) -> int:
    """Each mistake a line on standard error; else one line that there is none."""
    import sys

    from reader.cli.soundness import config_mistakes

    found = config_mistakes(given)
    for mistake in found:
        print(f"reader: {one_line(mistake)}", file=sys.stderr)
    if found:
        return ConfigError.exit_status
    state = "sound" if given or where.exists() else "not there, which is fine: the defaults hold"
    print(f"{one_line(str(where))}: {state}")
    return 0
