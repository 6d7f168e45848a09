"""The borders between article and panes: moved by mouse and key, the same in every article, remembered.

With `remember` off they last as long as the program.
"""

from typing import TYPE_CHECKING, Any, cast, get_args

from textual import on

from reader.tui.screens.summing import SummingScreen
from reader.tui.stages import BorderDragged, RowBorderDragged
from reader.tui.widgets.body_layout import Shape, Sides, regions

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

BORDERS = "borders"
"""The name under which they are remembered: layout to what `Sides` holds, or the widths alone as they once were."""
WIDTHS = 3
"""The fields of `Sides` that are about widths."""
MOST_CELLS = 1000
"""No terminal is wider or higher; what says so was not written by this program."""


class BorderingScreen(SummingScreen):
    """Borders that stay where they were put."""

    _kept_borders: "dict[Shape, Sides] | None" = None

    def on_mount(self) -> None:
        """Stand as wide as last time, in the very first frame."""
        app = cast("ReaderApp", self.app)
        if app.borders is None:
            app.borders = {} if self.store is None else borders_of(self.store.choices().get(BORDERS))
        self.body.chosen_sides = app.borders
        self._kept_borders = dict(app.borders)

    def on_screen_resume(self) -> None:
        """Another article's borders may have been moved meanwhile."""
        self.body.arrange_again()

    def keep(self, *, wait: bool = False) -> None:
        """See `KeepingScreen.keep`; borders that were moved are kept too."""
        super().keep(wait=wait)
        borders = self.body.chosen_sides
        if self.store is not None and borders != self._kept_borders:
            self._kept_borders = dict(borders)
            self.store.choose(**{BORDERS: {shape: list(sides) for shape, sides in borders.items()}})

    @on(BorderDragged)
    def drag_border(self, message: BorderDragged) -> None:
        """The mouse holds a border."""
        self.body.set_border(message.name, message.column)

    @on(RowBorderDragged)
    def drag_row_border(self, message: RowBorderDragged) -> None:
        """The mouse holds the border between summary and voices."""
        self.body.set_row_border(message.row - self.body.region.y)

    def action_border(self, step: int) -> None:
        """The right border by some columns, for hands that stay on the keys."""
        places = regions(self.body.shape, self.body.size, self.body.shown, self.body.sides)
        beside = next((places[name] for name in ("voices", "summary", "entities") if name in places), None)
        if beside is not None:
            self.body.set_border("voices", beside.x + step)


def borders_of(kept: object) -> dict[Shape, Sides]:
    """Borders as they were kept; whatever is no border is left out."""
    if not isinstance(kept, dict):
        return {}
    return {shape: Sides(*kept[shape]) for shape in get_args(Shape) if _is_kept(kept.get(shape))}


def _is_kept(value: Any) -> bool:
    if not isinstance(value, list) or len(value) not in (WIDTHS, len(Sides._fields)):
        return False
    left, right, columns, upper, rows = value if len(value) > WIDTHS else (*value, None, 0)
    if not all(cells is None or _is_length(cells) for cells in (left, right, upper)):
        return False
    has_height = _is_length(rows) if upper is not None else rows == 0
    return has_height and (_is_length(columns) or (left is None and right is None and columns == 0))


def _is_length(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MOST_CELLS
