"""What a page says about itself in its head: title, author, publisher, date, address.

Takes the tree, gives the same values as a text's front matter. The publisher's JSON-LD comes first, then the meta
elements.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.parse.frontmatter import FrontMatter
from reader.parse.html.tree import Element

MAX_VALUE_CHARS = 300  # longer than any headline; what is longer is no title and no name
MAX_DATA_CHARS = 200_000  # a publisher's own data about one article is a hundredth of it
_ARTICLE_TYPE = re.compile(r"Article$|^BlogPosting$|^Report$")
_TITLES = ("og:title", "twitter:title", "dc.title")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_SOURCES = ("og:site_name", "application-name", "dc.publisher")
_DATES = (
    "article:published_time",
    "datepublished",
    "pubdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "date",
    "parsely-pub-date",
)
_SITE_TAIL = re.compile(r"\s+[|–—·»]\s+[^|–—·»]{2,40}$")  # "Mayor resigns | Valley Post"


def described_by(tree: Element) -> FrontMatter:
    """What is known of the article; None where the page says nothing."""
    named = _named(tree)
    data = next(_articles(tree), {})
    shown = next((e.text() for e in tree if e.tag == "title"), "")
    return FrontMatter(
        title=_first(data.get("headline"), *_of(named, _TITLES), _SITE_TAIL.sub("", shown)),
        source=_first(_name_of(data.get("publisher")), *_of(named, _SOURCES)),
        author=_first(_name_of(data.get("author")), *_of(named, _AUTHORS)),
        published=_first(data.get("datePublished"), *_of(named, _DATES), *_times(tree)),
        url=_first(*_addresses(tree), named.get("og:url")),
    )


def _first(*values: object) -> str | None:
    """The first that is a text of a title's length, white space folded."""
    for value in values:
        if isinstance(value, str) and 0 < len(folded := " ".join(value.split())) <= MAX_VALUE_CHARS:
            return folded
    return None


def _named(tree: Element) -> dict[str, str]:
    """The meta elements, by name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree:
        if element.tag == "meta" and "content" in element.attributes:
            given = element.attributes
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            found.setdefault(name.lower(), given["content"])
    return found


def _of(named: Mapping[str, str], keys: tuple[str, ...]) -> Iterator[str]:
    """The values in the order of the keys; an address is no name ("article:author" often links a profile)."""
    values = (named[key] for key in keys if key in named)
    return (value for value in values if not value.startswith(("http://", "https://")))


def _times(tree: Element) -> Iterator[str]:
    return (e.attributes["datetime"] for e in tree if e.tag == "time" and e.attributes.get("datetime"))


def _addresses(tree: Element) -> Iterator[str]:
    for element in tree:
        if element.tag == "link" and element.attributes.get("rel", "").lower() == "canonical":
            yield element.attributes.get("href", "")


def _articles(tree: Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article."""
    for element in tree:
        if element.tag == "script" and "ld+json" in element.attributes.get("type", ""):
            raw = "".join(child for child in element.children if isinstance(child, str))
            try:
                yield from _with_type(json.loads(raw)) if len(raw) <= MAX_DATA_CHARS else ()
            except (ValueError, RecursionError):
                continue


def _with_type(data: object) -> Iterator[dict[str, Any]]:
    """The objects of an article's type in a list, a graph, or alone."""
    if isinstance(data, list):
        for part in data:
            yield from _with_type(part)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE_TYPE.search(kind)
            for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield data
        yield from _with_type(data.get("@graph"))


def _name_of(value: object) -> str | None:
    """The name or names in JSON-LD's three ways to write a person or a publisher."""
    if isinstance(value, dict):
        return _name_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name_of, value))) or None
    return value if isinstance(value, str) and not value.startswith("http") else None
