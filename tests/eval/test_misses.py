"""The list of misses names each difference between gold and analysis, and nothing where there is none."""

from pathlib import Path

from reader.nlp.pipeline import analyse
from reader.parse import parse_article
from tests.eval import goldfile
from tests.eval.misses import misses

TEXT = "Maria Ortega went to Lisbon. “We won,” she said.\n\n“They lost,” said Ana Ruiz."


def _gold(path: Path, change: tuple[str, str] = ("", "")) -> list[str]:
    analysis = analyse(parse_article(TEXT, id="a", name="a.txt"))
    drafted = goldfile.draft(analysis)
    assert change[0] in drafted
    path.write_text(drafted.replace(*change), encoding="utf-8")
    return list(misses(goldfile.read(path), analysis))


def test_a_draft_misses_nothing(tmp_path: Path) -> None:
    assert _gold(tmp_path / "a.txt") == []


def test_another_label_is_a_name_missed_and_a_false_one(tmp_path: Path) -> None:
    found = _gold(tmp_path / "a.txt", ("GPE Lisbon", "ORG Lisbon"))
    assert sorted(line.split(": ")[:2] for line in found) == [["name false", "GPE"], ["name missed", "ORG"]]


def test_another_speaker_is_named_with_the_rule(tmp_path: Path) -> None:
    (found,) = _gold(tmp_path / "a.txt", ("1 direct 1", "1 direct 3"))
    assert found.startswith("quote speaker: Ana Ruiz, not Maria Ortega (")


def test_a_pronoun_led_elsewhere_shows_both_names(tmp_path: Path) -> None:
    found = _gold(tmp_path / "a.txt", ("⟦1p|she⟧", "⟦3p|she⟧"))
    assert "pronoun wrong: Ana Ruiz, not Maria Ortega: " in found[0]
