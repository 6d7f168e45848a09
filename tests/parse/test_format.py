"""Which format an input is taken for."""

import pytest

from reader.errors import EmptyInputError
from reader.parse import guessed_format, parse_article

HEADED = "# A bridge\n\nIt is closed."


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.MD", "plain words", "markdown"),
        ("a.markdown", "plain words", "markdown"),
        ("a.txt", HEADED, "text"),
        ("-", HEADED, "markdown"),
        ("-", "See [the map](https://example.org/map).", "markdown"),
        ("-", "He is number #1 in the town.", "text"),
        ("a.HTM", "plain words", "html"),
        ("-", '<?xml version="1.0"?>\n<!DOCTYPE HTML>\n<p>A bridge.', "html"),
        ("page", " <html><p>A bridge.", "html"),
        ("a.txt", "<html> is how a page opens.", "html"),
        ("a.txt", "He wrote <html> on the wall.", "text"),
        ("a.md", "<html>", "markdown"),
    ],
)
def test_format_goes_by_the_ending_and_for_standard_input_by_a_look(name: str, text: str, expected: str) -> None:
    assert guessed_format(text, name) == expected


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\ntitle: x\n---\n"])
def test_an_article_without_text_says_which_one(text: str) -> None:
    with pytest.raises(EmptyInputError, match=r"^notes\.txt: "):
        parse_article(text, id="1", name="notes.txt")


def test_markdown_that_draws_nothing_is_shown_as_it_stands() -> None:
    article = parse_article("[a]: https://example.org/a", id="links.md")
    assert article.text == "[a]: https://example.org/a"
