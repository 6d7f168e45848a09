"""Where the article and the panes stand: one of three layouts, chosen by the terminal's width.

Narrow: the article alone, a pane opens as a drawer, over the text where it leaves too little of it. Middle: the article
and one pane beside it. Wide: entities, article, and summary above voices. Takes sizes, gives regions; it must not know
what is in the panes.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

Shape = Literal["narrow", "middle", "wide"]
MIDDLE_FROM_COLUMNS = 100  # below, 60 columns of text and a useful pane do not fit side by side
WIDE_FROM_COLUMNS = 160  # below, two columns of panes leave less than 80 for the text
WIDE_FROM_ROWS = 24  # lower, summary above voices would show three lines of each
MIN_DRAWER_CELLS = 44
"""A narrower terminal gives a drawer all it has."""
MIN_BESIDE_DRAWER_CELLS = 32
"""Rows of 27 cells can be read beside a drawer, as in a terminal of 80 columns; with less it lies over the text."""
MIN_BESIDE_CELLS, MAX_BESIDE_CELLS = 40, 56
"""A pane beside the text: the three tabs with a count need 40, and lines over 56 read worse than two."""
BAR = "mark-bar"
"""The id of the article's bar."""
MIN_PANE_CELLS, MIN_ARTICLE_CELLS = 20, 40
"""Narrower by hand than this neither says anything any more."""
MIN_PANE_ROWS = 6
"""Lower by hand, a pane's title and its rules would leave no room for a point of the summary."""
PANES = ("voices", "entities", "summary")


class Sides(NamedTuple):
    """How large the reader has made the panes, cells; None for as large as they are by themselves."""

    left: int | None = None
    """Names, in the wide layout."""
    right: int | None = None
    """What stands right of the article, in the middle and the wide one."""
    columns: int = 0
    """Of the terminal in which the reader chose; a narrower one gives them the same share of its own."""
    upper: int | None = None
    """How high the summary above the voices is, in the wide layout."""
    rows: int = 0
    """Of the body in which the reader chose that; a lower one gives the same share of its own."""

    def for_size(self, size: Size) -> "Sides":
        """The same in a terminal of another size."""
        width, height = size
        left, right, columns, upper, rows = self
        if width < columns:
            left, right = (None if cells is None else cells * width // columns for cells in (left, right))
            columns = width
        if upper is not None and height < rows:
            upper, rows = upper * height // rows, height
        return Sides(left, right, columns, upper, rows)


AS_THEY_ARE = Sides()


def within(wanted: int | None, usual: int, room: int) -> int:
    """A pane's width: the wanted one as far as the text beside it stays readable, else the usual one."""
    return usual if wanted is None else max(MIN_PANE_CELLS, min(wanted, room - MIN_ARTICLE_CELLS))


def shape_of(size: Size) -> Shape:
    """The layout for a terminal."""
    if size.width >= WIDE_FROM_COLUMNS and size.height >= WIDE_FROM_ROWS:
        return "wide"
    return "middle" if size.width >= MIDDLE_FROM_COLUMNS else "narrow"


def regions(shape: Shape, size: Size, shown: frozenset[str], sides: Sides = AS_THEY_ARE) -> Mapping[str, Region]:
    """Part to region. `shown` are the panes to be seen: at most one, unless the shape is wide."""
    width, height = size
    if shape == "narrow":
        drawer = max(min(width, MIN_DRAWER_CELLS), width * 3 // 5) if shown else 0
        beside = width - drawer if width - drawer >= MIN_BESIDE_DRAWER_CELLS else width
        return {"article": Region(0, 0, beside, height)} | {
            name: Region(width - drawer, 0, drawer, height) for name in shown
        }
    if shape == "middle":
        usual = max(MIN_BESIDE_CELLS, min(MAX_BESIDE_CELLS, width * 36 // 100))
        beside = within(sides.right, usual, width) if shown else 0
        return {"article": Region(0, 0, width - beside, height)} | {
            name: Region(width - beside, 0, beside, height) for name in shown
        }
    return _wide(size, shown, sides)


def _wide(size: Size, shown: frozenset[str], sides: Sides) -> Mapping[str, Region]:
    width, height = size
    left = within(sides.left, min(44, width // 5), width // 2) if "entities" in shown else 0
    stack = [name for name in ("summary", "voices") if name in shown]
    right = within(sides.right, min(64, width * 29 // 100), width - left) if stack else 0
    parts = {"article": Region(left, 0, width - left - right, height)}
    if left:
        parts["entities"] = Region(0, 0, left, height)
    upper = _upper(sides.upper, height) if len(stack) > 1 else 0
    for name in stack:
        top, rows = (0, upper or height) if name == stack[0] else (upper, height - upper)
        parts[name] = Region(width - right, top, right, rows)
    return parts


def _upper(wanted: int | None, height: int) -> int:
    """The rows of the upper of two panes: the wanted ones as far as both can be read, else two fifths."""
    return height * 2 // 5 if wanted is None else max(MIN_PANE_ROWS, min(wanted, height - MIN_PANE_ROWS))


def with_bar(places: Mapping[str, Region]) -> Mapping[str, Region]:
    """The same with the last column of the article for its bar."""
    article = places["article"]
    text, bar = article.split_vertical(-1)
    return {**places, "article": text, BAR: bar}


class BodyLayout(Layout):
    """Puts the body's children into their regions."""

    name = "body"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:  # noqa: FBT001, FBT002 -- Textual's signature
        """See `regions`."""
        del greedy
        if not isinstance(parent, Body):
            return []
        places = with_bar(regions(parent.shape, size, parent.shown, parent.sides))
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child, int(child.id in PANES))
            for child in children
            if (region := places.get(child.id or "")) is not None
        ]


class Body(Widget):
    """The article and its panes."""

    BLANK = True  # nothing of it is seen between them, and Textual asks for it at every frame

    def __init__(self, *children: Widget) -> None:
        super().__init__(*children, id="body")
        self._regions = BodyLayout()
        self.shape: Shape = "narrow"
        self.shown: frozenset[str] = frozenset()
        self.chosen_sides: dict[Shape, Sides] = {}
        """What the reader has chosen, each layout for itself."""
        self._arranged: tuple[Shape, frozenset[str], int] | None = None
        """Shape, panes to be seen and number of children, as they are."""

    @property
    def sides(self) -> Sides:
        """How large the panes are to be."""
        return self.chosen_sides.get(self.shape, AS_THEY_ARE).for_size(self.size)

    @property
    def layout(self) -> Layout:
        """Ours; a style sheet could name only Textual's."""
        return self._regions

    def set_border(self, name: str, column: int) -> None:
        """Put the border between the article and a pane at a column of the body."""
        if self.shape == "narrow":
            return  # a drawer lies over the text; there is no border to move
        width = self.size.width
        if self.shape == "wide" and name == "entities":
            chosen = self.sides._replace(left=column, columns=width)
        else:
            chosen = self.sides._replace(right=width - column, columns=width)
        self.chosen_sides[self.shape] = chosen
        self.arrange_again()

    def set_row_border(self, row: int) -> None:
        """Put the border between the two panes that stand one above the other at a row of the body."""
        if self.shape == "wide":
            self.chosen_sides[self.shape] = self.sides._replace(upper=row, rows=self.size.height)
            self.arrange_again()

    def arrange_again(self) -> None:
        """Other borders."""
        for child in self.children:
            child.refresh(layout=True)  # Textual keeps an arrangement until a child wants another

    def arrange_as(self, shape: Shape, shown: frozenset[str]) -> None:
        """Another shape, other panes."""
        if (shape, shown, len(self.children)) == self._arranged:
            return
        self._arranged = shape, shown, len(self.children)
        self.shape, self.shown = shape, shown
        for child in self.children:
            if child.id in PANES:
                child.display = child.id in shown
                child.set_class(shape == "narrow", "-drawer")
        self.refresh(layout=True)
