"""What can be done while nobody presses a key: piece by piece, so that a key waits for one piece at most.

Takes a function that does one piece and tells whether there is more; knows nothing of what it does.
"""

import gc
from collections.abc import Callable

from textual.message_pump import MessagePump

PAUSE_S = 0.02
"""Between two pieces: a key held down comes every 30 ms."""
YOUNG_OBJECTS = 3_000
"""So many new objects are looked through in 1 ms; the collection that Python itself begins takes 200,000 at once."""
MADE_FOR_GOOD = 20_000
"""So many new objects are an analysis or a screen. Looking through them would hold up a key for 10 ms or more, and they
stay: they are set apart."""


class SpareTime:
    """Pieces of work, one after each pause."""

    def __init__(self, pump: MessagePump, work: Callable[[], bool]) -> None:
        self._pump, self._work = pump, work
        self._waits = False

    def use(self) -> None:
        """There may be something to do; it begins after a pause."""
        if not self._waits and self._pump.is_running:
            self._waits = True
            self._pump.set_timer(PAUSE_S, self._do)

    def _do(self) -> None:
        self._waits = False
        if self._work():
            self.use()
        elif (new := gc.get_count()[0]) > MADE_FOR_GOOD:
            gc.freeze()
        elif new > YOUNG_OBJECTS:
            gc.collect(0)
