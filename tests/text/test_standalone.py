"""A sentence alone: names in brackets for its pronouns, a speaker for its quote, nothing that changes what it says."""

import pytest

from reader.text import (
    Entity,
    Gender,
    Insertion,
    Mention,
    MentionKind,
    Quote,
    QuoteContext,
    Span,
    Speaker,
    SummarySentence,
)
from reader.text.shown import shown_pieces, shown_words
from reader.text.standalone import Context

TEXT = (
    "Ada Brennan runs the harbour. She will close it. Her crews were told. In her letter Ada Brennan thanked them. "
    "“We ran out of boats. And of luck,” she said. A spokeswoman for the port agreed. The spokeswoman left. "
    "He came late. The harbour chief of Brill left. But the boats stayed."
)


def place(words: str, *, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def mention(words: str, kind: MentionKind, *, nth: int = 0) -> Mention:
    return Mention(place(words, nth=nth), kind)


SHE = Span(place("she said").start, place("she said").start + 3)
HER = Span(place("her letter").start, place("her letter").start + 3)
ADA = Entity(
    "e1", "PERSON", "Ada Brennan", (),
    (
        mention("Ada Brennan", "name"), mention("She", "pronoun"), mention("Her", "pronoun"), Mention(HER, "pronoun"),
        mention("Ada Brennan", "name", nth=1), Mention(SHE, "pronoun"), mention("The harbour chief", "nominal"),
    ),
)  # fmt: skip
VOICE = Entity(
    "e2", "PERSON", "spokeswoman", (),
    (mention("A spokeswoman for the port", "nominal"), mention("The spokeswoman", "nominal")),
)  # fmt: skip
QUOTE = Quote(
    "q1", "direct", (place("“We ran out of boats. And of luck,”"),), None,
    Speaker(SHE, "e1", "Ada Brennan", resolved=True), QuoteContext(), 0.9, "pronoun",
)  # fmt: skip
CONTEXT = Context(TEXT, (ADA, VOICE), (QUOTE,))


def alone(words: str, told: frozenset[str] = frozenset()) -> str:
    span = place(words)
    standing = CONTEXT.standing(span, told)
    return shown_words(TEXT, SummarySentence(span, 0.0, standing.insertions, standing.omissions))


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("She will close it.", "She [Ada Brennan] will close it."),
        ("Her crews were told.", "Her [Ada Brennan’s] crews were told."),
        ("In her letter Ada Brennan thanked them.", "In her letter Ada Brennan thanked them."),
        ("“We ran out of boats.", "[Ada Brennan:] “We ran out of boats.”"),
        ("The spokeswoman left.", "The spokeswoman [a spokeswoman for the port] left."),
        ("The harbour chief of Brill left.", "The harbour chief of Brill left."),
        ("But the boats stayed.", "The boats stayed."),
    ],
)
def test_a_sentence_alone_says_whom_it_is_about(sentence: str, shown: str) -> None:
    assert alone(sentence) == shown


def test_an_opening_pronoun_is_named_even_after_a_sentence_that_names_the_person() -> None:
    assert alone("She will close it.", frozenset({"e1"})) == "She [Ada Brennan] will close it."


def test_an_opening_pronoun_without_a_name_is_said_to_dangle() -> None:
    assert CONTEXT.standing(place("He came late.")).dangling
    assert not CONTEXT.standing(place("She will close it.")).dangling


@pytest.mark.parametrize(
    ("sentence", "dangles"),
    [
        ("Then at last she left.", True),
        ("The crews saw her.", True),
        ("At 19 she met Tom Roe.", True),
        ("After she left, Ada Brennan wrote.", False),
        ("Ada Brennan said she left.", False),
        ("The crews said: “He left.”", False),
    ],
)
def test_a_pronoun_dangles_where_the_sentence_names_nobody_it_could_mean(sentence: str, *, dangles: bool) -> None:
    people: tuple[tuple[str, str, Gender], ...] = (("e1", "Ada Brennan", "female"), ("e2", "Tom Roe", "male"))
    entities = tuple(
        Entity(number, "PERSON", name, (), (Mention(Span(at, at + len(name)), "name"),), gender=gender)
        for number, name, gender in people
        if (at := sentence.find(name)) >= 0
    )
    quotes = () if "“" not in sentence else (said(Span(sentence.index("“"), sentence.index("”") + 1)),)
    assert Context(sentence, entities, quotes).dangles(Span(0, len(sentence))) is dangles


def test_a_piece_of_a_sentence_dangles() -> None:
    text = "The boats came (at last!), the crews said. The port closed."
    pieces = [
        Span(0, text.index(",")),
        Span(text.index(","), text.index(" The p")),
        Span(text.index("The p"), len(text)),
    ]
    assert [Context(text, (), ()).dangles(p) for p in pieces] == [True, True, False]


def said(content: Span) -> Quote:
    crews = Speaker(Span(0, 9), None, "The crews", resolved=False)
    return Quote("q1", "direct", (content,), None, crews, QuoteContext(), 0.9, "before-quote")


def test_a_quote_of_nobody_knows_whom_dangles() -> None:
    nobody = QUOTE._replace(speaker=None)
    assert Context(TEXT, (ADA,), (nobody,)).dangles(place("“We ran out of boats."))
    assert not CONTEXT.dangles(place("“We ran out of boats."))


def test_a_thing_within_a_sentence_is_not_named() -> None:
    it = place("it. Her").start
    boat = Entity("e9", "ORG", "Brill Port", (), (mention("harbour", "name"), Mention(Span(it, it + 2), "pronoun")))
    assert Context(TEXT, (boat,), ()).standing(place("She will close it.")).insertions == ()


def test_the_reader_s_words_are_told_apart_and_those_of_the_article_are_all_there() -> None:
    span = place("She will close it.")
    pieces = shown_pieces(TEXT, SummarySentence(span, 0.0, (Insertion(span.start + 3, " [Ada Brennan]"),)))
    assert [p.words for p in pieces if p.inserted] == [" [Ada Brennan]"]
    assert "".join(p.words for p in pieces if not p.inserted) == span.of(TEXT)


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("And the port closed.", "The port closed."),
        ("However, the port closed.", "The port closed."),
        ("But for the rain the port had closed.", "But for the rain the port had closed."),
        ("-- the boats stayed.", "The boats stayed."),
        ("– Ada Brennan left.", "Ada Brennan left."),
        ("-5 degrees were read.", "-5 degrees were read."),
        ("Ada Brennan (pictured left) closed it.", "Ada Brennan closed it."),
        ("Ada Brennan (no relation) closed it.", "Ada Brennan (no relation) closed it."),
        ("The port closed, police said.", "The port closed, police said."),
    ],
)
def test_only_what_cannot_change_the_meaning_is_left_out(sentence: str, shown: str) -> None:
    span = Span(0, len(sentence))
    standing = Context(sentence, (), ()).standing(span)
    assert shown_words(sentence, SummarySentence(span, 0.0, standing.insertions, standing.omissions)) == shown


def test_no_control_comes_through() -> None:
    text = "The port\x1b[31m closed\u202e."
    assert "\x1b" not in shown_words(text, SummarySentence(Span(0, len(text)), 0.0))
