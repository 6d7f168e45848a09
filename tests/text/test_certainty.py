"""Names in brackets: only where it is plain who is meant."""

from reader.text import Entity, Gender, Insertion, Mention, Span
from reader.text.standalone import Context

RUTH, NOAH, VERA = "Ruth Calder", "Noah Brandt", "Vera Lund"


def person(text: str, number: int, name: str, pronouns: dict[str, int], gender: Gender | None) -> Entity:
    """An entity with each place of its name, and of each pronoun the one with that number."""
    places = [Mention(place(text, name, nth), "name") for nth in range(text.count(name))]
    places += [Mention(place(text, word, nth), "pronoun") for word, nth in pronouns.items()]
    return Entity(f"e{number}", "PERSON", name, (), tuple(sorted(places)), gender=gender)


def place(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def inserted(text: str, people: tuple[Entity, ...], sentence: str) -> list[str]:
    found: tuple[Insertion, ...] = Context(text, people, ()).standing(place(text, sentence)).insertions
    return [i.words for i in found]


def test_the_only_woman_near_by_is_named() -> None:
    text = f"{RUTH} and {NOAH} run the port. Later she left."
    people = (person(text, 1, RUTH, {"she": 0}, "female"), person(text, 2, NOAH, {}, "male"))
    assert inserted(text, people, "Later she left.") == [f" [{RUTH}]"]


def test_one_of_two_women_is_named_only_when_the_article_is_about_her() -> None:
    text = f"{RUTH} runs the port. {RUTH} likes it. {VERA} runs the yard. Later she left."
    ruth, vera = person(text, 1, RUTH, {"she": 0}, "female"), person(text, 2, VERA, {"she": 0}, "female")
    others = person(text, 1, RUTH, {}, "female"), person(text, 2, VERA, {}, "female")
    assert inserted(text, (ruth, others[1]), "Later she left.") == [f" [{RUTH}]"]
    assert inserted(text, (others[0], vera), "Later she left.") == []


def test_somebody_of_unknown_gender_could_be_meant_as_well() -> None:
    text = f"{RUTH} runs the port. {RUTH} likes it. Sam Frey came with {VERA}. Later she left."
    people = (
        person(text, 1, RUTH, {}, "female"),
        person(text, 2, "Sam Frey", {}, None),
        person(text, 3, VERA, {"she": 0}, "female"),
    )
    assert inserted(text, people, "Later she left.") == []


def test_another_woman_ahead_in_the_sentence_makes_it_unsure_whoever_the_article_is_about() -> None:
    text = f"{RUTH} runs the port. {RUTH} likes it. For {VERA} she left."
    people = (person(text, 1, RUTH, {"she": 0}, "female"), person(text, 2, VERA, {}, "female"))
    assert inserted(text, people, f"For {VERA} she left.") == []


def test_a_pronoun_far_behind_the_last_name_is_not_named() -> None:
    text = f"{RUTH} runs the port. {'The boats came and went. ' * 120}Later she left."
    assert inserted(text, (person(text, 1, RUTH, {"she": 0}, "female"),), "Later she left.") == []


def test_it_is_never_named() -> None:
    text = "Calder Docks runs the port. Later it left."
    it = place(text, "it left").start
    mentions = (Mention(place(text, "Calder Docks"), "name"), Mention(Span(it, it + 2), "pronoun"))
    assert inserted(text, (Entity("e1", "ORG", "Calder Docks", (), mentions),), "Later it left.") == []
