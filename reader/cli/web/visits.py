"""One visitor: a process of the app and the page that shows it. textual-serve's service, which ends what it began."""

import asyncio

from textual_serve.app_service import AppService

ENDING_S = 5
"""A process that has been told to end and has not by then is killed."""
WIDEST, TALLEST = 500, 300
"""Cells; a page may claim any size, and the app would make room for it."""


class Visit(AppService):
    """The server's side of a visit."""

    async def start(self, width: int, height: int) -> None:
        """Start the process, at a size that a screen can have."""
        await super().start(*_bounded(width, height))

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Pass a new size on, if a screen can have it."""
        await super().set_terminal_size(*_bounded(width, height))

    async def stop(self) -> None:
        """End the process, and see that it has ended: nothing may be left of it when the server's loop is closed."""
        process = self._process
        if process is None:
            return
        try:
            async with asyncio.timeout(ENDING_S):
                await super().stop()
                await process.wait()
        except (TimeoutError, OSError):
            process.kill()
            await process.wait()


def _bounded(width: object, height: object) -> tuple[int, int]:
    """A size that makes sense.

    Raises:
        ValueError: these are no numbers.
    """
    if not isinstance(width, int) or not isinstance(height, int):
        raise ValueError("a size is two whole numbers")  # noqa: TRY004 -- what a page sends is a value
    return min(max(width, 1), WIDEST), min(max(height, 1), TALLEST)
