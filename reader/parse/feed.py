"""A saved or piped feed, RSS or Atom → one article: a heading for each story, and under it what the feed holds of it.

Opens no link. The XML is read by the standard library; a text that declares entities is no feed, so that none can
grow beyond measure.
"""

import re
from email.utils import parsedate_to_datetime
from html import escape
from typing import TYPE_CHECKING

from reader.parse.building import Builder
from reader.parse.frontmatter import FrontMatter
from reader.parse.html.body import without_noise
from reader.parse.html.tree import MAX_DEPTH, parse_tree
from reader.parse.html.walk import add_blocks
from reader.parse.plain import parse_plain
from reader.text.article import Article, InlineMark, Paragraph
from reader.text.display import one_line
from reader.text.span import Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HEAD_CHARS = 2000  # room for a comment and a style sheet's line above the root
_ROOT = re.compile(r"<(?:rss|feed|(?:rdf:)?RDF)[\s>]")
_ABOVE = re.compile(r"\ufeff?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*", re.DOTALL)
_ITEMS = frozenset(("item", "entry"))
_STORY, _DATE = Paragraph(Span(0, 0), "heading", 2), Paragraph(Span(0, 0), "caption")
_DATES = ("pubDate", "published", "date", "updated", "lastBuildDate")
"""In the order in which they are believed."""
_WORDS = ("encoded", "content", "description", "summary")
_ATOM = "{http://www.w3.org/2005/Atom}"
_OTHER_WORDS = "http://search.yahoo.com/mrss/"
"""The namespace of pictures and films, whose "description" tells of them."""


def is_feed(text: str) -> bool:
    """Whether a text opens as a feed does, whatever its file is called."""
    above = _ABOVE.match(text, 0, HEAD_CHARS)
    return above is not None and _ROOT.match(text, above.end()) is not None


def parse_feed(text: str, *, article_id: str) -> Article:
    """All stories of the feed, one under the other; its source as plain text when it is no sound XML.

    Args:
        text: The feed as decoded.
        article_id: What the article is called.
    """
    from xml.etree import ElementTree as ET

    try:
        root = ET.fromstring(text) if "<!ENTITY" not in text else None  # noqa: S314 -- no entities
    except ET.ParseError:
        root = None
    if root is None:
        return parse_plain(text, article_id=article_id)
    head = next((child for child in root if _name(child) == "channel"), root)
    stories = [element for element in root.iter() if _name(element) in _ITEMS]
    builder = Builder()
    for story in stories:
        _add(story, builder)
    return builder.article(_described(head, stories), article_id)


def _name(element: "Element") -> str:
    """The name without its namespace; empty for what belongs to pictures and films, and for comments."""
    if not isinstance(element.tag, str) or element.tag.startswith(f"{{{_OTHER_WORDS}}}"):
        return ""
    return element.tag.rpartition("}")[2]


def _described(head: "Element", stories: "list[Element]") -> FrontMatter:
    dates = sorted(filter(None, (_date(element) for element in (head, *stories))))
    published = dates[-1] if dates else None
    return FrontMatter(title=_plain(_child(head, "title")) or None, published=published, url=_link(head) or None)


def _add(story: "Element", builder: Builder) -> None:
    title, link = _plain(_child(story, "title")), _link(story)
    if title:
        marks = [InlineMark(Span(0, len(title)), "link", link)] if link else []
        builder.add(title, _STORY, marks)
    told = " · ".join(filter(None, (_author(story), _date(story))))
    if told:
        builder.add(told, _DATE)
    words = max((_source(element) for element in story if _name(element) in _WORDS), key=len, default="")
    add_blocks(without_noise(parse_tree(words)), builder, base=link or None)


def _child(element: "Element", name: str) -> "Element | None":
    return next((child for child in element if _name(child) == name), None)


def _source(element: "Element") -> str:
    """The HTML in an element, whichever way it is wrapped."""
    if element.get("type", "text" if element.tag.startswith(_ATOM) else "") == "text":
        return escape(element.text or "", quote=False)
    if len(element) == 0:
        return element.text or ""
    return "".join(_tagged(child, 0) for child in element)


def _tagged(element: "Element", depth: int) -> str:
    """XHTML and what follows it, without namespaces, as HTML; what is nested too deep as its bare words."""
    tail = escape(element.tail or "", quote=False)
    if not isinstance(element.tag, str):
        return tail  # a comment
    if depth == MAX_DEPTH:
        return escape("".join(element.itertext()), quote=False) + tail
    name, address = _name(element), element.get("href")
    inner = escape(element.text or "", quote=False) + "".join(_tagged(child, depth + 1) for child in element)
    opening = f'{name} href="{escape(address)}"' if address else name
    return f"<{opening}>{inner}</{name}>{tail}"


def _plain(element: "Element | None") -> str:
    return "" if element is None else one_line(parse_tree(_source(element)).text())


def _link(element: "Element") -> str:
    """The address of the story itself: RSS has it between the tags, Atom in an attribute."""
    for child in element:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            return one_line(child.get("href") or child.text or "")
    return ""


def _author(story: "Element") -> str:
    found = _child(story, "creator")
    if found is None:
        found = _child(story, "author")
    if found is None:
        return ""
    name = _child(found, "name")
    return one_line((found if name is None else name).text or "")


def _date(element: "Element") -> str:
    """The day in ISO 8601, or the words as given."""
    found = next((child for name in _DATES for child in element if _name(child) == name), None)
    given = one_line(found.text or "") if found is not None else ""
    try:
        return parsedate_to_datetime(given).date().isoformat()
    except ValueError:
        return given[:10] if re.match(r"\d{4}-\d\d-\d\d", given) else given
