"""The pipeline takes any text, also what no model could."""

from reader.nlp.pipeline import analyse
from reader.text import Article, Paragraph, Span


def test_half_a_surrogate_pair_is_analysed_and_kept() -> None:
    text = "Ada Brennan\ud83d spoke in Lisbon. \udc00 \ud83d"
    analysis = analyse(Article("a", text, (Paragraph(Span(0, len(text))),), title="Half \ud83d"))
    assert analysis.article.text == text
    assert analysis.article.title == "Half \ud83d"
    assert analysis.sentences
