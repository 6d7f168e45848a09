"""The rules around the model, one by one, on hand-made finds."""

import pytest

from reader.nlp.entities.acronyms import settle_acronyms
from reader.nlp.entities.compounds import compound_names
from reader.nlp.entities.features import document_features, look_of
from reader.nlp.entities.joints import settle_joints
from reader.nlp.entities.labels import refine
from reader.nlp.entities.listed import add_listed
from reader.nlp.entities.model import Found
from reader.nlp.entities.organisations import settle_called_bodies, settle_organisations, whole_outlets
from reader.nlp.entities.parts import Names
from reader.nlp.entities.people import settle_people
from reader.nlp.entities.repair import repair
from reader.nlp.entities.runs import Place, Run, capital_runs
from reader.nlp.entities.trim import trim
from reader.nlp.entities.whole import whole_names
from reader.nlp.entities.wordforms import shape, word_form


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("President Jane Doe", "PER", (1, 3, "PER")),
        ("the United Nations 's", "ORG", (1, 3, "ORG")),
        ("Tourism Minister Jane Doe", "PER", (2, 4, "PER")),
        ("Justice Raymond Zondo", "ORG", (1, 3, "PER")),
        ("Justice Department", "ORG", (0, 2, "ORG")),
        ("Kingdom", "ORG", (0, 0, "ORG")),
        ("President", "PER", (1, 1, "PER")),
        ("Tarn Rovers", "PER", (0, 2, "ORG")),
        ("railway station", "LOC", (0, 0, "LOC")),
        ("Tarn Juniors", "LOC", (0, 2, "ORG")),
        ("Holt Airline", "PER", (0, 2, "ORG")),
        ("Northern Marsh Territory", "ORG", (0, 3, "LOC")),
        ("Country Director of Harbour Aid", "ORG", (3, 5, "ORG")),
        ("Speaker of Parliament", "ORG", (0, 3, "ORG")),
        ("Duke of Tarn", "ORG", (0, 3, "PER")),
        ("née Lark", "PER", (1, 2, "PER")),
        ("vice", "PER", (0, 0, "PER")),
        ("Senate Democratic Leader", "ORG", (0, 1, "ORG")),
        ("National Security Adviser", "ORG", (0, 0, "ORG")),
    ],
)
def test_extent_of_a_find(words: str, kind: str, expected: tuple[int, int, str]) -> None:
    tokens = words.split()
    assert trim(Found(0, len(tokens), kind), tokens) == expected


def test_surname_that_stands_alone_again_makes_a_person_of_the_full_name() -> None:
    words = "Papo Cisk said . Cisk ran and Cisk fell".split()
    finds = [Found(0, 2, "LOC"), Found(4, 5, "ORG"), Found(7, 8, "ORG")]
    assert [f.kind for f in settle_people(finds, words)] == ["PER"] * 3


def test_body_whose_last_word_stands_alone_stays_a_body() -> None:
    words = "Tarn Council said . Council met and Council left".split()
    finds = [Found(0, 2, "ORG"), Found(4, 5, "ORG"), Found(7, 8, "ORG")]
    assert settle_people(finds, words) == finds


def test_title_makes_a_person_of_all_finds_of_the_surname() -> None:
    words = "Mr Vark left . Vark said".split()
    assert [f.kind for f in settle_people([Found(1, 2, "PER"), Found(4, 5, "ORG")], words)] == ["PER", "PER"]


def test_whoever_has_an_age_is_a_person() -> None:
    words = "Three pupils -- Shamira Begam , 15 ; and Kadija Sultani , 16 -- left Port Said , 90 miles away .".split()
    finds = [Found(3, 5, "MISC"), Found(9, 11, "ORG"), Found(15, 17, "LOC")]
    assert [f.kind for f in settle_people(finds, words)] == ["PER", "PER", "LOC"]


def test_nation_of_two_words_is_whole() -> None:
    assert settle_joints([Found(1, 2, "MISC")], "South Africans voted".split()) == [Found(0, 2, "MISC")]


def test_place_of_a_place_is_two_places_but_a_landmark_is_one() -> None:
    assert settle_joints([Found(0, 3, "LOC")], "Zorbax 's Vark".split()) == [Found(0, 1, "LOC"), Found(2, 3, "LOC")]
    assert settle_joints([Found(0, 3, "LOC")], "James 's Park".split()) == [Found(0, 3, "LOC")]
    assert settle_joints([Found(0, 4, "LOC")], "ZRO ’s 2022 Zorbia".split()) == [Found(0, 1, "ORG"), Found(3, 4, "LOC")]


def test_case_at_law_is_one_name_and_a_match_is_two() -> None:
    words = "Zorb v. Vark".split()
    assert settle_joints([Found(0, 1, "PER"), Found(2, 3, "PER")], words) == [Found(0, 3, "MISC")]
    match = [Found(0, 1, "LOC"), Found(2, 3, "LOC")]
    assert settle_joints(match, words) == match


def test_town_of_a_dateline_is_a_place() -> None:
    words = "TARN and VARK , Jul 26 ( ZRO ) — Rain fell".split()
    found = settle_joints([Found(0, 1, "PER"), Found(2, 3, "ORG")], words)
    assert [f.kind for f in found] == ["LOC", "LOC"]


def test_nickname_in_marks_joins_the_name() -> None:
    words = "José “ Pepe ” Mujica spoke".split()
    assert repair([Found(0, 3, "PER"), Found(4, 5, "PER")], words) == [Found(0, 5, "PER")]


def test_missed_name_is_found_again() -> None:
    words = "Ada Lovelace wrote . Lovelace and Ada Lovelace agreed".split()
    assert repair([Found(0, 2, "PER")], words) == [Found(0, 2, "PER"), Found(4, 5, "PER"), Found(6, 8, "PER")]


def test_first_name_follows_its_full_name() -> None:
    words = "Priya Raghunathan dived . Priya surfaced".split()
    assert repair([Found(0, 2, "PER"), Found(4, 5, "ORG")], words)[1].kind == "PER"


def test_majority_decides_the_kind_of_a_string() -> None:
    words = "Zorbax a Zorbax b Zorbax".split()
    finds = [Found(0, 1, "ORG"), Found(2, 3, "ORG"), Found(4, 5, "LOC")]
    assert [f.kind for f in repair(finds, words)] == ["ORG"] * 3


@pytest.mark.parametrize(
    ("kind", "name", "label"),
    [
        ("PER", "Paris", "PERSON"),
        ("LOC", "Europe", "LOC"),
        ("LOC", "Lake Zorbax", "LOC"),
        ("LOC", "Zorbax Airport", "FACILITY"),
        ("ORG", "Zorbax Airport", "FACILITY"),
        ("ORG", "Zorbax Islands", "LOC"),
        ("ORG", "Clean Rivers Act", "LAW"),
        ("ORG", "Zorbax Cup", "EVENT"),
        ("ORG", "University of Zorbax", "ORG"),
        ("ORG", "First Nations", "NORP"),
        ("MISC", "Zorbax 3000", "PRODUCT"),
        ("MISC", "World War II", "EVENT"),
        ("LOC", "Battle of Zorbax", "EVENT"),
        ("ORG", "Treaty of Zorbax", "LAW"),
        ("LOC", "Zorbax Agreement", "LAW"),
        ("ORG", "Zorbax Food Programme", "ORG"),
        ("MISC", "Zorb v. Vark", "LAW"),
    ],
)
def test_label_by_the_words_of_the_name(kind: str, name: str, label: str) -> None:
    assert refine(kind, name, " ", " ") == label


def test_first_word_and_initials_of_an_organisation_are_it() -> None:
    words = "Zorbax Airlines grew ; Zorbax and the Zorbian Relief Office praised ZRO".split()
    finds = [Found(0, 2, "ORG"), Found(4, 5, "LOC"), Found(7, 10, "ORG"), Found(11, 12, "LOC")]
    assert {f.kind for f in settle_organisations(finds, words)} == {"ORG"}


def test_country_in_an_airline_stays_a_country() -> None:
    words = "Qatar Airways flies from Qatar".split()
    assert settle_organisations([Found(0, 2, "ORG"), Found(4, 5, "LOC")], words)[1].kind == "LOC"


def test_listed_name_is_found_without_the_model() -> None:
    assert add_listed([], "praised by Democrats and by AP".split()) == [Found(2, 3, "MISC"), Found(5, 6, "ORG")]


def test_listed_name_beside_a_capital_is_left_alone() -> None:
    assert add_listed([], "he joined France Zorbax yesterday".split()) == []


def test_quoted_title_is_a_work() -> None:
    assert refine("MISC", "The Long Silence", "“", "”") == "WORK"


def test_prefix_before_a_listed_name_is_left_out() -> None:
    assert [(n.span.start, n.label) for n in compound_names("Anti-Russia", 10)] == [(15, "GPE")]


def test_surname_with_a_hyphen_stays_whole() -> None:
    assert compound_names("Smith-Jordan", 0) == []


def test_run_goes_over_small_link_words() -> None:
    words = [word_form(w) for w in "He joined the Ministry of the Interior today".split()]
    capitals = [Place(i, 0, len(words)) for i, word in enumerate(words) if word.capital]
    assert capital_runs(words, capitals) == dict.fromkeys(range(3, 7), Run(3, 7))


def test_run_ends_with_its_sentence() -> None:
    words = [word_form(w) for w in "Ann Lee Bo Ray".split()]
    capitals = [Place(i, i // 2 * 2, i // 2 * 2 + 2) for i in range(4)]
    assert capital_runs(words, capitals) == {0: Run(0, 2), 1: Run(0, 2), 2: Run(2, 4), 3: Run(2, 4)}


def test_other_places_of_a_word_are_evidence_and_its_own_is_not() -> None:
    ((once,),) = document_features([["Mr.", "Vega", "left"]], Names())
    (first,), (second,) = document_features([["Mr.", "Vega", "left"], ["Vega", "stayed"]], Names())
    assert "D1" not in once.features[1]
    assert "D1" not in first.features[1]
    assert "D1" in second.features[0]


def test_only_words_near_a_capital_are_looked_at() -> None:
    sentence = "a b c d e f Vega g h i j k l m eBay o p".split()
    ((one, other), nothing) = document_features([sentence, ["no", "names", "here"]], Names())
    assert (one.first, len(one.features)) == (3, 7)
    assert (other.first, len(other.features)) == (11, 6)
    assert nothing == []


def test_a_sentence_can_be_taken_whole() -> None:
    ((piece,), nothing) = document_features([["no", "names", "here"], ["nor", "here"]], Names(), whole={0})
    assert (piece.first, len(piece.features)) == (0, 3)
    assert nothing == []


def test_pieces_that_touch_are_one() -> None:
    ((piece,),) = document_features(["Vega a b c d e f Lumen".split()], Names())
    assert (piece.first, len(piece.features)) == (0, 8)


def test_neighbours_are_asked_within_the_sentence_only() -> None:
    (_, (piece,)) = document_features([["We", "left"], ["Vega", "stayed", "at", "home"]], Names())
    assert "first" in piece.features[0]
    assert not [name for name in piece.features[0] if name.startswith(("-1", "-2"))]
    assert {"-1l=vega", "-1w=vega|stayed", "+1l=at", "+2l=home"} <= set(piece.features[1])
    assert "last" in piece.features[3]


@pytest.mark.parametrize(("word", "folded"), [("McCain", "XxXx"), ("G-20", "X-9"), ("said", "x"), ("a日b", "x日x")])
def test_shape_folds_runs(word: str, folded: str) -> None:
    assert shape(word) == folded


@pytest.mark.parametrize(
    ("line", "look"),
    [
        ("PRESIDENT VISITS FLOODED COAST", "all-caps"),
        ("President Visits Flooded Coast", "title"),
        ("The president visits a flooded coast", ""),
    ],
)
def test_headlines_are_told_from_sentences(line: str, look: str) -> None:
    assert look_of([word_form(word) for word in line.split()]) == look


def test_an_outlet_has_all_its_words_but_not_the_word_that_opens_the_sentence() -> None:
    words = "He slept . When Morrow Focus News asked , the French Times wrote .".split()
    found = [Found(6, 7, "ORG"), Found(11, 12, "ORG")]
    assert [(f.first, f.end) for f in whole_outlets(found, words)] == [(4, 7), (11, 12)]


def test_long_form_before_its_acronym_is_whole() -> None:
    words = "the Integrated Harbour Payment System ( IHPS ) and IHPS".split()
    assert settle_acronyms([Found(2, 5, "ORG"), Found(6, 7, "MISC")], words) == [Found(1, 5, "ORG"), Found(6, 7, "ORG")]


def test_country_at_the_start_of_a_body_makes_no_place_of_it() -> None:
    words = "the Norvale Chamber of Trade ( NCT )".split()
    assert settle_acronyms([Found(1, 2, "LOC")], words) == [Found(1, 5, "ORG"), Found(6, 7, "ORG")]


def test_initials_that_do_not_fit_move_no_bounds() -> None:
    words = "a Graduation Plan ( XYZ )".split()
    assert settle_acronyms([Found(2, 3, "MISC")], words) == [Found(2, 3, "MISC")]
    assert settle_acronyms([], words) == []


def test_name_cut_in_one_place_is_whole_as_in_the_other() -> None:
    words = "Prison Link Tarn opened . Later Prison Link Tarn closed".split()
    whole = [Found(0, 3, "ORG"), Found(6, 9, "ORG")]
    assert whole_names([Found(1, 3, "ORG"), Found(6, 9, "ORG")], words) == whole


def test_person_inside_of_a_longer_find_stays() -> None:
    words = "Prince Harald rode . Harald fell . Prince Harald rose".split()
    finds = [Found(0, 2, "ORG"), Found(4, 5, "PER"), Found(8, 9, "PER")]
    assert whole_names(finds, words) == finds


@pytest.mark.parametrize("sentence", ["the daily Morwen wrote", "who told Morwen that", "it fell , reports Morwen ."])
def test_a_place_that_is_told_or_reports_or_is_called_a_daily_is_a_body_everywhere(sentence: str) -> None:
    words = f"{sentence} . Then Morwen printed it".split()
    found = [Found(i, i + 1, "LOC") for i, word in enumerate(words) if word == "Morwen"]
    assert [f.kind for f in settle_called_bodies(found, words)] == ["ORG", "ORG"]


def test_a_listed_place_or_a_person_stays_where_something_is_told() -> None:
    words = "He told Paris that he told Morwen that".split()
    found = [Found(2, 3, "LOC"), Found(6, 7, "PER")]
    assert settle_called_bodies(found, words) == found


def test_a_body_is_parted_from_the_listed_one_that_owns_it() -> None:
    words = "the U.N. 's Court of Rivers heard Holt 's Court".split()
    found = [Found(1, 6, "ORG"), Found(7, 10, "ORG")]
    assert settle_joints(found, words)[-1] == Found(7, 10, "ORG")
    assert [(f.first, f.end) for f in settle_joints(found, words)[:-1]] == [(1, 2), (3, 6)]
