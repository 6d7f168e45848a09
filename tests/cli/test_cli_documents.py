"""`reader export` and `reader print`: documents to files, pipes and terminals."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from reader.cli.rich_text import rich_text
from reader.export import formats
from reader.state.anchor import anchor_at
from reader.state.reading import Reading, content_key
from reader.state.store import Store, place_of, state_folder
from reader.text import Analysis, Article, Engine, Entity, Mention, Paragraph, Span


def test_everything_goes_to_standard_output_as_markdown(reader: Any, story: str) -> None:
    done = reader("export", story)
    assert (done.returncode, done.stderr) == (0, b"")
    document = done.stdout.decode()
    assert document.startswith("# Ferry line to close\n\n")
    assert "## Summary\n\n- " in document
    assert "## Who said what\n\n### " in document


def test_the_same_article_gives_the_same_document_from_the_cache_and_without(
    reader: Any, story: str, own_cache: Path
) -> None:
    documents = [reader("export", story, *extra).stdout for extra in ((), (), ("--no-cache",))]
    assert len(set(documents)) == 1
    assert len(list(own_cache.glob("*.jsonl"))) == 1


def test_without_the_cache_nothing_is_kept(reader: Any, story: str, own_cache: Path) -> None:
    assert reader("export", story, "--no-cache").returncode == 0
    assert not own_cache.exists()


def test_a_damaged_cache_is_made_anew(reader: Any, story: str, own_cache: Path) -> None:
    first = reader("export", story).stdout
    (kept,) = own_cache.glob("*.jsonl")
    kept.write_bytes(kept.read_bytes()[:-40])
    assert reader("export", story).stdout == first
    assert kept.read_bytes().endswith(b"}\n")


@pytest.mark.parametrize("name", formats())
def test_each_format_has_a_short_form_with_the_summary_alone(name: str, reader: Any, story: str) -> None:
    whole, short = (reader("export", story, "--format", name, "--scope", s).stdout for s in ("all", "summary"))
    assert 0 < len(short) < len(whole)
    assert b"Ferry line to close" in short


def test_the_ending_of_the_file_decides_the_format(reader: Any, story: str, home: Path) -> None:
    for ending, start in ((".json", "{"), (".html", "<!DOCTYPE html>"), (".md", "# "), (".txt", "Ferry")):
        file = home / f"out{ending}"
        assert reader("export", story, "--output", str(file)).returncode == 0
        assert file.read_text(encoding="utf-8").startswith(start)


def test_json_is_the_public_format(reader: Any, story: str) -> None:
    exported = json.loads(reader("export", story, "--format", "json").stdout)
    analysed = json.loads(reader("analyze", story).stdout)
    exported.pop("timings_ms")
    analysed.pop("timings_ms")
    assert exported == analysed


def test_standard_input_is_exported(reader: Any) -> None:
    done = reader(
        "export", "-", "--scope", "summary", stdin=b"# A tram\n\nAda Brennan opened the tram line on Monday.\n"
    )
    assert done.stdout.startswith(b"# A tram\n")


def test_the_clipboard_gets_the_document(reader: Any, story: str, home: Path) -> None:
    tool = home / "xclip"
    tool.write_text('#!/bin/sh\ncat > "$HOME/pasted"\n')
    tool.chmod(0o755)
    environment = {"DISPLAY": ":0", "PATH": f"{home}:/usr/bin:/bin"}
    assert reader("export", story, "--clipboard", env=environment).returncode == 0
    assert (home / "pasted").read_bytes() == reader("export", story).stdout


def test_a_missing_clipboard_is_one_line(reader: Any, story: str, home: Path) -> None:
    done = reader("export", story, "--clipboard", env={"PATH": str(home)})
    assert (done.returncode, done.stdout) == (6, b"")
    assert done.stderr.startswith(b"reader: no clipboard command found")


@pytest.mark.parametrize("command", ["export", "print"])
def test_they_import_neither_textual_nor_nltk(command: str, modules_after: Callable[..., set[str]], story: str) -> None:
    modules = modules_after(command, story)
    assert not modules & {"textual", "nltk", "pycrfsuite"}
    assert ("rich" in modules) == (command == "print")


def test_a_pipe_gets_no_escape_and_no_long_line(reader: Any, story: str) -> None:
    done = reader("print", story)
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode("utf-8")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    for heading in ("Summary", "Who said what", "People"):
        assert f"\n{heading}\n" in text


def test_the_reading_time_stands_below_the_headline(reader: Any, story: str) -> None:
    text = reader("print", story, "--article").stdout.decode()
    assert text.startswith("  1  Ferry line to close\n     1 min read\n\n  2  The Brill Ferry")


def test_rows_of_a_table_stand_close_together(reader: Any, home: Path) -> None:
    (home / "t.md").write_text("Before.\n\n| Port | Boats |\n|---|---|\n| Lisbon | 12 |\n\nAfter.\n", encoding="utf-8")
    text = reader("print", "t.md", "--article").stdout.decode()
    assert "  2  Port    | Boats\n  3  Lisbon  | 12\n\n  4  After." in text


def test_each_paragraph_keeps_its_own_styles_without_a_slice_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ada spoke.\n\nNobody did.\n\nThen Ada left."
    ends = [m.span() for m in re.finditer(r"[^\n]+", text)]
    names = tuple(Mention(Span(*m.span()), "name") for m in re.finditer("Ada", text))
    article = Article("a.txt", text, tuple(Paragraph(Span(*e)) for e in ends))
    analysis = Analysis(article, (), (Entity("e1", "PERSON", "Ada", (), names),), (), (), (), Engine("test", "1"))

    def refuse(*_: object) -> None:
        raise AssertionError("a slice of the whole article goes through all its styles")

    monkeypatch.setattr(Text, "__getitem__", refuse)
    lines = rich_text(analysis, sections=("article_text",), width_cells=60, color=True).splitlines()
    assert [line.count("\x1b[1;32mAda\x1b[0m") for line in lines if line.strip()][-3:] == [1, 0, 1]


def test_the_width_is_kept(reader: Any, story: str) -> None:
    text = reader("print", story, "--width", "40").stdout.decode()
    assert 30 < max(map(len, text.splitlines())) <= 40


@pytest.mark.parametrize(
    ("arguments", "environment", "escapes"),
    [
        ((), {}, "none"),
        (("--color", "always"), {}, "some"),
        (("--color", "always"), {"NO_COLOR": "1"}, "some"),
        (("--color", "never"), {"FORCE_COLOR": "1"}, "none"),
        ((), {"FORCE_COLOR": "1"}, "none"),
    ],
)
def test_colour_is_what_was_asked_for(
    reader: Any, story: str, arguments: tuple[str, ...], environment: dict[str, str], escapes: str
) -> None:
    text = reader("print", story, *arguments, env=environment).stdout
    assert (b"\x1b[" in text) == (escapes == "some")


def test_colour_changes_no_word(reader: Any, story: str) -> None:
    plain, colored = (reader("print", story, "--color", c).stdout.decode() for c in ("never", "always"))
    words = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert [line.rstrip() for line in words.splitlines()] == plain.splitlines()


def test_only_the_sections_that_are_asked_for_are_written(reader: Any, story: str) -> None:
    text = reader("print", story, "--voices").stdout.decode()
    assert "Who said what" in text
    assert "Summary" not in text
    assert "People" not in text
    assert "Captain Tom Roe said" not in text


def test_plain_is_words_a_thing_a_line(reader: Any, story: str) -> None:
    text = reader("print", story, "--plain").stdout.decode()
    assert (
        "\nParagraph 2. The Brill Ferry will stop in May, harbour chief Ada Brennan told reporters on Monday.\n" in text
    )
    assert "Heading: Ferry line to close" in text
    assert ", person" in text
    assert not re.search("[\u2500-\u257f•›¶\x1b]", text)


def test_hostile_text_is_harmless(reader: Any) -> None:
    article = "A \x1b]0;owned\x07 day\n\nAda \u202eBrennan\u202c [bold]said[/bold] so :smile: on Monday.\n".encode()
    for arguments in ((), ("--plain",)):
        text = reader("print", "-", *arguments, stdin=article).stdout.decode()
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[bold]said[/bold]" in text
        assert ":smile:" in text


def test_a_pipe_that_is_closed_early_is_quiet(reader: Any, story: str) -> None:
    code = (
        "import subprocess, sys\n"
        "command = [sys.executable, '-m', 'reader', 'print', sys.argv[1]]\n"
        "child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=-1)\n"
        "child.stdout.close()\n"
        "print(child.wait(), child.stderr.read())\n"
    )
    assert reader(story, code=("-c", code)).stdout == b"141 b''\n"


def test_a_dossier_is_that_of_the_name_given(reader: Any, story: str) -> None:
    done = reader("export", story, "--scope", "dossier", "--entity", "brennan")
    assert (done.returncode, done.stderr) == (0, b"")
    document = done.stdout.decode()
    assert "Ada Brennan" in document
    assert "## In the article" in document
    assert "Tom Roe" not in document


def test_bookmarks_set_in_the_app_are_exported(reader: Any, story: str, home: Path) -> None:
    text = Path(story).read_text(encoding="utf-8")
    refused = reader("export", story, "--scope", "bookmarks")
    assert (refused.returncode, b"it has no bookmarks" in refused.stderr) == (6, True)
    at = text.index("Captain Tom Roe")
    kept = Reading(
        place_of(story),
        content_key("an earlier text"),
        "",
        "",
        1.0,
        5,
        anchor_at(text, 0),
        None,
        (anchor_at(text, at),),
    )
    Store(state_folder()).keep(kept)
    done = reader("export", story, "--scope", "bookmarks")
    assert done.stdout.decode().count("Captain Tom Roe said that 40 jobs would go.") == 1
    assert b"Ada Brennan" not in done.stdout


@pytest.mark.parametrize("arguments", [("--scope", "dossier"), ("--entity", "Brennan")])
def test_a_dossier_needs_a_name_and_a_name_a_dossier(reader: Any, story: str, arguments: tuple[str, ...]) -> None:
    done = reader("export", story, *arguments)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
