"""A path → bytes → an article: what the app, `export`, `print` and `analyze` share.

Takes paths as given on the command line. Must not import the analysis; the parsers are imported when they are needed,
because the analysis process is started between reading and parsing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.text import Article


def load(path: str, *, article_id: str | None = None) -> "Article":
    """The article in a file, or on standard input for "-"; its id is the path unless another is given.

    Raises:
        InputError: it cannot be read, is no text, or is empty.
    """
    from reader.sources import read_bytes

    return parse(read_bytes(path), path, article_id=article_id)


def parse(data: bytes, path: str, *, article_id: str | None = None) -> "Article":
    """The article in bytes read from `path`.

    Raises:
        InputError: they are no text, or nothing but white space.
    """
    from reader.parse import parse_article
    from reader.parse.decode import decode

    name = article_id or path
    text = decode(data, name="standard input" if path == "-" else name)
    return parse_article(text, id=name, name="" if path == "-" else path)


def format_hint(path: str) -> str:
    """What of a path decides how its bytes are parsed: its ending."""
    dot = path.rfind(".")
    return path[dot:].lower() if dot > max(path.rfind("/"), path.rfind("\\")) else ("-" if path == "-" else "")


def verbatim(text: str, *, name: str, title: str | None) -> "Article":
    """An article of a corpus: the text as it stands, so that offsets count into that very string."""
    from reader.parse import parse_verbatim

    return parse_verbatim(text, id=name, title=title)
