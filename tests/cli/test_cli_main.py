"""The frame of the command line: help, exit statuses, errors of one line, seeds, the configuration."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader import __version__
from reader.cli import main
from reader.cli.tree import commands
from reader.cli.usage import STATUSES, overview
from reader.errors import ReaderError
from reader.paths import help_dir


def test_the_version_is_printed(reader: Any) -> None:
    assert reader("--version").stdout.decode() == f"reader-tui {__version__}\n"


def test_help_is_one_page_with_every_command_and_exit_status(reader: Any) -> None:
    done = reader("--help")
    page = done.stdout.decode()
    assert page == overview()
    for name in {*main.COMMANDS} - {"open"}:
        assert f"\n  reader {name}" in page
    statuses = {c.exit_status for c in all_errors(ReaderError)} | {0, main.INTERRUPTED, main.BROKEN_PIPE}
    assert statuses == set(STATUSES)
    for status in statuses:
        assert f"\n  {status} " in page
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("command", main.COMMANDS)
def test_the_help_of_each_command_fits_eighty_columns(command: str, reader: Any) -> None:
    page = reader(command, "--help", env={"COLUMNS": "80"}).stdout.decode()
    assert max(map(len, page.splitlines())) <= 80


def test_the_overview_tells_every_option_of_the_app(reader: Any) -> None:
    (app,) = (command for command in commands() if command.name == "open")
    for option in app.options[1:]:
        flag, value = option.flags[-1], f" {option.value}" * bool(option.value)
        assert f"\n  {flag}{value}  " in overview()


def all_errors(root: type[ReaderError]) -> set[type[ReaderError]]:
    return {root}.union(*(all_errors(c) for c in root.__subclasses__()))


@pytest.mark.parametrize("command", main.COMMANDS)
def test_each_command_has_help_with_examples(command: str, reader: Any) -> None:
    done = reader(command, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"examples:\n  reader" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("export", "none.txt"), 3, "none.txt: no such file"),
        (("export", "seed:harbor-trial"), 3, "seed:harbor-trial: no such seed; did you mean 'harbour-trial'?"),
        (("export", "seed:zzz"), 3, "seed:zzz: no such seed; `reader seeds` lists them"),
        (("export", "."), 3, ".: a folder; give an article's file"),
        (("export", "a", "--format", "pdf"), 2, "invalid choice: 'pdf'"),
        (("print",), 2, "required: ARTICLE"),
        (("export", "-"), 3, "standard input: empty"),
        (("export", "x\x1b[31m\nred"), 3, "x␛[31m red: no such file"),
        (("export", "a", "--config", "none.toml"), 4, "none.toml: no such file"),
        (("none.txt",), 3, "none.txt: no such file"),
        (("prnt", "a"), 3, "prnt: no such file, and no command; did you mean `reader print`?"),
        (("seed:harbour-trial",), 2, "the output is no terminal; `reader print ARTICLE` writes an article anywhere"),
        ((), 2, "the output is no terminal"),
        (("a", "-"), 2, "standard input (-) can only be the first article"),
        (("--nonsense",), 2, "unrecognized arguments: --nonsense; see"),
        (("print", "a", "--sumary"), 2, "unrecognized arguments: --sumary; did you mean '--summary'? see"),
        (("print", "a", "b"), 2, "unrecognized arguments: b; see"),
        (
            ("print", "https://a.example/b"),
            3,
            "nothing is fetched from the web; `curl -sL ADDRESS | reader -` reads it",
        ),
    ],
)
def test_an_error_is_one_line_with_its_exit_status(
    reader: Any, arguments: tuple[str, ...], status: int, message: str
) -> None:
    done = reader(*arguments)
    assert (done.returncode, done.stdout) == (status, b"")
    text = done.stderr.decode()
    assert text.startswith("reader: ")
    assert message in text
    assert text.count("\n") == 1


def test_an_unexpected_failure_is_one_line_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise ValueError("two\nlines")

    monkeypatch.setattr(main, "_dispatch", fail)
    monkeypatch.delenv("READER_TRACEBACK", raising=False)
    assert main.run([]) == 1
    assert capsys.readouterr().err == "reader: unexpected ValueError: two lines; READER_TRACEBACK=1 shows where\n"
    monkeypatch.setenv("READER_TRACEBACK", "1")
    with pytest.raises(ValueError, match="two"):
        main.run([])


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_dispatch", interrupt)
    assert main.run([]) == main.INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("interrupts")
def test_a_real_interrupt_ends_a_run_in_processes_quietly(home: Path) -> None:
    (home / "corpus.jsonl").write_text(json.dumps({"id": "x", "text": "Ada Brennan spoke. " * 2000}) + "\n")
    fifo = home / "more.jsonl"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "reader", "analyze", "corpus.jsonl", "more.jsonl", "--jobs", "2"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, cwd=home, env=environment, stdout=-1, stderr=-1) as running, fifo.open("wb") as more:
        assert running.stdout is not None
        assert running.stderr is not None
        more.write(b'{"id": "y", "text": "Tom Roe left."}\n')
        more.flush()  # the run now waits for more, whichever article it is at
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == main.INTERRUPTED
        assert running.stderr.read() == b""


def test_the_seeds_are_listed_with_their_titles(reader: Any) -> None:
    lines = reader("seeds").stdout.decode().splitlines()
    assert len(lines) >= 10
    assert all(len(line.split(maxsplit=1)) == 2 for line in lines)
    assert any(line.startswith("dam-flood ") for line in lines)


def test_a_seed_is_found_by_name_with_or_without_the_prefix(reader: Any) -> None:
    documents = {reader("export", name, "--scope", "summary").stdout for name in ("seed:dam-flood", "dam-flood")}
    assert len(documents) == 1
    assert len(documents.pop()) > 100


def test_a_file_goes_before_a_seed_of_the_same_name(reader: Any, home: Path) -> None:
    (home / "dam-flood").write_text("Our own story\n\nAda Brennan spoke on Monday about boats.\n")
    assert b"Our own story" in reader("export", "dam-flood").stdout


def test_the_configuration_is_shown_made_and_checked(reader: Any, home: Path) -> None:
    where = Path(reader("config", "--path").stdout.decode().strip())
    assert home in where.parents
    assert b"not there, which is fine" in reader("config", "--check").stdout
    shown = reader("config").stdout
    assert reader("config", "--init").returncode == 0
    assert where.read_bytes() == shown
    assert reader("config", "--check").stdout.endswith(b": sound\n")
    assert reader("config", "--init").returncode == 6
    where.write_text("them = 'x'")
    done = reader("config", "--check")
    assert done.returncode == 4
    assert b"did you mean 'theme'?" in done.stderr


def test_a_check_tells_every_mistake_with_its_line_and_looks_at_what_is_named(reader: Any, home: Path) -> None:
    (home / "one.toml").write_text("them = 1\nmouse = 2\n")
    (home / "two.toml").write_text('theme = "papr"\nengine = "raeder"\n[keys]\nnext-entty = "x"\n')
    one, two = (reader("config", "--check", "--config", f"{name}.toml") for name in ("one", "two"))
    assert (one.returncode, two.returncode) == (4, 4)
    assert [line.split(": ")[:2] for line in one.stderr.decode().splitlines()] == [
        ["reader", "one.toml:1"],
        ["reader", "one.toml:2"],
    ]
    assert two.stderr.decode().splitlines() == [
        "reader: two.toml:1: theme = 'papr': there is no theme 'papr'; did you mean 'paper'?",
        "reader: two.toml:2: engine = 'raeder': 'raeder' is no engine; did you mean 'reader'? known: reader, spacy",
        "reader: two.toml:4: [keys] 'next-entty' is no action; did you mean 'next-entity'?",
    ]


def test_a_check_looks_at_what_is_named_beside_other_mistakes_and_at_the_keys(reader: Any, home: Path) -> None:
    keys = 'search = "Ctrl-F"\ncopy = 3\nnext-entty = "m, alt+m"'
    (home / "c.toml").write_text(f'them = 1\ntheme = "papr"\n[keys]\n{keys}\n')
    done = reader("config", "--check", "--config", "c.toml")
    assert done.stderr.decode().splitlines() == [
        "reader: c.toml:1: 'them' is not a key; did you mean 'theme'?",
        "reader: c.toml:2: theme = 'papr': there is no theme 'papr'; did you mean 'paper'?",
        "reader: c.toml:4: [keys] 'search': 'Ctrl-F' is no key; did you mean 'ctrl+f'?",
        "reader: c.toml:5: [keys] 'copy' must be a string of keys separated by commas",
        "reader: c.toml:6: [keys] 'next-entty' is no action; did you mean 'next-entity'?",
    ]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = \x00", b"theme"])
def test_a_check_of_what_is_no_configuration_is_one_line(content: bytes, reader: Any, home: Path) -> None:
    (home / "c.toml").write_bytes(content)
    done = reader("config", "--check", "--config", "c.toml")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (4, b"", 1)
    assert done.stderr.startswith(b"reader: c.toml:")


def test_the_schema_of_the_configuration_is_printed(reader: Any) -> None:
    assert reader("config", "--schema").stdout == (help_dir() / "config.schema.json").read_bytes()


def test_the_configuration_is_used(reader: Any, story: str, home: Path, own_cache: Path) -> None:
    (home / "c.toml").write_text("summary_sentences = 1\nprint_width = 44\ncache = false\n")
    done = reader("print", story, "--summary", "--config", "c.toml")
    assert done.stdout.decode().count("•") == 1 + done.stdout.decode().split("Key facts")[-1].count("•")
    assert max(map(len, done.stdout.decode().splitlines())) <= 44
    assert not own_cache.exists()
