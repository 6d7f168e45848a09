"""`reader serve` in a real browser, run by hand: opens, moves, searches, exports, asks nobody else for anything.

    python tests/browser/check.py [--browser chromium] [--pictures FOLDER]

Starts the server and a headless Chromium, which it drives over the DevTools protocol, and prints a line for each thing
it has seen. What the terminal shows is taken from the frames that the page receives; look at the pictures too.
"""

import argparse
import asyncio
import base64
import json
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp

PORT = 8731
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,800 --remote-debugging-port=0"
).split()
LIMIT_S = 20
STORY = """Ferry line to close

The Brill Ferry will stop in May, harbour chief Ada Brennan told reporters on Monday.

"We ran out of boats," Brennan said. "We will sell the last one in the autumn, and nobody here is happy about it."

Captain Tom Roe said that 40 jobs would go. He has sailed the line since 1998.
"""
KEY_CODES = {"Enter": 13, "Escape": 27, "Tab": 9}


class Page:
    """A page of the browser: commands out, events in."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._number = socket, 0
        self.shown = ""
        """What the terminal was sent since it was last cleared."""
        self.addresses: list[str] = []

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command and its answer; events that come meanwhile are taken in."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            message = await self._next()
            if message.get("id") == self._number:
                answer: dict[str, Any] = message.get("result", {})
                return answer

    async def until(self, pattern: str) -> None:
        """Wait for something to be shown."""
        try:
            async with asyncio.timeout(LIMIT_S):
                while not re.search(pattern, self.shown):
                    await self._next()
        except TimeoutError:
            raise AssertionError(f"{pattern} is not in {self.shown[-2000:]!r}") from None

    async def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads((await self._socket.receive()).data)
        method, given = message.get("method"), message.get("params", {})
        if method == "Network.webSocketFrameReceived":
            data = given["response"]["payloadData"]
            binary = given["response"]["opcode"] == 2
            text = base64.b64decode(data).decode("utf-8", "replace") if binary else data
            self.shown += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", text)
        elif method in ("Network.requestWillBeSent", "Network.webSocketCreated"):
            self.addresses.append(given.get("request", given)["url"])
        return message

    async def rest(self) -> None:
        """A second and a half in which the page does what it does."""
        await self.call("Runtime.evaluate", expression="new Promise(r => setTimeout(r, 1500))", awaitPromise=True)

    async def press(self, key: str) -> None:
        """A key, as a person presses it; what was shown before is forgotten."""
        self.shown = ""
        code = KEY_CODES.get(key, ord(key[0].upper()))
        text = {} if key in KEY_CODES else {"text": key}
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, **text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


async def started(folder: Path) -> int:
    """The port at which the browser listens to us."""
    async with asyncio.timeout(LIMIT_S):
        while not (told := folder / "DevToolsActivePort").exists():  # noqa: ASYNC110 -- the browser tells no other way
            await asyncio.sleep(0.1)
    return int(told.read_text().split()[0])


async def answering(session: aiohttp.ClientSession, url: str) -> str:
    """The page, as soon as the server gives it."""
    async with asyncio.timeout(LIMIT_S):
        while True:
            try:
                async with session.get(url) as answer:
                    page: str = await answer.text()
                    return page
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)


async def opened(session: aiohttp.ClientSession, port: int, downloads: Path) -> Page:
    """The browser's first page, watched."""
    async with session.get(f"http://127.0.0.1:{port}/json") as answer:
        (target,) = [each for each in await answer.json() if each["type"] == "page"]
    page = Page(await session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0))
    await page.call("Network.enable")
    await page.call("Page.enable")
    await page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
    return page


async def picture(page: Page, file: Path) -> None:
    """A screenshot of what is there when all has been drawn."""
    await page.rest()
    data = (await page.call("Page.captureScreenshot"))["data"]
    file.write_bytes(base64.b64decode(data))  # noqa: ASYNC240 -- nothing else goes on


async def check(home: Path, browser: str, pictures: Path) -> None:
    """All of it."""
    story, downloads, profile = home / "story.txt", home / "downloads", home / "profile"
    story.write_text(STORY, encoding="utf-8")
    serve = [sys.executable, "-m", "reader", "serve", str(story), "--port", str(PORT), "--theme", "reader-dark"]
    async with AsyncExitStack() as stack:
        for command in (serve, [browser, *FLAGS, f"--user-data-dir={profile}", "about:blank"]):
            running = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: ASYNC220 -- it returns at once
            stack.callback(running.wait)
            stack.callback(running.terminate)
        session = await stack.enter_async_context(aiohttp.ClientSession())
        await answering(session, f"http://localhost:{PORT}/")
        page = await opened(session, await started(profile), downloads)
        await page.call("Page.navigate", url=f"http://localhost:{PORT}/")
        await page.until("The Brill Ferry")
        await page.until(r"Voices \d")
        await picture(page, pictures / "1-opened.png")
        print("opens: the article and its voices are there")
        await page.press("n")
        await page.until(r"1/\d")
        await picture(page, pictures / "2-moved.png")
        print("moves: n goes to the first name, its card is shown")
        await page.press("/")
        for letter in "boats":
            await page.press(letter)
        await page.until("1/1|1 of 1|1 hit")
        await page.press("Enter")
        await picture(page, pictures / "3-searched.png")
        print("searches: the hits are counted")
        await page.press("Escape")
        await page.rest()  # Escape and a letter at once would be Alt and the letter
        await page.press("e")
        await page.until("download")
        await picture(page, pictures / "4-export.png")
        await page.press("Enter")
        async with asyncio.timeout(LIMIT_S):
            while not (downloads / "story.md").exists():
                await page.call("Page.getNavigationHistory")
                await asyncio.sleep(0.1)
        exported = subprocess.run(  # noqa: ASYNC221 -- nothing else goes on
            [sys.executable, "-m", "reader", "export", str(story), "--no-cache"], capture_output=True, check=True
        )
        assert (downloads / "story.md").read_bytes() == exported.stdout
        print("exports: the downloaded file is what `reader export` writes")
        await page.press("q")
        await picture(page, pictures / "5-ended.png")
        others = [a for a in page.addresses if not re.match(rf"(http|ws)://localhost:{PORT}/|data:|about:", a)]
        assert not others, others
        print(f"asks nobody else: {len(page.addresses)} requests, all to localhost:{PORT}")


def main() -> None:
    """Check, and say where the pictures are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", default=shutil.which("chromium") or shutil.which("google-chrome") or "chromium")
    parser.add_argument("--pictures", type=Path, default=Path(tempfile.gettempdir()) / "reader-browser")
    given = parser.parse_args()
    given.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(check(Path(home), given.browser, given.pictures))
    print(f"pictures: {given.pictures}")


if __name__ == "__main__":
    main()
