"""A quick key's frame of rows changes the terminal to what the compositor would have drawn."""

import pyte
import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.events import Key
from textual.strip import Strip

from reader.tui.row_frames import RowsUpdate, Written
from reader.tui.screens.article_screen import ReadingScreen
from tests.tui.acting import LARGE, MIDDLE, SMALL, MakeApp, Ready, still

KEYS = {"n": "n", "right_parenthesis": ")", "right_square_bracket": "]", "j": "j", "space": " ", "N": "N", "b": "b"}


def picture(screen: ReadingScreen) -> list[Strip]:
    """What the compositor makes of the screen."""
    return [strip.simplify() for strip in screen._compositor.render_strips()]


def changed(before: list[Strip], frame: RowsUpdate) -> list[Strip]:
    """The picture after a frame."""
    lines = list(before)
    for x, y, strip in frame.rows:
        line = lines[y]
        lines[y] = Strip.join([line.crop(0, x), strip, line.crop(x + strip.cell_length)]).simplify()
    return lines


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE, (120, 16)])
async def test_the_rows_and_the_compositor_give_the_same_picture(
    size: tuple[int, int], make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, kinds = make_app(), set()
    async with app.run_test(size=size) as pilot:
        screen = await ready(pilot)
        await still(pilot)
        for key, character in KEYS.items():
            frames: list[object] = []
            before = picture(screen)
            with monkeypatch.context() as patch:
                patch.setattr(app, "_display", lambda _, frame, frames=frames: frames.append(frame))
                await app.on_event(Key(key, character))
            frame, *more = [frame for frame in frames if frame is not None]
            kinds.add(type(frame))
            assert not more
            if isinstance(frame, RowsUpdate):
                assert changed(before, frame) == picture(screen), key
            await still(pilot)
    assert RowsUpdate in kinds


@pytest.mark.parametrize("covered", ["message", "drawer"])
async def test_what_lies_over_the_text_is_drawn_by_the_compositor(
    covered: str, make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    narrow = (60, 24)  # a drawer leaves too little beside it there, and lies over the text
    async with app.run_test(size=narrow, notifications=True) as pilot:
        screen = await ready(pilot)
        if covered == "drawer":
            screen.open_pane("voices")
            screen.article.focus()
        else:
            app.notify("Something lies over the text. " * 8)
        await still(pilot)
        frames: list[object] = []
        monkeypatch.setattr(app, "_display", lambda _, frame: frames.append(frame))
        await app.on_event(Key("n", "n"))
        assert frames
        assert not any(isinstance(frame, RowsUpdate) for frame in frames)


def test_what_stands_on_the_terminal_is_not_written_again() -> None:
    console, written = Console(), Written()
    row, other = Strip([Segment("a")]), Strip([Segment("b")])
    assert "a" in RowsUpdate([(0, 3, row)], written).render_segments(console)
    assert RowsUpdate([(0, 3, row)], written).render_segments(console) == ""
    assert "b" in RowsUpdate([(0, 3, other)], written).render_segments(console)


async def test_nothing_is_known_of_the_terminal_once_something_else_was_drawn(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        app.written[0, 0] = Strip([Segment("a row")])
        screen.refresh()
        await still(pilot)
        assert not app.written


def on_terminal(*frames: RowsUpdate) -> list[tuple[object, ...]]:
    """The cells of a terminal's first row after some frames."""
    screen = pyte.Screen(20, 1)
    for frame in frames:
        pyte.Stream(screen).feed(frame.render_segments(Console(color_system="truecolor", force_terminal=True)))
    return [(c.data, c.fg, c.bg, c.bold) for c in (screen.buffer[0][column] for column in range(20))]


@pytest.mark.parametrize("words", ["Then Ada Brennan met", "Then 北京北 met again", "e\u0301 Ada met no one now"])
def test_a_name_that_lights_up_leaves_the_row_as_if_it_were_written_whole(words: str) -> None:
    plain, lit = Style(color="#d5d9e0", bgcolor="#15181e"), Style(color="#82b8ff", bgcolor="#2b3a53", bold=True)
    before, name, behind = words[:5], words[5:8], words[8:]
    rows = [Strip([Segment(before, plain), Segment(name, look), Segment(behind, plain)]) for look in (plain, lit)]
    written = Written()
    changed = on_terminal(*(RowsUpdate([(0, 0, row)], written) for row in rows))
    assert changed == on_terminal(RowsUpdate([(0, 0, rows[1])], Written()))


def test_of_a_name_that_lights_up_nothing_else_is_written() -> None:
    console, written = Console(color_system="truecolor", force_terminal=True), Written()
    dim, lit = Style(color="#d5d9e0"), Style(color="#82b8ff")
    rows = [Strip([Segment("Then "), Segment("Ada", look), Segment(" met")]) for look in (dim, lit)]
    RowsUpdate([(2, 3, rows[0])], written).render_segments(console)
    assert (
        RowsUpdate([(2, 3, rows[1])], written).render_segments(console) == "\x1b[4;8H\x1b[38;2;130;184;255mAda\x1b[0m"
    )
