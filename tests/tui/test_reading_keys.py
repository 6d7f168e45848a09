"""Keys of the reading screen: what moves, what follows, what opens and closes."""

from asyncio import sleep
from typing import Any

import pytest
from textual.events import Key

from reader.config import Config
from reader.paths import themes_dir
from reader.session import CompletedJob, Opened, StageResult
from reader.text import Analysis
from reader.tui.app import ReaderApp
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.widgets import search
from reader.tui.widgets.article_view import Spot
from reader.tui.widgets.body_layout import regions, shape_of
from reader.tui.widgets.find_bar import FindBar
from reader.tui.widgets.search import find_hits
from tests.tui.acting import LARGE, MIDDLE, SMALL, MakeApp, Ready, still, until


async def test_n_walks_names_and_everything_follows(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        await pilot.press("n")
        assert screen.place.entity_id == "e1"
        entities, voices = screen.panels["entities"].pane, screen.panels["voices"].pane
        assert getattr(entities.current_item, "id", None) == "e1"
        assert getattr(getattr(voices.current_item, "entity", None), "id", None) == "e1"
        assert "Maria Ortega · person · 1/3 · 1 quote · also Ortega" in screen.card.render().plain
        await pilot.press("right_square_bracket", "right_square_bracket")
        assert screen.place.mention is not None
        assert screen.place.mention.kind == "pronoun"
        assert "3/3" in screen.status.render().plain


async def test_quote_walk_selects_the_voice(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("right_parenthesis")
        assert screen.place.quote_id == "q1"
        assert getattr(screen.panels["voices"].pane.current_item, "id", None) == "q1"
        assert "told reporters" in screen.card.render().plain


async def test_row_of_a_pane_leads_to_its_place(make_app: MakeApp, ready: Ready, place_of: Any) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("v", "g", "j")
        assert screen.focused_part == "voices"
        assert screen.place.offset == place_of("We got").start - 1
        assert screen.place.quote_id == "q1"
        await pilot.press("enter")
        assert screen.focused_part == "article"


@pytest.mark.parametrize(("key", "name"), [("v", "voices"), ("t", "entities"), ("s", "summary"), ("3", "summary")])
async def test_drawer_opens_over_the_text_and_escape_closes_it(
    make_app: MakeApp, ready: Ready, key: str, name: str
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        assert not screen.body.shown
        await pilot.press(key)
        assert screen.body.shown == {name}
        assert screen.focused_part == name
        await pilot.press("escape")
        assert not screen.body.shown
        assert screen.focused_part == "article"


async def test_tab_walks_text_and_panes(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        walked = []
        for _ in range(4):
            await pilot.press("tab")
            walked.append(screen.focused_part)
        assert walked == ["voices", "entities", "summary", "article"]


async def test_filter_narrows_walk_and_pane_and_the_same_key_ends_it(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        await pilot.press("l", "n")
        assert screen.place.entity_id == "e3"
        assert screen.panels["entities"].pane.count == 1
        assert "only places" in screen.status.render().plain
        await pilot.press("l")
        assert screen.filter is None
        assert screen.panels["entities"].pane.count == 5


async def test_search_counts_while_typing_and_n_walks_hits(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"reis")
        assert [hit.of(screen.findings.article.text) for hit in screen.hits] == ["Reis", "Reis"]
        assert "/reis 1/2" in screen.status.render().plain
        await pilot.press("enter", "n")
        assert "/reis 2/2" in screen.status.render().plain
        await pilot.press("escape")
        assert screen.query_words == ""
        assert not screen.hits


async def test_the_text_is_wrapped_beside_a_drawer_and_back(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        wide = screen.article._layout_rows.width_cells
        await pilot.press("v")
        await until(pilot, lambda: screen.article._layout_rows.width_cells == screen.article._content_cells() < wide)
        await pilot.press("escape")
        await until(pilot, lambda: screen.article._layout_rows.width_cells == wide)


async def test_a_narrow_card_keeps_its_counts(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(34, 20)) as pilot:
        screen = await ready(pilot)
        await until(pilot, lambda: "3 quotes" in screen.card.render().plain)
        assert screen.card.render().plain.strip() == "2 people · 3 others · 3 quotes"


def count_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search looks at ten characters at a time, as at many in a long article."""
    for name, chars in {"PIECE_CHARS": 10, "AROUND_CHARS": 10, "MOST_NEAR_CHARS": 100}.items():
        monkeypatch.setattr(search, name, chars)


async def test_hits_far_away_are_counted_in_spare_time(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_piece_by_piece(monkeypatch)
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        text = screen.findings.article.text
        hits, start = find_hits(text, "the"), text.rindex("the")
        screen.search_from = Spot(start, 0)
        screen.search_while_typing(FindBar.Edited("the"))
        assert "/the counting…" in screen.status.render().plain
        at = screen.article.place.offset
        await until(pilot, lambda: "counting" not in screen.status.render().plain)
        number = next(i for i, hit in enumerate(hits, 1) if hit.start == start)
        assert f"/the {number}/{len(hits)}" in screen.status.render().plain
        assert screen.article.place.offset == at


async def test_n_walks_all_hits_though_they_are_not_counted(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    count_piece_by_piece(monkeypatch)
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        screen.search_while_typing(FindBar.Edited("the"))
        screen.action_next(1)
        number = len(find_hits(screen.findings.article.text, "the"))
        assert f"/the 2/{number}" in screen.status.render().plain


async def test_search_left_with_escape_leaves_no_hits(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"ferry", "escape")
        assert screen.find_bar is None
        assert not screen.hits
        assert screen.focused_part == "article"


async def test_broken_expression_is_no_accident(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", "slash", "left_parenthesis", "slash")
        assert "//(/ not searched" in screen.status.render().plain


async def test_a_filter_that_leaves_nothing_says_so(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("p")
        assert not app._notifications
        await pilot.press("w")
        told = [n.message for n in app._notifications]
        assert told == ["No other names in this article; the same key again, and all names count."]


async def test_the_same_words_are_not_said_twice_at_once(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("backspace", "backspace", "apostrophe")
        assert len({n.message for n in app._notifications}) == len(app._notifications) == 2


async def test_bookmark_is_found_again(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.press("right_parenthesis", "m")
        marked = screen.place.paragraph
        await pilot.press("right_parenthesis", "right_parenthesis", "apostrophe")
        assert screen.place.paragraph == marked


async def test_enter_on_a_name_opens_the_drawer_that_tells_about_it(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.press("enter")
        assert screen.drawer is None  # nothing is under the cursor yet
        for keys, drawer, found in ((["n"], "voices", "e1"), (["n"], "entities", "e2")):
            await pilot.press(*keys, "enter")
            await pilot.pause()
            assert screen.drawer == drawer
            assert screen.panels[drawer].pane.has_focus
            item = screen.panels[drawer].pane.current_item
            assert found in {getattr(item, "id", None), getattr(getattr(item, "entity", None), "id", None)}
            await pilot.press("escape")
            assert screen.drawer is None


async def test_bookmark_without_a_cursor_begins_with_a_sentence(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        screen = await ready(pilot)
        sentences = [sentence.span.start for sentence in screen.findings.sentences or ()]
        inside = 0
        for _ in range(screen.article.virtual_size.height - 1):
            await pilot.press("j", "m")
            await pilot.pause()
            inside += screen.place.offset not in sentences
            (marked,) = screen.bookmarks
            assert marked in sentences
            assert screen.findings.paragraph(marked) == screen.place.paragraph + 1
            await pilot.press("m")
            assert not screen.bookmarks
            if screen.article.scroll_offset.y == screen.article.max_scroll_y:
                break
        assert inside > 3  # rows that begin within a sentence have been marked, too


async def test_bookmark_at_the_cursor_stays_there(make_app: MakeApp, ready: Ready, place_of: Any) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.press("n", "m")
        assert screen.bookmarks == [place_of("Maria Ortega").start]


async def test_copy_gives_the_quote_with_its_speaker(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("right_parenthesis", "y")
        assert app.clipboard == (
            '"We got what we asked for," — Maria Ortega, told reporters, in: Ferry crews end their strike, '
            "Tagus Courier, ¶3"
        )


async def test_zen_leaves_the_text_alone(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("z")
        assert not screen.body.shown
        assert not screen.status.display
        await pilot.press("escape")
        assert screen.status.display
        assert screen.body.shown == {"voices"}


async def test_own_keys_replace_the_usual_ones(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(keys={"next-entity": "f5"}).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("n")
        assert screen.place.entity_id is None
        await pilot.press("f5")
        assert screen.place.entity_id == "e1"


@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+j", "ctrl+b", "ctrl+a"])
async def test_keys_of_terminal_multiplexers_stay_free(make_app: MakeApp, ready: Ready, key: str) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        assert key not in screen.active_bindings


async def test_failed_analysis_leaves_the_text_and_says_how_to_go_on(
    make_app: MakeApp, ready: Ready, silent_job: Any
) -> None:
    async with make_app(silent_job(failure="the model file is gone")).run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        pane = screen.panels["voices"].pane
        words = " ".join(piece for row in pane.rows for line in pane.draw(row, 40) for piece, _ in line)
        assert "The model file is gone" in words
        assert "r to try again" in words
        await pilot.press("j", "n", "v", "t", "s")
        assert screen.is_current


async def test_panes_say_what_is_going_on_before_their_stage(
    make_app: MakeApp, analysis: Analysis, silent_job: Any
) -> None:
    job = silent_job(fields=(StageResult("entities", analysis.entities),))
    async with make_app(job).run_test(size=LARGE) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(50):
            await pilot.pause()
        assert screen.panels["entities"].pane.count == 5
        voices = screen.panels["voices"].pane
        assert voices.count is None
        assert "finding who said what…" in voices.draw(voices.rows[0], 40)[0][0][0]


async def test_layout_changes_with_the_terminal(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        for size, shape, shown in (
            (LARGE, "wide", {"voices", "entities", "summary"}),
            (MIDDLE, "middle", {"voices"}),
            ((40, 12), "narrow", set()),
            ((300, 100), "wide", {"voices", "entities", "summary"}),
        ):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.body.shape == shape
            assert screen.body.shown == shown


async def test_a_theme_that_does_not_exist_ends_nothing(make_app: MakeApp, ready: Ready) -> None:
    app = make_app(theme="papper")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot)
        assert app.theme == "reader-dark"
        assert any("did you mean 'paper'" in n.message for n in app._notifications)


@pytest.mark.parametrize(
    ("width", "height"), [(40, 10), (80, 24), (100, 30), (120, 40), (160, 24), (200, 60), (400, 120)]
)
def test_regions_fill_the_body_and_nothing_else(width: int, height: int) -> None:
    from textual.geometry import Region, Size

    size = Size(width, height)
    shape = shape_of(size)
    shown = frozenset({"voices", "entities", "summary"}) if shape == "wide" else frozenset({"voices"})
    places = regions(shape, size, shown)
    assert set(places) == {"article", *shown}
    assert all(Region(0, 0, width, height).contains_region(place) for place in places.values())
    if shape != "narrow":
        assert sum(place.area for place in places.values()) == width * height


async def test_an_unknown_action_in_the_keys_is_told_with_the_nearest(make_app: MakeApp, ready: Ready) -> None:
    app = make_app(keys={"next-entitty": "f5"})
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot)
        assert any("did you mean 'next-entity'" in n.message for n in app._notifications)


async def test_markup_in_an_article_is_only_text(make_app: MakeApp, ready: Ready, opened: Opened) -> None:
    hostile = opened.article._replace(title="[bold]x[/bold] [@click=app.quit]q\x1b[2J", source="[red]\u202e")
    app = ReaderApp(opened._replace(article=hostile), config=Config())
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        assert "[bold]x[/bold] [@click=app.quit]q␛[2J" in screen.status.render().plain
        assert "[red]·" in screen.status.render().plain


async def test_no_colour_leaves_only_greys_and_the_letters(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        strips = screen._compositor.render_strips()
        colors = {s.style.color.triplet for strip in strips for s in strip if s.style and s.style.color}
        assert all(t is None or t.red == t.green == t.blue for t in colors)
        assert "Maria Ortegaᴾ" in "\n".join(strip.text for strip in strips)


async def test_many_quotes_are_folded_and_enter_unfolds_them(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    many = tuple(analysis.quotes[0]._replace(id=f"q{n}") for n in range(1, 21))
    job = CompletedJob(analysis._replace(quotes=(*many, analysis.quotes[1]._replace(id="q21"))))
    async with make_app(job).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        pane = screen.panels["voices"].pane
        assert len(pane.rows) == 11  # two bars, what they mean, two speakers, a blank each, three quotes, the rest
        await pilot.press("v", "g", "j", "j", "j", "enter")
        assert len(pane.rows) == 28
        assert getattr(pane.current_item, "id", None) == "q3"
        assert screen.focused_part == "voices"


@pytest.mark.parametrize("theme", sorted(path.stem for path in themes_dir().glob("*.toml")))
async def test_every_theme_opens_an_article(make_app: MakeApp, ready: Ready, theme: str) -> None:
    async with make_app(theme=theme).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        assert screen.app.theme == theme
        assert "Maria Ortegaᴾ" in "\n".join(strip.text for strip in screen._compositor.render_strips())


async def test_the_first_words_of_a_search_give_way_only_to_new_ones(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        pilot.app.post_message(Key("slash", "/"))  # typed ahead: none of these waits for the line
        for letter in "ferry":
            pilot.app.post_message(Key(letter, letter))
        await pilot.pause()
        await pilot.press("s")
        assert screen.query_words == "ferrys"
        await pilot.press("backspace", "enter", "slash", *"rei")
        assert screen.query_words == "rei"


async def test_the_paragraph_told_is_the_first_one_with_words_on_the_screen(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=(80, 8)) as pilot:
        screen = await ready(pilot)
        await pilot.press("j")  # the row between the first two paragraphs is on top
        await pilot.pause()
        assert screen.place.paragraph == 1
        assert "¶2" in screen.status.render().plain


async def test_the_mouse_over_a_name_shows_its_card(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        rows = [strip.text for strip in screen.article.strips(range(20))]
        row = next(y for y, words in enumerate(rows) if "Maria" in words)
        await pilot.hover("#article", offset=(rows[row].index("Maria"), row))
        told = str(screen.article.tooltip)
        assert told.startswith("Maria Ortega · person · 1/3 · 1 quote · also Ortega\n")
        assert '"We got what we asked for,"' in told
        assert screen.place.entity_id is None


@pytest.mark.parametrize("turns", [0, 1, 3, 8])
async def test_keys_typed_at_once_behind_a_search_step_on(make_app: MakeApp, ready: Ready, turns: int) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        pilot.app.post_message(Key("slash", "/"))
        for _ in range(turns):
            await sleep(0)
        for key in (*(Key(letter, letter) for letter in "the"), Key("enter", "\r"), Key("n", "n"), Key("n", "n")):
            pilot.app.post_message(key)
        await until(pilot, lambda: screen.find_bar is None and screen.query_words)
        await still(pilot)
        assert screen.query_words == "the"
        assert screen.article.hit == 2


async def test_a_key_typed_at_once_behind_esc_is_not_typed(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"the")
        for key in (Key("escape", "\x1b"), Key("n", "n")):
            pilot.app.post_message(key)
        await until(pilot, lambda: screen.find_bar is None)
        await still(pilot)
        assert not screen.hits
        assert screen.place.entity_id == "e1"


async def test_a_search_may_be_ended_by_another_key_of_the_configuration(opened: Opened, ready: Ready) -> None:
    async with ReaderApp(opened, config=Config(keys={"search-end": "ctrl+g"})).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("slash", *"the")
        assert screen.query_words == "the"
        await pilot.press("ctrl+g")
        assert screen.find_bar is None
