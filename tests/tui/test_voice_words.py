"""Groups of quotes, the chart's bars and the words of reasons, without any screen."""

from typing import Any

import pytest

from reader.text import Analysis
from reader.tui.findings import Findings
from reader.tui.reasons import RULE_WORDS, rule_words
from reader.tui.view import ALL, View, after
from reader.tui.voice_chart import ASCII, BLOCKS, MAX_SPEAKERS, chart
from reader.tui.voices import Voice, voices


def test_bars_lie_where_the_words_lie(analysis: Analysis) -> None:
    findings = Findings(analysis.article)
    findings.take("entities", analysis.entities)
    findings.take("quotes", analysis.quotes)
    length = len(analysis.article.text)
    first, second = chart(voices(findings), length_chars=length, width_cells=length)
    quote = analysis.quotes[0].contents[0]
    assert first.cells == "·" * quote.start + "█" * quote.length_chars + "·" * (length - quote.end)
    assert set(second.cells) == {"·", "▒"}


@pytest.mark.parametrize(("speakers", "bars"), [(0, 0), (1, 0), (2, 2), (MAX_SPEAKERS + 5, MAX_SPEAKERS)])
def test_bars_are_few_and_those_of_the_loudest(analysis: Analysis, speakers: int, bars: int) -> None:
    loud = Voice("loud", None, analysis.quotes[:1] * 3, 3)
    found = [Voice(f"v{n}", None, analysis.quotes[:1], 1) for n in range(1, speakers)] + [loud] * (speakers > 0)
    drawn = chart(found, length_chars=400, width_cells=20, signs=ASCII)
    assert len(drawn) == bars
    assert not drawn or drawn[-1].voice is loud


def test_bars_of_an_empty_article_or_a_narrow_pane_are_left_out(analysis: Analysis) -> None:
    found = [Voice(name, None, analysis.quotes[:1], 1) for name in "ab"]
    assert chart(found, length_chars=0, width_cells=20) == []
    assert chart(found, length_chars=400, width_cells=3, signs=BLOCKS) == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("source-cue-quote", "speaker, word of saying, quote, in this order"),
        ("quote-cue-source-negated", "quote, word of saying, speaker, in this order; denied, not said"),
        ("same-speaker", RULE_WORDS["same-speaker"]),
        ("a-new-rule", "a new rule"),
    ],
)
def test_rules_are_told_in_words(rule: str, words: str) -> None:
    assert rule_words(rule) == words


def test_filters_go_round() -> None:
    walked: list[Any] = [""]
    for _ in range(3):
        walked.append(after(("a", "b"), walked[-1]))
    assert walked == ["", "a", "b", ""]
    assert ALL.is_plain
    assert not View(only="a").is_plain


@pytest.mark.parametrize(("typed", "fits"), [("", True), ("reis city", True), ("Reis", True), ("REIS", False)])
def test_small_letters_find_both_cases(typed: str, fits: bool) -> None:  # noqa: FBT001
    assert View(words=typed).fits("Paulo Reis said that the city had paid") is fits
