"""The pane of what it comes to: length, style, sections, reasons, names in it as in the text."""

from typing import Any

import pytest

from reader.session import CompletedJob, StageResult
from reader.text import Analysis, Event, Insertion, SummarySentence
from reader.tui.findings import Findings
from reader.tui.panes.summary_pane import SummaryPane
from reader.tui.screens.article_screen import ReadingScreen
from reader.tui.summary_words import in_order, painted_words, ranked
from tests.tui.acting import LARGE, MIDDLE, SMALL, MakeApp, Ready, current_id, lines_of, pane_of


def sentences_of(analysis: Analysis, *numbers: int) -> tuple[SummarySentence, ...]:
    """Sentences by their number, the first the best."""
    return tuple(SummarySentence(analysis.sentences[n].span, 1 - at / 10) for at, n in enumerate(numbers))


def summary_of(screen: ReadingScreen) -> SummaryPane:
    pane = screen.panels["summary"].pane
    assert isinstance(pane, SummaryPane)
    return pane


async def test_length_goes_down_at_once_and_margin_and_export_go_along(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        await pilot.press("s", "minus")
        await pilot.pause()
        assert [p.score for p in summary_of(screen).points] == [0.9]
        assert screen.findings.analysis is not None
        assert screen.findings.analysis.summary == summary_of(screen).points
        assert len(screen.article._marks.summary) == 1
        await pilot.press("minus", "minus")
        assert summary_of(screen).count == 1


async def test_length_goes_up_at_once_by_the_reserve_and_no_further(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    async with make_app().run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        await pilot.press("s", "plus")
        pane = summary_of(screen)
        assert pane.points == tuple(sorted([*analysis.summary, analysis.reserve[0]]))
        await pilot.press(*["plus"] * 9)
        assert pane.count == len(analysis.summary) + len(analysis.reserve)
        assert any("all there is" in n.message for n in screen.app._notifications)
        await pilot.press("minus")
        assert analysis.reserve[-1] not in pane.points
        assert screen.findings.analysis is not None
        assert screen.findings.analysis.reserve == analysis.reserve[-1:]


async def test_length_and_style_are_remembered(
    make_app: MakeApp, ready: Ready, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("reader.tui.screens.summing.Thread", AtOnce)
    async with make_app(remember=True).run_test(size=MIDDLE) as pilot:
        await ready(pilot)
        await pilot.press("s", "minus", "a")
        await pilot.pause()
    async with make_app(remember=True).run_test(size=MIDDLE) as pilot:
        pane = summary_of(await ready(pilot))
        assert pane.more == -1
        assert pane.is_prose
        assert pane.count == 1


class AtOnce:
    """A thread that runs when it is started."""

    def __init__(self, target: Any, kwargs: Any, *, daemon: bool) -> None:
        self.start = lambda: target(**kwargs)
        assert daemon


async def test_prose_runs_on_and_its_lines_lead_to_their_sentences(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(summary_style="prose").run_test(size=MIDDLE) as pilot:
        screen = await ready(pilot)
        pane = summary_of(screen)
        await pilot.press("s")
        await pilot.pause()
        text = " ".join(lines_of(pane))
        assert "said. ¶2 Traffic on both bridges" in text
        assert "•" not in text
        await pilot.press("g")
        assert screen.place.offset == pane.points[0].span.start
        await pilot.press("j", "j", "j")
        assert current_id(pane) == f"s{pane.points[1].span.start}"
        assert screen.place.offset == pane.points[1].span.start
        await pilot.press("a")
        assert lines_of(pane)[0].startswith("• Talks led by")


async def test_summary_opens_at_its_top_where_the_nearest_point_is_seen_from_there(
    make_app: MakeApp, ready: Ready
) -> None:
    for height, is_seen in ((24, True), (10, False)):
        async with make_app(remember=False).run_test(size=(80, height)) as pilot:
            screen = await ready(pilot)
            pane, title = summary_of(screen), screen.panels["summary"].title
            screen.article.go_to(pane.points[-1].span)
            pane.scroll_to(y=2, animate=False, force=True, immediate=True)
            await pilot.press("s")
            await pilot.pause()
            assert current_id(pane) == f"s{pane.points[-1].span.start}"
            assert (round(pane.scroll_y) == 0) == is_seen
            assert ("↑ more" in title.render().plain) != is_seen
            await pilot.press("g")
            await pilot.pause()
            assert "↑ more" not in title.render().plain


@pytest.mark.parametrize(("columns", "sign"), [(150, "↑ more"), (100, "↑")])
async def test_more_above_is_told_without_cutting_a_tab(
    make_app: MakeApp, ready: Ready, columns: int, sign: str
) -> None:
    async with make_app().run_test(size=(columns, 16)) as pilot:
        screen = await ready(pilot)
        await pilot.press("s", "G")
        await pilot.pause()
        shown = screen.panels["summary"].title.render().plain
        assert "3 Summary 2" in shown
        assert shown.split("3 Summary 2")[1].strip() == sign


async def test_sections_lead_to_their_places(make_app: MakeApp, ready: Ready, place_of: Any) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        screen = await ready(pilot)
        lines = lines_of(summary_of(screen))
        for heading, row in (("Key facts", "money"), ("Timeline", "4 May 2026"), ("People", "Maria Ortega")):
            at = next(n for n, line in enumerate(lines) if line.startswith(heading))
            assert any(line.startswith(row) for line in lines[at:]), heading
        await pilot.press("s", "slash", *"monday", "enter", "G")
        assert screen.place.offset == place_of("Monday").start


async def test_why_tells_rank_place_names_and_what_it_shares(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=LARGE) as pilot:
        pane = summary_of(await ready(pilot))
        await pilot.press("s", "g", "i")
        told = " ".join(line.replace(" ┆ ", "") for line in lines_of(pane) if "┆" in line)
        for words in ("No. 1 of 2 by its score, 0.90", "Sentence 2 of 11", "Maria Ortega (3×)", "Holds Monday"):
            assert words in told


async def test_reasons_stand_behind_the_line_in_which_a_sentence_of_prose_ends(make_app: MakeApp, ready: Ready) -> None:
    async with make_app(summary_style="prose").run_test(size=SMALL) as pilot:
        pane = summary_of(await ready(pilot))
        await pilot.press("s", "i")
        lines = lines_of(pane)
        at = next(n for n, line in enumerate(lines) if "┆" in line)
        before, behind = " ".join(lines[:at]), " ".join(line for line in lines[at:] if "┆" not in line)
        assert "the Dockers' Union said. ¶2" in before
        assert "¶2" not in behind.split("sentences")[0]


async def test_typed_words_keep_sentences_and_facts_that_hold_them(make_app: MakeApp, ready: Ready) -> None:
    async with make_app().run_test(size=SMALL) as pilot:
        pane = pane_of(await ready(pilot), "summary")
        await pilot.press("s", "slash", *"bridges")
        lines = lines_of(pane)
        assert lines[0].startswith("• Traffic")
        assert not any(line.startswith("Key facts") for line in lines)


async def test_very_short_article_is_told_and_has_no_length(
    make_app: MakeApp, ready: Ready, analysis: Analysis
) -> None:
    job = CompletedJob(analysis._replace(summary=(), key_facts=(), timeline=(), entities=(), quotes=()))
    async with make_app(job).run_test(size=MIDDLE) as pilot:
        pane = pane_of(await ready(pilot), "summary")
        await pilot.press("s", "plus", "minus")
        words = " ".join(lines_of(pane))
        assert words == "This article is so short that there is nothing to summarise."


def test_ranking_is_the_summary_by_its_scores_and_then_the_reserve(analysis: Analysis) -> None:
    best, second, *reserve = sentences_of(analysis, 3, 1, 5, 2)
    assert ranked((second, best), reserve) == (best, second, *reserve)
    assert in_order((best, second)) == (second, best)


def test_names_are_painted_beside_what_is_inserted(analysis: Analysis, place_of: Any) -> None:
    findings = Findings(analysis.article)
    findings.take("entities", analysis.entities)
    span = place_of("She thanked the mayor, Paulo Reis.")
    at = span.start + len("She")
    words, looks = painted_words(findings, SummarySentence(span, 1, (Insertion(at, " [Maria Ortega]"),)))
    assert words == "She [Maria Ortega] thanked the mayor, Paulo Reis."
    assert [(words[a:b].strip(), look) for a, b, look in looks] == [
        ("[Maria Ortega]", "muted"),
        ("Paulo Reis", "entity-person"),
    ]


def test_names_are_painted_behind_what_is_left_out(analysis: Analysis, place_of: Any) -> None:
    findings = Findings(analysis.article)
    findings.take("entities", analysis.entities)
    span = place_of("She thanked the mayor, Paulo Reis.")
    words, looks = painted_words(findings, SummarySentence(span, 1, (), (place_of("She thanked "),)))
    assert words == "The mayor, Paulo Reis."
    assert [words[a:b] for a, b, _ in looks] == ["Paulo Reis"]


async def test_stage_that_never_comes_and_unknown_days_are_no_accident(
    make_app: MakeApp, analysis: Analysis, silent_job: Any
) -> None:
    day = Event("someday", analysis.sentences[1].span, analysis.sentences[1].span)
    fields = (StageResult("summary", analysis.summary), StageResult("timeline", (day,)))
    async with make_app(silent_job(fields=fields)).run_test(size=LARGE) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        for _ in range(50):
            await pilot.pause()
        assert any(line.startswith("someday") for line in lines_of(summary_of(screen)))
