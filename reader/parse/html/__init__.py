"""A web page as saved or piped → article: headline, byline and text without the menus around them. Opens no link."""

from reader.parse.building import Builder
from reader.parse.html.body import article_element, outer_headline, without_noise
from reader.parse.html.meta import described_by
from reader.parse.html.tree import parse_tree
from reader.parse.html.walk import add_blocks
from reader.parse.plain import parse_plain
from reader.text.article import Article

__all__ = ["parse_html"]


def parse_html(text: str, *, article_id: str) -> Article:
    """The article on the page; the page's source as plain text when nothing on it can be read.

    Args:
        text: The page as decoded.
        article_id: What the article is called.
    """
    tree = parse_tree(text)
    meta = described_by(tree)
    page = without_noise(tree)
    found = article_element(page)
    builder = Builder()
    headline = outer_headline(page, found)
    if headline is not None:
        add_blocks(headline, builder, base=meta.url)
    add_blocks(found, builder, base=meta.url)
    if not builder.paragraphs:
        return parse_plain(text, article_id=article_id)
    return builder.article(meta, article_id)
