"""In a checkout an analysis is kept for one state of the code; an installed reader looks at no file."""

import os
from pathlib import Path

import pytest

from reader.session import cache, checkout


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout of three modules."""
    (tmp_path / "pyproject.toml").write_text("")
    for name in ("nlp/quotes/marks.py", "text/span.py", "tui/app.py"):
        (tmp_path / "reader" / name).parent.mkdir(parents=True)
        (tmp_path / "reader" / name).write_text("pass")
    monkeypatch.setattr(checkout, "PACKAGE", tmp_path / "reader")
    return tmp_path / "reader"


def key() -> str:
    return cache.key(b"text", format_name="", options=(), version="1")


def test_a_change_of_code_that_shapes_an_analysis_is_another_key(package: Path) -> None:
    keys = {key()}
    os.utime(package / "nlp/quotes/marks.py", ns=(1, 1))
    keys.add(key())
    (package / "text/new.py").write_text("")
    keys.add(key())
    (package / "text/new.py").unlink()
    (package / "text/span.py").unlink()
    keys.add(key())
    assert len(keys) == 4


def test_a_change_of_other_code_is_not(package: Path) -> None:
    before = key()
    os.utime(package / "tui/app.py", ns=(1, 1))
    (package / "nlp/__pycache__").mkdir()
    (package / "nlp/__pycache__/x.py").write_text("")
    (package / "nlp/notes.txt").write_text("")
    assert key() == before


def test_an_installed_reader_has_no_stamp(package: Path) -> None:
    assert checkout.code_stamp()
    (package.parent / "pyproject.toml").unlink()
    assert checkout.code_stamp() == b""
