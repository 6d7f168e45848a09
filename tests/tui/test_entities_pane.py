"""The pane of names: kinds, orders, typed words, what is known of each."""

import pytest

from reader.session import CompletedJob
from tests.tui.acting import LARGE, MIDDLE, SMALL, MakeApp, Ready, current_id, lines_of, pane_of


async def test_names_stand_under_their_kind_with_role_and_other_names(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        lines = lines_of(pane_of(await ready(pilot), "entities"))
        assert lines[0].startswith("People ")
        assert lines[1].startswith("Maria Ortega  also Ortega ")
        assert lines[2].startswith("Paulo Reis  the mayor · also Reis ")
        assert [line.split()[-1] for line in lines[:3]] == ["2", "3", "2"]


async def test_kinds_are_walked_through_and_the_text_goes_along(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        pane = pane_of(screen, "entities")
        await pilot.press("t", "f")
        await pilot.pause()
        assert screen.filter == "people"
        assert pane.count == 2
        assert screen.panels["entities"].state.render().plain.startswith("only people")
        await pilot.press("f")
        await pilot.pause()
        assert screen.filter == "organisations"
        await pilot.press("escape")
        await pilot.pause()
        assert screen.filter is None
        assert pane.count == 5


@pytest.mark.parametrize(("keys", "first"), [(("a",), "e1"), (("a", "a"), "e1"), (("slash", *"mayor", "enter"), "e5")])
async def test_order_and_words(make_app: MakeApp, ready: Ready, *, keys: tuple[str, ...], first: str) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        pane = pane_of(await ready(pilot), "entities")
        await pilot.press("t", *keys, "g")
        assert current_id(pane) == first


async def test_orders_differ(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        job = screen.job
        assert isinstance(job, CompletedJob)
        pane = pane_of(screen, "entities")
        more = screen.findings.entities[4]._replace(mentions=screen.findings.entities[0].mentions * 2)  # type: ignore[index]
        screen.findings.take("entities", (*screen.findings.entities[:4], more))  # type: ignore[index]
        screen.show_findings()
        assert lines_of(pane)[1].startswith("Paulo Reis")
        await pilot.press("t", "a")
        assert lines_of(pane)[1].startswith("Maria Ortega")


async def test_mentions_are_walked_from_the_pane(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("t", "g", "right_square_bracket")
        assert screen.focused_part == "entities"
        assert "2/3" in screen.status.render().plain


async def test_why_tells_how_often_and_how_a_thing_is_mentioned(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        pane = pane_of(await ready(pilot), "entities")
        await pilot.press("t", "g", "i")
        told = " ".join(line.replace(" ┆ ", "") for line in lines_of(pane) if "┆" in line)
        assert "Person: 2 by name, 1 by a pronoun; first in ¶2" in told
        assert "said 1 thing" in told


async def test_nothing_that_fits_is_told(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        pane = pane_of(await ready(pilot), "entities")
        await pilot.press("t", "slash", *"zebra")
        assert lines_of(pane) == ["No name is like that."]
