"""The model of names at run time: sums for words are the sums of their features, the path found is the best of all."""

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.nlp import resources
from reader.nlp.entities.chain import LABELS, SCALE, Chain, lane, scores_of, steps_of
from reader.nlp.entities.features import document_features
from reader.nlp.entities.parts import Names
from reader.nlp.entities.weights import load
from reader.training.name_weights import packed

SIZE = len(LABELS)
SENTENCES = [
    "Mr. Vega of the Harbour Bank left IBM in May .".split(),
    "HARBOUR BANK CHAIRMAN VEGA RESIGNS".split(),
    "Ada | Bo Ray | of Ä told iVega a b c d e f g h of Peru 's U.S. base and €5bn".split(),
]
WEIGHTS = st.lists(st.integers(-90_000_000, 90_000_000), min_size=SIZE, max_size=SIZE)


def weights_of(features: set[str]) -> dict[tuple[str, str], float]:
    """Some weight of each feature for two of the labels, each its own."""
    found: dict[tuple[str, str], float] = {}
    for number, feature in enumerate(sorted(features), start=1):
        found[feature, LABELS[number % SIZE]] = number / 64
        found[feature, LABELS[number * 5 % SIZE - 1]] = -number / 128
    return found


@pytest.mark.parametrize("share", [1, 2, 3])
def test_sums_of_words_are_the_sums_of_their_features(
    share: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = [piece for own in document_features(SENTENCES, Names()) for piece in own]
    known = {name for piece in pieces for names in piece.features for name in names}
    known = {name for number, name in enumerate(sorted(known)) if number % share == 0}
    learned = weights_of(known)
    (tmp_path / "made.tsv").write_text(packed({}, learned), encoding="utf-8")
    monkeypatch.setattr(resources, "DATA_DIR", tmp_path)
    weights, _ = load("made.tsv")
    monkeypatch.undo()
    found = [piece for own in document_features(SENTENCES, weights) for piece in own]
    assert [piece.first for piece in found] == [piece.first for piece in pieces]
    for piece, names in zip(found, pieces, strict=True):
        expected = [
            tuple(sum(round(SCALE * learned.get((name, label), 0)) for name in own) for label in LABELS)
            for own in names.features
        ]
        assert scores_of(piece.features) == expected


@given(st.lists(WEIGHTS, min_size=1, max_size=4), st.lists(st.integers(-120, 120), min_size=81, max_size=81))
def test_the_path_found_is_the_best_of_all(rows: list[list[int]], numbers: list[int]) -> None:
    free = iter(numbers)
    transitions = {(a, b): next(free) for a in LABELS for b in LABELS}
    for a, b in product(LABELS, repeat=2):
        if b[0] == "I":
            transitions[a, b] = abs(transitions[a, b]) if a[1:] == b[1:] else 0
    found = Chain(steps_of(transitions)).best([tuple(row) for row in rows])

    def score(path: tuple[str, ...]) -> int:
        own = sum(row[LABELS.index(label)] for row, label in zip(rows, path, strict=True))
        return own + sum(SCALE * transitions[step] for step in pairwise(path))

    assert score(tuple(found)) == max(map(score, product(LABELS, repeat=len(rows))))


@given(WEIGHTS, WEIGHTS)
def test_lanes_add_up_without_borrowing(one: list[int], other: list[int]) -> None:
    rows = [sum(lane(label, w / SCALE) for label, w in zip(LABELS, row, strict=True)) for row in (one, other)]
    assert scores_of([rows[0] + rows[1]]) == [tuple(map(sum, zip(one, other, strict=True)))]
