"""Sentences that their edge gives to somebody: "…, police said.", "According to police, …", "Mayor: …"."""

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


STORY = "\n\nThe boats lay in the harbour all week. Nobody knew why.\n"


@pytest.mark.parametrize(
    ("headline", "who", "what"),
    [
        ("Mayor: We will not pay for the bridge", "Mayor", "We will not pay for the bridge"),
        ("Ann Lee: I back the new bridge", "Ann Lee", "I back the new bridge"),
        ("Lee to Oslo: The bridge will stay shut", "Lee", "The bridge will stay shut"),
        ("Police: Two boats missing after storm", "Police", "Two boats missing after storm"),
    ],
)
def test_a_headline_with_a_speaker_before_its_colon_is_what_that_one_says(headline: str, who: str, what: str) -> None:
    assert told(headline + STORY)[:1] == [(who, what)]


@pytest.mark.parametrize("headline", ["Live updates: The storm hits the coast", "Ann Lee: A life on the water"])
def test_a_headline_with_a_theme_before_its_colon_says_nothing(headline: str) -> None:
    assert not any(who and who in headline.split(":", maxsplit=1)[0] for who, _ in told(headline + STORY))


def test_marks_behind_a_headlines_colon_tell_what_is_said() -> None:
    words = "Mayor: ‘We won’t pay’ as anger grows" + STORY
    first = analyse(parse_verbatim(words, id="t")).quotes[0]
    assert [c.of(words) for c in first.contents] == ["‘We won’t pay’"]


def test_what_a_headlines_speaker_says_is_shown() -> None:
    assert analyse(parse_verbatim("Mayor: We will not pay for the bridge" + STORY, id="t")).quotes[0].is_statement
