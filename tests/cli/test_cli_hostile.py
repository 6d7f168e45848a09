"""Articles, names, themes, settings and kept analyses that mean harm: nothing of theirs reaches the terminal raw."""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from reader.paths import themes_dir

TITLE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eevil\u202c \u2066x\u2069"
BODY = f"""---
title: "{TITLE} [red]title[/red]"
author: "{TITLE}"
source: "{TITLE}"
url: "javascript:alert(1)"
---

# A ferry {TITLE}

Harbour chief Ada {TITLE} Brennan said on Monday that [bold]“the ferry {TITLE} is sold.”[/bold]

Captain Tom Roe said: "We \x00 ran \u200f out of {TITLE} boats," in Lund.
<script>alert(1)</script> [x](javascript:alert(2))

| a {TITLE} | b |
| --- | --- |
| [red] | {TITLE} |
"""
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
OWNED = re.compile("\x1b\\]0;owned|\x9b|\x1b\\[2J\x9b|[\u202a-\u202e\u2066-\u2069\u200f]")
"""What the app may not send, beside its own escape sequences."""


@pytest.fixture
def article(home: Path) -> str:
    """An article with all of it, called like it too."""
    file = home / "a\x1b]0;owned\x07\u202e[bold].md"
    file.write_text(BODY, encoding="utf-8")
    return file.name


@pytest.mark.parametrize(
    "arguments",
    [
        ("print",), ("print", "--plain"), ("print", "--width", "30"), ("export", "--format", "markdown"),
        ("export", "--format", "html"), ("export", "--format", "text"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_nothing_raw_is_written(arguments: tuple[str, ...], reader: Any, article: str) -> None:
    done = reader(*arguments, article)
    assert (done.returncode, done.stderr) == (0, b"")
    assert not RAW.search(done.stdout.decode())
    assert b"Brennan" in done.stdout


@pytest.mark.parametrize("arguments", [("analyze",), ("export", "--format", "json")], ids=" ".join)
def test_json_escapes_what_a_terminal_would_obey(arguments: tuple[str, ...], reader: Any, article: str) -> None:
    done = reader(*arguments, article)
    told = json.loads(done.stdout)
    assert not RAW.search(done.stdout.decode())
    assert told["id"] == article
    assert "Brennan" in told["text"]


def test_no_markup_of_an_article_is_markup_of_a_page(reader: Any, article: str) -> None:
    page = reader("export", "--format", "html", article).stdout.decode()
    assert "<script>alert" not in page
    assert not re.search(r"""(?:href|src)=["']?\s*javascript:""", page, re.IGNORECASE)


def test_a_kept_analysis_that_was_tampered_with_is_harmless(reader: Any, story: str, own_cache: Path) -> None:
    assert reader("print", story).returncode == 0
    (kept,) = own_cache.glob("*.jsonl")
    evil = json.dumps("Ada Brennan \x1b]0;owned\x07\u202e[red]")
    kept.write_text(kept.read_text().replace('"Ada Brennan"', evil))
    for arguments in (("print",), ("print", "--plain"), ("export",), ("export", "--format", "html")):
        done = reader(*arguments, story)
        assert done.returncode == 0
        assert not RAW.search(done.stdout.decode())
        assert b"owned" in done.stdout


def shown(home: Path, *arguments: str) -> str:
    """What the app sends to a terminal from its start to its end."""
    environment = os.environ | {"TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])}
    child = pexpect.spawn(
        sys.executable, ["-m", "reader", *arguments], cwd=str(home), env=environment, dimensions=(40, 120), timeout=60
    )
    child.expect(r"Voices \S*\d")
    sent = child.before + child.after
    for keys in "vntssne":
        child.send(keys)
        child.expect(pexpect.TIMEOUT, timeout=0.5)  # nothing tells that all of an answer has come
        sent += child.before
    child.close(force=True)
    text: str = sent.decode("utf-8", "replace")
    return text


def test_the_app_obeys_nothing_in_an_article(home: Path, article: str) -> None:
    sent = shown(home, article)
    assert "Brennan" in sent
    assert not OWNED.search(sent)


def test_themes_and_settings_are_told_harmlessly(home: Path, reader: Any, story: str) -> None:
    (home / "c.toml").write_text('theme = "\\u001b]0;owned\\u0007\\u202e"\n"\\u001b[2J" = 1\n')
    themes = home / "config" / "reader" / "themes"
    themes.mkdir(parents=True)
    (themes / "odd.toml").write_text('"\\u001b]0;owned\\u0007" = 1\n')
    for arguments in (("print", story, "--config", "c.toml"), ("config", "--check", "--config", "c.toml"), ("doctor",)):
        done = reader(*arguments)
        assert done.returncode in (1, 4)
        assert not RAW.search((done.stdout + done.stderr).decode())


def test_the_app_obeys_nothing_in_themes_and_settings(home: Path, story: str, reader: Any) -> None:
    themes = home / "config" / "reader" / "themes"
    themes.mkdir(parents=True)
    theme = (themes_dir() / "paper.toml").read_text(encoding="utf-8")
    about = theme.replace('about = "', 'about = "\\u001b]0;owned\\u0007\\u202e')
    (themes / "e\x1b]0;owned\x07\u202e.toml").write_text(about, encoding="utf-8")
    (home / "c.toml").write_text(
        'theme = "\\u001b]0;owned\\u0007\\u202e"\n[keys]\n"\\u001b]0;owned\\u0007" = "\\u202e"\n'
    )
    child = pexpect.spawn(
        sys.executable,
        ["-m", "reader", "--config", "c.toml", story],
        cwd=str(home),
        env=os.environ | {"TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parents[2])},
        dimensions=(40, 120),
        timeout=60,
    )
    child.expect("owned")
    sent = child.before + child.after
    for keys in (":", "theme: e", "\x1b[B", "\r"):
        child.send(keys)
        child.expect(pexpect.TIMEOUT, timeout=1)
        sent += child.before
    child.close(force=True)
    text = sent.decode("utf-8", "replace")
    assert "owned" in text
    assert not OWNED.search(text)
    (themes / "plain.toml").write_text(about, encoding="utf-8")
    assert b"\x1b]0" not in reader("doctor").stdout
