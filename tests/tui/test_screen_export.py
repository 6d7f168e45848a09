"""The export screen: choices, preview, file, clipboard, and asking before anything is overwritten."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input, Static

from reader.export import render
from reader.session import CompletedJob
from reader.text import Analysis
from reader.tui.app import ReaderApp
from reader.tui.export_names import size_of, slug, stem_of, with_ending
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.screens.export import ExportScreen
from reader.tui.screens.question import QuestionScreen
from reader.tui.widgets.plain_lines import MAX_CHARS, pieces, shown_part
from reader.tui.widgets.status_lines import StatusLine
from tests.tui.acting import LOOK_IDS, LOOKS, MIDDLE, SMALL, MakeApp, Ready, still


def no_command(environment: object) -> None:
    """What a machine without a clipboard says."""


async def opened_export(pilot: Pilot[int], ready: Ready) -> ExportScreen:
    """Open the screen by its key and wait for the preview."""
    await ready(pilot)
    await pilot.press("e")
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    return await previewed(pilot, screen)


async def previewed(pilot: Pilot[int], screen: ExportScreen) -> ExportScreen:
    for _ in range(500):
        await pilot.pause()
        if screen._text is not None:
            break
    return screen


async def test_preview_is_what_will_be_written(make_app: MakeApp, ready: Ready, analysis: Analysis) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        assert screen._text == render(analysis, format="markdown", scope="all")
        assert screen._preview.lines[0] == "# Ferry crews end their strike"


async def test_arrows_change_format_and_ending(make_app: MakeApp, ready: Ready, analysis: Analysis) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        await pilot.press("right", "right", "down", "right")
        await previewed(pilot, screen)
        assert screen.wanted[:2] == ("html", "summary")
        assert screen.query_one(Input).value == "ferry-summary.html"
        assert screen._text == render(analysis, format="html", scope="summary")


async def test_enter_writes_the_file_and_leads_back(
    make_app: MakeApp, ready: Ready, analysis: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with make_app().run_test(size=MIDDLE) as pilot:
        await opened_export(pilot, ready)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
    assert (tmp_path / "ferry.md").read_text(encoding="utf-8") == render(analysis, format="markdown", scope="all")


@pytest.mark.parametrize(("key", "kept"), [("n", True), ("escape", True), ("enter", True), ("y", False)])
async def test_file_that_is_there_is_overwritten_only_after_yes(
    make_app: MakeApp, ready: Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, *, kept: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    old = tmp_path / "ferry.md"
    old.write_text("mine", encoding="utf-8")
    async with make_app().run_test(size=MIDDLE) as pilot:
        await opened_export(pilot, ready)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await pilot.press(key)
        await pilot.pause()
    assert (old.read_text(encoding="utf-8") == "mine") is kept


async def test_folder_that_refuses_is_told_and_ends_nothing(make_app: MakeApp, ready: Ready, tmp_path: Path) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        screen.query_one(Input).value = str(tmp_path / "nowhere" / "x.md")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert any("cannot be written" in n.message for n in pilot.app._notifications)


async def test_a_long_title_is_cut_where_it_does_not_fit(make_app: MakeApp, ready: Ready, analysis: Analysis) -> None:
    long = analysis._replace(article=analysis.article._replace(title="Ferry crews end their strike " * 5))
    async with make_app(CompletedJob(long)).run_test(size=SMALL) as pilot:
        screen = await opened_export(pilot, ready)
        line = screen.query_one(StatusLine).render().plain
        assert line.startswith("Export · Ferry crews end their strike Ferry")
        assert line.rstrip().endswith("…")


async def test_name_of_a_folder_means_a_file_in_it(make_app: MakeApp, ready: Ready, tmp_path: Path) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        screen.query_one(Input).value = str(tmp_path)
        await pilot.press("enter")
        await pilot.pause()
    assert (tmp_path / "ferry.md").is_file()


async def test_document_that_cannot_be_drawn_up_is_told_and_not_written(
    make_app: MakeApp, ready: Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(analysis: Analysis, **choices: object) -> str:
        raise ValueError("[red] out of paper\nsorry")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("reader.tui.screens.export.render", refuse)
    async with make_app().run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("e")
        about = pilot.app.screen.query_one("#about", Static)
        for _ in range(500):
            await pilot.pause()
            if "paper" in str(about.content):
                break
        assert str(about.content) == "No document: [red] out of paper sorry"
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, ExportScreen)
    assert not (tmp_path / "ferry.md").exists()


async def test_file_needs_a_name(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        screen.query_one(Input).value = "  "
        await pilot.press("enter")
        assert pilot.app.screen is screen
        assert screen.query_one(Input).has_focus


async def test_clipboard_takes_the_document(
    make_app: MakeApp, ready: Ready, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.copying.clipboard_command", no_command)
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        await pilot.press("down", "down", "right")
        assert not screen.query_one(Input).display
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.clipboard == render(analysis, format="markdown", scope="all")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_click_takes_an_option(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        await pilot.click("#format", offset=(23, 0))
        await previewed(pilot, screen)
        assert screen.wanted[0] == "json"


async def test_letters_in_the_name_of_the_file_are_letters(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        await pilot.press("down", "down", "down", "end", "q", "j")
        assert screen.query_one(Input).value.startswith("ferry.md")
        assert screen.query_one(Input).value.endswith("qj")


async def test_preview_scrolls_with_the_keys_of_the_text(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await opened_export(pilot, ready)
        screen._preview.focus()
        await pilot.press("G")
        await pilot.pause()
        assert screen._preview.scroll_offset.y == screen._preview.max_scroll_y > 0
        await pilot.press("g")
        await pilot.pause()
        assert screen._preview.scroll_offset.y == 0


async def test_the_dossier_is_that_of_the_name_under_the_cursor_and_another_can_be_chosen(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        reading = await ready(pilot)
        await pilot.press("n", "n", "e")
        screen = pilot.app.screen
        assert isinstance(screen, ExportScreen)
        whose = reading.place.entity_id
        await pilot.press("down", "right", "right", "right")
        await previewed(pilot, screen)
        assert screen.wanted == ("markdown", "dossier", whose)
        assert screen._text == render(analysis, format="markdown", scope="dossier", entity_id=whose)
        await pilot.press("down", "right")
        await previewed(pilot, screen)
        assert screen.wanted.entity_id not in {None, whose}
        assert screen.query_one("#file", Input).value.startswith("ferry-")
        await pilot.click("#whose", offset=(11, 0))
        assert screen.wanted.entity_id == whose


async def test_bookmarks_are_offered_only_where_there_are_some(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        assert "bookmarks" not in screen._scope.options
        await pilot.press("escape", "right_parenthesis", "m", "e")
        again = pilot.app.screen
        assert isinstance(again, ExportScreen)
        await pilot.press("down", "left")
        await previewed(pilot, again)
        assert again.wanted.scope == "bookmarks"
        assert "We got what we asked for" in (again._text or "")


async def test_the_last_choice_is_remembered(
    make_app: MakeApp, ready: Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with make_app().run_test(size=MIDDLE) as pilot:
        await opened_export(pilot, ready)
        await pilot.press("left", "down", "right")
        await previewed(pilot, pilot.app.screen)  # type: ignore[arg-type]
        await pilot.press("enter")
        await pilot.pause()
    assert (tmp_path / "ferry-summary.txt").is_file()
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        assert screen.wanted[:2] == ("text", "summary")
        assert screen.query_one("#file", Input).value == "ferry-summary.txt"


async def test_a_command_gets_the_document(
    make_app: MakeApp, ready: Ready, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, str]] = []

    def give(app: ReaderApp, command: str, text: str) -> str:
        given.append((command, text))
        return "" if command else "The command needs a name."

    monkeypatch.setattr("reader.tui.outside.give", give)
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_export(pilot, ready)
        await pilot.press("down", "down", "left", "enter")
        assert pilot.app.screen is screen
        assert screen.query_one("#command", Input).has_focus
        await pilot.press(*"lpr", "enter")
        await pilot.pause()
        assert given[-1] == ("lpr", render(analysis, format="markdown"))
        assert isinstance(pilot.app.screen, ReadingScreen)


def test_a_name_becomes_part_of_a_files() -> None:
    assert slug("Dockers' Union (e2)") == "dockers-union-e2"
    assert slug("../Åse") == "åse"


@pytest.mark.parametrize("size", [(40, 12), (300, 100)])
async def test_any_size_of_terminal_is_drawn(make_app: MakeApp, ready: Ready, size: tuple[int, int]) -> None:
    async with make_app().run_test(size=size) as pilot:
        screen = await opened_export(pilot, ready)
        assert screen._preview.lines


@given(st.text(alphabet=st.sampled_from("ab  東é-\u0301😀"), max_size=60), st.integers(2, 20))
def test_pieces_fit_and_lose_nothing_but_blanks(line: str, width: int) -> None:
    rows = list(pieces(line, width))
    assert all(cell_len(row) <= width for row in rows)
    assert "".join(rows).replace(" ", "") == line.replace(" ", "")


def test_preview_of_a_very_long_document_tells_what_is_left_out() -> None:
    shown = shown_part("\x1b" + "x" * (MAX_CHARS + 4))
    assert shown.startswith("␛x")
    assert shown.endswith("x\n… and 5 more characters")


@pytest.mark.parametrize(
    ("path", "stem"),
    [("/a/b/story.txt", "story"), ("-", "article"), ("seed:cup-final", "cup-final"), ("note", "note")],
)
def test_file_is_called_after_the_article(path: str, stem: str) -> None:
    assert stem_of(path) == stem


@pytest.mark.parametrize(
    ("name", "changed"), [("a.md", "a.html"), ("b.JSON", "b.html"), ("c.org", "c.org"), ("d", "d")]
)
def test_only_our_own_endings_change(name: str, changed: str) -> None:
    assert with_ending(name, ".html") == changed


def test_size_is_told_in_lines_and_bytes() -> None:
    assert size_of("one\n") == "1 line, 4 bytes"
    assert size_of("x" * 2047 + "\n") == "1 line, 2.0 KiB"


@pytest.mark.parametrize(("size", "look"), LOOKS, ids=LOOK_IDS)
def test_picture(snap_compare: Any, themed: Any, ready: Ready, size: tuple[int, int], look: str) -> None:
    async def before(pilot: Pilot[int]) -> None:
        await opened_export(pilot, ready)
        await still(pilot)

    assert snap_compare(themed(look), terminal_size=size, run_before=before)


def test_picture_of_the_question(
    snap_compare: Any, make_app: MakeApp, ready: Ready, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry.md").write_text("mine", encoding="utf-8")

    async def before(pilot: Pilot[int]) -> None:
        await opened_export(pilot, ready)
        await pilot.press("enter")
        for _ in range(200):
            await pilot.pause()
            if pilot.app.screen.query("#question") and pilot.app.screen.query_one("#question").size:
                break
        await pilot.pause()

    assert snap_compare(make_app(), terminal_size=SMALL, run_before=before)
