"""Spare time: what is left over is looked through in small pieces; what was made for good is set apart."""

import gc
from collections.abc import Iterator

import pytest
from textual.app import App

from reader.tui.spare_time import MADE_FOR_GOOD, YOUNG_OBJECTS, SpareTime
from tests.tui.acting import until


@pytest.fixture(autouse=True)
def _only_by_hand() -> Iterator[None]:
    """Nothing is collected but by what is tested; afterwards all is as it was."""
    gc.collect()
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize(("objects", "set_apart"), [(MADE_FOR_GOOD + 5_000, True), (YOUNG_OBJECTS + 3_000, False)])
async def test_only_many_new_objects_are_set_apart(objects: int, *, set_apart: bool) -> None:
    app, before = App[int](), gc.get_freeze_count()
    async with app.run_test() as pilot:
        gc.collect(0)
        spare, made = SpareTime(app, lambda: False), [[number] for number in range(objects)]
        spare.use()
        await until(pilot, lambda: gc.get_count()[0] < YOUNG_OBJECTS)
        assert (gc.get_freeze_count() - before > objects) == set_apart
        assert len(made) == objects
