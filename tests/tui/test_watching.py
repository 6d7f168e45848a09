"""Files that change while they are shown: the article stays where it is read, the theme follows its file."""

from pathlib import Path

import pytest

from reader.config import Config
from reader.session import CompletedJob, Opened
from reader.session.loading import load
from reader.text import Analysis, Engine
from reader.tui.app import ReaderApp
from reader.tui.theme_files import find_theme
from reader.tui.watching import FileChanged
from tests.tui.acting import Ready, until

LOW = (60, 10)
STORY = "The strike\n\n" + "\n\n".join(f"On day {day} the crews of pier {day} waited for a word." for day in range(30))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


@pytest.fixture
def app(story: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderApp:
    """The app on the story, its analyses empty and at once; nobody looks at files but the test."""

    def open_file(self: ReaderApp, path: str) -> Opened:
        article = load(path)
        return Opened(article, CompletedJob(Analysis(article, (), (), (), (), (), Engine("test", "1"))), path)

    monkeypatch.setattr(ReaderApp, "open_file", open_file)
    monkeypatch.setattr("reader.tui.watching.Watching.start", print)
    monkeypatch.setattr("reader.tui.articles.SETTLING_S", 0.0)
    return ReaderApp(open_file(ReaderApp(None, config=Config()), str(story)), config=Config())


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def words(app: ReaderApp) -> list[str]:
    return [n.message for n in app._notifications]


async def test_an_article_that_changed_is_shown_anew_at_the_same_words(
    app: ReaderApp, story: Path, ready: Ready
) -> None:
    async with app.run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        app.watching.look()
        await pilot.press("space", "space", "m")
        await pilot.pause()
        text = screen.findings.article.text
        top, marked = text[screen.article.top_offset :][:20], text[screen.bookmarks[0] :][:20]
        write(story, STORY.replace("The strike\n\n", "The strike\n\nCorrected: the piers are numbered.\n\n" * 2))
        app.watching.look()
        await until(pilot, lambda: words(app))
        assert words(app) == ["The strike has changed on disk and was read again."]
        await until(pilot, lambda: screen.findings.analysis is not None)
        text = screen.findings.article.text
        assert "Corrected" in text
        assert text[screen.article.top_offset :].startswith(top)
        assert text[screen.bookmarks[0] :].startswith(marked)


async def test_a_file_written_again_with_the_same_words_changes_nothing(
    app: ReaderApp, story: Path, ready: Ready
) -> None:
    async with app.run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        runs = screen.run_number
        app.articles.take_change(str(story))
        await pilot.pause()
        for _ in range(50):
            await pilot.pause()
        assert words(app) == []
        assert screen.run_number == runs


async def test_a_file_that_is_no_article_any_more_leaves_the_text_and_is_told(
    app: ReaderApp, story: Path, ready: Ready
) -> None:
    async with app.run_test(size=LOW) as pilot:
        screen = await ready(pilot)
        app.watching.look()
        write(story, "")
        app.watching.look()
        await until(pilot, lambda: words(app))
        assert "empty" in words(app)[0]
        assert "the one from before" in words(app)[0]
        assert screen.findings.article.text.startswith("The strike")


async def test_the_theme_follows_its_file(app: ReaderApp, ready: Ready, tmp_path: Path) -> None:
    own = tmp_path / "reader" / "themes" / "reader-dark.toml"
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        app.watching.look()
        own.parent.mkdir(parents=True)
        from reader import paths

        shipped = (paths.themes_dir() / "reader-dark.toml").read_text(encoding="utf-8")
        background = find_theme("reader-dark").background
        assert background is not None
        own.write_text(shipped.replace(background, "#010203"), encoding="utf-8")
        app.watching.look()
        await until(pilot, lambda: app.theme_variables["background"] == "#010203")
        await until(pilot, lambda: app.screen.styles.background.hex == "#010203")
        own.write_text(shipped.replace("accent =", "acccent ="), encoding="utf-8")
        app.watching.look()
        await until(pilot, lambda: words(app))
        assert "themes/reader-dark.toml:10: 'acccent' is not a theme key; did you mean 'accent'?" in words(app)[0]
        assert app.theme_variables["background"] == "#010203"


async def test_a_change_of_a_file_that_is_not_shown_is_nothing(app: ReaderApp, ready: Ready) -> None:
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
        app.post_message(FileChanged("/nowhere"))
        await pilot.pause()
        assert words(app) == []


async def test_nobody_looks_at_files_once_the_app_has_ended(app: ReaderApp, ready: Ready) -> None:
    async with app.run_test(size=LOW) as pilot:
        await ready(pilot)
    app.watching._run()  # or it would look for ever
