"""Quotes within quotes, and speakers that are only pointed at: relative pronouns, nobody in particular."""

import pytest

from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim
from reader.text import Analysis
from reader.text.telling import told
from reader.text.wire import quotes_from_json, quotes_to_json

PLACE = "The harbour was closed. Ann Lee and Bo Ray of the town council were there.\n\n"


def analysed(words: str) -> Analysis:
    return analyse(parse_verbatim(PLACE + words + "\n", id="t"))


def inner(words: str) -> list[tuple[str, str, str]]:
    found = analysed(words)
    text = found.article.text
    return [(i.content.of(text), i.cue.of(text), i.speaker.name) for q in found.quotes for i in q.quoting]


def statements(words: str) -> list[str | None]:
    return [q.speaker.name if q.speaker else None for q in analysed(words).quotes if q.is_statement]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“Bo Ray told me, ‘Go home,’ and I did,” Ann Lee said.", [("‘Go home,’", "told", "Bo Ray")]),
        ("\"He told me, 'Go home,' and I did,\" Ann Lee said.", [("'Go home,'", "told", "Bo Ray")]),
        ("“I said, ‘We are late,’ and left,” Ann Lee said.", [("‘We are late,’", "said", "Ann Lee")]),
        ("“‘Take the boat,’ said Bo Ray, and we did,” Ann Lee said.", [("‘Take the boat,’", "said", "Bo Ray")]),
        ("‘The mayor wrote, “We will pay,” and paid,’ Ann Lee said.", [("“We will pay,”", "wrote", "mayor")]),
    ],
)
def test_words_within_a_quote_have_their_own_speaker(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert inner(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "“The ‘safe’ harbour was not safe at all,” Ann Lee said.",
        "“Bo never said ‘sorry’ to any of us,” Ann Lee said.",
        "“I want to say, ‘Go home,’ but I cannot,” Ann Lee said.",
        "“We sang ‘The Sea’ until it was dark,” Ann Lee said.",
    ],
)
def test_a_phrase_or_words_not_said_are_nobodys(words: str) -> None:
    assert inner(words) == []


def test_she_within_a_quote_is_not_whoever_speaks() -> None:
    [(_, _, name)] = inner("“She said, ‘Wash it,’ and left,” Ann Lee said.")
    assert name == "She"


def test_a_quote_tells_whom_it_quotes_and_travels_with_it() -> None:
    found = analysed("“Bo Ray told me, ‘Go home,’ and I did,” Ann Lee said.")
    [quote] = found.quotes
    assert told(found.article.text, quote).circumstances == ("quoting Bo Ray",)
    assert [q.quoting for q in quotes_from_json(quotes_to_json(found.quotes))] == [quote.quoting]


def test_a_quote_of_oneself_or_of_nobody_known_is_not_told() -> None:
    found = analysed("“I said, ‘We are late,’ and she said, ‘Go,’ and I left,” Ann Lee said.")
    [quote] = found.quotes
    assert [inner.speaker.name for inner in quote.quoting] == ["Ann Lee", "she"]
    assert told(found.article.text, quote).circumstances == ()


def test_a_relative_pronoun_speaks_for_what_it_takes_up() -> None:
    assert statements("Ann Lee asked the ferry company, which replied that the boats were full.") == ["ferry company"]
    assert statements("It was sold by the owner of the quay, who said that it was old.")[0] == "owner of the quay"


@pytest.mark.parametrize(
    "words",
    [
        "You say that it is late.",
        "People say that it is late.",
        "Systems said that profits rose by ten per cent.",
        "And that suggests that the mayor will find it easier to move.",
    ],
)
def test_nobody_in_particular_states_nothing(words: str) -> None:
    assert statements(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Villagers say that the road is closed.", ["Villagers"]),
        ("Officials said that the road was closed.", ["Officials"]),
        ("The head of the union, Ms Ida Marsh, said that the road was closed.", ["Ida Marsh"]),
    ],
)
def test_whoever_has_a_part_or_a_name_states(words: str, expected: list[str]) -> None:
    assert statements(words) == expected
