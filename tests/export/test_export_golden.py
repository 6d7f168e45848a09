"""Each format, byte for byte. After a wanted change run with WRITE_GOLDEN=1 set, which writes the files anew."""

import os
from pathlib import Path

import pytest

from reader.export import ENDINGS, SCOPES, Scope, formats, render
from reader.text import Analysis

GOLDEN = Path(__file__).parents[1] / "golden" / "export"
CASES = [(name, scope) for name in formats() for scope in SCOPES]


@pytest.mark.parametrize(("name", "scope"), CASES)
def test_the_document_is_the_golden_one_to_the_byte(name: str, scope: Scope, sample: Analysis) -> None:
    places = (sample.article.text.index("Captain"),)
    document = render(sample, format=name, scope=scope, entity_id="e2", places=places).encode()
    golden = GOLDEN / f"{scope}{ENDINGS[name]}"
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_bytes(document)
    assert document == golden.read_bytes()
