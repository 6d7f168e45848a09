"""The analysis process: one request in, the stages out as they end.

Reads one line of `reader.nlp.request` from standard input and writes JSON Lines to standard output:

    {"field": "entities", "value": [...], "last": false}    a piece of a streamed field; `last` ends it
    {"field": "done", "value": {"engine": ..., "timings_ms": ...}}
    {"error": {"type": ..., "message": ...}}

A field may come twice (entities again after the quotes); the later one counts. Standard input has to stay open as
long as an answer is wanted: its end means that nobody waits any more, and the process exits. This module must
stay importable without nltk, because the slow imports happen while the reader of standard input already runs.
"""

import gc
import json
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from reader.nlp.lean import spare_nltk_packages

if TYPE_CHECKING:
    from reader.nlp.document import Document

LINE_CHARS = 48 * 1024  # decoding one line holds the app's interpreter lock: measured 0.6 ms at this length
_READ_BYTES = 1 << 16
_FIELDS_AFTER = {
    "tokens": ("sentences",),
    "coref": ("entities",),
    "quotes": ("quotes", "entities"),
    "summary": ("reserve", "summary", "key_facts", "timeline"),
}
"""Stage name to the fields that are worth sending when it ends; a field that did not change is not sent again."""


def main() -> None:
    """Answer one request, then exit without waiting for anything."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ^C in the terminal is the app's business
    gc.disable()  # one article, then the process ends: nothing here is worth collecting
    output = _claim_stdout()
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_watch_stdin, args=(requests,), daemon=True).start()
    status = 0
    try:
        spare_nltk_packages()
        import reader.nlp.pipeline  # noqa: F401 -- imports nltk and the stages while the request is on its way

        for line in answer(requests.get()):
            _write(output, line)
    except OSError:
        status = 1  # nobody reads the answer any more
    os._exit(status)


def answer(request_line: bytes) -> Iterator[bytes]:
    """The lines that answer one request; a failure becomes the last one."""
    try:
        yield from _stages(request_line)
    except Exception as error:  # noqa: BLE001 -- whatever fails in here is told to the app, never lost
        yield _line({"error": {"type": type(error).__name__, "message": str(error)}})


def _stages(request_line: bytes) -> Iterator[bytes]:
    from reader.nlp import pipeline, request

    article, options = request.decode(request_line)
    sent: dict[str, Any] = {}
    timings: dict[str, float] = {}
    for stage, document, spent_ms in pipeline.run_stages(article, options):
        timings[stage.name] = round(spent_ms, 3)
        for name in _FIELDS_AFTER.get(stage.name, ()):
            yield from _field_lines(document, name, sent)
    made_by = pipeline.engine(options)
    engine = {"name": made_by.name, "version": made_by.version, "models": made_by.models}
    yield _line({"field": "done", "value": {"engine": engine, "timings_ms": timings}})


def _field_lines(document: "Document", name: str, sent: dict[str, Any]) -> Iterator[bytes]:
    from reader.text.wire import STAGE_FIELDS

    value = getattr(document, name)
    if sent.get(name) == value:
        return
    sent[name] = value
    yield from field_lines(name, STAGE_FIELDS[name](value))


def field_lines(name: str, items: Iterable[Any]) -> Iterator[bytes]:
    """A field in pieces of about `LINE_CHARS`, the last one marked; an empty field is one empty piece."""
    piece: list[str] = []
    length = 0
    for item in items:
        if length > LINE_CHARS:
            yield _piece(name, piece, last=False)
            piece, length = [], 0
        piece.append(json.dumps(item))
        length += len(piece[-1]) + 2  # ", "
    yield _piece(name, piece, last=True)


def _piece(name: str, encoded: list[str], *, last: bool) -> bytes:
    flag = "true" if last else "false"
    return f'{{"field": "{name}", "value": [{", ".join(encoded)}], "last": {flag}}}\n'.encode("ascii")


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"


def _claim_stdout() -> int:
    """A descriptor of its own for the answer; whatever else prints goes to standard error."""
    sys.stdout.flush()
    output = os.dup(1)
    os.dup2(2, 1)
    return output


def _watch_stdin(requests: "SimpleQueue[bytes]") -> None:
    """Hand over the first line, then end the process when standard input ends."""
    seen = b""
    while b"\n" not in seen:
        chunk = os.read(0, _READ_BYTES)
        if not chunk:
            os._exit(0)
        seen += chunk
    requests.put(seen[: seen.index(b"\n") + 1])
    while os.read(0, _READ_BYTES):
        pass
    os._exit(0)


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


if __name__ == "__main__":
    main()
