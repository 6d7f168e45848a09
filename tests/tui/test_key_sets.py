"""Every key has an id and can be changed; no set takes a key twice, nor one that multiplexers take."""

import importlib
import pkgutil
from collections.abc import Iterator
from itertools import chain

import pytest
from textual._xterm_parser import XTermParser
from textual.binding import Binding
from textual.dom import DOMNode
from textual.events import Key

import reader.tui
from reader.tui.bindings import APP_BINDINGS, PANE_BINDINGS, READING_BINDINGS, SUMMARY_BINDINGS, VOICES_BINDINGS
from reader.tui.key_help import all_bindings
from reader.tui.key_sets import FREE, KEY_SETS, keymap
from reader.tui.widgets.row_list import RowList
from tests.tui.acting import MakeApp, Ready

ROWS = [binding for binding in RowList.BINDINGS if isinstance(binding, Binding)]
TOGETHER = {
    "the text": [*READING_BINDINGS, *APP_BINDINGS],
    "a list": [*ROWS, *APP_BINDINGS],
    "the voices": [*ROWS, *PANE_BINDINGS, *VOICES_BINDINGS],
    "the summary": [*ROWS, *SUMMARY_BINDINGS],  # whose own `a` goes before that of every pane
}
"""Bindings that hold at once and at one level."""


def ours() -> Iterator[type[DOMNode]]:
    """Every class of the app that may have keys."""
    for module in pkgutil.walk_packages(reader.tui.__path__, "reader.tui."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, DOMNode) and value.__module__ == module.name:
                yield value


def keys_of(bindings: list[Binding], key_set: str) -> list[str]:
    changed = keymap(key_set, {})
    lists = (changed.get(b.id or "", b.key).split(",") for b in bindings)
    return [key.strip() for key in chain.from_iterable(lists)]


def test_every_action_has_an_id_and_stands_in_the_key_page() -> None:
    known = {binding.id for binding in all_bindings()}
    classes = list(ours())
    assert len(classes) > 20
    for part in classes:
        for binding in vars(part).get("BINDINGS", ()):
            assert isinstance(binding, Binding), part
            assert binding.id in known, (part, binding)
            assert binding.description, (part, binding)


@pytest.mark.parametrize("key_set", KEY_SETS)
@pytest.mark.parametrize("place", TOGETHER)
def test_no_key_does_two_things_in_one_place(key_set: str, place: str) -> None:
    keys = keys_of(TOGETHER[place], key_set)
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("key_set", KEY_SETS)
def test_the_keys_of_terminal_multiplexers_stay_free(key_set: str) -> None:
    assert not set(keys_of(list(all_bindings()), key_set)) & set(FREE)


@pytest.mark.parametrize("key_set", KEY_SETS)
def test_every_key_set_changes_actions_that_exist(key_set: str) -> None:
    assert set(KEY_SETS[key_set]) <= {binding.id for binding in all_bindings()}


@pytest.mark.parametrize(
    ("sent", "key"), [("\x1bx", "alt+x"), ("\x1bv", "alt+v"), ("\x1b[1;5C", "ctrl+right"), ("\x16", "ctrl+v")]
)
def test_keys_are_called_as_a_terminal_sends_them(sent: str, key: str) -> None:
    parser = XTermParser()
    events = [e for part in (sent, "") for e in parser.feed(part) if isinstance(e, Key)]
    assert [e.key for e in events] == [key]


@pytest.mark.parametrize(("key_set", "key"), [("vim", "ctrl+d"), ("emacs", "ctrl+v"), ("plain", "pagedown")])
async def test_each_set_moves(make_app: MakeApp, ready: Ready, key_set: str, key: str) -> None:
    async with make_app(key_set=key_set).run_test(size=(60, 8)) as pilot:
        screen = await ready(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert screen.article.scroll_offset.y > 0


async def test_a_key_of_ones_own_goes_before_the_set(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(key_set="emacs", keys={"bottom": "Z"}).run_test(size=(60, 8)) as pilot:
        screen = await ready(pilot)
        await pilot.press("G")
        await pilot.pause()
        assert screen.article.scroll_offset.y == 0
        await pilot.press("Z")
        await pilot.pause()
        assert screen.article.scroll_offset.y > 0
