"""What holds for any text and any bytes."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import InputError
from reader.parse import parse_article, parse_verbatim
from reader.parse.decode import decode
from reader.text import Article

LINES = st.sampled_from(
    ["", " ", "---", "> q", "- item", "1. one", "By Jane Doe", "# Head", "Title: x", "a b c.", "\x00", "\t x", "| a |",
     "3 May 2026", "*a* [b](javascript:x)", "The council met on Monday and said nothing of any", "|-|", "```"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class=share>", "</div>", "<ul>", "<li>", "<b>", "</b>", "<i>", "<a href='https://x.example'>",
     "</a>", "<q>", "</q>", "<br>", "<table>", "<tr>", "<td>", "<pre>", "</pre>", "<h1>", "</h1>", "<blockquote>",
     "<!--", "-->", "<script>", "</script>", "&amp;", "&#0;", "<", ">", '="', "\n", "a", "a sentence's worth of words "]
)  # fmt: skip
PAGES = st.lists(TAGS, max_size=30).map("".join)
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=15).map("\n".join))


def assert_sound(article: Article) -> None:
    end = 0
    for paragraph in article.paragraphs:
        span = paragraph.span
        assert end <= span.start < span.end <= len(article.text)
        assert span.of(article.text).strip()
        assert not article.text[end : span.start].strip()
        end = span.end
    assert not article.text[end:].strip()
    for mark in article.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(article.text)


@given(TEXTS)
def test_verbatim_keeps_the_text_to_the_letter(text: str) -> None:
    article = parse_verbatim(text, id="x")
    assert article.text == text
    assert_sound(article)


@given(TEXTS, st.sampled_from(["text", "markdown"]))
def test_any_text_gives_sound_paragraphs_or_says_that_it_is_empty(text: str, kind: Literal["text", "markdown"]) -> None:
    try:
        article = parse_article(text, id="x", format=kind)
    except InputError:
        return
    assert article.paragraphs
    assert_sound(article)


@given(st.one_of(PAGES, TEXTS))
def test_any_page_gives_sound_paragraphs_or_says_that_it_is_empty(page: str) -> None:
    try:
        article = parse_article(page, id="x", format="html")
    except InputError:
        return
    assert_sound(article)


@given(st.text(alphabet=st.sampled_from("ab .,\n\t-\u00a0é"), min_size=1))
def test_plain_text_changes_white_space_only(text: str) -> None:
    try:
        article = parse_article("Once.\n\n" + text, id="x", format="text")
    except InputError:
        return
    assert "".join(article.text.split()) == "".join(("Once." + text).split())


@given(st.binary())
def test_any_bytes_decode_without_surrogates_or_are_refused(data: bytes) -> None:
    try:
        text = decode(data, name="x")
    except InputError:
        return
    text.encode("utf-8")
    assert "\r" not in text


@pytest.mark.parametrize("nest", ["<div>", "<ul><li>", "<p><b>", "<a ", "<!--", '<a ="', "<script>", "</p>", "<br>"])
def test_deep_nesting_and_open_ends_in_a_page_come_back(nest: str) -> None:
    assert_sound(parse_article("<html>first " + nest * 3000 + "end", id="x", format="html"))


@pytest.mark.parametrize("nest", ["> ", "- ", "[", "**a ", "  - "])
def test_deep_nesting_in_markdown_comes_back(nest: str) -> None:
    assert_sound(parse_article(nest * 1500 + "end", id="x", format="markdown"))
