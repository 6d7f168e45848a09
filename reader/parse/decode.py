"""Bytes → text: finds the encoding, makes line ends line feeds, composes accents code point for code point.

Takes bytes, gives a string without lone surrogates. It opens nothing and guesses no further than Windows-1252.
"""

import codecs
import unicodedata

from reader.errors import NotTextError
from reader.text.display import one_line

SAMPLE_BYTES = 4096  # enough for the statistics below, constant time on a huge file
MIN_UTF16_ZERO_SHARE = 0.3  # Latin text in UTF-16 has a zero in almost every second byte
SHORT_BYTES = 200  # so few say nothing by their statistics; a picture or an archive of that size has zero bytes
MAX_CONTROL_SHARE = 0.02  # text with stray control characters stays below, compressed data is near 0.1
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r\f\x1b\x0b") + b"\x7f"
_LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")  # in this order, so that a pair becomes one
_UNDEFINED_1252 = str.maketrans(dict.fromkeys(range(128, 160), "�"))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as the next one does
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, *, name: str) -> str:
    """The text of `data`, its line ends line feeds, its byte-order mark dropped.

    Args:
        data: A file's content.
        name: What an error calls it.

    Raises:
        NotTextError: the bytes are no text in an encoding that the reader knows.
    """
    text = _by_mark(data, name)
    if text is None:
        text = _without_mark(data, name)
    text = text.removeprefix("\ufeff")
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return _composed(text)


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _not_text(name, f"damaged {encoding.upper()} at byte {error.start + len(mark)}") from error
    return None


def _without_mark(data: bytes, name: str) -> str:
    wide = _utf16_without_mark(data)
    if wide is not None:
        return wide
    if _looks_binary(data):
        raise _not_text(name, "the bytes are no text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace").translate(_UNDEFINED_1252)


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[: SAMPLE_BYTES - SAMPLE_BYTES % 2]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return None
    low, high = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if max(low, high) < MIN_UTF16_ZERO_SHARE or min(low, high) > max(low, high) / 10:
        return None
    try:
        text = data.decode("utf-16-le" if high > low else "utf-16-be")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _looks_binary(data: bytes) -> bool:
    sample = data[:SAMPLE_BYTES]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= max(1, len(sample) * MAX_CONTROL_SHARE):
        return False
    return len(data) > SHORT_BYTES or b"\0" in data or not _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _not_text(name: str, why: str) -> NotTextError:
    return NotTextError(f"{one_line(name)}: {why}; give plain text, Markdown or HTML in UTF-8, UTF-16 or Windows-1252")


def _composed(text: str) -> str:
    """NFC where it keeps one code point for one (the Angstrom sign becomes Å); else as given."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    singles = {c: unicodedata.normalize("NFC", c) for c in set(text) if ord(c) > 0x7F}  # noqa: PLR2004 -- ASCII ends
    return text.translate({ord(c): n for c, n in singles.items() if n != c and len(n) == 1})
