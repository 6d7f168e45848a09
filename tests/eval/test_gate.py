"""The hand-made gold is sound, every floor holds, and the gate says so with its exit status."""

from pathlib import Path

import pytest

from reader import paths
from tests.eval import gate, goldfile

SEEDS = sorted(p.stem for p in paths.seeds_dir().iterdir() if p.is_file())


def test_every_sample_article_has_gold_and_all_gold_an_article() -> None:
    assert [p.stem for p in gate.gold_files()] == SEEDS


@pytest.mark.parametrize("path", gate.gold_files(), ids=lambda p: p.stem)
def test_the_gold_is_well_formed_and_its_text_is_the_article_s(path: Path) -> None:
    gold = gate.gold_of(path, gate.article_of(path.stem))
    assert gold.quotes
    assert 3 <= len(gold.summary) <= 4
    marked = [span for entity in gold.entities for span, _ in entity.mentions]
    assert len(set(marked)) == len(marked)
    spans = marked + [span for quote in gold.quotes for span in quote.contents]
    assert [s.of(gold.text) for s in spans if s.of(gold.text) != s.of(gold.text).strip()] == []


@pytest.mark.parametrize("path", gate.gold_files(), ids=lambda p: p.stem)
def test_direct_quotes_in_the_gold_keep_their_marks_in_pairs(path: Path) -> None:
    text = goldfile.read(path).text
    for quote in goldfile.read(path).quotes:
        for content in (c.of(text) for c in quote.contents if quote.kind == "direct"):
            assert content.count("“") == content.count("”") or not content.startswith("“")
            assert (content[0] == '"') >= (content[-1] == '"')


def test_gold_of_another_text_is_refused() -> None:
    first, second = gate.gold_files()[:2]
    with pytest.raises(goldfile.GoldError, match="not the article's"):
        gate.gold_of(first, gate.article_of(second.stem))


def test_gold_for_no_article_is_refused() -> None:
    with pytest.raises(goldfile.GoldError, match="no sample article"):
        gate.article_of("no-such-article")


def test_every_floor_holds() -> None:
    sha, floors = gate.stored()
    now = gate.today()
    assert floors.keys() == now.keys()
    assert gate.failures(now, floors, sha) == []


def test_the_gate_fails_when_a_figure_falls(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, floors = gate.stored()
    now = dict(floors)
    monkeypatch.setattr(gate, "today", lambda: now)
    assert gate.main([]) == 0
    now["names_f1"] -= 0.0001
    assert gate.main([]) == 1
    assert "names_f1: " in capsys.readouterr().out.splitlines()[-1]


def test_raising_lifts_floors_and_hides_no_fall(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(gate, "today", lambda: {"a_f1": 0.9, "b_f1": 0.5})
    assert gate.main([]) == 1
    assert gate.main(["--raise"]) == 0
    monkeypatch.setattr(gate, "today", lambda: {"a_f1": 0.95, "b_f1": 0.4})
    assert gate.main(["--raise"]) == 1
    assert gate.stored()[1] == {"a_f1": 0.93, "b_f1": 0.48}
    assert gate.main(["--allow-lower", "b_f1"]) == 0
    assert gate.stored()[1] == {"a_f1": 0.93, "b_f1": 0.38}


def test_a_floor_goes_down_only_by_name() -> None:
    assert gate.raised({"a_f1": 0.5}, {"a_f1": 0.9}) == {"a_f1": 0.9}
    assert gate.lowered({"a_f1": 0.5, "b_f1": 0.5}, {"a_f1": 0.9, "b_f1": 0.9}, ["a_f1"]) == {"a_f1": 0.48, "b_f1": 0.9}


def test_a_measure_that_is_gone_keeps_its_floor_until_it_is_named() -> None:
    assert gate.raised({}, {"a_f1": 0.9}) == {"a_f1": 0.9}
    assert gate.lowered({}, {"a_f1": 0.9}, ["a_f1"]) == {}


def test_an_undercut_floor_is_named() -> None:
    found = gate.failures({"a_f1": 0.5}, {"a_f1": 0.9}, gate.corpus_hash())
    assert found == ["a_f1: 0.5000 is under its floor 0.9000"]


def test_floors_of_other_gold_do_not_count() -> None:
    assert "the gold changed" in gate.failures({}, {}, "0" * 64)[0]
