"""The web server: textual-serve's, kept to this machine's own pages and to a few visitors at a time.

Takes the command that a visitor's process is started with. It is imported only by `reader serve`, because
textual-serve is an extra.
"""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server, to_int

from reader.cli.web.visits import Visit

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
MAX_VISITORS = 8
"""Each is a process of some 60 MB, and for a second another one that analyses."""
SMALLEST_FONT, USUAL_FONT, LARGEST_FONT = 6, 16, 48
HEARTBEAT_S = 15
LONGEST_MESSAGE = 256 * 1024
"""Bytes; room for what a person pastes into the search line."""
NONSENSE = (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, ConnectionError)
"""What comes of a message that our page does not send; its visit is over."""
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""Nothing is fetched from elsewhere; the terminal of the page sets styles in place."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ReaderServer(Server):
    """Serves the reader."""

    def __init__(self, command: str, *, host: str, port: int, title: str) -> None:
        """Make a server that is not yet listening.

        Args:
            command: what a shell starts for each visitor.
            host: the name or address to listen at; a local one takes only requests that came to a local name.
            port: the port.
            title: of the page.
        """
        super().__init__(command, host=host, port=port, title=title, templates_path=Path(__file__).parent)
        self._visitors = 0

    async def on_startup(self, app: web.Application) -> None:
        """No banner: `listen` says where, once it listens."""

    async def application(self) -> web.Application:
        """Everything that is served."""
        app = await self._make_app()
        app.middlewares.append(self._only_own_pages)
        app.router.add_get("/page.js", self._script)
        return app

    @web.middleware
    async def _only_own_pages(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse what another site has sent: its pages may neither open a visit nor be this one's name."""
        origin = request.headers.get("Origin")
        if not self._is_own_name(request.host) or (origin is not None and urlsplit(origin).netloc != request.host):
            raise web.HTTPForbidden(text="This address is for its own pages.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = CONTENT_POLICY
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def _is_own_name(self, host: str) -> bool:
        """Whether a request came to us by our name: another's name can be made to point here."""
        return self.host not in LOCAL_NAMES or urlsplit(f"//{host}").hostname in LOCAL_NAMES

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page, whose addresses are those it was asked by."""
        font = to_int(request.query.get("fontsize", ""), USUAL_FONT)
        return {
            "title": self.title,
            "font_size": min(max(font, SMALLEST_FONT), LARGEST_FONT),
            "websocket": f"{'wss' if request.secure else 'ws'}://{request.host}/ws",
        }

    async def _script(self, request: web.Request) -> web.StreamResponse:
        del request
        return web.FileResponse(Path(__file__).with_name("page.js"))

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A visit."""
        if self._visitors >= MAX_VISITORS:
            raise web.HTTPServiceUnavailable(text="There are too many visitors; close another page.")
        self._visitors += 1
        try:
            return await self._visit(request)
        finally:
            self._visitors -= 1

    async def _visit(self, request: web.Request) -> web.WebSocketResponse:
        page = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=LONGEST_MESSAGE)
        await page.prepare(request)

        async def close() -> None:
            await page.close()

        visit = Visit(
            self.command, write_bytes=page.send_bytes, write_str=page.send_str, close=close,
            download_manager=self.download_manager,
        )  # fmt: skip
        try:
            await visit.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(page, visit)
        except NONSENSE:
            await page.close()
        finally:
            await visit.stop()
        return page


def listen(server: ReaderServer, announce: Callable[[str], None]) -> None:
    """Serve until interrupted; only what goes wrong is told.

    Args:
        server: what to serve.
        announce: called with the address, once the server listens.

    Raises:
        OSError: the address cannot be listened at.
    """
    logging.basicConfig(level=logging.WARNING, format="reader: %(message)s")
    web.run_app(
        server.application(), host=server.host, port=server.port, access_log=None,
        print=lambda *_: announce(server.public_url),
    )  # fmt: skip
