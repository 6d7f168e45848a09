"""The chain of labels: lanes add up, the best path is the best of all paths, boldness favours contents."""

from itertools import pairwise, product
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.nlp.quotes.chain import LABELS, NEVER, SCALE, Chain, Kept, lane, packed, unit_scores
from reader.nlp.quotes.tagger import BOLDER, Labelled, Tagger
from reader.nlp.quotes.units import Unit, UnitParagraph
from reader.nlp.quotes.walk import paragraph_features
from reader.nlp.tables import to_digits
from reader.text import Span

SIZE = len(LABELS)
Steps = list[list[int]]


def allowed(source: int, to: int) -> bool:
    return LABELS[to][0] != "I" or LABELS[source][1:] == LABELS[to][1:]


def steps(numbers: list[int]) -> Steps:
    free = iter(numbers)
    return [[next(free) if allowed(a, b) else NEVER for b in range(SIZE)] for a in range(SIZE)]


def chain(transitions: Steps, weights: dict[str, list[int]]) -> Chain:
    rows = {f: sum(lane(name, w) for name, w in zip(LABELS, row, strict=True)) for f, row in weights.items()}
    return Chain(transitions, {feature: to_digits(row) for feature, row in rows.items()})


def score(path: tuple[int, ...], transitions: Steps, rows: list[list[int]]) -> int:
    inside = sum(row[label] for row, label in zip(rows, path, strict=True))
    return inside + sum(transitions[a][b] for a, b in pairwise(path))


WEIGHTS = st.lists(st.integers(-90_000, 90_000), min_size=SIZE, max_size=SIZE)
PLAIN = steps([0] * SIZE * SIZE)


@given(st.lists(WEIGHTS, min_size=1, max_size=3), st.lists(st.integers(-50_000, 50_000), min_size=49, max_size=49))
def test_the_path_found_is_the_best_of_all(rows: list[list[int]], numbers: list[int]) -> None:
    transitions = steps(numbers)
    model = chain(transitions, {str(n): row for n, row in enumerate(rows)})
    found = model.best(unit_scores([[model.row([str(n)])] for n in range(len(rows))]))
    best = max(score(path, transitions, rows) for path in product(range(SIZE), repeat=len(rows)))
    assert score(tuple(map(LABELS.index, found)), transitions, rows) == best


@given(WEIGHTS, WEIGHTS)
def test_two_rows_of_one_unit_add_up_lane_by_lane(one: list[int], other: list[int]) -> None:
    model = chain(PLAIN, {"a": one, "b": other, "sum": [x + y for x, y in zip(one, other, strict=True)]})
    assert model.row(["a", "b", "unknown"]) == model.row(["sum"])


def test_boldness_makes_a_content_of_what_just_was_none() -> None:
    model = chain(PLAIN, {"x": [50, 0, 0, 0, 0, 0, 0]})
    scores = unit_scores([[model.row(["x"])]])
    assert [model.best(scores, boldness) for boldness in (40, 60)] == [["O"], ["B-C"]]


def test_no_units_have_no_labels() -> None:
    assert chain(PLAIN, {}).best([], 60) == []


def test_what_a_function_gives_for_a_value_is_asked_of_it_once() -> None:
    asked = []

    def make(value: str) -> str:
        asked.append(value)
        return value * 2

    kept = Kept(make)
    assert [kept["x"], kept["x"], kept["y"]] == ["xx", "xx", "yy"]
    assert asked == ["x", "y"]


WORDS = st.sampled_from([("lee", "NNP"), ("said", "VBD"), ("that", "IN"), (",", ","), ("rain", "NN"), ("he", "PRP")])


@given(st.lists(WORDS, min_size=1, max_size=9))
def test_the_tagger_weighs_the_very_features_that_training_sees(words: list[tuple[str, str]]) -> None:
    units = [Unit(Span(i, i + 1), word, tag, "x", None, i // 4, "") for i, (word, tag) in enumerate(words)]
    told = paragraph_features(units, "body", first=False)
    weights = {f: (crc32(f.encode()) % 1000, 1) for row in told for f in row}
    made: Any = packed({}, {(f, LABELS[i]): w[i] / SCALE for f, w in weights.items() for i in (0, 1)})
    tagger = Tagger(Chain(made["transitions"], made["weights"], made["tables"]))
    paragraph = UnitParagraph(1, "body", Span(0, len(units)), tuple(units))
    assert [scores[:2] for scores in tagger.readings(paragraph).scores] == [
        (sum(weights[f][0] for f in row), len(row)) for row in told
    ]


@pytest.mark.parametrize(("mark", "passed"), [(":", "lc=|:"), ("•", "lc=|")])
def test_a_bullet_is_no_clause_mark_though_it_is_tagged_like_one(mark: str, passed: str) -> None:
    units = [Unit(Span(i, i + 1), word, ":", ".", None, 0, "") for i, word in enumerate((mark, "…"))]
    assert passed in paragraph_features(units, "body", first=False)[1]


def test_a_model_file_holds_whole_numbers_and_no_step_into_another_kind() -> None:
    weights = {
        ("f", "B-C"): -0.25,
        ("f", "O"): 1.0,
        ("g", "O"): 0.00001,
        ("ww-=a|c", "O"): 0.5,
        ("ww-=a|", "O"): 0.25,
    }
    made: Any = packed({("B-C", "I-C"): 0.5, ("O", "I-C"): 3.0}, weights)
    begin, inside, out = LABELS.index("B-C"), LABELS.index("I-C"), LABELS.index("O")
    transitions = made["transitions"]
    model = Chain(transitions, made["weights"], made["tables"])
    assert (transitions[begin][inside], transitions[out][inside]) == (5000, NEVER)
    assert model.row(["f", "g"]) == lane("B-C", -2500) + lane("O", 10_000)
    assert model.table("ww-=a|") == {"c": lane("O", 5000), "": lane("O", 2500)}


@pytest.mark.parametrize("label", [name for name in LABELS if name[0] == "I"])
def test_a_span_goes_on_only_in_its_own_kind(label: str) -> None:
    reached = [LABELS[a] for a in range(SIZE) if allowed(a, LABELS.index(label))]
    assert reached == ["B" + label[1:], label]


def test_a_sentence_with_a_cue_and_no_content_is_read_boldly_too() -> None:
    tags = [("VBD", 0), ("NN", 0), ("VBD", 1), ("JJ", 1), ("NN", 1), ("NN", 2)]
    units = [Unit(Span(i, i + 1), "x", tag, "x", None, sentence, "") for i, (tag, sentence) in enumerate(tags)]
    made: Any = packed({}, {("t=VBD", "B-V"): 5.0, ("t=JJ", "B-C"): 5.0, ("t=NN", "O"): BOLDER / SCALE / 2})
    tagger = Tagger(Chain(made["transitions"], made["weights"], made["tables"]))
    plain, bolder = tagger.readings(UnitParagraph(1, "body", Span(0, len(units)), tuple(units))).labelled
    assert [(span.start, span.role) for span in plain] == [(0, "cue"), (2, "cue"), (3, "content")]
    assert [span for span in bolder if span not in plain] == [Labelled(1, 2, "content")]
