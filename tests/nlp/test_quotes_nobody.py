"""Whose words a reader would look for in vain, and pronouns that mean whoever spoke right before."""

import pytest

from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim
from reader.text import Quote


def shown(words: str) -> list[str | None]:
    """The speakers of the statements."""
    return [q.speaker.name if q.speaker else None for q in quotes(words) if q.is_statement]


def quotes(words: str) -> tuple[Quote, ...]:
    return analyse(parse_verbatim(words, id="t")).quotes


@pytest.mark.parametrize(
    "words",
    [
        "It is worth adding that Bo Ray said nothing new about the harbour.",
        "It is sad to say that nobody was to blame.",
        "If you say that the harbour is closed, the ferry has to wait.",
        "Those who say the harbour is closed have to pay for it.",
        'We said that "the harbour" was closed to all of our readers.',
    ],
)
def test_it_you_those_who_and_the_writer_are_no_voices(words: str) -> None:
    assert quotes(words)
    assert [who for who in shown(words) if who != "Bo Ray"] == []


@pytest.mark.parametrize(
    "words",
    ["The trend suggested that the harbour was to close.", "The key events showed that the harbour was closed."],
)
def test_things_do_not_speak(words: str) -> None:
    assert quotes(words)
    assert shown(words) == []


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The note said that the harbour was closed.", "The note"),
        ("The latter said that the harbour was closed.", "The latter"),
        ("Others said that the harbour was closed.", "Others"),
        (
            "A number of fishing communities say that the harbour is closed.",
            "A number of fishing communities",
        ),
        ("The villagers said that the harbour was closed.", "villagers"),
    ],
)
def test_what_is_written_and_whoever_is_somebody_do(words: str, who: str) -> None:
    assert [name and name.lower().removeprefix("the ") for name in shown(words)] == [who.lower().removeprefix("the ")]


def test_a_phrase_in_marks_that_nobody_says_is_no_statement() -> None:
    assert None not in shown('The captain was accused of "harbour theft" last year.')
    assert None not in shown('The boat is known as "Old Tom" to all of the village.')


def test_they_and_it_are_whoever_spoke_right_before() -> None:
    objecting = "The nurses’ unions objected to the plan on Friday, and said so. They say that the wards are full."
    assert shown(objecting)[-1] not in (None, "They")
    report = "“Two firms knew of it,” the report said. It added that nobody was to blame."
    assert {name and name.lower() for name in shown(report)} == {"report"}


def test_a_pronoun_that_fits_nobody_stays_one() -> None:
    assert shown("“It is late,” Ann Lee said.\n\nThe square was dark. “Come along,” they said.")[-1] == "they"
    assert shown("“It is late,” the nurses said.\n\nNothing moved. “Come along,” he said.")[-1] == "he"


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Officials in Oslo said that two boats had sunk.", "Officials in Oslo"),
        ("Norwegian writer Bo Ray said that two boats had sunk.", "Norwegian writer Bo Ray"),
    ],
)
def test_a_place_beside_a_noun_is_not_who_speaks(words: str, who: str) -> None:
    sources = [q.speaker.span.of(words) for q in quotes(words) if q.speaker]
    assert sources == [who]
