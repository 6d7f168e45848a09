"""What is speech and what is only told of somebody: stances and things not said are marked, and left out of sight."""

import pytest

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes.attribution import Attribution
from reader.nlp.quotes.manner import is_attitude
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim
from reader.text import Quote, QuoteContext, Span


def attitude(text: str, cue: str, content: str, source: str = "") -> bool:
    document = tokenize(Document(parse_verbatim(text, id="a")), AnalysisOptions())
    place, said = (Span(text.index(w), text.index(w) + len(w)) for w in (cue, content))
    who = Span(text.index(source), text.index(source) + len(source)) if source else None
    return is_attitude(document, Attribution((said,), place, who, "test", 0.5))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor drew sharp criticism for the plan.", "drew", "sharp criticism for the plan"),
        ("The mayor likes the new bridge.", "likes", "the new bridge"),
        ("The mayor cast doubt on the reports that he had left.", "cast", "the reports that he had left"),
        ("The mayor was criticised by the council.", "criticised", "The mayor"),
        ("Critics hate the bridge that he opened.", "hate", "the bridge that he opened"),
    ],
)
def test_a_stance_without_words_is_an_attitude(text: str, cue: str, content: str) -> None:
    assert attitude(text, cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor said that the bridge was safe.", "said", "that the bridge was safe"),
        ("The mayor thinks the bridge is safe.", "thinks", "the bridge is safe"),
        ("The mayor wants to close the bridge.", "wants", "to close the bridge"),
        ("The mayor demanded an inquiry.", "demanded", "an inquiry"),
    ],
)
def test_a_clause_or_a_word_of_saying_makes_it_a_statement(text: str, cue: str, content: str) -> None:
    assert not attitude(text, cue, content, "The mayor")


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("It was thought that the bridge was safe.", "thought", "that the bridge was safe", ""),
        ("The mayor seems to be sure that it holds.", "seems", "to be sure that it holds", "The mayor"),
    ],
)
def test_what_nobody_says_aloud_and_how_somebody_looks_are_attitudes(
    text: str, cue: str, content: str, source: str
) -> None:
    assert attitude(text, cue, content, source)


@pytest.mark.parametrize(
    ("kind", "rule", "shown"),
    [
        ("indirect", "source-cue-quote", True),
        ("indirect", "source-cue-quote-negated", False),
        ("indirect", "source-cue-quote-attitude", False),
        ("direct", "source-cue-quote-hypothetical", True),
        ("mixed", "source-cue-quote-negated", True),
        ("mixed", "no-cue-attitude", False),
    ],
)
def test_only_statements_are_shown(kind: str, rule: str, *, shown: bool) -> None:
    quote = Quote("q1", kind, (Span(0, 3),), None, None, QuoteContext(), 0.5, rule)  # type: ignore[arg-type]
    assert quote.is_statement is shown


def test_indirect_speech_that_is_more_likely_none_is_not_shown() -> None:
    kept = Quote("q1", "indirect", (Span(0, 3),), None, None, QuoteContext(), 0.35, "source-cue-quote")
    assert kept.is_statement
    assert not kept._replace(confidence=0.33).is_statement
    assert kept._replace(confidence=0.2, kind="direct").is_statement


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ann Lee denied it.", "denied", "it"),
        ("Her deputy disputed that.", "disputed", "that"),
        ("The witness confirmed his answer.", "confirmed", "his answer"),
        ("Ann Lee spoke to us in May.", "spoke", "us in May"),
    ],
)
def test_what_only_points_at_words_said_elsewhere_is_no_statement(text: str, cue: str, content: str) -> None:
    assert attitude(text, cue, content)


def test_whoever_stands_in_the_passive_said_nothing() -> None:
    document = tokenize(Document(parse_verbatim("Ann Lee was accused of theft.", id="a")), AnalysisOptions())
    said = Attribution((Span(0, 7), Span(23, 28)), Span(8, 19), None, "test", 0.5)
    assert is_attitude(document, said)


def test_what_somebody_says_according_to_a_report_is_a_statement() -> None:
    assert not attitude("According to the report, the bridge was unsafe.", "According to", "the bridge was unsafe")
    assert not attitude("According to the report, a ban on lorries.", "According to", "a ban on lorries")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor had to reverse or clarify her answers on the bridge.", "clarify", "her answers on the bridge"),
        ("The mayor, pushing back on criticism that she was slow, left.", "pushing", "that she was slow"),
    ],
)
def test_what_had_to_be_said_and_what_others_said_is_no_statement(text: str, cue: str, content: str) -> None:
    assert attitude(text, cue, content)


def test_a_source_without_a_noun_says_nothing() -> None:
    text = "The mayor was scolded for insisting that the bridge was safe."
    document = tokenize(Document(parse_verbatim(text, id="a")), AnalysisOptions())
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in ("for", "insisting", "that the bridge was safe")]
    assert is_attitude(document, Attribution((spans[2],), spans[1], spans[0], "test", 0.5))
    assert not is_attitude(document, Attribution((spans[2],), spans[1], None, "test", 0.5))
