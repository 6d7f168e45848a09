"""The coreference measures against figures worked out by hand."""

from tests.eval.coref_metrics import b_cubed, ceaf_e, conll, muc

KEY = [frozenset("abc"), frozenset("de")]


def test_the_same_clusters_score_one() -> None:
    assert conll(KEY, KEY) == 1.0


def test_a_split_cluster_loses_recall_only() -> None:
    response = [frozenset("ab"), frozenset("de")]
    assert muc(KEY, response).precision == 1.0
    assert round(muc(KEY, response).recall, 3) == 0.667
    assert round(b_cubed(KEY, response).recall, 3) == round((2 * 2 / 3 + 2) / 5, 3)


def test_everything_in_one_cluster_keeps_recall_and_loses_precision() -> None:
    response = [frozenset("abcde")]
    assert muc(KEY, response).recall == 1.0
    assert muc(KEY, response).precision == 0.75
    assert round(b_cubed(KEY, response).precision, 6) == round((9 / 5 + 4 / 5) / 5, 6)


def test_clusters_are_matched_one_to_one_at_the_best_sum() -> None:
    response = [frozenset("abd"), frozenset("c"), frozenset("e")]
    similarity = 2 * 2 / 6 + 2 * 1 / 3
    assert round(ceaf_e(KEY, response).recall, 6) == round(similarity / 2, 6)
    assert round(ceaf_e(KEY, response).precision, 6) == round(similarity / 3, 6)


def test_nothing_found_scores_nothing() -> None:
    assert conll(KEY, []) == 0.0
