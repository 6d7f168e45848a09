"""Names in small articles of our own: kinds, extents, the pass over the whole document."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.nlp import resources
from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.entities.lists import WORDS, membership
from reader.nlp.options import AnalysisOptions
from reader.nlp.tokens import tokenize
from reader.text import VALUE_LABELS, Article, Name, Paragraph, Span

OPTIONS = AnalysisOptions()


def analysed(text: str) -> Document:
    paragraphs = tuple(Paragraph(Span(*m.span())) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return find_names(tokenize(Document(Article("a", text, paragraphs)), OPTIONS), OPTIONS)


def found(text: str) -> list[tuple[str, str]]:
    return [(n.span.of(text), n.label) for n in analysed(text).names if n.label not in VALUE_LABELS]


def test_title_stays_outside_the_person() -> None:
    assert found("On Monday President Barack Obama met Mr. Cameron in London.") == [
        ("Barack Obama", "PERSON"),
        ("Cameron", "PERSON"),
        ("London", "GPE"),
    ]


def test_article_and_genitive_stay_outside_the_name() -> None:
    names = found("Officials said the European Union's offer reached Iran.")
    assert names == [("European Union", "ORG"), ("Iran", "GPE")]


def test_people_of_a_country_are_not_the_country() -> None:
    names = dict(found("Russian officials flew to Russia, where Democrats and Republicans met them."))
    assert names == {"Russian": "NORP", "Russia": "GPE", "Democrats": "NORP", "Republicans": "NORP"}


def test_acronym_takes_the_kind_of_its_long_form() -> None:
    names = dict(found("The Zorbian Relief Organization (ZRO) sent food. ZRO workers arrived in Nairobi."))
    assert names["Zorbian Relief Organization"] == names["ZRO"] == "ORG"


def test_surname_follows_its_full_name() -> None:
    text = "The chairman, Peter Lansing, spoke first.\nLater Lansing left the hall, Lansing's lawyer said."
    labels = [label for name, label in found(text) if name.endswith("Lansing")]
    assert labels == ["PERSON"] * 3


def test_river_is_a_location_and_a_city_is_not() -> None:
    names = dict(found("The flood on the Danube River reached Vienna and Budapest on Friday."))
    assert names["Danube River"] == "LOC"
    assert names["Vienna"] == names["Budapest"] == "GPE"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He warned that US-China relations had cooled.", [("US", "GPE"), ("China", "GPE")]),
        ("A Dubai-based trader won.", [("Dubai", "GPE")]),
        ("It flew on to Guinea-Bissau.", [("Guinea-Bissau", "GPE")]),
    ],
)
def test_names_inside_hyphenated_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_dateline_names_the_place_and_the_agency() -> None:
    assert found("GENEVA (AP) — Talks on Syria resumed on Tuesday.")[:2] == [("GENEVA", "GPE"), ("AP", "ORG")]


def test_values_stand_among_the_names() -> None:
    names = analysed("France paid $5 million on 4 March 2026.").names
    assert {n.label for n in names} == {"GPE", "MONEY", "DATE"}
    assert all((n.normalized is not None) == (n.label in VALUE_LABELS) for n in names)


def test_empty_article_has_no_names() -> None:
    assert analysed("").names == ()


@given(st.text(alphabet=st.sampled_from("ab AB.,-'’“”()\n$5éİ\u202e\x00"), max_size=80))
def test_names_are_ordered_disjoint_and_inside_the_text(text: str) -> None:
    names = analysed(text).names
    assert names == analysed(text).names
    ends = [0]
    for name in names:
        assert ends[-1] <= name.span.start < name.span.end <= len(text)
        ends.append(name.span.end)


def test_find_names_gives_names() -> None:
    assert all(isinstance(name, Name) for name in analysed("Angela Merkel visited Paris.").names)


def test_every_listed_word_is_found_in_its_file_and_no_part_of_one() -> None:
    fields = " ".join(line.partition("\t")[2] for line in resources.read_text(WORDS).splitlines()).split(" ")
    rows = dict(zip(fields[::2], fields[1::2], strict=True))
    asked = [*rows][:: len(rows) // 400]
    cased = [word for word in asked if word[0].isupper()]
    assert [membership(word) for word in cased] == [rows[word] for word in cased]
    parts = [part for word in cased for part in (word[:-1], word + "x", word[:1], word[:2]) if not part.isupper()]
    assert [membership(part) for part in parts] == [rows.get(part, "") if part[:1].isupper() else "" for part in parts]
