"""The timeline: dates in order, relative ones by the article's own date, none that only name a thing."""

import pytest

from reader.nlp.pipeline import analyse
from reader.text import Article, Paragraph, Span


def events(text: str, published: str | None = "2026-03-04") -> list[tuple[str, str]]:
    article = Article("t", text, (Paragraph(Span(0, len(text))),), published=published)
    return [(e.when, e.span.of(text)) for e in analyse(article).timeline]


def test_events_stand_from_the_earliest_to_the_latest() -> None:
    text = (
        "The mine will close on 12 June 2026, its owners said. It was opened in 1911 by two brothers from Brenn. "
        "The last strike ended in May 2019 after nine weeks without pay."
    )
    assert events(text) == [("1911", "1911"), ("2019-05", "May 2019"), ("2026-06-12", "12 June 2026")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The owners met the miners on Monday in the town hall.", ["2026-03-02"]),
        ("The owners will meet the miners on Monday in the town hall.", ["2026-03-09"]),
        ("The owners met the miners yesterday in the town hall.", ["2026-03-03"]),
        ("The owners met the miners in December in the town hall.", ["2025-12"]),
        ("The owners will meet the miners in December in the town hall.", ["2026-12"]),
        ("The owners met the miners on 9 February last year in the hall.", ["2025-02-09"]),
        ("The owners were chosen in the 2016 election by the whole town.", []),
    ],
)
def test_days_count_from_the_date_of_the_article(text: str, wanted: list[str]) -> None:
    assert [when for when, _ in events(text)] == wanted


def test_without_the_date_of_the_article_relative_days_are_left_out() -> None:
    assert events("The owners met the miners on Monday and closed the pit in 2019.", None) == [("2019", "2019")]


def test_a_dateline_tells_the_date_of_the_article() -> None:
    text = "BRENN, 4 March 2026 (Wire) — The owners met the miners on Monday in the town hall."
    assert "2026-03-02" in [when for when, _ in events(text, None)]
