"""A dateline stands before the first sentence and is no part of it."""

import pytest

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim


def sentences(text: str) -> list[str]:
    """The words of each."""
    document = tokenize(Document(parse_verbatim(text, id="1")), AnalysisOptions())
    return [s.span.of(text) for s in document.sentences]


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("BRILL, May 3 (Wire) — ", "The port closed."),
        ("(Wire) -- ", "The port closed."),
        ("Old Brill, Eastmere (CNN)", "The port closed."),
        ("(TIDINGS)", "The port closed."),
        ("BRILL and LUND, Jul 26 2022 (WNN) - ", "The port closed."),
        ("LUND HILL, 17 April (Brill Press) — ", "The port closed."),
        ("BRILL -- ", "The port closed."),
        ("17 April (Brill Press) — ", "At least eleven ports closed."),
        ("Brill, 17 April — ", "The port closed."),
        ("BRILL, Eastmere, Jan. 3, 2024 (AP) – ", "40 ports closed."),
        ("BRILL/LUND (Reuters) - ", "“The port closed,” police said."),
        ("LUND, March 4 /WireNews/ -- ", "The port closed."),
        ("Brill (CNN) — ", "The port closed."),
        ("CNN — ", "The port closed."),
        ("Thursday, March 5, 2026 ", "The port closed."),
    ],
)
def test_a_dateline_is_a_sentence_of_its_own(dateline: str, sentence: str) -> None:
    assert sentences(f"{dateline}{sentence} Boats wait.") == [dateline.strip(), sentence, "Boats wait."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brill — The port closed.",
        "Brill – and Lund, too – closed the port.",
        "May 3 was dark — The Night of Brill, they call it.",
        "Ada Brennan (WNN) closed it.",
        "The World Ferry Union (WFU) Closed Shop rule stays.",
        "Thursday, March 5, 2026, was the last day.",
    ],
)
def test_what_is_not_plainly_a_dateline_stays_in_its_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


def test_the_day_behind_a_headline_is_a_sentence_of_its_own() -> None:
    headline, day = "Harbour paper speaks with Ada Brennan", "Thursday, March 5, 2026"
    assert sentences(f"{headline} {day}\n\nThe port closed.") == [headline, day, "The port closed."]


@pytest.mark.parametrize("word", ["on", "since", "before"])
def test_a_day_that_the_headline_needs_stays_in_it(word: str) -> None:
    headline = f"Port of Brill closed {word} Thursday, March 5, 2026"
    assert sentences(f"{headline}\n\nThe boats wait.") == [headline, "The boats wait."]


def test_the_day_behind_a_later_line_stays() -> None:
    caption = "Ada Brennan in Brill Thursday, March 5, 2026"
    assert sentences(f"The boats wait in Brill.\n\n{caption}")[-1] == caption
