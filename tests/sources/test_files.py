"""Bytes from files and standard input, and what is said when there are none."""

import io
import sys
from pathlib import Path

import pytest

from reader.errors import EmptyInputError, InputError
from reader.sources import files, read_bytes


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "an article.txt"
    path.write_bytes(b"\xffab\r\n")
    assert read_bytes(str(path)) == b"\xffab\r\n"


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"piped")))
    assert read_bytes("-") == b"piped"


def test_an_empty_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "e.txt"
    path.touch()
    with pytest.raises(EmptyInputError, match="nothing to read"):
        read_bytes(str(path))


def test_missing_file_folder_and_odd_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_bytes(str(tmp_path / "none"))
    with pytest.raises(InputError, match="a folder"):
        read_bytes(str(tmp_path))
    with pytest.raises(InputError, match="cannot be read"):
        read_bytes("a\0b")


def test_a_file_past_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 11)
    monkeypatch.setattr(files, "MAX_INPUT_BYTES", 10)
    with pytest.raises(InputError, match="larger than"):
        read_bytes(str(path))
