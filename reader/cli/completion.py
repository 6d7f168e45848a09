"""`reader completion`: what a shell needs to complete the command line, written to standard output."""

from reader.cli import shells
from reader.cli.arguments import Parser, parser

EXAMPLES = """\
Completes commands, options, sample articles, themes, formats, engines, files.

examples:
  reader completion bash > ~/.local/share/bash-completion/completions/reader
  reader completion zsh > ~/.zfunc/_reader    with ~/.zfunc in $fpath
  reader completion fish > ~/.config/fish/completions/reader.fish
  source <(reader completion bash)            for this shell only

exit status: 0 written, 2 there is no such shell
"""


def run(arguments: list[str]) -> int:
    """Write the script."""
    given = make_parser().parse_args(arguments)

    from reader.cli.tree import commands

    print(shells.script(given.shell, commands(), _words()), end="")
    return 0


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("completion", description="Write the completions for a shell.", epilog=EXAMPLES)
    command.add_argument("shell", metavar="SHELL", choices=shells.SHELLS, help="bash, zsh or fish")
    return command


def _words() -> "shells.Words":
    from reader import paths
    from reader.cli.articles import seeds
    from reader.nlp import engines

    return shells.Words(
        seeds=tuple(file.stem for file in seeds()),
        themes=tuple(sorted(file.stem for file in paths.themes_dir().glob("*.toml"))),
        theme_folder=str(paths.config_dir() / "themes"),
        engines=engines.installed(),
    )
