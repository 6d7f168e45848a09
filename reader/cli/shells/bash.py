"""Completions for bash 3.2 and newer, with nothing but what bash has itself."""

from collections.abc import Iterator

from reader.cli.shells import ARTICLES, FILES, Words, quoted
from reader.cli.tree import OPEN, Command, Option

HELPERS = r"""# Completions of reader for bash, made by `reader completion bash`.
_reader_words() {
  local word
  for word; do
    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi
  done
}
_reader_files() {
  local word
  compopt -o filenames 2>/dev/null
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
}
_reader_themes() {
  local file name
  for file in "$1"/*.toml; do
    name=${file##*/}
    if [[ -e $file ]]; then _reader_words "${name%.toml}"; fi
  done
}
_reader_articles() {
  local line=${COMP_LINE:0:COMP_POINT}
  if [[ ${line##* } != seed:* ]]; then
    _reader_words "${_reader_seeds[@]}"
    _reader_files
  elif [[ $COMP_WORDBREAKS == *:* ]]; then  # bash has split the word at the colon
    cur=${line##*seed:}
    _reader_words "${_reader_seeds[@]}"
  else
    _reader_words "${_reader_seeds[@]/#/seed:}"
  fi
}
"""
BODY = r"""_reader() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command
  COMPREPLY=()
  if [[ $cur == = ]]; then  # bash has split --option=value
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD-2]}
  fi
  command=@OPEN
  if (( COMP_CWORD > 1 )); then
    case ${COMP_WORDS[1]} in
      @NAMES) command=${COMP_WORDS[1]} ;;
    esac
  fi
  case "$command $prev" in
@VALUES
  esac
  if [[ $cur == -* ]]; then
    case $command in
@OPTIONS
    esac
    return
  fi
  if (( COMP_CWORD == 1 )); then _reader_words @COMMANDS; fi
  case $command in
@ARGUMENTS
  esac
}
complete -F _reader reader
"""


def script(commands: tuple[Command, ...], words: Words) -> str:
    """The whole script."""
    names = [command.name for command in commands]
    parts = {
        "@OPEN": OPEN,
        "@NAMES": "|".join(names),
        "@COMMANDS": " ".join(names),
        "@VALUES": "\n".join(_values(commands, words)),
        "@OPTIONS": "\n".join(_options(command) for command in commands),
        "@ARGUMENTS": "\n".join(_arguments(command) for command in commands if command.takes),
    }
    body = BODY
    for mark, text in parts.items():
        body = body.replace(mark, text)
    return f"{HELPERS}_reader_seeds=({' '.join(map(quoted, words.seeds))})\n{body}"


def _values(commands: tuple[Command, ...], words: Words) -> Iterator[str]:
    """A line for each option that takes a value: what completes it, and no more."""
    for command in commands:
        for option in command.options:
            if option.value:
                flags = "|".join(f'"{command.name} {flag}"' for flag in option.flags)
                yield f"    {flags}) {_value(option, words)}return ;;"


def _value(option: Option, words: Words) -> str:
    if option.value in FILES:
        return "_reader_files; "
    own = f"_reader_themes {quoted(words.theme_folder)}; " if option.value == "THEME" else ""
    known = option.choices or words.named(option.value)
    return (f"_reader_words {' '.join(map(quoted, known))}; " if known else "") + own


def _options(command: Command) -> str:
    flags = [flag for option in command.options for flag in option.flags]
    flags += ["--version"] * (command.name == OPEN)
    return f"      {command.name}) _reader_words {' '.join(flags)} ;;"


def _arguments(command: Command) -> str:
    if command.takes in ARTICLES:
        return f"    {command.name}) _reader_articles ;;"
    if command.takes in FILES:
        return f"    {command.name}) _reader_files ;;"
    return f"    {command.name}) _reader_words {' '.join(map(quoted, command.choices))} ;;"
