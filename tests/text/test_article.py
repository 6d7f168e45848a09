"""What an article is called."""

import pytest

from reader.text import Article
from reader.text.article import reading_time


@pytest.mark.parametrize(
    ("article_id", "title", "label"),
    [
        ("news/story.txt", None, "story.txt"),
        ("news/story.txt", "The strike is over", "The strike is over"),
        ("-", None, "standard input"),
        ("/", None, "/"),
    ],
)
def test_an_article_is_called_by_its_title_else_by_its_file(article_id: str, title: str | None, label: str) -> None:
    assert Article(id=article_id, text="", paragraphs=(), title=title).label == label


@pytest.mark.parametrize(("words", "time"), [(3, "1 min"), (238 * 59, "59 min"), (238 * 125, "2 h 5 min")])
def test_the_reading_time_of_a_book_is_told_in_hours(words: int, time: str) -> None:
    assert reading_time("word " * words) == time
