"""Keys of one's own: what cannot work is told, with what was probably meant."""

import pytest

from reader.tui.key_mistakes import key_mistakes
from reader.tui.key_sets import KEY_SETS, single_keys
from tests.tui.acting import MIDDLE, MakeApp, Ready


def lines(keys: dict[str, str], key_set: str = "vim") -> list[str]:
    return [line for _, line in key_mistakes(keys, key_set)]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({"next-entty": "n"}, "'next-entty' is no action; did you mean 'next-entity'?"),
        ({"zen": "pagedwn"}, "'zen': 'pagedwn' is no key; did you mean 'pagedown'?"),
        ({"zen": "ctrl+questionmark"}, "'zen': 'ctrl+questionmark' is no key; did you mean 'ctrl+question_mark'?"),
        ({"zen": "control+n"}, "'zen': 'control+n' is no key; did you mean 'ctrl+n'?"),
        ({"zen": " , "}, "'zen' is given no key"),
        ({"search": "Z", "zen": "Z"}, "the key 'Z' is given to two actions, 'search' and 'zen'"),
        (
            {"zen": "Z,?", "search": "F, question_mark"},
            "the key 'question_mark' is given to two actions, 'zen' and 'search'",
        ),
        ({"row-next": "Z", "pane-find": "Z"}, "the key 'Z' is given to two actions, 'row-next' and 'pane-find'"),
        ({"quit": "n"}, "'quit' cannot have the key 'n': 'next-entity' has it"),
        ({"zen": "colon"}, "'zen' cannot have the key 'colon': 'palette' has it"),
    ],
)
def test_what_cannot_work_is_told(keys: dict[str, str], line: str) -> None:
    assert [told[: len(line)] for told in lines(keys)] == [line]


@pytest.mark.parametrize(
    "keys",
    [
        {"zen": "n"},  # takes it from a default
        {"search": "F", "pane-find": "F"},  # the pane goes first, as with the default
        {"next-entity": "q"},  # the text goes before the app
        {"down": "j, ctrl+n,↓,ä"},
        {"next-entity": "n", "previous-entity": "p", "only-people": "P"},
    ],
)
def test_what_can_work_is_not_complained_of(keys: dict[str, str]) -> None:
    assert lines(keys) == []


@pytest.mark.parametrize("key_set", KEY_SETS)
def test_a_key_set_written_out_by_hand_is_sound(key_set: str) -> None:
    assert lines(KEY_SETS[key_set], key_set) == []


def test_keys_may_be_written_as_they_stand_on_the_keyboard() -> None:
    assert single_keys("?, n,ctrl+x") == ("question_mark", "n", "ctrl+x")


async def test_a_key_behind_a_comma_and_a_blank_works(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(keys={"zen": "F9, &"}).run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("ampersand")
        assert screen.zen


async def test_the_app_tells_at_its_start_in_one_line(make_app: MakeApp, ready: Ready) -> None:
    app = make_app(keys={"search": "Z", "zen": "Z", "zap": "z"})
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        told = [note.message for note in app._notifications]
    assert told == ["keys: 'zap' is no action (and 1 more: `reader config --check`)"]
