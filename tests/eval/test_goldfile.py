"""Gold files are read as they say, and a draft of an analysis reads back as that analysis."""

from pathlib import Path

import pytest

from reader.nlp.pipeline import analyse
from reader.parse import parse_article
from reader.text import Span
from tests.eval import gate, goldfile, measure

FILE = """entities:
1 PERSON Maria Ortega
quotes:
1 direct 1
summary:
They won.
---
⟪1|“We won,”⟫ ⟦1n|Maria ⟦1n|Ortega⟧⟧ said. ⟪1|“All.”⟫
"""
TEXT = "“We won,” Maria Ortega said. “All.”"


def test_marks_become_places_and_the_text_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FILE, encoding="utf-8")
    gold = goldfile.read(path)
    assert gold.text == TEXT
    assert gold.entities[0].mentions == ((Span(10, 22), "name"), (Span(16, 22), "name"))
    assert gold.quotes[0].contents == (Span(0, 9), Span(29, 35))
    assert gold.quotes[0].speaker == 0
    assert gold.summary == ("They won.",)


@pytest.mark.parametrize("broken", ["⟦1n|open", "closed⟧", "⟦7n|unknown⟧"])
def test_a_broken_file_says_where(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "broken.txt"
    path.write_text(f"entities:\n---\n{broken}\n", encoding="utf-8")
    with pytest.raises(goldfile.GoldError, match=r"broken\.txt"):
        goldfile.read(path)


def test_a_draft_of_an_analysis_scores_full_marks_against_it(tmp_path: Path) -> None:
    text = "Maria Ortega went to Lisbon on Monday. “We won,” she said.\n\nThe mayor of Lisbon, Ana Ruiz, said no."
    analysis = analyse(parse_article(text, id="a", name="a.txt"))
    path = tmp_path / "a.txt"
    path.write_text(goldfile.draft(analysis), encoding="utf-8")
    gold = goldfile.read(path)
    assert gold.text == analysis.article.text
    figures = measure.figures(measure.count(gold, analysis))
    assert figures["names_f1"] == figures["quotes_f1"] == figures["quotes_with_speaker_f1"] == 1


def test_a_floor_goes_down_only_by_name() -> None:
    assert gate.raised({"a_f1": 0.5}, {"a_f1": 0.9}, []) == {"a_f1": 0.9}
    assert gate.raised({"a_f1": 0.5}, {"a_f1": 0.9}, ["a_f1"]) == {"a_f1": 0.495}


def test_an_undercut_floor_is_named() -> None:
    found = gate.failures({"a_f1": 0.5}, {"a_f1": 0.9}, gate.corpus_hash())
    assert found == ["a_f1: 0.5000 is under its floor 0.9000"]


def test_floors_of_other_gold_do_not_count() -> None:
    assert "the gold changed" in gate.failures({}, {}, "0" * 64)[0]
