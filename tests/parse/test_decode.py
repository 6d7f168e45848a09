"""Every encoding that an article may come in."""

import codecs

import pytest

from reader.errors import NotTextError
from reader.parse.decode import decode

TEXT = "Zürich’s “café” — 5 €\nNext line of the article"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "utf-8-bom",
        "utf-16-le-bom",
        "utf-16-be-bom",
        "utf-32-le-bom",
        "utf-32-be-bom",
        "utf-16-le",
        "utf-16-be",
        "windows-1252",
    ],
)
def test_text_is_the_same_in_every_encoding(data: bytes) -> None:
    assert decode(data, name="a.txt") == TEXT


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert decode(f"a{end}b".encode(), name="a.txt") == "a\nb"


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01" + bytes(60), b"\xff\xfea", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"]
)
def test_binary_data_is_refused_with_the_files_name(data: bytes) -> None:
    with pytest.raises(NotTextError, match=r"^pic\.bin: "):
        decode(data, name="pic.bin")


def test_a_few_words_full_of_control_characters_are_text() -> None:
    assert decode(b"a\x01\x02\x03b \x1b[31mred\x07", name="a.txt") == "a\x01\x02\x03b \x1b[31mred\x07"


@pytest.mark.parametrize("data", [b"ab\x01\x02\x03\0c", b"a\x01\x02\x03\xff", b"\x01\x02\x03abc" * 60])
def test_control_characters_with_worse_are_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data, name="a.bin")


def test_composition_keeps_one_code_point_for_one() -> None:
    assert decode("\u212bngström e\u0301".encode(), name="a") == "Ångström e\u0301"
