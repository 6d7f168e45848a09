"""One entity for one thing: groups, acronyms in brackets, offices that belong to one body or one person."""

import pytest

from reader.nlp.coref.groups import group_key, is_people
from tests.nlp.test_coref import linked, of, said


@pytest.mark.parametrize(
    ("noun", "adjective"),
    [
        ("Democrats", "Democratic"),
        ("Frenchmen", "French"),
        ("Russians", "Russian"),
        ("Tories", "Tory"),
        ("Jew", "Jewish"),
    ],
)
def test_noun_and_adjective_share_a_key(noun: str, adjective: str) -> None:
    assert group_key(noun) == group_key(adjective)


def test_only_nouns_in_the_plural_name_a_people() -> None:
    assert [is_people(w) for w in ("Britons", "Dutchmen", "British", "Swiss")] == [True, True, False, False]


def test_group_is_called_by_its_noun() -> None:
    document = linked("Democratic aides met Democrats.", Democratic="NORP", Democrats="NORP")
    assert said(document, "Democrats", "name") == ["Democratic", "Democrats"]
    assert of(document, "Democrats").aliases == ("Democratic",)


def test_acronym_in_brackets_is_the_name_before_it() -> None:
    document = linked(
        "The University of Tarn (UNITARN) opened. UNITARN has a pier.", University_of_Tarn="ORG", UNITARN="ORG"
    )
    assert said(document, "University of Tarn", "name") == ["University of Tarn", "UNITARN", "UNITARN"]


def test_remark_in_brackets_is_no_acronym() -> None:
    document = linked("The Harbour Union of Tarn (BBC) met.", Harbour_Union="ORG", Tarn="GPE", BBC="ORG")
    assert said(document, "BBC", "name") == ["BBC"]


def test_president_of_a_body_is_no_head_of_state() -> None:
    document = linked(
        "President Ola Berg met the crowd. HUT President, Ann Lee, spoke. The HUT President then left.",
        Ola_Berg="PERSON",
        Ann_Lee="PERSON",
        HUT="ORG",
    )
    assert said(document, "Ann Lee", "nominal") == ["HUT President", "The HUT President"]
    assert said(document, "Ola Berg", "nominal") == []


def test_namesake_of_a_leader_holds_no_office() -> None:
    document = linked(
        "Hillary Clinton spoke. The president listened to Clinton.", Hillary_Clinton="PERSON", Clinton="PERSON"
    )
    assert said(document, "Hillary Clinton", "nominal") == []


def test_subject_is_seen_past_its_appositions() -> None:
    document = linked(
        "Tom Reed said he liked the pier. He walked there. Carl Moss, 50, who works on the dock, said it was cold. "
        "“It froze,” he added.",
        Tom_Reed="PERSON",
        Carl_Moss="PERSON",
    )
    assert said(document, "Carl Moss", "pronoun") == ["he"]


def test_the_last_word_of_a_place_means_it_again() -> None:
    document = linked("Marrow Dam broke at dawn. Farmers watched the dam. An old dam stands.", Marrow_Dam="GPE")
    assert said(document, "Marrow Dam", "nominal") == ["the dam"]


def test_body_is_what_stands_beside_its_name() -> None:
    document = linked("A trade union, Unite, said jobs would move. The union wants talks.", Unite="ORG")
    assert said(document, "Unite", "nominal") == ["A trade union", "The union"]
