"""Gold files are read as they say, and a draft of an analysis reads back as that analysis."""

from pathlib import Path

import pytest

from reader.nlp.pipeline import analyse
from reader.parse import parse_article
from reader.text import Span
from tests.eval import goldfile, measure

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


BROKEN = (
    "entities:\n---\n⟦1n|open",
    "entities:\n---\nclosed⟧",
    "entities:\n---\n⟦7n|unknown⟧",
    "quotes:\n---\n⟪7|unknown⟫",
    "entities:\n1 PERSON Unseen\n---\ntext",
    "entities:\n1 PERSON A\n1 PERSON B\n---\n⟦1n|A⟧",
    "entities:\n1 DATE Monday\n---\n⟦1n|Monday⟧",
    "entities:\n1 PERSON\n---\n⟦1n|A⟧",
    "quotes:\n1 shouted -\n---\n⟪1|a⟫",
    "quotes:\n1 direct 4\n---\n⟪1|a⟫",
    "no separator",
)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_file_says_where(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "broken.txt"
    path.write_text(f"{broken}\n", encoding="utf-8")
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
    assert {figures[f"{what}_f1"] for what in ("names", "nominals", "pronouns", "quotes", "quotes_with_speaker")} == {1}


def test_values_count_neither_for_nor_against(tmp_path: Path) -> None:
    text = "Maria Ortega went to Lisbon on Monday and paid $3 million."
    analysis = analyse(parse_article(text, id="a", name="a.txt"))
    assert {e.label for e in analysis.entities} & {"DATE", "MONEY"}
    path = tmp_path / "a.txt"
    path.write_text(goldfile.draft(analysis), encoding="utf-8")
    gold = goldfile.read(path)
    assert {e.label for e in gold.entities} == {"PERSON", "GPE"}
    assert measure.figures(measure.count(gold, analysis))["names_f1"] == 1
