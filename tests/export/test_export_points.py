"""The points of an export: facts by sentence, long sentences cut at a comma, a timeline only where there is one."""

import pytest

from reader.export import render
from reader.export.markdown import escaped
from reader.export.points import MAX_EXCERPT_CHARS, excerpt, meaning
from reader.export.report import report
from reader.text import Analysis

LONG = (
    "The council, which had met through the night behind closed doors, agreed at dawn to pay 40 million euros for the "
    "ferry terminal, while the last of the protesters, who had waited in the rain with their children, were still "
    "singing in front of the old town hall of Brenn."
)


@pytest.mark.parametrize(
    "words",
    [
        "4.2 million",
        "1.5% of it",
        "up $3 (or £2)",
        "it rose -0.3 points",
        "Q&A",
        "a_b",
        "[sic]",
        "3 > 2",
        "AT&T",
        "C# too",
    ],
)
def test_markdown_leaves_alone_what_is_no_markup(words: str) -> None:
    assert escaped(words) == words


def test_the_reader_s_own_words_are_marked_in_every_format(sample: Analysis) -> None:
    assert "she *[Ada Brennan]* said" in render(sample, format="markdown")
    assert '<span class="added"> [Ada Brennan]</span>' in render(sample, format="html")
    assert "she [Ada Brennan] said" in render(sample, format="text")
    assert '"words": " [Ada Brennan]"' in render(sample, format="json")


def test_a_day_that_the_timeline_tells_is_no_key_fact_beside_it(sample: Analysis) -> None:
    assert [f.words for f in report(sample).facts] == ["40 jobs"]
    assert [f.words for f in report(sample._replace(timeline=())).facts] == ["3 May", "40 jobs"]


def test_one_date_alone_is_no_timeline(sample: Analysis) -> None:
    assert report(sample._replace(timeline=sample.timeline[:1])).timeline == ()


def test_a_long_sentence_is_cut_at_commas_around_its_value() -> None:
    cut = excerpt(LONG, ["40 million euros"])
    assert "40 million euros" in cut
    assert len(cut) <= MAX_EXCERPT_CHARS + 4
    assert cut.startswith(("The council", "… "))
    assert cut.endswith(" …")


def test_a_value_at_the_very_end_of_a_long_sentence_is_kept() -> None:
    assert "town hall of Brenn." in excerpt(LONG, ["Brenn."])


@pytest.mark.parametrize(
    ("words", "normalized", "wanted"),
    [("$3.2 million", "3.2e6 USD", ""), ("eleven people", "11 people", "11 people"), ("noon", "T12:00", "")],
)
def test_a_normal_form_is_told_only_where_the_words_hold_no_figure(words: str, normalized: str, wanted: str) -> None:
    assert meaning(words, normalized) == wanted


def test_those_whose_role_is_told_come_with_it(sample: Analysis) -> None:
    assert [(p.name, p.role) for p in report(sample).people] == [("Ada Brennan", "harbour chief")]
