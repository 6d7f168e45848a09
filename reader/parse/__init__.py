"""Text → Article, pure: plain text, Markdown, HTML and feeds. It opens nothing and draws nothing."""

import re
from typing import Literal

from reader.errors import EmptyInputError
from reader.parse.plain import parse_plain, parse_verbatim
from reader.text.article import Article
from reader.text.display import one_line

__all__ = ["Format", "parse_article", "parse_verbatim"]

Format = Literal["text", "markdown", "html", "feed"]
MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
HTML_HEAD_CHARS = 1000  # room for a comment or an XML line above the page's first element
HTML_SIGNS = ("<!doctype html", "<html", "<head", "<body")
_MARKDOWN_SIGNS = re.compile(r"^#{1,6} \S|^```|\]\((?:https?://|/|#)[^\s)]*\)", re.MULTILINE)


def parse_article(text: str, *, id: str, format: Format | None = None, name: str = "") -> Article:  # noqa: A002 -- the contract's names
    """The article in `text`.

    Args:
        text: As `reader.parse.decode.decode` gives it.
        id: The path as given, "-" for standard input.
        format: None to go by the ending of `name` (or of `id`), and for standard input by a look at the text.
        name: The file's name where it is not the id.

    Raises:
        EmptyInputError: the text is nothing but white space or metadata.
    """
    chosen = format or guessed_format(text, name or id)
    if chosen == "markdown":
        from reader.parse.markdown import parse_markdown

        article = parse_markdown(text, article_id=id)
    elif chosen == "html":
        from reader.parse.html import parse_html

        article = parse_html(text, article_id=id)
    elif chosen == "feed":
        from reader.parse.feed import parse_feed

        article = parse_feed(text, article_id=id)
    else:
        article = parse_plain(text, article_id=id)
    if not article.paragraphs:
        shown = "standard input" if (name or id) == "-" else one_line(name or id)
        raise EmptyInputError(f"{shown}: no text in it, there is nothing to read")
    return article


def guessed_format(text: str, name: str) -> Format:
    """A feed by its root, HTML and Markdown by ending or signs (Markdown's on standard input only); else text."""
    lowered = name.lower()
    if _is_feed(text):
        return "feed"
    if lowered.endswith(HTML_ENDINGS):
        return "html"
    if lowered.endswith(MARKDOWN_ENDINGS):
        return "markdown"
    if _is_page(text):
        return "html"
    return "markdown" if name in {"", "-"} and _MARKDOWN_SIGNS.search(text) else "text"


def _is_feed(text: str) -> bool:
    if not text[:HTML_HEAD_CHARS].lstrip("\ufeff \t\r\n").startswith("<"):
        return False  # nearly every article: without an import
    from reader.parse.feed import is_feed

    return is_feed(text)


def _is_page(text: str) -> bool:
    """Whether the text opens as a web page does, whatever its file is called."""
    head = text[:HTML_HEAD_CHARS].lstrip()
    return head[:1] == "<" and any(sign in head.lower() for sign in HTML_SIGNS)
