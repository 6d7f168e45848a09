"""The short way of keys that only move: the same result, at once; never past a key that is still on the long way."""

import pytest
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key

from reader.config import Config
from reader.session import Opened
from reader.text import Span, SummarySentence
from reader.tui.app import ReaderApp
from reader.tui.row_frames import RowsUpdate
from reader.tui.whole_frames import whole_frames
from tests.tui.acting import MIDDLE, MakeApp, Ready, still, until

FOR_EVER_S = 1000.0


def frames_of(app: ReaderApp, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the app displays from now on, frame by frame."""
    frames: list[object] = []
    monkeypatch.setattr(app, "_display", lambda _, frame: frames.append(frame))
    return frames


async def test_a_key_that_moves_has_its_frame_when_it_is_done(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        frames = frames_of(app, monkeypatch)
        await app.on_event(Key("n", "n"))
        assert screen.place.entity_id == "e1"
        assert len(frames) == 1
        await still(pilot)
        assert [frame for frame in frames[1:] if frame is not None] == []


async def test_what_a_quick_key_draws_is_what_the_screen_shows(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await app.on_event(Key("right_parenthesis", ")"))
        at_once = [strip.text for strip in screen._compositor.render_strips()]
        assert not screen._compositor._dirty_regions
        await still(pilot)
        assert [strip.text for strip in screen._compositor.render_strips()] == at_once


async def test_a_key_behind_a_slower_one_waits_its_turn(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        for key in (Key("slash", "/"), Key("n", "n"), Key("j", "j")):
            app.post_message(key)
        await until(pilot, lambda: screen.query_words)
        await still(pilot)
        assert screen.query_words == "nj"
        assert screen.place.entity_id is None


async def test_keys_are_quick_again_after_a_slower_one(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("z", "z")
        await still(pilot)
        frames = frames_of(app, monkeypatch)
        await app.on_event(Key("n", "n"))
        assert len(frames) == 1


async def test_a_rebound_key_is_as_quick(opened: Opened, ready: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReaderApp(opened, config=Config(keys={"next-entity": "ctrl+t"}))
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        frames = frames_of(app, monkeypatch)
        await app.on_event(Key("ctrl+t", None))
        assert screen.place.entity_id == "e1"
        assert len(frames) == 1


async def test_keys_over_another_screen_are_its_own(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("question_mark", "n", "j")
        await still(pilot)
        assert app.screen is not screen
        assert screen.place.entity_id is None


async def test_letters_over_names_are_no_steps(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("f", "n")
        assert not screen.article.is_picking
        assert screen.place.entity_id is None


async def test_what_comes_between_two_keys_is_drawn_with_the_second(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.quick_keys.NEXT_KEY_S", FOR_EVER_S)
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        frames = frames_of(app, monkeypatch)
        await app.on_event(Key("n", "n"))
        screen.article.set_summary([SummarySentence(s.span, 1.0) for s in screen.findings.sentences or ()])
        await still(pilot)
        assert len(frames) == 1
        await app.on_event(Key("n", "n"))
        first, second = (frame for frame in frames if isinstance(frame, RowsUpdate))
        assert len(second.rows) > len(first.rows)


async def test_what_comes_behind_the_last_key_is_drawn_all_the_same(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        frames = frames_of(app, monkeypatch)
        await app.on_event(Key("n", "n"))
        screen.status.rename("Another title")
        await until(pilot, lambda: len([frame for frame in frames if frame is not None]) > 1)


async def test_what_a_thread_prepared_is_what_would_have_been_made(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        view, entities = screen.article, screen.findings.entities or ()
        made = view._marks, view._layout_rows
        prepared = view.prepare(entities)
        view.set_entities(entities, prepared)
        assert view._layout_rows is prepared.layout
        assert (view._marks, view._layout_rows) == made


async def test_what_was_prepared_for_another_width_is_made_anew(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        view, entities = screen.article, screen.findings.entities or ()
        prepared = view.prepare(entities)
        view.set_text_width(30)
        view.set_entities(entities, prepared)
        assert view._layout_rows.width_cells == 30


async def test_a_key_that_does_more_than_move_waits_for_nothing(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        screen.hold_rows(FOR_EVER_S)
        await app.on_event(Key("m", "m"))
        await still(pilot)
        assert not screen._dirty_widgets


async def test_the_next_screen_is_painted_while_nobody_presses_a_key(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await ready(pilot)
        await until(pilot, lambda: not screen.article.paint_ahead())
        kept = {row for row, _ in screen.article._strips}
        height = screen.article.size.height
        assert set(range(min(2 * height, len(screen.article._layout_rows.lines)))) <= kept


@pytest.mark.parametrize("size", [MIDDLE, (40, 12)])
async def test_the_next_name_is_painted_before_it_is_stepped_to(
    size: tuple[int, int], make_app: MakeApp, ready: Ready
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        screen = await ready(pilot)
        for _ in range(6):
            await until(pilot, lambda: not screen.article.paint_ahead())
            painted = {*screen.article._strips}
            await app.on_event(Key("n", "n"))
            assert screen.place.entity_id is not None
            assert {*screen.article._strips} == painted


async def test_of_what_is_painted_ahead_only_the_rows_of_new_signs_are_painted_anew(
    make_app: MakeApp, ready: Ready
) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        article = (await ready(pilot)).article
        await until(pilot, lambda: not article.paint_ahead())
        painted, rows = {*article._strips}, article._layout_rows
        start = article._marks.drawn.article_offset(rows.lines[article.size.height + 2].start)
        article.set_summary([SummarySentence(Span(start, start + 5), 1.0)])
        anew = {row for row, _ in painted - {*article._strips}}
        assert article.size.height + 2 in anew
        assert len(anew) < 6  # the row of that sentence, and those of the ones that were chosen before


async def test_hits_found_later_are_marked_on_rows_that_are_painted_already(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=(40, 12)) as pilot:
        article = (await ready(pilot)).article
        await until(pilot, lambda: not article.paint_ahead())
        below = article._layout_rows.lines[article.size.height + 2]
        first, later = Span(0, 3), Span(below.start, below.start + 3)
        article.set_hits([first])
        await until(pilot, lambda: not article.paint_ahead())
        article.set_hits([first, later])
        assert article.size.height + 2 not in {row for row, _ in article._strips}


async def test_a_frame_is_written_in_one_piece() -> None:
    written: list[str] = []

    class Writing(HeadlessDriver):
        def write(self, data: str) -> None:
            written.append(data)

    driver = whole_frames(Writing)(ReaderApp(None, config=Config()))
    for data in ("title", SYNC_START, "frame", SYNC_END, "bell"):
        driver.write(data)
    assert written == ["title", f"{SYNC_START}frame{SYNC_END}", "bell"]
