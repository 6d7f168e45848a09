"""What a part of an analysis holds, and how somebody is found by a name."""

import pytest

from reader.errors import UsageError
from reader.export import render
from reader.export.focus import Focus, entity_named, focused_report, passage_spans
from reader.text import Analysis


def test_a_dossier_tells_one_and_nobody_else(sample: Analysis) -> None:
    told = focused_report(sample, Focus("dossier", "e2"))
    assert [v.name for v in told.voices] == ["Ada Brennan"]
    assert [(heading, [t.name for t in things]) for heading, things in told.named] == [("People", ["Ada Brennan"])]
    assert (told.summary, told.facts, told.timeline) == ((), (), ())
    assert "she said" in told.passages[0].text


def test_bookmarks_tell_each_paragraph_once(sample: Analysis) -> None:
    captain = sample.article.text.index("Captain")
    spans = passage_spans(sample, Focus("bookmarks", places=(captain, captain + 5, 10**6)))
    assert spans == (sample.article.paragraphs[2].span,)


def test_voices_alone_say_when_nobody_is_quoted(sample: Analysis) -> None:
    for name in ("markdown", "text", "html"):
        assert "Nobody is quoted." in render(sample._replace(quotes=()), format=name, scope="voices")


@pytest.mark.parametrize(
    ("name", "found"), [("Ada Brennan", "e2"), ("brennan", "e2"), ("e3", "e3"), ("the brill", "e1")]
)
def test_somebody_is_found_by_name_part_alias_or_id(sample: Analysis, name: str, found: str) -> None:
    assert entity_named(sample, name).id == found


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Ada Brenan", "did you mean 'Ada Brennan'?"),
        ("zzz", "'zzz' is nobody and nothing"),
        ("r", "give more of the name"),
    ],
)
def test_a_name_that_fits_none_or_several_is_told(sample: Analysis, name: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        entity_named(sample, name)
    assert message in str(caught.value)
