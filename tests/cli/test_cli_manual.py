"""The manual page: up to date, complete, and read without a word by whatever formats such pages here."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from reader.cli.manual import manual
from reader.cli.tree import commands
from reader.cli.usage import STATUSES
from reader.paths import help_dir

PAGE = help_dir() / "reader.1"
MACROS = {".TH", ".SH", ".SS", ".TP", ".PP", ".br", ".nf", ".fi", '.\\"'}


def test_the_shipped_page_is_the_one_that_the_command_line_makes() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(), "python -m reader.cli.manual > reader/help/reader.1"


def test_every_command_option_and_status_is_told() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for command in commands():
        assert f"\n.SS reader{'' if command.name == 'open' else ' ' + command.name}\n" in text
        for option in command.options:
            assert f"\\fB{option.flags[-1]}\\fR".replace("-", "\\-") in text
    for status in STATUSES:
        assert f"\n\\fB{status}\\fR\n" in text


def test_the_page_is_plain_ascii_and_knows_only_the_usual_macros() -> None:
    text = PAGE.read_bytes().decode("ascii")
    assert {line.split()[0] for line in text.splitlines() if line.startswith(".")} <= MACROS
    assert not [line for line in text.splitlines() if line.startswith("'")]


def test_what_formats_manual_pages_here_has_nothing_to_complain_of() -> None:
    checkers = {"groff": ["-man", "-Tutf8", "-ww", "-z"], "mandoc": ["-T", "lint", "-W", "error"]}
    for name, options in checkers.items():
        if shutil.which(name):
            done = subprocess.run([name, *options, str(PAGE)], capture_output=True, check=False)
            assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert not re.search(r"\\f[BI](?![^\n]*\\fR)", PAGE.read_text(encoding="utf-8"))


def test_the_wheel_installs_the_page_where_man_looks() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    data = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert data == {"reader/help/reader.1": "share/man/man1/reader.1"}
