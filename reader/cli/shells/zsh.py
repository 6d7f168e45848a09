"""Completions for zsh's own completion system, described to its `_arguments`."""

from collections.abc import Iterator

from reader.cli.shells import ARTICLES, FILES, Words, quoted
from reader.cli.tree import OPEN, Command, Option

HEAD = """\
#compdef reader
# Completions of reader for zsh, made by `reader completion zsh`.
_reader_articles() {
  local -a seeds=(@SEEDS)
  _alternative 'seeds:sample article:compadd -M "B:seed\\:=" -a seeds' 'files:file:_files'
}
_reader_themes() {
  local -a themes=(@THEMES @FOLDER/*.toml(N:t:r))
  _wanted themes expl theme compadd -a themes
}
_reader() {
  local -a commands=(
@COMMANDS
  )
  local command=@OPEN
  if (( CURRENT > 2 )) && [[ -n ${commands[(r)$words[2]:*]} ]]; then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  elif (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
    _describe -t commands command commands
  fi
  case $command in
@CASES
  esac
}
if [[ $funcstack[1] == _reader ]]; then _reader "$@"; else compdef _reader reader; fi
"""


def script(commands: tuple[Command, ...], words: Words) -> str:
    """The whole script: to be sourced, or as `_reader` in a folder of $fpath."""
    parts = {
        "@SEEDS": " ".join(map(quoted, words.seeds)),
        "@THEMES": " ".join(map(quoted, words.themes)),
        "@FOLDER": quoted(words.theme_folder),
        "@COMMANDS": "\n".join(f"    {quoted(command.name + ':' + command.about)}" for command in commands),
        "@OPEN": OPEN,
        "@CASES": "\n".join(_case(command, words) for command in commands),
    }
    text = HEAD
    for mark, part in parts.items():
        text = text.replace(mark, part)
    return text


def _case(command: Command, words: Words) -> str:
    specs = [*(spec for option in command.options for spec in _specs(option, words)), *_taken(command)]
    if command.name == OPEN:
        specs.append("--version[print the version]")
    lines = " \\\n".join(f"        {quoted(spec)}" for spec in specs)
    return f"    {command.name})\n      _arguments \\\n{lines} ;;"


def _specs(option: Option, words: Words) -> Iterator[str]:
    for flag in option.flags:
        about = f"[{_escaped(option.help)}]"
        if not option.value:
            yield flag + about
        else:
            yield f"{flag}={about}:{_escaped(option.value.lower())}:{_action(option.value, option.choices, words)}"


def _taken(command: Command) -> Iterator[str]:
    if command.takes:
        action = _action(command.takes, command.choices, None)
        yield f"{'*' if command.many else '1'}:{command.takes.lower()}:{action}"


def _action(value: str, choices: tuple[str, ...], words: Words | None) -> str:
    """What `_arguments` is to do for a value; a blank for what cannot be known."""
    if value in ARTICLES:
        return "_reader_articles"
    if value in FILES:
        return "_files"
    if value == "THEME":
        return "_reader_themes"
    known = choices or (words.named(value) if words else ())
    return f"({' '.join(known)})" if known else " "


def _escaped(text: str) -> str:
    """Words inside a specification, where brackets and colons mean something."""
    for mark in ("\\", "[", "]", ":"):
        text = text.replace(mark, "\\" + mark)
    return text
