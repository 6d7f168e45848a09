"""Which part of a page is the article: the smallest element with most of the prose, menus and the like dropped.

Takes the tree, gives elements of it. Prose is text outside links in runs of a sentence's length; menus and teasers have
next to none.
"""

import re
from collections.abc import Iterator

from reader.parse.html.tree import RAW, Element

MIN_PROSE_CHARS = 40  # a run of text between two block ends: menu entries and buttons are shorter
MIN_ARTICLE_SHARE = 0.75  # of the page's prose; the rest is teasers and legal lines that no name gives away
MAX_NOISE_SHARE = (
    0.5  # of the page's prose: a form around the whole page, or a wrapper called "has-sidebar", is no noise
)
NOISE_TAGS = frozenset("nav aside footer form button input label menu dialog".split())
NOISE_ROLES = frozenset("navigation banner contentinfo complementary search dialog alert menu toolbar".split())
NAMELESS = frozenset("html body main article h1".split())  # what their class says is about the whole page
# Words of class and id, split at hyphens and capitals; each is on its own a sign of something beside the article.
NOISE_WORDS = frozenset(
    "ad ads advert advertisement banner breadcrumb breadcrumbs comment comments consent cookie cookies disclaimer "
    "footer menu modal nav navbar navigation newsletter outbrain paywall popup promo promoted recirculation "
    "recommended related share sharing sidebar signup skip social sponsor sponsored subscribe taboola teaser toolbar "
    "trending widget".split()
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def without_noise(tree: Element) -> Element:
    """A copy of the tree without menus, forms, scripts, and what its names call an advertisement or a teaser."""
    return _pruned(tree, max_chars=MAX_NOISE_SHARE * prose_chars(tree))


def article_element(page: Element) -> Element:
    """The smallest element that holds most of the page's prose, or the `<article>` around it."""
    wanted = MIN_ARTICLE_SHARE * prose_chars(page)
    found = page
    inner: Element | None = page
    while inner is not None and wanted:
        found = inner
        children = (child for child in found.children if isinstance(child, Element) and child.tag != "p")
        inner = next((child for child in children if prose_chars(child) >= wanted), None)
    return next((above for above in _upwards(found) if above.tag == "article"), found)


def outer_headline(page: Element, article: Element) -> Element | None:
    """The page's first `<h1>` where the article itself has none."""
    if any(element.tag == "h1" for element in article):
        return None
    return next((element for element in page if element.tag == "h1" and element.text()), None)


def prose_chars(element: Element) -> int:
    """Characters of text outside links, in runs of a sentence's length or more."""
    own, below = element.runs or _runs(element)
    element.runs = own, below
    return below + (own if own >= MIN_PROSE_CHARS else 0)


def _runs(element: Element) -> tuple[int, int]:
    """Characters of the element's own running text; and of the whole runs in the blocks below it."""
    own = below = 0
    for child in element.children:
        if isinstance(child, str):
            own += len(child.strip())
        elif child.is_block:
            below += prose_chars(child)
        elif child.tag != "a":
            inner, deeper = child.runs = child.runs or _runs(child)
            own, below = own + inner, below + deeper
    return own, below


def _pruned(element: Element, *, max_chars: float) -> Element:
    copy = Element(element.tag, element.attributes)
    for child in element.children:
        if isinstance(child, str):
            copy.children.append(child)
        elif child.tag not in RAW and not (_is_noise(child) and prose_chars(child) <= max_chars):
            kept = _pruned(child, max_chars=max_chars)
            kept.parent = copy
            copy.children.append(kept)
    return copy


def _is_noise(element: Element) -> bool:
    given = element.attributes
    if element.tag in NOISE_TAGS or given.get("role", "") in NOISE_ROLES:
        return True
    if "hidden" in given or given.get("aria-hidden") == "true":
        return True
    if "display:none" in given.get("style", "").replace(" ", ""):
        return True
    return element.tag not in NAMELESS and bool(_names(element) & NOISE_WORDS)


def _names(element: Element) -> set[str]:
    named = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return {word.lower() for word in _WORD.findall(named)}


def _upwards(element: Element) -> Iterator[Element]:
    above: Element | None = element
    while above is not None:
        yield above
        above = above.parent
