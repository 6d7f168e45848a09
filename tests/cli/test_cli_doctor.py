"""`reader doctor`: finds what is wrong, says so by its status, changes nothing."""

import json
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pexpect
import pytest

from reader.cli.checks import Check, State, analysis, surroundings
from reader.nlp import resources
from reader.session import job
from reader.session.child import Child

GROUPS = ["versions", "terminal", "clipboard", "folders", "cache", "models", "analysis", "engines", "configuration"]


def test_a_sound_machine_is_told_in_plain_lines(reader: Any, home: Path) -> None:
    done = reader("doctor")
    assert (done.returncode, done.stderr) == (0, b"")
    *lines, blank, last = done.stdout.decode().splitlines()
    assert (blank, last) == ("", "Nothing is wrong.")
    assert list(dict.fromkeys(line[6:].split(":")[0] for line in lines)) == [*GROUPS, "themes"]
    assert {line[:6].strip() for line in lines} <= {"ok", "note"}
    assert not (home / "config").exists()
    assert not (home / "state").exists()


def test_what_is_wrong_is_told_with_its_line_and_the_status_says_so(reader: Any, home: Path) -> None:
    themes = home / "config" / "reader" / "themes"
    themes.mkdir(parents=True)
    (themes / "odd.toml").write_text("acccent = 1")
    (themes.parent / "config.toml").write_text('\nmouse = 3\n"them\\u001b" = 1\n')
    (home / "file").write_text("")
    done = reader("doctor", env={"XDG_STATE_HOME": str(home / "file")})
    assert done.returncode == 1
    wrong = [line for line in done.stdout.decode().splitlines() if line.startswith("WRONG")]
    assert [line[6:].split(": ")[0] for line in wrong] == ["folders", "configuration", "configuration", "themes"]
    assert "config.toml:2: mouse = 3: must be true or false" in wrong[1]
    assert "did you mean 'theme'?" in wrong[2]
    assert "'acccent' is not a theme key" in wrong[3]
    assert " can be chosen, 0 of them your own" in done.stdout.decode()
    assert b"\x1b" not in done.stdout
    assert done.stdout.endswith(b"\n4 things to mend.\n")


def test_the_findings_are_one_json_object(reader: Any, home: Path) -> None:
    (home / "c.toml").write_text("cache = 1")
    done = reader("doctor", "--json", "--config", "c.toml")
    told = json.loads(done.stdout)
    assert (done.returncode, told["sound"]) == (1, False)
    assert {"group", "state", "words"} == set().union(*told["checks"])
    assert [c["words"] for c in told["checks"] if c["state"] == "wrong"] == [
        "c.toml:1: cache = 1: must be true or false"
    ]


def test_a_terminal_is_measured(home: Path) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "reader", "doctor"],
        cwd=str(home),
        env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "", "PYTHONPATH": str(Path(__file__).parents[2])},
        dimensions=(20, 70),
        timeout=60,
    )
    child.expect(pexpect.EOF)
    told = child.before.decode()
    child.close()
    assert child.exitstatus == 0
    assert "note  terminal: 70 × 20; made for 80 × 24 and more" in told
    assert "terminal: colours: 256 (TERM xterm-256color)" in told


@pytest.mark.parametrize(
    ("environment", "state", "words"),
    [
        ({"NO_COLOR": "1"}, "note", "none, because NO_COLOR is set"),
        ({"TERM": "dumb"}, "note", "none, because TERM is dumb"),
        ({"COLORTERM": "truecolor"}, "ok", "16 million"),
        ({"TERM": "vt220"}, "note", "colours: 16 (TERM vt220)"),
    ],
)
def test_the_colours_are_told(
    environment: dict[str, str], state: State, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    told = [check for check in surroundings.terminal() if "colours" in check.words]
    assert [check.state for check in told] == [state]
    assert words in told[0].words


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models' folder of two files, as its manifest says."""
    monkeypatch.setattr(resources, "DATA_DIR", tmp_path)
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "b.txt").write_bytes(b"b")
    sums = {
        "a.txt": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
        "b.txt": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
    }
    lines = [f'[files."{name}"]\nsha256 = "{value}"' for name, value in sums.items()]
    (tmp_path / "MANIFEST.toml").write_text("\n".join(lines))
    return tmp_path


def states(found: Iterator[Check]) -> list[tuple[State, str]]:
    return [(check.state, check.words.split(":")[0].split(" of ")[0]) for check in found]


def test_models_that_are_missing_or_changed_are_wrong(models: Path) -> None:
    assert states(analysis.models()) == [("ok", "2")]
    (models / "a.txt").write_bytes(b"c")
    (models / "b.txt").unlink()
    assert states(analysis.models()) == [("wrong", "a.txt"), ("wrong", "b.txt"), ("note", "0")]
    (models / "MANIFEST.toml").unlink()
    assert [check.state for check in analysis.models()] == ["wrong"]


def test_an_analysis_that_fails_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    dead = [sys.executable, "-c", "import sys; sys.exit('no memory')"]
    monkeypatch.setattr(job, "Child", partial(Child, dead))
    (found,) = analysis.process()
    assert found.state == "wrong"
    assert "no memory" in found.words
