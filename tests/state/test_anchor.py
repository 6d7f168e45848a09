"""A place in a text is found again after small edits."""

from hypothesis import given
from hypothesis import strategies as st

from reader.state.anchor import CONTEXT_CHARS, Anchor, anchor_at, find

TEXT = "The ferry left at nine. Nobody waved. The harbour master wrote it down and closed the book for the night."
AT = TEXT.index("The harbour master")


@given(st.text(max_size=300), st.integers(-5, 400))
def test_in_the_same_text_a_place_with_enough_words_is_the_same_words(text: str, offset: int) -> None:
    anchor = anchor_at(text, offset)
    assert text[find(text, anchor) :].startswith(anchor.after)


@given(st.text(max_size=80), st.text(max_size=80), st.integers(0, 80))
def test_a_place_always_lies_inside_the_text(made_in: str, looked_up_in: str, offset: int) -> None:
    assert 0 <= find(looked_up_in, anchor_at(made_in, offset)) <= len(looked_up_in)


def test_words_put_in_before_move_the_place() -> None:
    edited = "Correction: the date was wrong. " + TEXT
    assert find(edited, anchor_at(TEXT, AT)) == edited.index("The harbour master")


def test_words_that_changed_at_the_place_are_found_by_those_before_it() -> None:
    edited = TEXT.replace("The harbour master wrote it down and closed the book for the night.", "A clerk did.")
    assert find(edited, anchor_at(TEXT, AT)) == edited.index("A clerk did.")


def test_of_the_same_words_twice_the_one_with_the_same_words_before_it_counts() -> None:
    line = "He said nothing more about the matter at hand. "
    text = f"On Monday: {line}On Friday: {line}"
    anchor = anchor_at(text, text.rindex("He said"))
    edited = "x" * 10 + text
    assert find(edited, anchor) == edited.rindex("He said")


def test_where_nothing_is_found_the_old_offset_stays_inside_the_text() -> None:
    anchor = Anchor(70, "b" * CONTEXT_CHARS, "a" * CONTEXT_CHARS)
    assert find("short", anchor) == len("short")
    assert find("z" * 100, anchor) == 70
