"""HTML → a tree of elements, in one pass whose time grows with the page's length alone.

Takes any string, gives a tree; nothing on a page is an error. It is no full HTML 5 parser: it knows void elements, raw
text, and the end tags that pages leave out. Python's own `html.parser` tries an unclosed tag or comment again at every
"<", which a hostile page of one megabyte makes last for minutes.
"""

import re
from collections.abc import Iterator
from html import unescape

MAX_DEPTH = 120  # nested elements; pages seen have 40, and each level costs two of Python's thousand frames
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
RAW = frozenset(
    "script style template textarea iframe noscript svg math title object canvas audio video select".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 head header hgroup html hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
# What the opening of an element closes: a paragraph ends at any block, a list item at the next one in the same list.
_CLOSES = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "tr": {"tr"}, "td": {"td", "th"},
    "th": {"td", "th"},
}  # fmt: skip
_FENCES = frozenset("ul ol dl table html body".split())
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>"'<=]*+)((?:[^<>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++)))?+""")


class Element:
    """One element: its name in small letters, its attributes, and what is in it."""

    __slots__ = ("attributes", "children", "parent", "runs", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Element | None" = None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.parent = parent
        self.runs: tuple[int, int] | None = None
        """What `body.prose_chars` found out, once it has."""

    def __iter__(self) -> "Iterator[Element]":
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child

    @property
    def is_block(self) -> bool:
        """Whether it begins and ends a line."""
        return self.tag in BLOCKS

    def text(self) -> str:
        """The words in it, white space folded."""
        return " ".join(" ".join(self.strings()).split())

    def strings(self) -> Iterator[str]:
        """The text in it piece by piece, without scripts and the like."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in RAW:
                yield from child.strings()


def parse_tree(source: str) -> Element:
    """The page's elements below one nameless root."""
    grower = _Grower()
    folded = source.lower()
    if len(folded) != len(source):  # a few letters change their length: then only plain ones are folded
        folded = source.translate({c: c + 32 for c in range(ord("A"), ord("Z") + 1)})
    at = 0
    while at < len(source):
        opened = source.find("<", at)
        if opened < 0:
            opened = len(source)
        grower.words(source[at:opened])
        at = _markup(source, folded, opened, grower) if opened < len(source) else opened
    return grower.root


def _markup(source: str, folded: str, at: int, grower: "_Grower") -> int:
    """What stands at the "<" goes to the tree; gives where to read on."""
    if source.startswith("<!--", at):
        return _past(source, "-->", at + 4)
    if source.startswith(("<!", "<?"), at):
        return _past(source, ">", at + 2)
    found = _TAG.match(source, at)
    if found is None:
        grower.words("<")
        return at + 1
    tag = found[2].lower()
    if found[1]:
        grower.close(tag)
        return found.end()
    grower.open(tag, _attributes(found[3]))
    if tag not in RAW:
        return found.end()
    end = folded.find(f"</{tag}", found.end())
    grower.words(source[found.end() : end if end >= 0 else len(source)], is_raw=tag != "title")
    grower.close(tag)
    return _past(source, ">", end) if end >= 0 else len(source)


def _past(source: str, mark: str, start: int) -> int:
    """Behind the next `mark`; the end of the page when it is never closed."""
    found = source.find(mark, start)
    return len(source) if found < 0 else found + len(mark)


def _attributes(raw: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(raw):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value))
    return found


class _Grower:
    """The tree while it grows, and the elements that are open."""

    def __init__(self) -> None:
        self.root = Element("", {})
        self._open = [self.root]
        self._too_deep = 0

    def words(self, raw: str, *, is_raw: bool = False) -> None:
        if raw:
            self._open[-1].children.append(raw if is_raw else unescape(raw))

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in BLOCKS:
            self._end({"p"}, upto=BLOCKS - {"p"})
        if tag in _CLOSES:
            self._end(_CLOSES[tag], upto=_FENCES)
        element = Element(tag, attributes, self._open[-1])
        self._open[-1].children.append(element)
        if tag in VOID:
            return
        if len(self._open) > MAX_DEPTH:
            self._too_deep += 1
        else:
            self._open.append(element)

    def close(self, tag: str) -> None:
        """Ends the nearest open element of that name; an end tag without a beginning is passed over."""
        if self._too_deep:
            self._too_deep -= 1
            return
        self._end({tag}, upto=frozenset() if tag in BLOCKS or tag in RAW else BLOCKS)

    def _end(self, tags: set[str], *, upto: frozenset[str]) -> None:
        """Ends the nearest open element of `tags`, unless one of `upto` was opened in it."""
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag in tags:
                del self._open[index:]
                return
            if self._open[index].tag in upto:
                return
