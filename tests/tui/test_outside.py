"""To other programs and back: what is called, and what is told where it cannot be."""

import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.app import SuspendNotSupported

from reader.session import CompletedJob, Opened
from reader.state.store import state_folder
from reader.text import Analysis
from reader.tui import outside
from reader.tui.app import ReaderApp
from reader.tui.copying import NO_COMMAND
from reader.tui.screens.question import QuestionScreen
from tests.tui.acting import MakeApp, Ready

SIZE = (80, 24)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Any]]:
    """What would be run while the app is away; every program is there and ends well."""
    made: list[tuple[list[str], Any]] = []

    @contextmanager
    def suspend(self: ReaderApp) -> Iterator[None]:
        yield

    def run(command: list[str], **settings: Any) -> SimpleNamespace:
        made.append((command, settings.get("input")))
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(ReaderApp, "suspend", suspend)
    monkeypatch.setattr("reader.tui.outside.subprocess.run", run)
    monkeypatch.setattr(outside, "which", lambda name: name)
    return made


@pytest.fixture
def app(make_app: MakeApp, analysis: Analysis, tmp_path: Path) -> ReaderApp:
    """The app on a file that is there, with an address."""
    file = tmp_path / "ferry.txt"
    file.write_text(analysis.article.text, encoding="utf-8")
    article = analysis.article._replace(id=str(file), url="https://example.org/ferry?a=1")
    app = make_app()
    app.opened = Opened(article, CompletedJob(analysis._replace(article=article)), str(file))
    return app


def no_command(environment: Mapping[str, str]) -> None:
    """What a machine without any says."""


def words(app: ReaderApp) -> list[str]:
    return [n.message for n in app._notifications]


async def test_the_pager_gets_the_text(
    app: ReaderApp, ready: Ready, calls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "less -S")
    async with app.run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        await pilot.press("vertical_line")
        ((command, text),) = calls
    assert command == ["less", "-S"]
    lines = text.decode().splitlines()
    assert max(map(len, lines)) <= SIZE[0]
    paragraphs = " ".join(lines).split("  ")
    assert paragraphs == [" ".join(p.split()) for p in screen.findings.article.text.split("\n\n")]


async def test_the_editor_gets_the_file_and_the_line(
    app: ReaderApp, ready: Ready, calls: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "vim")
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("right_parenthesis", "E")
        assert calls == [(["vim", "+5", str(tmp_path / "ferry.txt")], None)]


async def test_what_came_from_standard_input_has_no_file_to_edit(
    make_app: MakeApp, ready: Ready, opened: Opened, calls: list[Any]
) -> None:
    app = make_app()
    app.opened = opened._replace(path="-")
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("E")
        assert calls == []
        assert "came from standard input" in words(app)[0]


async def test_a_program_that_is_missing_or_fails_is_told(
    app: ReaderApp, ready: Ready, calls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        monkeypatch.setattr(outside, "which", dict[str, str]().get)
        await pilot.press("vertical_line", "E")
        assert words(app) == ["No pager found: set PAGER to one.", "No editor found: set EDITOR to one."]

        def fail(command: list[str], **settings: Any) -> SimpleNamespace:
            return SimpleNamespace(returncode=3)

        monkeypatch.setattr(outside, "which", lambda name: name)
        monkeypatch.setenv("PAGER", "less")
        monkeypatch.setattr("reader.tui.outside.subprocess.run", fail)
        await pilot.press("vertical_line")
        assert words(app)[2:] == ["less ended with status 3."]


@pytest.mark.parametrize(("status", "waits"), [(0, 0), (1, 1)])
async def test_words_of_a_command_that_fails_stay_until_enter(
    app: ReaderApp, ready: Ready, *, calls: list[Any], monkeypatch: pytest.MonkeyPatch, status: int, waits: int
) -> None:
    asked: list[str] = []

    def end(command: list[str], **settings: Any) -> SimpleNamespace:
        return SimpleNamespace(returncode=status)

    monkeypatch.setattr("builtins.input", asked.append)
    monkeypatch.setattr("reader.tui.outside.subprocess.run", end)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        problem = outside.give(app, "lpr -P none", "words")
        assert problem == ("lpr ended with status 1." if status else "")
        assert len(asked) == waits
        assert all("lpr ended with status 1. Enter leads back" in words for words in asked)


async def test_a_terminal_that_cannot_be_left_is_told(
    app: ReaderApp, ready: Ready, calls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def refuse(self: ReaderApp) -> Iterator[None]:
        raise SuspendNotSupported
        yield

    monkeypatch.setattr(ReaderApp, "suspend", refuse)
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("vertical_line", "ctrl+z")
        assert words(app) == [
            "This terminal cannot be left to another program.", "The reader cannot be suspended here."
        ]  # fmt: skip


@pytest.mark.parametrize(("answer", "opened_urls"), [("y", ["https://example.org/ferry?a=1"]), ("n", [])])
async def test_an_address_is_opened_only_after_a_yes(
    app: ReaderApp, ready: Ready, monkeypatch: pytest.MonkeyPatch, answer: str, opened_urls: list[str]
) -> None:
    seen: list[str] = []

    def browse(url: str) -> bool:
        seen.append(url)
        return True

    monkeypatch.setattr(webbrowser, "get", lambda: SimpleNamespace(open=browse))
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("W")
        assert isinstance(app.screen, QuestionScreen)
        await pilot.press(answer)
        await pilot.pause()
        assert seen == opened_urls


async def test_no_browser_and_no_address_are_told(
    app: ReaderApp, make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise webbrowser.Error("could not locate runnable browser")

    monkeypatch.setattr(webbrowser, "get", none)
    async with app.run_test(size=SIZE) as pilot:
        screen = await ready(pilot)
        await pilot.press("W", "y")
        await pilot.pause()
        screen.offer_address("javascript:alert(1)")
        await pilot.pause()
        assert words(app)[0].startswith("No browser found: set BROWSER to one, or copy https://")
        assert words(app)[1] == "javascript:alert(1)"
    other = make_app()
    async with other.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("W")
        assert words(other) == ["This article does not say where it stands on the web."]


async def test_without_a_clipboard_command_a_file_holds_the_copy_and_is_named_once(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.copying.clipboard_command", no_command)
    app = make_app()
    async with app.run_test(size=SIZE) as pilot:
        await ready(pilot)
        await pilot.press("right_parenthesis", "y", "y")
        for _ in range(500):
            if any("copied.txt" in w for w in words(app)):
                break
            await pilot.pause()
        told = [w for w in words(app) if "clipboard command" in w]
        assert told == [f"{NO_COMMAND}. It is also in {state_folder() / 'copied.txt'}"]
        assert "We got what we asked for" in (state_folder() / "copied.txt").read_text(encoding="utf-8")


ENVIRONMENTS: list[tuple[Mapping[str, str], list[str]]] = [
    ({"EDITOR": "nvim -R"}, ["nvim", "-R"]),
    ({"VISUAL": "code --wait", "EDITOR": "vi"}, ["code", "--wait"]),
    ({"EDITOR": "vi 'torn"}, [outside.EDITORS[0]]),
    ({}, [outside.EDITORS[0]]),
]


@pytest.mark.parametrize(("environment", "command"), ENVIRONMENTS)
def test_the_editor_is_the_users(
    environment: Mapping[str, str], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "which", lambda name: name)
    assert outside.editor(environment) == command


def test_each_editor_is_told_the_line_in_its_own_way() -> None:
    assert outside.editing(["nano"], "/a/-b.txt", 7) == ["nano", "+7", "/a/-b.txt"]
    assert outside.editing(["/usr/bin/hx"], "/a/b.txt", 7) == ["/usr/bin/hx", "/a/b.txt:7"]
    assert outside.editing(["code", "--wait"], "/a/b.txt", 7) == ["code", "--wait", "/a/b.txt"]


def test_the_line_is_found_in_a_file_whose_lines_were_joined() -> None:
    source = "A title\n\nThe first paragraph is\nwrapped over lines.\n\nThe second one\nas well, of course.\n"
    text = "A title\n\nThe first paragraph is wrapped over lines.\n\nThe second one as well, of course.\n"
    assert outside.line_of(source, text, text.index("The second")) == 6
    assert outside.line_of(source, text, text.index("wrapped over")) == 4


@pytest.mark.parametrize(
    ("target", "fits"),
    [("https://example.org/a?b=c", True), ("HTTP://example.org", True), ("file:///etc/passwd", False),
     ("javascript:alert(1)", False), ("https://a b", False), ("https://\u0430.org", False), ("https://a\x1b", False),
     ("https://" + "a" * 3000, False), ("-x", False)],
)  # fmt: skip
def test_only_plain_addresses_of_the_web_are_opened(target: str, *, fits: bool) -> None:
    assert (outside.address(target) == target) is fits
