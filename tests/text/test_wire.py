"""The public JSON form: what is written reads back equal."""

from reader.text import (
    Analysis,
    Article,
    Engine,
    Entity,
    KeyFact,
    Mention,
    Paragraph,
    Quote,
    QuoteContext,
    Sentence,
    Span,
    Speaker,
    SummarySentence,
)
from reader.text.wire import SCHEMA, analysis_from_json, analysis_to_json, error_to_json

TEXT = "Port reopens\n\n“We are back,” Ana Ruiz told the port on Monday. She smiled."
ARTICLE = Article(
    id="a.txt",
    text=TEXT,
    paragraphs=(Paragraph(Span(0, 12), "heading", level=1), Paragraph(Span(14, len(TEXT)))),
    title="Port reopens",
)
RUIZ = Span(TEXT.index("Ana"), TEXT.index(" told"))
ANALYSIS = Analysis(
    article=ARTICLE,
    sentences=(
        Sentence(Span(0, 12), 0, 0, 0),
        Sentence(Span(14, 62), 0, 0, 1),
        Sentence(Span(63, 74), 0, 0, 1),
    ),
    entities=(
        Entity(
            "e1",
            "PERSON",
            "Ana Ruiz",
            (),
            (Mention(RUIZ, "name"), Mention(Span(63, 66), "pronoun")),
            gender="female",
        ),
    ),
    quotes=(
        Quote(
            "q1",
            "direct",
            (Span(14, 28),),
            Span(38, 42),
            Speaker(RUIZ, "e1", "Ana Ruiz", resolved=True),
            QuoteContext(when=Span(55, 61), addressee=Span(43, 51)),
            0.9,
            "quote-name-verb",
        ),
        Quote("q2", "indirect", (Span(63, 66),), None, None, QuoteContext(), 0.1, "none"),
    ),
    summary=(SummarySentence(Span(14, 62), 0.75),),
    key_facts=(KeyFact("date", Span(55, 61), "XXXX-WXX-1"),),
    engine=Engine("reader", "0", {"names.crf": "0123456789ab"}),
    timings_ms={"tokens": 1.5},
)


def test_an_analysis_reads_back_equal() -> None:
    assert analysis_from_json(analysis_to_json(ANALYSIS), ARTICLE) == ANALYSIS


def test_the_object_names_its_schema_and_keeps_the_order_of_the_page() -> None:
    value = analysis_to_json(ANALYSIS)
    assert value["schema"] == SCHEMA == "reader.analysis/1"
    assert list(value) == [
        "schema", "id", "title", "text", "paragraphs", "sentences", "entities", "quotes", "summary", "reserve",
        "key_facts", "timeline", "engine", "timings_ms",
    ]  # fmt: skip


def test_timings_can_be_left_out() -> None:
    assert "timings_ms" not in analysis_to_json(ANALYSIS, timings=False)


def test_models_are_written_in_order_of_their_names() -> None:
    engine = Engine("reader", "0", {"b": "2", "a": "1"})
    assert list(analysis_to_json(ANALYSIS._replace(engine=engine))["engine"]["models"]) == ["a", "b"]


def test_an_error_line_says_type_and_message() -> None:
    assert error_to_json("x", ValueError("no")) == {
        "schema": SCHEMA,
        "id": "x",
        "error": {"type": "ValueError", "message": "no"},
    }
