"""`reader completion`: typed into the real shells, as far as they are installed; bash always is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from reader.cli import shells
from reader.cli.main import COMMANDS
from reader.cli.tree import Command, Option, commands

INSTALLED = [shell for shell in shells.SHELLS if shell == "bash" or shutil.which(shell)]
Complete = Callable[[str, str], list[str]]
LIMIT_S = 60
START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
}
SET_UP = {
    "bash": "PS1=; bind 'set bell-style none'; bind 'set enable-bracketed-paste off'; source completions",
    "zsh": "PS1= PROMPT_SP= ; unsetopt beep; autoload -Uz compinit; compinit -D -u; source ./completions",
}
ECHO = "reader() { printf 'GOT'; printf '<%s>' \"$@\"; echo .; }"
"""In place of the program: what came of the line that was typed."""


def typed(shell: str, home: Path, line: str) -> list[str]:
    """The arguments that stand there after the tabulator key."""
    environment = {"HOME": str(home), "TERM": "xterm", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    child = pexpect.spawn(shell, START[shell], cwd=str(home), env=environment, timeout=LIMIT_S, encoding="utf-8")
    try:
        child.sendline(f"{SET_UP[shell]}; {ECHO}; echo RE''ADY")
        child.expect("READY")
        child.send(f"{line}\t\r")
        child.expect(r"GOT<(.*)>\.")
        found: str = child.match[1]
    finally:
        child.close(force=True)
    return found.split("><")


def asked(home: Path, line: str) -> list[str]:
    """The line's words with the one thing that fish offers for its last."""
    question = "source completions; complete -C $argv[1] | string replace -r '\\t.*' '' | string unescape"
    done = subprocess.run(
        ["fish", "--no-config", "-c", question, line], cwd=home, env=os.environ | {"HOME": str(home)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    (offered,) = done.stdout.splitlines()
    return [*line.split()[1:-1], offered.strip()]


@pytest.fixture
def complete(home: Path, story: str, reader: Any) -> Complete:
    """Types a line into a shell that has sourced its completions, in a folder with some files."""
    (home / "two words.txt").write_text("x")
    themes = home / "config" / "reader" / "themes"
    themes.mkdir(parents=True)
    (themes / "moss.toml").write_text("")

    def line(shell: str, words: str) -> list[str]:
        done = reader("completion", shell)
        assert (done.returncode, done.stderr) == (0, b"")
        (home / "completions").write_bytes(done.stdout)
        return asked(home, words) if shell == "fish" else typed(shell, home, words)

    return line


CASES = [
    ("reader exp", ["export"]),
    ("reader print dam", ["print", "dam-flood"]),
    ("reader print seed:dam", ["print", "seed:dam-flood"]),
    ("reader stor", ["story.txt"]),
    ("reader analyze story.txt two", ["analyze", "story.txt", "two words.txt"]),
    ("reader export x --form", ["export", "x", "--format"]),
    ("reader export x --format mar", ["export", "x", "--format", "markdown"]),
    ("reader export x --format=mar", ["export", "x", "--format=markdown"]),
    ("reader export x --output stor", ["export", "x", "--output", "story.txt"]),
    ("reader --theme pap", ["--theme", "paper"]),
    ("reader --theme mos", ["--theme", "moss"]),
    ("reader --engine rea", ["--engine", "reader"]),
    ("reader completion fi", ["completion", "fish"]),
]


@pytest.mark.parametrize("shell", INSTALLED)
@pytest.mark.parametrize(("line", "completed"), CASES)
def test_the_tabulator_key_completes(shell: str, line: str, completed: list[str], complete: Complete) -> None:
    assert complete(shell, line) == completed


@pytest.mark.parametrize("shell", shells.SHELLS)
def test_every_command_and_option_stands_in_the_script(shell: str, reader: Any) -> None:
    script = reader("completion", shell).stdout.decode()
    assert [command.name for command in commands()] == list(COMMANDS)
    for command in commands():
        assert command.name in script
        for option in command.options:
            for flag in option.flags:
                assert (f"-l {flag[2:]}" if shell == "fish" and flag.startswith("--") else flag.strip("-")) in script


def hostile(_: str) -> tuple[Command, ...]:
    """A command whose words would break out of quotes that are made carelessly."""
    words = "it's [a] $(touch caught) `touch caught`: \\"
    return (Command("open", words, (Option(("--so",), words, "FILE"),), takes="ARTICLE"),)


@pytest.mark.parametrize("shell", INSTALLED)
def test_no_word_breaks_out_of_the_script(shell: str, tmp_path: Path) -> None:
    words = shells.Words(("it's", "$(touch caught)"), ("`touch caught`",), "/no'where/$(touch caught)", ("x",))
    (tmp_path / "completions").write_text(shells.script(shell, hostile(shell), words))
    load = {"zsh": "compdef() { : }; ", "bash": "", "fish": ""}[shell]
    done = subprocess.run([shell, "-c", f"{load}source ./completions"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not (tmp_path / "caught").exists()


def test_an_unknown_shell_is_one_line(reader: Any) -> None:
    done = reader("completion", "tcsh")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"reader: argument SHELL: invalid choice: 'tcsh'")
    assert sys.executable.encode() not in done.stderr
