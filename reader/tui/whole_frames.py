"""A frame goes to the terminal in one piece: Textual gives its writing thread the beginning before the frame is made.

That thread then asks for the interpreter while the frame is made. Takes a driver class, gives the same with frames held
back until they are whole; whatever else is written goes through.
"""

import sys

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.driver import Driver


def quick_driver(driver: type[Driver]) -> type[Driver]:
    """Textual's driver for this terminal with frames in one piece and, where that is known to work, no threads."""
    if sys.platform == "linux":
        from textual.drivers.linux_driver import LinuxDriver

        from reader.tui.near_terminal import NearTerminal

        driver = NearTerminal if driver is LinuxDriver else driver
    return whole_frames(driver)


def whole_frames(driver: type[Driver]) -> type[Driver]:
    """The driver with frames in one piece."""

    class WholeFrames(driver):  # type: ignore[misc, valid-type]  # the terminal decides which driver it is
        """See `whole_frames`."""

        _held = ""

        def write(self, data: str) -> None:
            """Write, unless a frame has been begun and not ended."""
            self._held += data
            if not self._held.startswith(SYNC_START) or data == SYNC_END:
                data, self._held = self._held, ""
                super().write(data)

    return WholeFrames
