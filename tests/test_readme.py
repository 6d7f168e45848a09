"""The pages tell the truth: behind each line of the README's table stand tests, commands exist, tables are whole."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from textual.binding import Binding

from reader.cli.tree import commands
from reader.config.settings import SETTINGS
from reader.paths import help_dir
from reader.tui.bindings import APP_BINDINGS, READING_BINDINGS, shown_key
from reader.tui.theme_files import COLOR_KEYS, ENTITY_KEYS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TESTS = {
    "made for": ("tests/cli/test_cli_terminal.py::test_an_article_is_opened_and_its_voices_fill",),
    "fetches from the web": (),
    "keeps feeds up to date, OPML": (),
    "reads a saved feed, RSS or Atom": ("tests/parse/test_feed.py::test_each_story_stands_under_its_headline",),
    "who is in it, pronouns followed": (
        "tests/nlp/test_coref.py::test_full_name_surname_title_and_pronoun_are_one_person",
        "tests/tui/test_article_view.py::test_mentions_of_one_entity_include_its_pronouns",
    ),
    "who said what, with the speaker": (
        "tests/nlp/test_quotes.py::test_each_order_of_quote_cue_and_source_finds_the_speaker",
        "tests/tui/test_reading_keys.py::test_quote_walk_selects_the_voice",
    ),
    "summary made on this computer": (
        "tests/nlp/test_summary.py::test_each_summary_sentence_is_a_whole_sentence_in_the_order_of_the_article",
    ),
    "search inside the open text": (
        "tests/tui/test_reading_keys.py::test_search_counts_while_typing_and_n_walks_hits",
        "tests/tui/test_article_view_search.py::test_slashes_make_an_expression",
    ),
    "links from the keyboard": (
        "tests/tui/test_picks.py::test_letters_stand_on_names_and_quotes_and_lead_there",
        "tests/tui/test_picks.py::test_a_link_is_asked_about_before_it_is_opened",
    ),
    "bookmarks": ("tests/tui/test_reading_keys.py::test_bookmark_is_found_again",),
    "reads a file again when it changes": (
        "tests/tui/test_watching.py::test_an_article_that_changed_is_shown_anew_at_the_same_words",
    ),
    "standard input": (
        "tests/cli/test_cli_terminal.py::test_an_article_from_standard_input_leaves_the_keyboard_to_the_reader",
    ),
    "keys of your own": ("tests/tui/test_reading_keys.py::test_own_keys_replace_the_usual_ones",),
    "themes of your own": (
        "tests/tui/test_theme_files.py::test_own_theme_takes_the_place_of_a_shipped_one",
        "tests/tui/test_palette.py::test_theme_is_seen_while_it_is_highlighted_and_taken_back",
        "tests/tui/test_watching.py::test_the_theme_follows_its_file",
    ),
    "commands by name": ("tests/tui/test_palette.py::test_every_command_has_a_name_of_its_own",),
    "help for what has the focus": (
        "tests/tui/test_screen_help.py::test_help_opens_at_the_page_of_what_has_the_focus",
    ),
    "other programs": (
        "tests/tui/test_outside.py::test_the_pager_gets_the_text",
        "tests/tui/test_outside.py::test_the_editor_gets_the_file_and_the_line",
        "tests/tui/test_screen_export.py::test_a_command_gets_the_document",
        "tests/tui/test_picks.py::test_a_link_is_asked_about_before_it_is_opened",
    ),
    "export": ("tests/cli/test_cli_documents.py::test_the_ending_of_the_file_decides_the_format",),
    "in the browser": ("tests/web/test_serve.py::test_a_visit_opens_moves_and_exports",),
}


def rows_of(table_header: str) -> list[list[str]]:
    """The rows of the README's table whose head begins so."""
    lines = README.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(table_header))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


COMPARED = rows_of("| | reader | [newsboat]")


def test_every_line_of_the_table_has_tests_and_every_test_a_line() -> None:
    assert [row[0] for row in COMPARED] == list(TESTS)
    for row in COMPARED:
        assert len(row) == 6
        assert bool(TESTS[row[0]]) == (row[1] != "no"), row


@pytest.mark.parametrize("test", sorted({test for tests in TESTS.values() for test in tests}))
def test_the_tests_behind_the_table_exist(test: str) -> None:
    file, name = test.split("::")
    assert re.search(rf"^(?:async )?def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_of_the_reader_opens_a_connection_but_the_server() -> None:
    talks = re.compile(
        r"^\s*(?:import|from) (?:socket|ssl|http|ftplib|urllib\.request|requests|aiohttp)\b", re.MULTILINE
    )
    found = {
        file.relative_to(ROOT / "reader").as_posix()
        for file in (ROOT / "reader").rglob("*.py")
        if talks.search(file.read_text(encoding="utf-8"))
    }
    assert found == {"cli/web/server.py"}


PAGES = [ROOT / "README.md", *sorted(help_dir().glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_on_a_page_exists_with_its_options(page: Path) -> None:
    known = {command.name: command for command in commands()}
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    lines += [line.strip() for line in text.splitlines() if line.startswith("    reader ")]
    for line in lines:
        for call in re.findall(r"(?:^|[|(] ?)reader((?: [^|)#]*)?)", line.split("  ")[0]):
            words = shlex.split(call)
            command = known[words[0] if words and words[0] in known else "open"]
            flags = {flag for option in command.options for flag in option.flags} | {"--version"}
            assert {word.split("=")[0] for word in words if word.startswith("--")} <= flags, line


def test_the_page_about_themes_has_every_key() -> None:
    page = (help_dir() / "themes.md").read_text(encoding="utf-8")
    keys = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE)
    assert [key for key, _ in keys] == [*COLOR_KEYS, *ENTITY_KEYS]
    assert dict(keys[: len(COLOR_KEYS)]) == COLOR_KEYS


def test_the_page_about_the_configuration_has_every_setting() -> None:
    page = (help_dir() / "configuration.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE)
    assert dict(rows) == {name: setting.help for name, setting in SETTINGS.items()}


def test_every_key_of_the_readme_does_something() -> None:
    bindings = [binding for binding in (*APP_BINDINGS, *READING_BINDINGS) if isinstance(binding, Binding)]
    unlike = {"greater_than_sign": ">", "less_than_sign": "<", "vertical_line": "│"}
    known = {unlike.get(key, shown_key(key)) for binding in bindings for key in binding.key.split(",")}
    rows = re.search(r"^\| keys \| \|$(.*?)^Every key", README, re.MULTILINE | re.DOTALL)
    assert rows
    named = [
        key for row in rows[1].splitlines() for key in re.findall(r"`([^`]+)`", row.replace("\\|", "│").split(" | ")[0])
    ]
    assert len(named) > 40
    assert set(named) <= known


def test_every_place_on_the_page_about_the_architecture_exists() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:reader|tests|seeds|themes)/[\w/.-]*)[*`]", page)
    assert len(named) > 20
    for place in named:
        assert (ROOT / place).exists() or list(ROOT.glob(f"{place}*")), place
    house = set(re.findall(r"`reader/(\w+)/`", page))
    folders = {folder.name for folder in (ROOT / "reader").iterdir() if (folder / "__init__.py").is_file()}
    assert folders <= house


def test_the_rule_of_who_imports_whom_is_the_one_that_is_held() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    told = next(line for line in page.splitlines() if line.startswith("    __main__ ›"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    held = [sorted(name.removeprefix("reader.") for name in layer.split(" : ")) for layer in layers]
    assert [sorted(re.findall(r"\w+", part)) for part in told.split("›")] == held
