"""The guide: where it opens, how one turns its pages, and the keys as they are."""

import re
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.pilot import Pilot

from reader import paths
from reader.tui.app import ReaderApp
from reader.tui.bindings import shown_key
from reader.tui.key_help import GROUPS, all_bindings, key_page, shown_keys
from reader.tui.key_sets import keymap
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.screens.help import HelpScreen, PageNames, pages
from reader.tui.widgets.guide_markdown import PAGE_META, guide_lines
from reader.tui.widgets.guide_page import GuidePage
from tests.tui.acting import LOOK_IDS, LOOKS, MIDDLE, SMALL, MakeApp, Ready


async def opened_help(pilot: Pilot[int], ready: Ready, *keys: str) -> HelpScreen:
    await ready(pilot)
    await pilot.press(*keys, "question_mark")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


@pytest.mark.parametrize(("keys", "page"), [((), "keys"), (("v",), "panes"), (("t",), "panes")])
async def test_help_opens_at_the_page_of_what_has_the_focus(
    make_app: MakeApp, ready: Ready, keys: tuple[str, ...], page: str
) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        assert (await opened_help(pilot, ready, *keys)).page == page


async def test_help_from_the_export_screen_tells_about_exports(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        assert (await opened_help(pilot, ready, "e")).page == "export"


@pytest.mark.parametrize("key", ["escape", "q", "question_mark", "f1"])
async def test_leaving_help_leads_back_to_the_text(make_app: MakeApp, ready: Ready, key: str) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        await opened_help(pilot, ready)
        await pilot.press(key)
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_arrows_turn_pages_and_go_round(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_help(pilot, ready)
        names = list(screen.pages)
        at = names.index("keys")
        await pilot.press("right")
        assert screen.page == names[at + 1]
        await pilot.press("left", "left", "left")
        assert screen.page == names[-1]


async def test_page_scrolls_and_the_next_one_begins_at_its_top(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await opened_help(pilot, ready)
        await pilot.press("space", "j")
        await pilot.pause()
        assert screen.guide.scroll_offset.y > 10
        await pilot.press("right")
        await pilot.pause()
        assert screen.guide.scroll_offset.y == 0


async def test_link_to_another_page_opens_it_and_an_address_is_told(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_help(pilot, ready)
        screen.post_message(GuidePage.LinkChosen("panes.md#voices"))
        await pilot.pause()
        assert screen.page == "panes"
        screen.post_message(GuidePage.LinkChosen("https://example.org/"))
        await pilot.pause()
        assert screen.page == "panes"
        assert [n.message for n in pilot.app._notifications] == ["https://example.org/"]


async def test_click_on_a_name_opens_its_page(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_help(pilot, ready)
        await pilot.click(PageNames, offset=(2, 0))
        await pilot.pause()
        assert screen.page == next(iter(screen.pages))


async def test_current_page_is_named_in_a_narrow_terminal(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(24, 12)) as pilot:
        screen = await opened_help(pilot, ready)
        for name in screen.pages:
            screen.open_page(name)
            shown = screen.query_one(PageNames).render().plain
            assert name.capitalize() in shown
            assert len(shown) <= 22


async def test_pages_that_do_not_fit_are_told_by_signs_that_lead_there(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        screen = await opened_help(pilot, ready)
        names = screen.query_one(PageNames)
        order = list(screen.pages)
        screen.open_page(order[0])
        shown = names.render().plain
        assert shown.endswith("›")
        assert not shown.startswith("‹")
        for sign, page in (("›", order[1]), ("‹", order[-2])):
            await pilot.click(PageNames, offset=(1 + names.render().plain.index(sign), 0))
            await pilot.pause()
            assert screen.page == page
            screen.open_page(order[-1])
        assert names.render().plain.startswith("‹")
        assert not names.render().plain.endswith("›")


async def test_the_first_frame_shows_the_page(make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuidePage, "on_resize", lambda _: None)  # it comes after the first frame
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await opened_help(pilot, ready)
        assert "Keys" in "".join(screen.guide.render_line(y).text for y in range(3))


async def test_keys_of_ones_own_stand_in_the_table(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(keys={"zen": "ctrl+z,f5"}).run_test(size=MIDDLE) as pilot:
        screen = await opened_help(pilot, ready)
        assert "| ^z F5 | nothing but the text | zen |" in screen.guide.words


async def test_click_on_a_link_opens_its_page(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await opened_help(pilot, ready)
        screen.open_page("index")
        await pilot.pause()
        row = next(y for y in range(30) if "Panes: " in screen.guide.render_line(y).text)
        await pilot.click(GuidePage, offset=(screen.guide.render_line(row).text.index("Panes"), row))
        await pilot.pause()
        assert screen.page == "panes"


async def test_page_changes_its_colours_with_the_theme(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(theme="reader-dark").run_test(size=MIDDLE) as pilot:
        screen = await opened_help(pilot, ready)
        before = screen.guide.render_line(1)
        assert "Keys" in before.text
        app = pilot.app
        assert isinstance(app, ReaderApp)
        app.choose_theme("paper")
        await pilot.pause()
        after = screen.guide.render_line(1)
        assert after.text == before.text
        assert after != before


def test_guide_has_no_address_that_a_terminal_could_open() -> None:
    names = ("accent", "foreground", "link", "muted", "rule")
    lines = guide_lines("See [there](https://example.org/).", 40, dict.fromkeys(names, "red"), Style())
    styles = [segment.style for line in lines for segment in line if segment.style]
    assert [style.meta[PAGE_META] for style in styles if PAGE_META in style.meta] == ["https://example.org/"]
    assert not any(style.link for style in styles)


def test_every_action_stands_in_one_group() -> None:
    listed = [name for names in GROUPS.values() for name in names]
    assert len(listed) == len(set(listed))
    assert {b.id for b in all_bindings()} == set(listed)


@pytest.mark.parametrize("key_set", ["vim", "plain", "emacs"])
def test_table_has_a_row_for_every_action_of_every_key_set(key_set: str) -> None:
    page = key_page(keymap(key_set, {}))
    assert all(f"| {binding.id} |" in page for binding in all_bindings())


def test_characters_of_markdown_are_escaped_in_the_table() -> None:
    assert shown_keys("left_square_bracket,slash,x,escape") == r"\[ \/ x Esc"


def test_every_key_that_the_guide_names_does_something() -> None:
    page = (paths.help_dir() / "keys.md").read_text(encoding="utf-8").partition("## Keys of your own")[0]
    named = {key for code in re.findall(r"`([^`]+)`", page) for key in code.split() if len(key) <= 2}
    changed = keymap("vim", {})
    bound = {shown_key(k) for b in all_bindings() for k in changed.get(b.id or "", b.key).split(",")}
    assert len(named) > 20
    assert named <= bound


def test_links_between_the_pages_lead_somewhere() -> None:
    found = pages(paths.help_dir())
    links = {m for file in found.values() for m in re.findall(r"\]\((\w+)\.md", file.read_text(encoding="utf-8"))}
    assert links
    assert links <= set(found)


def test_folder_without_pages_still_has_a_first_one(tmp_path: Any) -> None:
    assert list(pages(tmp_path)) == ["index"]


GUIDE = {
    "index": "# A small guide\n\nTo the [Panes](panes.md).\n",
    "panes": """# Panes

Some **strong** and *leaning* words, `code`, a [link](index.md), and a line that is long enough to be wrapped in most
terminals that people use.

## A second heading

- one thing
- another: [elsewhere](https://example.org/)

1. first
2. second

| key | what it does |
| --- | --- |
| **Group** | |
| `v` | opens the voices |

> Quoted words.

    code = "as it stands"
""",
}


@pytest.fixture
def small_guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that do not change when the guide's words do."""
    for name, words in GUIDE.items():
        (tmp_path / f"{name}.md").write_text(words, encoding="utf-8")
    monkeypatch.setattr(paths, "help_dir", lambda: tmp_path)


@pytest.mark.usefixtures("small_guide")
@pytest.mark.parametrize(("size", "look"), [*LOOKS, ((40, 16), "paper")], ids=[*LOOK_IDS, "40x16-paper"])
def test_picture(snap_compare: Any, themed: Any, ready: Ready, size: tuple[int, int], look: str) -> None:
    async def before(pilot: Pilot[int]) -> None:
        await opened_help(pilot, ready, "v")

    assert snap_compare(themed(look), terminal_size=size, run_before=before)
