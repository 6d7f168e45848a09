"""Searching in the article's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import Span
from reader.tui.widgets.search import MOST_HITS, BadPatternError, find_hits


def words_of(text: str, query: str) -> list[str]:
    return [span.of(text) for span in find_hits(text, query)]


def test_small_letters_find_both_cases_and_capitals_only_themselves() -> None:
    text = "Port and port and PORT"
    assert words_of(text, "port") == ["Port", "port", "PORT"]
    assert words_of(text, "Port") == ["Port"]


def test_a_plain_query_is_no_expression() -> None:
    assert words_of("a.b axb", "a.b") == ["a.b"]


def test_slashes_make_an_expression() -> None:
    assert words_of("a.b axb", "/a.b/") == ["a.b", "axb"]


def test_a_broken_expression_is_told() -> None:
    with pytest.raises(BadPatternError, match="leave out the slashes"):
        find_hits("text", "/(/")


def test_words_are_found_across_a_wrapped_line() -> None:
    assert words_of("the long\nstrike", "long strike") == ["long\nstrike"]


def test_straight_marks_find_curly_ones() -> None:
    assert words_of("the union’s “no”", 'union\'s "no"') == ["union’s “no”"]


def test_nothing_is_found_for_nothing() -> None:
    assert find_hits("text", "") == find_hits("text", "  ") == ()


def test_empty_matches_are_no_hits() -> None:
    assert find_hits("bbb", "/a*/") == ()


def test_hits_are_capped() -> None:
    assert len(find_hits("a" * (MOST_HITS + 10), "a")) == MOST_HITS


@given(st.text(max_size=40), st.text(max_size=5).filter(lambda q: not q.startswith("/")))
def test_hits_are_ordered_disjoint_and_in_bounds(text: str, query: str) -> None:
    end = 0
    for hit in find_hits(text, query):
        assert isinstance(hit, Span)
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
