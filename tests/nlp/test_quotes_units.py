"""Paragraphs of very many units are read in pieces that leave nothing out."""

from itertools import pairwise

import pytest

from reader.nlp.quotes.units import MAX_UNITS, Unit, UnitParagraph, pieces
from reader.text import Span


def paragraph(units: int, *, a_sentence: int) -> UnitParagraph:
    made = tuple(Unit(Span(10 + i, 11 + i), "x", "NN", "x", None, i // a_sentence, "") for i in range(units))
    return UnitParagraph(3, "body", Span(9, 12 + units), made)


def test_a_paragraph_is_one_piece() -> None:
    whole = paragraph(MAX_UNITS, a_sentence=7)
    assert list(pieces(whole)) == [whole]


@pytest.mark.parametrize("a_sentence", [7, 10**6])
def test_a_very_long_paragraph_comes_in_pieces_that_leave_nothing_out(a_sentence: int) -> None:
    whole = paragraph(2 * MAX_UNITS + 100, a_sentence=a_sentence)
    found = list(pieces(whole))
    assert tuple(unit for piece in found for unit in piece.units) == whole.units
    assert max(len(piece.units) for piece in found) <= MAX_UNITS
    assert (found[0].span.start, found[-1].span.end) == whole.span
    assert all(piece.span.start <= piece.units[0].span.start < piece.span.end for piece in found)


def test_pieces_end_with_sentences() -> None:
    found = list(pieces(paragraph(3 * MAX_UNITS, a_sentence=7)))
    assert all(one.units[-1].sentence < other.units[0].sentence for one, other in pairwise(found))
