"""Dates in words."""

import pytest

from reader.text.calendar_words import day_in_words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2026-05-03", "3 May 2026"),
        ("2010-06", "June 2010"),
        ("2016", "2016"),
        ("2026-W18", "week of 27 April 2026"),
        ("2026-13", "2026-13"),
        ("2026-02-30", "2026-02-30"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(when: str, words: str) -> None:
    assert day_in_words(when) == words
