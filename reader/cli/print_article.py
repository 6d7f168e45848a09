"""`reader print`: an article and what was found in it, on the terminal or through a pipe. It never imports Textual."""

import os
import sys
from typing import TYPE_CHECKING

from reader.cli.arguments import Parser, add_analysis_options, add_reading_options, parser, whole_number
from reader.config import MAX_TEXT_WIDTH_CELLS, MIN_TEXT_WIDTH_CELLS, Config, load

if TYPE_CHECKING:
    from argparse import Namespace

PIPE_WIDTH_CELLS = 80
SECTIONS = ("article_text", "summary", "voices", "entities")
EXAMPLES = """\
Without a section option all four are written. Numbers in the margin count
the paragraphs; ¶4 refers to them.

examples:
  reader print story.txt | less -R
  reader print story.txt --summary --voices
  reader print story.txt --color always --width 60
  reader print story.txt --plain      words only, a thing a line: to be spoken

Colour is used on a terminal, unless NO_COLOR is set or --color never is given.

exit status: 0 written, 2 the command line is off, 3 the article cannot be
read, 4 the configuration is off, 5 the analysis failed
"""


def run(arguments: list[str]) -> int:
    """Write what the arguments ask for to standard output."""
    given = make_parser().parse_args(arguments)
    config = load(given.config)
    from reader.cli.reading import analysis_of

    analysis = analysis_of(given, config)
    chosen = tuple(s for s in SECTIONS if getattr(given, s)) or SECTIONS
    if given.plain:
        from reader.cli.linear import linear_text

        text = linear_text(analysis, sections=chosen)
    else:
        from reader.cli.rich_text import rich_text

        text = rich_text(analysis, sections=chosen, width_cells=_width(given, config), color=_color(given.color))
    _write(text)
    return 0


def _width(given: "Namespace", config: Config) -> int:
    wanted = given.width or config.print_width
    if wanted is not None:
        return int(wanted)
    if not sys.stdout.isatty():
        return PIPE_WIDTH_CELLS
    return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, MIN_TEXT_WIDTH_CELLS), MAX_TEXT_WIDTH_CELLS)


def _color(wanted: str) -> bool:
    if wanted == "auto":
        usable = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        return usable and not os.environ.get("NO_COLOR")
    return wanted == "always"


def _write(text: str) -> None:
    """Pipes get UTF-8 whatever the locale; a terminal gets its own encoding, with ? for what that lacks."""
    encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
    sys.stdout.buffer.write(text.encode(encoding, "replace"))
    sys.stdout.buffer.flush()


def make_parser() -> Parser:
    """What the command takes."""
    command = parser("print", description="Write an article with its analysis.", epilog=EXAMPLES)
    command.add_argument("article", metavar="ARTICLE", help="a file, - for standard input, or a seed's name")
    sections = command.add_argument_group("sections")
    sections.add_argument("--article", dest="article_text", action="store_true", help="the text")
    sections.add_argument("--summary", action="store_true", help="the summary, key facts, timeline, people")
    sections.add_argument("--voices", action="store_true", help="who said what")
    sections.add_argument("--entities", action="store_true", help="who and what is named")
    looks = command.add_argument_group("looks")
    width = whole_number(MIN_TEXT_WIDTH_CELLS, MAX_TEXT_WIDTH_CELLS)
    looks.add_argument("--width", metavar="N", type=width, help="columns (default: the terminal's; 80 in a pipe)")
    looks.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")
    looks.add_argument("--plain", action="store_true", help="words only, nothing drawn, lines not wrapped")
    add_analysis_options(command)
    add_reading_options(command)
    return command
