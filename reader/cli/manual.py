"""The manual page `reader.1`, made from the commands' parsers and the tables of `reader --help`. Pure.

`python -m reader.cli.manual > reader/help/reader.1` makes the shipped one again; the wheel installs it in
`share/man/man1`.
"""

import re
from collections.abc import Iterator

from reader import __version__
from reader.cli.tree import OPEN, Command, Option, commands
from reader.cli.usage import ENVIRONMENT, EXAMPLES, STATUSES

ABOUT = "read the news in a terminal, with who is in a story and what each of them said"
DESCRIPTION = """\
reader opens an article, plain text, Markdown, a saved web page or a feed, and shows
beside it everybody and everything that is named, a list of who said what with
each line leading to its place in the text, and a summary made of the article's
own sentences.
Everything is worked out on this machine; nothing is sent anywhere.

An ARTICLE is a file (Markdown by its ending .md, a web page by .html), - for
standard input, or a sample article: its name, or seed:NAME. In the app, ? opens the guide and q
leaves."""
FILES = {
    "~/.config/reader/config.toml": "the configuration; `reader config` tells where it lies on other systems",
    "~/.config/reader/themes/": "themes of your own",
    "~/.cache/reader/analyses/": "finished analyses",
    "~/.local/state/reader/": "reading places, bookmarks, history",
}


def manual() -> str:
    """The page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield '.\\" Made by `python -m reader.cli.manual` from the command line; do not edit.'
    yield f'.TH READER 1 "" "reader\\-tui {__version__}" "User Commands"'
    yield from (".SH NAME", f"reader \\- {_plain(ABOUT)}", ".SH SYNOPSIS")
    for command in commands():
        yield from _synopsis(command)
    yield ".SH DESCRIPTION"
    yield from _prose(DESCRIPTION)
    yield ".SH COMMANDS"
    for command in commands():
        yield from _section(command)
    yield ".SH FILES"
    yield from (line for name, words in FILES.items() for line in _entry(f"\\fI{_plain(name)}\\fR", words))
    yield ".SH ENVIRONMENT"
    yield from (line for name, words in ENVIRONMENT.items() for line in _entry(f"\\fB{name}\\fR", words))
    yield ".SH EXIT STATUS"
    yield from (line for status, words in STATUSES.items() for line in _entry(f"\\fB{status}\\fR", words))
    yield from (".SH EXAMPLES", ".nf")
    yield from (_plain(line.strip()) for line in EXAMPLES)
    yield ".fi"


def _synopsis(command: Command) -> Iterator[str]:
    yield ".br"
    name = "" if command.name == OPEN else f" {command.name}"
    taken = _value(command.takes, command.choices) + " \\&..." * command.many if command.takes else ""
    taken = f"[{taken}]" if command.optional else taken
    yield f"\\fBreader{name}\\fR [\\fIoptions\\fR] {taken}".rstrip()


def _section(command: Command) -> Iterator[str]:
    title = "reader" if command.name == OPEN else f"reader {command.name}"
    yield f".SS {title}"
    yield from _prose(command.about)
    for option in command.options[command.name != OPEN :]:  # --help is told once
        yield from _entry(_flags(option), option.help[:1].upper() + option.help[1:] + ".")
    yield from _prose(re.split(r"^examples:|^exit status:", command.notes, flags=re.MULTILINE)[0].strip())


def _flags(option: Option) -> str:
    flags = ", ".join(f"\\fB{_plain(flag)}\\fR" for flag in option.flags)
    return flags + (f" {_value(option.value, option.choices)}" if option.value else "")


def _value(name: str, choices: tuple[str, ...]) -> str:
    return "|".join(f"\\fB{_plain(choice)}\\fR" for choice in choices) or f"\\fI{_plain(name)}\\fR"


def _entry(term: str, words: str) -> Iterator[str]:
    yield from (".TP", term, _plain(words))


def _prose(text: str) -> Iterator[str]:
    for paragraph in filter(None, text.split("\n\n")):
        yield ".PP"
        yield from (_plain(line) for line in paragraph.splitlines())


def _plain(text: str) -> str:
    """Words that roff takes for nothing else, in ASCII."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    text = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in text)
    return f"\\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    print(manual(), end="")
