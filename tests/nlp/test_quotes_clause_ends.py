"""What is said begins and ends with its clause."""

import pytest

from tests.nlp.test_quotes_edges import voices


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "Although the union says that its members want to work, the company has hired others.",
            "the union", "that its members want to work",
        ),
        (
            "When the captain realised that help was not coming, she turned the boat around.",
            "the captain", "that help was not coming",
        ),
        (
            "Even as the company insists that the dam will hold, the villages below are empty.",
            "the company", "that the dam will hold",
        ),
        (
            "After officials warned that the river would rise, the schools sent the children home.",
            "officials", "that the river would rise",
        ),
        (
            'Although she says she "loves the harbour," she also wants to sell it.',
            "she", 'she "loves the harbour,"',
        ),
    ],
)  # fmt: skip
def test_an_opening_clause_ends_before_the_main_one(sentence: str, speaker: str, content: str) -> None:
    assert voices(sentence) == [(speaker, [content])]


@pytest.mark.parametrize(
    "content",
    [
        "that the boats are old, slow and loud",
        "that the bridge was safe, with new cables and a new deck",
        "that the port, which is old, would close",
        "that the boat left on Monday, June 3",
    ],
)
def test_commas_inside_what_is_said_end_nothing(content: str) -> None:
    assert voices(f"Although the mayor said {content}, nobody came.") == [("the mayor", [content])]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("Clearly moved, he said his crew had saved the boat.", "he", "his crew had saved the boat"),
        (
            "Speaking to reporters outside the court, the lawyer said her client would appeal.",
            "the lawyer", "her client would appeal",
        ),
        (
            "Regarding the strike, Leclerc said that the company had made no offer.",
            "Leclerc", "that the company had made no offer",
        ),
    ],
)  # fmt: skip
def test_what_leads_to_a_frame_is_not_said_in_it(sentence: str, speaker: str, content: str) -> None:
    assert voices(sentence) == [(speaker, [content])]


def test_a_clause_around_its_frame_stays_whole() -> None:
    assert voices("Under the new plan, the mayor said, the bridge would open in May.") == [
        ("the mayor", ["Under the new plan", "the bridge would open in May"])
    ]


def test_what_the_same_source_says_next_is_told_apart() -> None:
    assert voices("The minister said that the port would open and asked whether the union would help.") == [
        ("The minister", ["that the port would open"]),
        ("The minister", ["whether the union would help"]),
    ]


def test_what_others_said_stays_in_what_is_told_of_them() -> None:
    assert voices("The minister said that the union had met the company and left.") == [
        ("The minister", ["that the union had met the company and left"])
    ]
