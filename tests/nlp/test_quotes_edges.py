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
        (", said Maria Ortega.", "Maria Ortega"),
        (", said a spokeswoman for the ministry.", "a spokeswoman for the ministry"),
        (", according to one of the guards.", "one of the guards"),
        (", according to Brill police.", "Brill police"),
    ],
)
@pytest.mark.parametrize("content", ["The company will cut 400 jobs", "Three of the crew are missing"])
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


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks will go on next week, and the mayor will be there.",
        "The bridge was closed, the harbour was full, and the boats came back.",
    ],
)
def test_a_sentence_that_nobody_says_has_no_speaker(sentence: str) -> None:
    assert voices(sentence) == []
