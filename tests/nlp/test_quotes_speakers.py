"""How whoever speaks is called, and who is no one in particular."""

import pytest

from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim
from reader.text import Analysis


def read(text: str) -> Analysis:
    return analyse(parse_verbatim(text, id="t"), AnalysisOptions())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A spokesman for the harbour said the boats would sail on Friday.", "spokesman for the harbour"),
        ("The police said the road was open again.", "police"),
        ("The bridge is safe, according to a study published on Friday.", "study"),
    ],
)
def test_an_unnamed_speaker_is_listed_without_article_or_what_was_done(text: str, name: str) -> None:
    assert [quote.speaker.name for quote in read(text).quotes if quote.speaker] == [name]


def test_what_each_of_several_said_is_nobodys_alone() -> None:
    text = "Here is what each side told its voters in the last hour:\n\n“Knock on one more door tonight.”\n"
    assert [quote.speaker for quote in read(text).quotes if quote.kind == "direct"] == [None]
