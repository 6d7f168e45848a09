"""Sentences that say at their end, or at their start, who said them."""

import pytest

from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim

BEFORE = (
    "The port of Brill has been closed since the storm of Sunday night. Boats wait outside the harbour.\n\n"
    "The town is used to high water. "
)
BEHIND = " The storm is the third of this winter.\n\nMost shops were closed on Monday."


def voices(sentence: str) -> list[tuple[str | None, list[str]]]:
    """Who says what in a sentence that stands in the middle of an article."""
    text = BEFORE + sentence + BEHIND
    analysis = analyse(parse_verbatim(text, id="1"), AnalysisOptions())
    return [(q.speaker.span.of(text) if q.speaker else None, [c.of(text) for c in q.contents]) for q in analysis.quotes]


@pytest.mark.parametrize(
    ("frame", "speaker"),
    [
        (", police said.", "police"),
        (", the mayor said on Tuesday.", "the mayor"),
        (", a spokesman told reporters.", "a spokesman"),
        (", the ministry announced Thursday.", "the ministry"),
        (", the head of the union said.", "the head of the union"),
        (", the prosecutor's office said in a statement.", "the prosecutor's office"),
        (", the Dockers' Union said.¹", "the Dockers' Union"),
        (", said Maria Ortega.", "Maria Ortega"),
        (", said a spokeswoman for the ministry.", "a spokeswoman for the ministry"),
        (", according to one of the guards.", "one of the guards"),
        (", according to Brill police.", "Brill police"),
    ],
)
@pytest.mark.parametrize(
    "content",
    [
        "The company will cut 400 jobs",
        "Three of the crew are missing",
        "The ferry sank off the coast on Monday, killing three people",
    ],
)
def test_whoever_is_named_last_says_the_sentence(content: str, frame: str, speaker: str) -> None:
    assert voices(content + frame) == [(speaker, [content])]


@pytest.mark.parametrize("speaker", ["Ortega", "the World Bank", "one of the guards", "police"])
def test_according_to_somebody_is_said_by_them(speaker: str) -> None:
    content = "the bridge had been closed since May"
    assert voices(f"According to {speaker}, {content}.") == [(speaker, [content])]


def test_who_is_told_apart_between_commas_is_one_speaker() -> None:
    sentence = "The talks will go on next week, Brennan, the mayor of Lund, said."
    assert [said for _, said in voices(sentence)] == [["The talks will go on next week"]]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“Five people died in the fire,” said the head of the union.", "the head of the union"),
        ("“There is no danger to the public,” police said.", "police"),
    ],
)
def test_a_quote_has_the_speaker_that_stands_behind_it(sentence: str, speaker: str) -> None:
    assert voices(sentence) == [(speaker, [sentence[: sentence.index("”") + 1]])]


def test_a_comma_in_marks_and_a_speaker_behind_it_take_the_whole_clause() -> None:
    sentence = 'The mayor had instructed Bo Ray, her adviser, to invite the crews "to the harbour," she said.'
    assert voices(sentence) == [("she", [sentence[: -len(" she said.")]])]


def test_a_quote_that_is_framed_on_both_sides_is_the_first_ones() -> None:
    assert voices("Ann Lee said: “We begin at dawn,” she said.") == [("Ann Lee", ["“We begin at dawn,”"])]


@pytest.mark.parametrize("subject", ["The mayor", "Her plan for the schools", "Taxes"])
@pytest.mark.parametrize(
    ("frame", "speaker"),
    [("Ortega suggested", "Ortega"), ("she said later", "she"), ("the minister said on Monday", "the minister")],
)
@pytest.mark.parametrize("rest", ["had been asked to resign", "would cost jobs", "will be ready by June"])
def test_a_clause_that_is_parted_by_its_frame_is_whole(subject: str, frame: str, speaker: str, rest: str) -> None:
    assert voices(f"{subject}, {frame}, {rest}.") == [(speaker, [subject, rest])]


def test_according_to_is_shown_whole_and_the_pronoun_of_a_clause_is_no_speaker() -> None:
    text = (
        BEFORE
        + "According to Ortega, three of the crew are missing. The deal removes what several guards called a risk."
    )
    analysis = analyse(parse_verbatim(text + BEHIND, id="1"), AnalysisOptions())
    assert [q.cue.of(text) for q in analysis.quotes if q.cue][:1] == ["According to"]
    assert "what several guards" not in [q.speaker.span.of(text) for q in analysis.quotes if q.speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks will go on next week, and the mayor will be there.",
        "The bridge was closed, the harbour was full, and the boats came back.",
    ],
)
def test_a_sentence_that_nobody_says_has_no_speaker(sentence: str) -> None:
    assert voices(sentence) == []


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


@pytest.mark.parametrize("said", ["Ann Lee said {}.", "Ann Lee told reporters on Monday {}."])
@pytest.mark.parametrize(
    "content",
    [
        "that the bridge had been closed by mistake, and that the boats would come back in May",
        "that she had misspoken by a single word, and that she accepted the findings of the office after all",
        "that the roof leaked and that nobody in the harbour had mended it",
        "that he had misspoken by a single word, and that he accepted the conclusion of the agencies after all",
    ],
)
def test_a_second_clause_with_that_belongs_to_the_first(said: str, content: str) -> None:
    assert told(said.format(content)) == [("Ann Lee", content)]


def test_a_frame_within_what_is_said_parts_it() -> None:
    ahead, behind = "After the storm of last week", "the boats in the harbour were safe"
    assert voices(f"{ahead}, Ann Lee said, {behind}.") == [("Ann Lee", [ahead, behind])]
