"""Sentences that say little away from their place, and what they are worth to the summary."""

import pytest

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.summary import summarise
from reader.nlp.summary.candidates import Candidate, candidates
from reader.nlp.summary.pointing import answers, is_bare, is_live, points_back
from reader.nlp.summary.score import bonuses
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim

LEAD = "The harbour town of Brenn voted on Sunday to close its last coal quay."


def chosen(*lines: str) -> tuple[Candidate, ...]:
    return candidates(tokenize(Document(parse_verbatim("\n\n".join(lines), id="t")), AnalysisOptions()))


def worth(*lines: str) -> list[float]:
    found = chosen(*lines)
    return bonuses(found, None, [False] * len(found), interview=False)


@pytest.mark.parametrize(
    "line",
    [
        "This is exactly how the council of Brenn lost its quay.",
        "That was why nobody in the town of Brenn voted for it.",
        "Those were the words that the mayor had for the dockers.",
        "“This has cost us the quay,” the mayor of Brenn said.",
        "Here is what the council of Brenn will do about it.",
    ],
)
def test_a_sentence_whose_subject_is_only_pointed_at_is_worth_less(line: str) -> None:
    assert is_bare(chosen(LEAD, line)[1])
    assert worth(LEAD, line)[1] < worth(LEAD)[0] - 0.02


@pytest.mark.parametrize(
    "line",
    [
        "This plan is exactly how the council of Brenn lost its quay.",
        "That he voted for the quay was known in all of Brenn.",
        "The mayor said that this is how the quay was lost.",
    ],
)
def test_a_sentence_that_names_its_subject_is_not_bare(line: str) -> None:
    assert not is_bare(chosen(LEAD, line)[1])


@pytest.mark.parametrize(
    "line",
    [
        "Yes, the quay of Brenn will have to close before the winter.",
        "“No, nobody in Brenn wanted the quay to close,” the mayor said.",
        "And, the dockers of Brenn were never asked about it.",
        "You know, the dockers of Brenn were never asked about it.",
    ],
)
def test_an_answer_is_worth_less_than_what_needs_no_question(line: str) -> None:
    assert answers(chosen(LEAD, line)[1])
    assert worth(LEAD, line)[1] < worth(LEAD)[0] - 0.02


@pytest.mark.parametrize(
    "line",
    [
        "No docker of Brenn was asked about the quay.",
        "And nobody in Brenn asked the dockers about it.",
        "Well over half of Brenn wanted to close the quay.",
        "So many came that the hall of Brenn was full.",
    ],
)
def test_a_sentence_that_opens_with_such_a_word_in_its_own_right_is_no_answer(line: str) -> None:
    assert not answers(chosen(LEAD, line)[1])


def test_at_the_head_of_an_article_this_points_at_what_follows() -> None:
    line = "This is the story of a quay that nobody in Brenn wanted to lose."
    assert worth(line, LEAD)[0] > worth(LEAD, line)[1] + 0.02


def test_what_opens_with_a_word_for_the_sentence_before_points_back() -> None:
    assert [points_back(c) for c in chosen(LEAD, "In its wake the old town of Brenn grew quiet.")] == [False, True]


def test_in_a_report_by_the_minute_what_lasts_a_moment_comes_last() -> None:
    lines = [
        LEAD,
        "Calder scored for Brenn after ten minutes of play in the rain.",
        "Brenn attack again and the whole crowd is on its feet.",
        "Brenn look tired now and the crowd wants to see a goal.",
    ]
    live = "Welcome to our live commentary from the ground."

    def told(*parts: str) -> list[str]:
        document = tokenize(Document(parse_verbatim("\n\n".join(parts), id="t")), AnalysisOptions())
        return [
            s.span.of(document.text)
            for s in sorted(summarise(document, AnalysisOptions(summary_sentences=9)).summary, key=lambda s: -s.score)
        ]

    assert set(told(*lines, live)[:2]) == set(lines[:2])
    assert not is_live("\n\n".join(lines))
