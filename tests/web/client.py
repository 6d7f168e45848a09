"""As much of a browser as a visit needs: pages over HTTP, frames over a WebSocket (RFC 6455). Standard library only."""

import base64
import json
import os
import re
import socket
from http.client import HTTPConnection, HTTPResponse

LIMIT_S = 60
MAX_PINGS = 3
"""The server sends one every fifteen seconds; what takes longer than so many does not come."""
TEXT, BINARY, CLOSE, PING = 1, 2, 8, 9
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    """An answer of the server and its body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=LIMIT_S)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


class Visit:
    """A page's side of a visit."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=LIMIT_S)
        self._received = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(
            f"GET /ws?width=120&height=40 HTTP/1.1\r\nHost: localhost:{port}\r\nUpgrade: websocket\r\n"
            f"Origin: http://localhost:{port}\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        head, _, self._received = self._until_blank_line()
        assert head.startswith(b"HTTP/1.1 101"), head
        self.shown = b""
        """What the terminal was sent since the last key, without escape sequences."""
        self.ended, self._pings = False, 0

    def _until_blank_line(self) -> tuple[bytes, bytes, bytes]:
        while b"\r\n\r\n" not in self._received:
            self._received += self._more()
        return self._received.partition(b"\r\n\r\n")

    def _more(self) -> bytes:
        data = self._socket.recv(1 << 16)
        assert data, "the server has hung up"
        return data

    def _take(self, count: int) -> bytes:
        while len(self._received) < count:
            self._received += self._more()
        taken, self._received = self._received[:count], self._received[count:]
        return taken

    def press(self, key: str) -> None:
        """A key, or several; what was shown before is forgotten."""
        self.shown = b""
        self.send(json.dumps(["stdin", key]))

    def send(self, message: str) -> None:
        """A message as it is."""
        self._send(TEXT, message.encode())

    def _send(self, kind: int, payload: bytes) -> None:
        mask = os.urandom(4)
        length = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + len(payload).to_bytes(2, "big")
        masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))
        self._socket.sendall(bytes([0x80 | kind]) + length + mask + masked)

    def until(self, pattern: bytes) -> re.Match[bytes]:
        """Wait until this is shown."""
        self._pings = 0
        while (found := re.search(pattern, self.shown)) is None:
            assert not self.ended, f"{pattern!r} is not in {self.shown!r}"
            assert self._pings < MAX_PINGS, f"{pattern!r} is not in {self.shown!r}"
            self._frame()
        return found

    def until_ended(self) -> None:
        """Wait until the server ends the visit."""
        self._pings = 0
        while not self.ended:
            assert self._pings < MAX_PINGS, "the server does not end the visit"
            self._frame()

    def _frame(self) -> None:
        head = self._take(2)
        length = head[1] & 0x7F
        if length >= 126:
            length = int.from_bytes(self._take(2 if length == 126 else 8), "big")
        kind, payload = head[0] & 0x0F, self._take(length)
        if kind in (TEXT, BINARY):
            self.shown += ESCAPES.sub(b"", payload)
        elif kind == PING:
            self._pings += 1
            self._send(10, payload)
        elif kind == CLOSE:
            self.ended = True

    def close(self) -> None:
        """Close the page."""
        self._socket.close()
