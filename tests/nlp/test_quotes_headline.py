"""Headlines that tell who says something: "Mayor: We will not pay"."""

import pytest

from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim

STORY = "\n\nThe boats lay in the harbour all week. Nobody knew why.\n"


def told(words: str) -> list[tuple[str | None, str]]:
    """Who said what, in indirect speech."""
    quotes = analyse(parse_verbatim(words, id="t")).quotes
    return [(q.speaker and q.speaker.span.of(words), q.contents[0].of(words)) for q in quotes if q.kind == "indirect"]


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
