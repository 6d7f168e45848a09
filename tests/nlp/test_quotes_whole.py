"""Sentences without marks that their edge gives to somebody: "…, police said.", "According to police, …"."""

import pytest

from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim


def told(words: str) -> list[tuple[str | None, str]]:
    """Who said what, in indirect speech."""
    quotes = analyse(parse_verbatim(words, id="t")).quotes
    return [(q.speaker and q.speaker.span.of(words), q.contents[0].of(words)) for q in quotes if q.kind == "indirect"]


@pytest.mark.parametrize(
    ("words", "who", "what"),
    [
        (
            "Two boats that had left the harbour before dawn sank near the bridge, police said on Monday.",
            "police",
            "Two boats that had left the harbour before dawn sank near the bridge",
        ),
        (
            "In the narrow streets behind the harbour, there are still houses without water, said several residents.",
            "several residents",
            "In the narrow streets behind the harbour, there are still houses without water",
        ),
        (
            "The bridge that was closed in May will open next week, according to the harbour office.",
            "the harbour office",
            "The bridge that was closed in May will open next week",
        ),
        (
            "According to the harbour office, 40 per cent of the boats need repair, and half of them leak.",
            "the harbour office",
            "40 per cent of the boats need repair, and half of them leak",
        ),
    ],
)
def test_the_frame_at_the_edge_gives_the_whole_sentence(words: str, who: str, what: str) -> None:
    assert told(words) == [(who, what)]


@pytest.mark.parametrize(
    "words",
    [
        "Bo Ray, a pilot from Oslo, said that the bridge was closed.",
        "Bo Ray, who runs the ferry in the harbour, said the bridge was closed.",
    ],
)
def test_a_subject_with_what_explains_it_is_not_what_was_said(words: str) -> None:
    assert [what.removeprefix("that ") for _, what in told(words)] == ["the bridge was closed"]


def test_a_frame_within_what_is_said_leaves_it_alone() -> None:
    words = "After the storm of last week, Ann Lee said, the boats in the harbour were safe."
    assert "After the storm of last week" not in [what for _, what in told(words)]
