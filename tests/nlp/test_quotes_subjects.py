"""The subject of a verb of saying speaks, whatever else stands near it."""

import pytest

from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import analyse
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.link_repair import of_frame_behind, with_later_parts
from reader.nlp.quotes.subjects import of_its_subject
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, unit_paragraphs
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim


def units_of(words: str) -> tuple[Unit, ...]:
    options = AnalysisOptions()
    return unit_paragraphs(find_names(tokenize(Document(parse_verbatim(words, id="t")), options), options))[0].units


def span(units: tuple[Unit, ...], words: str) -> tuple[int, int]:
    wanted = words.lower().split()
    return next(
        (i, i + len(wanted)) for i in range(len(units)) if [u.word for u in units[i : i + len(wanted)]] == wanted
    )


def given(words: str, cue: str, contents: list[str], source: str | None) -> tuple[str | None, list[str]]:
    """Source and contents of a link that was chosen so, after the subject had its say."""
    units = units_of(words)
    parts = tuple(Labelled(*span(units, content), "content") for content in contents)
    chosen = Candidate(*span(units, source), "noun", tagged=False) if source else None
    link = of_its_subject(units, Link(parts, Labelled(*span(units, cue), "cue"), chosen, "quote-cue-quote", 0.5))
    text = [" ".join(u.word for u in units[p.start : p.end]) for p in link.contents]
    found = link.source
    return found and " ".join(u.word for u in units[found.start : found.end]), text


@pytest.mark.parametrize(
    ("words", "cue", "contents", "source", "speaker"),
    [
        (
            "Voters expect the bridge to open .",
            "expect",
            ["Voters", "the bridge to open"],
            None,
            "voters",
        ),
        (
            "Ann Lee herself was delighted by the late answer .",
            "was delighted by",
            ["Ann Lee", "herself", "the late answer"],
            None,
            "ann lee",
        ),
        (
            "Ann Lee , who had left the room , criticized the deal on two fronts .",
            "criticized",
            ["the deal on two fronts"],
            "who",
            "ann lee",
        ),
        (
            "The mayor laughed as the heckler yelled that he was wrong .",
            "yelled",
            ["that he was wrong"],
            "The mayor",
            "the heckler",
        ),
        (
            "They accused the office of a trick that was found by Bo Ray .",
            "accused",
            ["the office of a trick"],
            "Bo Ray",
            "they",
        ),
        (
            "Ann Lee wrote to the mayor , calling the deal a trick .",
            "calling",
            ["the deal a trick"],
            "the mayor",
            "ann lee",
        ),
        (
            "After stating that the bridge was safe , Ann Lee left .",
            "stating",
            ["that the bridge was safe"],
            None,
            "ann lee",
        ),
        (
            "In a letter to the union , its head Ann Lee said that the bridge was safe .",
            "said",
            ["that the bridge was safe"],
            "the union , its head Ann Lee",
            "its head ann lee",
        ),
        (
            "Ann Lee , in a letter to the mayor , criticized the deal on two fronts .",
            "criticized",
            ["the deal on two fronts"],
            "the mayor",
            "ann lee",
        ),
        (
            "Friends of the town urged the mayor to stay .",
            "urged",
            ["Friends of the town", "to stay"],
            None,
            "friends of the town",
        ),
        (
            "The talks went on , with Ann Lee calling the deal a trick .",
            "calling",
            ["the deal a trick"],
            "The talks",
            "ann lee",
        ),
        (
            "In a letter to the mayor , Ann Lee rips the deal , calling the plan a trick .",
            "calling",
            ["the plan a trick"],
            "the mayor",
            "ann lee",
        ),
        (
            "Ann Lee sounded a note of doubt about the deal .",
            "sounded a note of doubt about",
            ["Ann Lee", "the deal"],
            None,
            "ann lee",
        ),
        ("When asked whether he would go , the mayor left .", "asked", ["whether he would go"], "the mayor", None),
    ],
)
def test_the_subject_is_the_source(
    words: str, cue: str, contents: list[str], source: str | None, speaker: str | None
) -> None:
    assert given(words, cue, contents, source) == (speaker, [contents[-1]])


@pytest.mark.parametrize(
    ("words", "cue", "contents", "source"),
    [
        ("Ann Lee was accused of a trick .", "was accused", ["Ann Lee", "of a trick"], None),
        ("Ann Lee seemed to know the answer .", "seemed", ["Ann Lee", "to know the answer"], None),
        ("The deal was criticized by Bo Ray .", "was criticized by", ["The deal"], "Bo Ray"),
        ("Ann Lee and Bo Ray said that it was late .", "said", ["that it was late"], "Ann Lee"),
        ("Friday added one more unusual thing , Ann Lee naming Bo Ray .", "naming", ["Bo Ray"], "Ann Lee"),
        ("They fly to Oslo , which Ann Lee , the mayor , has called a dump .", "has called", ["a dump"], "Ann Lee"),
        ("Ann Lee met Bo Ray , saying that it was late .", "saying", ["that it was late"], "Ann Lee"),
    ],
)
def test_another_source_stays(words: str, cue: str, contents: list[str], source: str | None) -> None:
    assert given(words, cue, contents, source) == (source and source.lower(), [c.lower() for c in contents])


def heard(words: str) -> list[tuple[str | None, list[str]]]:
    """Who says what, the name and the contents."""
    quotes = analyse(parse_verbatim(words, id="t")).quotes
    return [(q.speaker and q.speaker.name, [c.of(words) for c in q.contents]) for q in quotes]


def test_he_goes_on_who_spoke_right_before_and_not_whom_he_spoke_of() -> None:
    words = (
        "Anders Holm met the press on Friday.\n\nPeter Brandt, who runs the ferry, said that Holm and his boats were"
        " late.\n\n“The boats are old, and nobody has paid for new ones,” he said outside the harbour office.\n"
    )
    assert heard(words)[-1][0] == "Peter Brandt"


def test_a_quote_parted_by_a_long_frame_is_whole() -> None:
    words = (
        "“We have no idea how the crews will vote,” Ann Lee said of sailors whose rights were restored last May,"
        " “but they will be heard in the council.”\n"
    )
    assert heard(words) == [
        (
            "Ann Lee",
            ["“We have no idea how the crews will vote,”", "“but they will be heard in the council.”"],
        )
    ]


def test_a_name_and_a_verb_right_behind_a_quote_are_its_frame() -> None:
    words = "“The boats are old, and nobody has paid for new ones,” Ray continued.\n"
    assert [name for name, _ in heard(words)] == ["Ray"]


def test_of_two_quotes_in_one_content_the_first_stays_where_the_second_is_anothers() -> None:
    units = units_of("Ann Lee claims that trees help “the whole of the town,” and “all the people in it,” Bo Ray said.")
    source, cue = Labelled(*span(units, "Ann Lee"), "source"), Labelled(*span(units, "claims"), "cue")
    content = Labelled(cue.end, span(units, "Bo Ray")[0], "content")
    behind = [Labelled(*span(units, "Bo Ray"), "source"), Labelled(*span(units, "said"), "cue")]
    link = Link((content,), cue, Candidate(source.start, source.end, "person", tagged=True), "source-cue-quote", 0.5)
    first, second = of_frame_behind(units, [source, cue, content, *behind], link)
    assert (first.cue, units[first.contents[-1].end - 1].word, second.cue) == (cue, "QUOTE", behind[1])
    assert first.contents[-1].end < second.contents[0].end == content.end


def test_a_quote_with_a_frame_of_its_own_is_no_later_part_of_another() -> None:
    framed = "“The mood is grim,” she said, but despite all the noise, “I think he will do it,” said Ann Lee."
    found = []
    for words in (framed, framed.replace(" said Ann Lee", "")):
        units = units_of(words)
        cue = Labelled(*span(units, "she said"), "cue")
        first = Link(
            (Labelled(0, 1, "content"),), cue, Candidate(1, 2, "subject", tagged=True), "quote-source-cue", 0.9
        )
        found.append([len(link.contents) for link in with_later_parts(units, [first])])
    assert found == [[1], [2]]
