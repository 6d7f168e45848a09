"""The pane of who said what: filters, orders, typed words, reasons, the chart."""

from typing import Any

import pytest
from textual.events import Key

from reader.session import CompletedJob
from reader.text import Analysis, Span, Speaker
from reader.tui.panes.voices_pane import VoicesPane
from reader.tui.voice_chart import Bar
from tests.tui.acting import LARGE, MIDDLE, SMALL, MakeApp, Ready, current_id, lines_of, pane_of, voices_of


async def test_rows_read_as_phrases(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        lines = lines_of(pane_of(await ready(pilot), "voices"))
        start = next(n for n, line in enumerate(lines) if line.startswith("Maria Ortega  ") is False and '"We' in line)
        assert lines[start : start + 2] == [' "We got what we asked for,"', " ¶3 · told reporters"]
        assert " said in a statement that the city had paid enough" in lines
        assert " ¶4 · reported ?" in lines


@pytest.mark.parametrize(
    ("presses", "shown", "state"),
    [(1, "2 of 3", "only word for word"), (2, "1 of 3", "only reported"), (3, "2 of 3", "only uncertain")],
)
async def test_filter_walks_through_the_kinds(
    make_app: MakeApp, ready: Ready, *, presses: int, shown: str, state: str
) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("v", *"f" * presses)
        await pilot.pause()
        line = screen.panels["voices"].state.render().plain
        assert line.startswith(state)
        assert line.endswith(shown)
        await pilot.press(*"f" * (4 - presses))
        assert pane_of(screen, "voices").view.is_plain
        assert not screen.panels["voices"].state.display


async def test_typed_words_keep_the_rows_that_hold_them(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        pane = pane_of(screen, "voices")
        await pilot.press("v", "slash", *"city q", "backspace", "backspace", "enter")
        assert pane.view.words == "city"
        assert pane.count == 1
        assert "Paulo Reis  the mayor" in lines_of(pane)[0]
        await pilot.press("j")
        assert screen.place.quote_id == "q2"
        await pilot.press("escape")
        assert pane.count == 3
        assert screen.focused_part == "voices"


async def test_a_speakers_other_name_finds_what_they_said_and_a_capital_finds_only_itself(
    make_app: MakeApp, ready: Ready
) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        await pilot.press("v", "slash", *"ortega")
        assert pane.count == 1
        await pilot.press("escape", "slash", *"ORTEGA")
        assert pane.count == 0
        assert lines_of(pane) == ["No quote is like that."]


async def test_order_is_changed_and_those_without_a_name_stay_last(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    twice = (*analysis.quotes, replace_quote(analysis, "q4"))
    async with make_app(CompletedJob(analysis._replace(quotes=twice))).run_test(size=LARGE) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        headings = [lines_of(pane)[0], *(line for line in lines_of(pane)[1:] if line[:1].isalpha())]
        assert [line.split("  ")[0] for line in headings][-3:] == ["Maria Ortega", "Paulo Reis", "Speaker not named"]
        await pilot.press("v", "a")
        assert [voice.name for voice in voices_of_rows(pane)] == ["Paulo Reis", "Maria Ortega", ""]
        await pilot.press("a")
        assert [voice.name for voice in voices_of_rows(pane)] == ["Maria Ortega", "Paulo Reis", ""]


def replace_quote(analysis: Analysis, name: str) -> Any:
    """The second quote once more, under another id."""
    return analysis.quotes[1]._replace(id=name)


def voices_of_rows(pane: Any) -> list[Any]:
    """The speakers as the pane lists them."""
    from reader.tui.voices import Voice

    return [row.item for row in pane.rows if isinstance(row.item, Voice)]


async def test_why_tells_rule_confidence_speaker_and_circumstances(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        before = len(pane.rows)
        await pilot.press("v", "slash", *"paid", "enter", "j", "i")
        told = " ".join(line.replace(" ┆ ", "") for line in lines_of(pane) if "┆" in line)
        for words in ("40 % sure", "Speaker: “Reis” ¶4, that is Paulo Reis", "Word of saying: “said”", "before-quote"):
            assert words in told
        assert "Through what: “in a statement”" in told
        assert current_id(pane) == "q2"
        await pilot.press("i", "escape")
        assert len(pane.rows) == before


async def test_why_of_a_speaker_tells_how_often_they_speak(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        await pilot.press("v", "G", "k", "k", "i")
        told = [line.removeprefix(" ┆ ") for line in lines_of(pane) if "┆" in line]
        assert told == ["1 quote: 1 reported, 1 uncertain", "the mayor", "also Reis"]


async def test_keys_typed_at_once_behind_the_slash_go_into_the_filter(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(keys={"pane-find": "slash,F"}).run_test(size=MIDDLE) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        await pilot.press("v")
        for begin in ("slash", "F"):
            for key in (begin, "c", "i"):
                pilot.app.post_message(Key(key, "/" if key == "slash" else key))
            for _ in range(5):
                await pilot.pause()
            assert pane.view.words == "ci"
            assert not any("┆" in line for line in lines_of(pane))
            await pilot.press("escape")


async def test_chart_takes_a_shorter_name_where_the_whole_one_does_not_fit(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    long = analysis.entities[0]._replace(name="Maria Henriqueta de Sousa Ortega", aliases=("Ms Ortega", "Ortega"))
    job = CompletedJob(analysis._replace(entities=(long, *analysis.entities[1:])))
    async with make_app(job).run_test(size=MIDDLE) as pilot:
        assert lines_of(pane_of(await ready(pilot), "voices"))[0].startswith("Ms Ortega ")


async def test_chart_cuts_no_name_that_takes_less_than_half_of_the_pane(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    body = analysis.entities[1]._replace(name="Lisbon Port Board")
    quote = analysis.quotes[2]
    speaker = Speaker(body.mentions[0].span, body.id, body.name, resolved=True)
    quotes = (*analysis.quotes[:2], quote._replace(speaker=speaker))
    job = CompletedJob(
        analysis._replace(entities=(*analysis.entities[:1], body, *analysis.entities[2:]), quotes=quotes)
    )
    async with make_app(job).run_test(size=(122, 40)) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        assert pane.line_width // 3 < len(body.name) <= pane.line_width // 2
        names = [line[: len(body.name)].rstrip() for line in lines_of(pane)[:3]]
        assert names == ["Maria Ortega", "Paulo Reis", body.name]


async def test_chart_never_calls_a_person_by_the_first_name_alone(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    long = analysis.entities[0]._replace(name="Maria Henriqueta Ortega", aliases=("Mariazinha", "Ortega"))
    job = CompletedJob(analysis._replace(entities=(long, *analysis.entities[1:])))
    async with make_app(job).run_test(size=MIDDLE) as pilot:
        assert lines_of(pane_of(await ready(pilot), "voices"))[0].startswith("Ortega ")


def bars(pane: VoicesPane) -> int:
    """How many lines the chart has."""
    return sum(isinstance(row.item, Bar) for row in pane.rows)


async def test_chart_out_of_sight_is_shown_and_not_taken_away(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    quotes = tuple(analysis.quotes[n % 2]._replace(id=f"q{n}", contents=(Span(60 + n, 90 + n),)) for n in range(40))
    async with make_app(CompletedJob(analysis._replace(quotes=quotes))).run_test(size=(80, 14)) as pilot:
        pane = voices_of(await ready(pilot))
        await pilot.press("v", "G")
        await pilot.pause()
        assert pane.scroll_y >= bars(pane) == 2
        await pilot.press("c")
        await pilot.pause()
        assert (pane.scroll_y, bars(pane)) == (0, 2)
        await pilot.press("c")
        assert bars(pane) == 0


async def test_the_top_of_a_pane_shows_what_stands_over_its_first_row(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    quotes = tuple(analysis.quotes[n % 2]._replace(id=f"q{n}", contents=(Span(60 + n, 90 + n),)) for n in range(40))
    async with make_app(CompletedJob(analysis._replace(quotes=quotes))).run_test(size=(80, 14)) as pilot:
        pane = voices_of(await ready(pilot))
        await pilot.press("v", "G", "g")
        await pilot.pause()
        assert (pane.scroll_y, bars(pane)) == (0, 2)


async def test_while_typing_the_hints_tell_how_to_end(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("v", "slash")
        await pilot.pause()
        assert screen.hints._hints == [("Enter", "keep these rows"), ("Esc", "all rows again")]
        await pilot.press("enter")
        await pilot.pause()
        assert ("i", "why") in screen.hints._hints


async def test_chart_shows_who_speaks_where(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        pane = voices_of(await ready(pilot))
        first, second, legend = lines_of(pane)[:3]
        assert first.startswith("Maria Ortega ·")
        assert first.index("█") < second.index("▒")
        assert legend.startswith("█ in their words  ▒ reported")
        await pilot.press("v", "c")
        assert lines_of(pane)[0].startswith("Maria Ortega   ")


async def test_chart_is_drawn_with_plain_characters_where_marks_are(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(marks="ascii").run_test(size=LARGE) as pilot:
        lines = lines_of(pane_of(await ready(pilot), "voices"))
        assert "#" in lines[0]
        assert "=" in lines[1]
        assert lines[0].isascii()


async def test_no_quotes_are_told_and_no_chart_is_drawn(make_app: MakeApp, ready: Ready, analysis: Analysis) -> None:
    async with make_app(CompletedJob(analysis._replace(quotes=()))).run_test(size=SMALL) as pilot:
        pane = pane_of(await ready(pilot), "voices")
        await pilot.press("v", "c")
        assert lines_of(pane) == ["No one is quoted in this article."]


async def test_quote_walk_tells_the_number_above_and_the_speaker_below(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.press("right_parenthesis", "right_parenthesis")
        assert "quote 2/3 ·" in screen.status.render().plain
        assert screen.card.render().plain.startswith("Paulo Reis")
        await pilot.press("right_parenthesis")
        assert "quote 3/3 ·" in screen.status.render().plain
        assert screen.card.render().plain.startswith("Speaker not named")


async def test_copied_phrase_begins_with_its_speaker(make_app: MakeApp, ready: Ready) -> None:
    app = make_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("right_parenthesis", "right_parenthesis", "y")
        assert app.clipboard == (
            "Paulo Reis (uncertain) said in a statement that the city had paid enough — "
            "Ferry crews end their strike, Tagus Courier, ¶4"
        )


async def test_few_quotes_are_shown_whole_and_many_are_cut(
    make_app: MakeApp, ready: Ready, analysis: Analysis, place_of: Any
) -> None:
    long = (place_of("The union"), place_of("families waited for word"))
    whole = long[0]._replace(end=long[1].end)
    said = analysis.quotes[0]._replace(contents=(whole,), kind="indirect")
    async with make_app(CompletedJob(analysis._replace(quotes=(said,)))).run_test(size=MIDDLE) as pilot:
        lines = lines_of(pane_of(await ready(pilot), "voices"))
        assert lines[-2].endswith("for word")
        many = tuple(said._replace(id=f"q{n}") for n in range(1, 12))
    async with make_app(CompletedJob(analysis._replace(quotes=many))).run_test(size=SMALL) as pilot:
        screen = await ready(pilot)
        await pilot.press("v")
        await pilot.pause()
        lines = lines_of(pane_of(screen, "voices"))
        assert sum(line.endswith("…") for line in lines) == len(many)
