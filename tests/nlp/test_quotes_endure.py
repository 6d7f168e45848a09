"""The analysis endures any marks: our text with its marks deleted, doubled or swapped; the checks themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import analyse
from reader.nlp.quotes.candidates import Candidate
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.speech import _from_link
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import unit_paragraphs
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim
from reader.text import Analysis, Span
from tests.eval.endure import Count, check, closing
from tests.eval.marks_at_random import MARKS, Mutated, mutate
from tests.eval.soundness import complaints, fates, lost, unclosed, unheard

TEXT = (
    "“We begin at dawn and we end at noon,” Ann Lee said. “Nobody will be late.”\n\n"
    '"The bridge is closed for the winter," said Bo Ray, who runs the ferry. "Take the boat."\n\n'
    "‘The dogs’ bowls were empty,’ she said. She denied that the town had paid.\n"
)


def analysed(text: str) -> Analysis:
    return analyse(parse_verbatim(text, id="t"))


def unchanged(text: str) -> Mutated:
    return Mutated(text, tuple(range(len(text))), ())


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_marks_changed_at_random_break_nothing_and_lose_no_other_quote(seed: int) -> None:
    found, count = check("t", TEXT, [seed])
    assert found == []
    assert count.checked == count.kept


def test_a_changed_text_keeps_all_but_its_marks_in_their_order() -> None:
    changed = mutate(TEXT, "7")
    assert changed.text != TEXT
    assert changed == mutate(TEXT, "7")
    left, new = ("".join(c for c in text if c not in MARKS) for text in (TEXT, changed.text))
    assert left == new
    at = TEXT.index("ferry")
    assert changed.moved(Span(at, at + 5)).of(changed.text) == "ferry"


def test_a_span_is_touched_only_by_changes_inside_it() -> None:
    changed = Mutated("abc", (0, 1, 2), (1,))
    assert [changed.untouched(Span(*s)) for s in ((0, 1), (0, 2), (1, 2), (2, 3))] == [True, False, False, True]


def test_a_lost_quote_is_named() -> None:
    before = analysed(TEXT)
    assert list(lost(before, before, unchanged(TEXT))) == []
    [first, *_] = lost(before, before._replace(quotes=()), unchanged(TEXT))
    assert "We begin at dawn" in first


def test_a_title_in_marks_is_not_missed() -> None:
    text = 'The film was called "The Sound of Rain," they said. Ann Lee said, "It is a sound of rain."\n'
    before = analysed(text)
    assert [quote for quote in lost(before, before._replace(quotes=()), unchanged(text)) if "The Sound" in quote] == []


def test_a_quote_that_the_text_never_closes_cannot_be_lost() -> None:
    before = analysed(
        'Ann Lee said: "We begin at dawn and nobody will be late. The bridge is closed.\n\nBo Ray left.\n'
    )
    assert len(before.quotes) == unclosed(before) == 1
    assert list(fates(before, before._replace(quotes=()), unchanged(before.article.text))) == []


@pytest.mark.parametrize(
    "text",
    [
        'Ann Lee said: "We begin at dawn, and so do they.\n\n"We end at noon, and so do they," she said.\n',
        'Ann Lee said: "We begin at dawn, and so do they.\n\nWe end at noon, and so do they," she said.\n',
        "Ann Lee said: “We begin at dawn, and so do they.\n\nWe end at noon, and so do they,” she said.\n",
        'Ann Lee said: "A 12" pipe broke at dawn, and nobody is to blame."\n',
        "Ann Lee said: “We begin at dawn and nobody will be late.”\n\nBo Ray left.\n",
    ],
)
def test_a_quote_that_goes_on_or_closes_can_be_lost(text: str) -> None:
    before = analysed(text)
    assert unclosed(before) == 0
    found = list(lost(before, before._replace(quotes=()), unchanged(text)))
    assert len(found) == len(before.quotes) > 0


def test_a_quote_that_another_swallows_is_kept_but_not_whole() -> None:
    before = analysed(TEXT)
    first, *others = before.quotes
    wide = first._replace(contents=(Span(0, TEXT.index("\n")),), speaker=None)
    [fate, *_] = fates(before, before._replace(quotes=(wide, *others)), unchanged(TEXT))
    assert fate[1:] == (True, False, False)
    assert all(fate[1:] == (True, True, True) for fate in fates(before, before, unchanged(TEXT)))


def test_a_sentence_in_plain_marks_has_to_be_somebodys() -> None:
    whole = analysed(TEXT)
    assert list(unheard(whole)) == []
    assert list(unheard(whole._replace(quotes=()))) == ["nobody's '“We begin at dawn and we end at noon,”'"]


@pytest.mark.parametrize(
    ("part", "expected"),
    [("quotes", "quotes are not numbered in order"), ("entities", "entities are not numbered in order")],
)
def test_a_gap_in_the_numbers_is_a_complaint(part: str, expected: str) -> None:
    whole = analysed(TEXT)
    cut = whole._replace(**{part: getattr(whole, part)[1:]})
    assert expected in list(complaints(cut))


def test_spans_out_of_bounds_and_unknown_entities_are_complaints() -> None:
    whole = analysed(TEXT)
    quote = whole.quotes[0]
    assert quote.speaker is not None
    wrong = quote._replace(contents=(Span(5, 10**6),), speaker=quote.speaker._replace(entity="e99"), confidence=2.0)
    found = list(complaints(whole._replace(quotes=(wrong, *whole.quotes[1:]))))
    assert [c.split(": ")[1].split()[0] for c in found if c.startswith("q1: ")] == ["contents", "speaker", "confidence"]


def test_the_closing_lines_count_each_kind_of_complaint() -> None:
    complained = [
        "a.jsonl:1: crashed, ValueError: x",
        "a.jsonl:2: nobody's 'Y'",
        "a.jsonl:3, marks of seed 4: lost q1 'Z'",
    ]
    counts, fates_line = closing(complained, 9, [4, 5], Count(7, 6, 5, 4, 3)).splitlines()
    assert counts.startswith("9 articles as they are and with the marks of 2 seeds (4, 5): 1 crashes, 0 out of bounds")
    assert counts.endswith("1 sentences in plain marks nobody's, 1 of 7 quotes with their own marks untouched lost")
    assert fates_line == "kept 6, whole 5, with the same speaker 4; left out 3 that the articles never close"


def test_a_stop_that_is_left_of_a_content_is_no_content() -> None:
    text = "Two boats sank, he insists. Nobody knew."
    document = tokenize(Document(parse_verbatim(text, id="1")), AnalysisOptions())
    [paragraph] = unit_paragraphs(document)
    contents = (Labelled(0, 3, "content"), Labelled(6, 6, "content"))
    link = Link(contents, Labelled(5, 6, "cue"), Candidate(4, 5, "subject", tagged=True), "quote-source-cue-quote", 0.5)
    assert [c.of(text) for c in _from_link(text, paragraph, link).contents] == ["Two boats sank"]


def test_a_phrase_in_marks_behind_a_word_for_what_was_said_is_said() -> None:
    text = "Bo Ray is famous for the remark “a bridge in my heart,” which nobody understood.\n\nThe boats wait."
    assert [c.of(text) for q in analysed(text).quotes for c in q.contents] == ["“a bridge in my heart,”"]


def test_a_short_quote_ahead_of_said_is_kept_among_broken_marks() -> None:
    text = (
        ', as if he had run, "My dear Mr. Rook, are you serious?" "If you please, said Rook. "Not a penny less. Many '
        "years of rent are included in it, I assure you. Will you do me that kindness?\u2019 "
        '"My dear sir," said the other, shaking hands with him. "I do not know what to say to such a gift\u2014'
    )
    quotes = analyse(parse_verbatim(text, id="x")).quotes
    assert '"My dear sir,"' in [content.of(text) for quote in quotes for content in quote.contents]
