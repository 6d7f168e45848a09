"""A path → bytes → an article: what the app, `export` and `analyze` share.

Takes paths as given on the command line; must not import the analysis.
"""

from reader.text import Article, Paragraph, trimmed


def read(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"."""
    import sys
    from pathlib import Path

    from reader.errors import InputError

    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error


def format_of(path: str) -> str:
    """Either "markdown" or "plain", by the path's ending."""
    return "markdown" if path.lower().endswith((".md", ".markdown")) else "plain"


def parse(data: bytes, path: str) -> Article:
    """The article in `data`."""
    text = data.decode("utf-8", "replace")
    paragraphs, at = [], 0
    for block in text.split("\n\n"):
        span = trimmed(text, at, at + len(block))
        if span.length_chars:
            paragraphs.append(Paragraph(span))
        at += len(block) + 2
    return Article(path, text, tuple(paragraphs))
