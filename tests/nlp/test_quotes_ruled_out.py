"""Clauses that stand where words are told and are none: what explains a speaker, what describes a thing."""

import pytest

from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import analyse
from reader.parse import parse_verbatim
from tests.nlp.test_quotes_edges import BEFORE, BEHIND, voices


def test_what_explains_a_speaker_is_not_what_was_said() -> None:
    words = "Nobody had asked the village, said Bo Ray, a farmer who had lost two barns."
    assert voices(words) == [("Bo Ray", ["Nobody had asked the village"])]


def test_what_somebody_is_a_source_for_is_what_was_said() -> None:
    words = "the ferry sank off the coast on Monday, killing three people"
    assert voices(f"According to Ann Lee, {words}.") == [("Ann Lee", [words])]


def test_a_day_is_not_what_was_announced() -> None:
    assert voices("Brill police announced Thursday.") == []


def test_that_after_a_noun_may_describe_it() -> None:
    assert voices("It was the captain's third goal of a season that had begun with a defeat.") == []


@pytest.mark.parametrize("frame", ["he said later", "Ann Lee said on Monday evening"])
def test_a_clause_around_a_frame_with_a_time_is_whole(frame: str) -> None:
    ((_, contents),) = voices(f"The bridge, {frame}, had moved by a hand's width.")
    assert contents == ["The bridge", "had moved by a hand's width"]


def test_a_letter_that_was_sent_is_no_part_of_what_it_says() -> None:
    words = "In a letter that she sent to the court, she said it “could not last” and that the yard would close."
    assert voices(words) == [("she", ["it “could not last” and that the yard would close"])]


def test_what_only_leads_on_to_another_frame_is_left_out() -> None:
    words = "She warned of orders from Lund, which rose by a tenth and where, she said, “nobody is paid to wait.”"
    assert next(what for _, what in voices(words)) == ["of orders from Lund, which rose by a tenth"]


def test_a_list_with_words_in_marks_is_told_once() -> None:
    told = "it needed the road, the field and the barn, “in that order,” and that it did not mind who sold them"
    assert voices(f"She said {told}.") == [("She", [told])]


def test_the_time_of_another_clause_is_not_when_it_was_said() -> None:
    sentence = "The sale, signed late on Friday, removes what several investors had called the largest risk."
    analysis = analyse(parse_verbatim(BEFORE + sentence + BEHIND, id="1"), AnalysisOptions())
    assert [quote.context.when for quote in analysis.quotes] == [None]


def test_a_clause_of_its_own_ahead_of_the_frame_is_not_what_was_said() -> None:
    assert voices("When the bell rang, the mayor laughed along with the crowd.") == []


def test_what_stands_behind_the_object_of_a_cue_is_not_what_was_said() -> None:
    told = [what for _, what in voices("When the captain repeated it, the mayor laughed along with the crowd.")]
    assert all("mayor" not in part for what in told for part in what)


def test_whoever_is_named_behind_according_to_does_not_begin_what_was_said() -> None:
    words = "The union ordered the gates to be opened at 1 a.m. According to its director, Ann Lee, two had not moved."
    assert voices(words) == [
        ("The union", ["the gates to be opened at 1 a.m."]),
        ("its director, Ann Lee", ["two had not moved"]),
    ]


def test_whoever_is_told_in_the_passive_is_no_part_of_what_is_said() -> None:
    assert voices("Children are told not to swim there and do.") == [(None, ["not to swim there and do"])]
