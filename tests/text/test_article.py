"""What an article is called."""

import pytest

from reader.text import Article


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
