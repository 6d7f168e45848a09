"""Completions for fish, one `complete` line for each thing that can be completed."""

import re
from collections.abc import Iterable, Iterator

from reader.cli.shells import ARTICLES, FILES, Words
from reader.cli.tree import OPEN, Command, Option

PLAIN = re.compile(r"[\w:.-]+")
HEAD = """\
# Completions of reader for fish, made by `reader completion fish`.
function __reader_command
    set -l words (commandline -opc)
    if set -q words[2]; and contains -- $words[2] @NAMES
        echo $words[2]
    else
        echo @OPEN
    end
end
function __reader_is
    test (__reader_command) = $argv[1]
end
function __reader_first
    test (count (commandline -opc)) -eq 1
end
function __reader_themes
    for file in @FOLDER/*.toml
        path basename --no-extension $file 2>/dev/null; or string replace -r '^.*/(.*)\\.toml$' '$1' $file
    end
end
complete -c reader -f
"""


def script(commands: tuple[Command, ...], words: Words) -> str:
    """The whole script."""
    head = HEAD.replace("@NAMES", " ".join(command.name for command in commands)).replace("@OPEN", OPEN)
    lines = [line for command in commands for line in _lines(command, words)]
    return head.replace("@FOLDER", _quoted(words.theme_folder)) + "\n".join(lines) + "\n"


def _lines(command: Command, words: Words) -> Iterator[str]:
    yield f"complete -c reader -n __reader_first -a {command.name} -d {_quoted(command.about)}"
    here = f"complete -c reader -n '__reader_is {command.name}'"
    for option in command.options:
        flags = " ".join(f"-l {f[2:]}" if f.startswith("--") else f"-s {f[1:]}" for f in option.flags)
        yield f"{here} {flags}{_value(option, words)} -d {_quoted(option.help)}"
        if option.value == "THEME":
            yield f"{here} {flags} -x -a '(__reader_themes)'"
    if command.name == OPEN:
        yield f"{here} -l version -d 'print the version'"
    if command.takes in ARTICLES:
        yield f"{here} -F -a {_listed(words.seeds)} -d 'sample article'"
        seeds = [f"seed:{name}" for name in words.seeds]
        yield f"{here} -n 'string match -q -- \"seed:*\" (commandline -ct)' -a {_listed(seeds)}"
    elif command.takes in FILES:
        yield f"{here} -F"
    elif command.choices:
        yield f"{here} -a {_listed(command.choices)}"


def _value(option: Option, words: Words) -> str:
    if not option.value:
        return ""
    if option.value in FILES:
        return " -r -F"
    known = option.choices or words.named(option.value)
    return f" -x -a {_listed(known)}" if known else " -x"


def _listed(words: Iterable[str]) -> str:
    """What `-a` takes: fish reads it once more, so that each word needs quotes of its own."""
    return _quoted(" ".join(word if PLAIN.fullmatch(word) else _quoted(word) for word in words))


def _quoted(text: str) -> str:
    """Text as one word; fish knows two escapes inside single quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
