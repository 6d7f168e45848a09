"""What tells whether a mention is a source: the kept sums of groups are the sums of the strings they stand for."""

import json
import math

import pytest

from reader.nlp import resources
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.ranker import CERTAIN, MODEL, Ranked, choose
from reader.nlp.quotes.source_features import GROUPS, Frame, rows, values
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit
from reader.text import Span

WORDS = "the/DT/x mayor/NN/x of/IN/x farren/NNP/Xx told/VBD/x bo/NNP/Xx ray/NNP/Xx that/IN/x it/PRP/x rains/VBZ/x ././."


def frame() -> Frame:
    parts = [word.rsplit("/", 2) for word in WORDS.split()]
    units = [Unit(Span(i, i + 1), word, tag, shape, None, 0, "") for i, (word, tag, shape) in enumerate(parts)]
    return Frame(units, Labelled(4, 5, "cue"), [Labelled(7, 10, "content")], [Labelled(0, 4, "source")])


NEAR = [Candidate(0, 4, "human", tagged=True), Candidate(5, 7, "name", tagged=False)]


def test_a_candidate_has_a_value_for_each_group_and_the_last_row_is_nobodys() -> None:
    found, _ = values(frame(), NEAR)
    assert [len(one) for one in found] == [len(GROUPS)] * len(NEAR)
    told = rows(frame(), NEAR)
    assert "k|human|TL" in told[0]
    assert "k|name|tR" in told[1]
    assert told[-1][0] == "none"


def test_the_probability_is_that_of_the_weights_of_all_features() -> None:
    weights = json.loads(resources.read_text(MODEL))
    near = [NEAR[0], NEAR[1]._replace(tagged=True)]
    exps = [math.exp(sum(weights.get(f, 0.0) for f in row)) for row in rows(frame(), near)]
    chosen = choose(frame(), near)
    assert chosen.candidate == near[0]
    assert chosen.probability == pytest.approx(exps[0] / sum(exps))


def test_whoever_alone_was_taken_for_a_source_right_before_a_finite_verb_is_it() -> None:
    assert choose(frame(), NEAR) == Ranked(NEAR[0], CERTAIN)
