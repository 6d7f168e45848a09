"""Searching in the article's text."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import Span
from reader.tui.widgets import search
from reader.tui.widgets.search import MOST_HITS, BadPatternError, Hunt, find_hits


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


def test_a_broken_expression_is_told_in_one_line() -> None:
    with pytest.raises(BadPatternError, match=r"missing \), .*; without the slash") as told:
        find_hits("text", "/(/")
    assert "\n" not in str(told.value)


def test_an_expression_finds_while_its_last_slash_is_not_typed_yet() -> None:
    assert words_of("a.b axb", "/a.b") == words_of("a.b axb", "/a.b/") == ["a.b", "axb"]


def test_the_capital_of_a_class_is_no_capital() -> None:
    assert words_of("Port port", r"/port\W") == ["Port "]


def test_an_expression_that_would_take_for_ever_is_given_up() -> None:
    with pytest.raises(BadPatternError, match="takes too long"):
        find_hits("a" * 60, "/(a+)+b/")
    assert words_of("an ant", "an") == ["an", "an"]


@pytest.fixture
def no_alarms(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.delattr("signal.setitimer")


def test_without_alarms_an_expression_finds_the_same(no_alarms: None) -> None:
    assert words_of("Köln 東京 an\nant 🙂 an", "/^an|a.$/") == ["an", "an", "an"]
    assert find_hits("🙂 an", "/an/") == (Span(2, 4),)
    assert find_hits("bbb", "/a*/") == ()
    assert len(find_hits("a" * (MOST_HITS + 10), "/a/")) == MOST_HITS


def test_without_alarms_an_expression_that_would_take_for_ever_is_given_up_too(no_alarms: None) -> None:
    with pytest.raises(BadPatternError, match="takes too long"):
        find_hits("a" * 60, "/(a+)+b/")


def test_where_neither_is_to_be_had_only_expressions_are_refused(
    no_alarms: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.widgets.search_apart._COMMAND", ["/nowhere/python"])
    with pytest.raises(BadPatternError, match=r"cannot be searched for here .*; plain words can"):
        find_hits("an ant", "/an/")
    assert words_of("an ant", "an") == ["an", "an"]


async def test_in_a_thread_an_expression_is_bounded_as_well() -> None:
    with pytest.raises(BadPatternError, match="takes too long"):
        await asyncio.to_thread(find_hits, "a" * 60, "/(a+)+b/")


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


@pytest.fixture
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of so few characters that a short text has many."""
    for name, chars in {"PIECE_CHARS": 16, "AROUND_CHARS": 20, "MOST_NEAR_CHARS": 200}.items():
        monkeypatch.setattr(search, name, chars)


@pytest.mark.usefixtures("_small_pieces")
@pytest.mark.parametrize("start", [0, 7, 150, 399, 500])
def test_a_hunt_from_anywhere_finds_the_same(start: int) -> None:
    text = "the ferry waits, a ferry goes; " * 13
    hunt = Hunt(text, "ferry", start)
    near = hunt.hits
    hunt.finish()
    assert hunt.hits == find_hits(text, "ferry") == find_hits(text, "/ferry/")
    assert set(near) < set(hunt.hits)


@pytest.mark.usefixtures("_small_pieces")
def test_the_first_hit_from_here_on_is_known_at_once() -> None:
    text = "ferry " * 40 + "harbour " * 20 + "ferry " * 40
    hunt = Hunt(text, "ferry", 300)
    first = next(hit for hit in hunt.hits if hit.start >= 300)
    assert (first.start, hunt.is_done) == (400, False)


@pytest.mark.usefixtures("_small_pieces")
def test_a_hit_over_the_end_of_a_piece_is_found() -> None:
    assert find_hits("x" * 14 + "ferry" + "x" * 30, "ferry") == (Span(14, 19),)


@pytest.mark.usefixtures("_small_pieces")
@given(st.text("ab ", max_size=120), st.text("ab", min_size=1, max_size=3), st.integers(0, 120))
def test_hits_of_a_hunt_are_ordered_and_disjoint(text: str, query: str, start: int) -> None:
    hunt, end = Hunt(text, query, start), 0
    hunt.finish()
    for hit in hunt.hits:
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


@pytest.mark.usefixtures("_small_pieces")
def test_a_hunt_that_found_enough_is_done() -> None:
    hunt = Hunt("a" * (MOST_HITS + 100), "a", 100)
    hunt.finish()
    assert len(hunt.hits) == MOST_HITS
    assert hunt.hits[0].start == 80
