"""What of a summary is shown under the title that stands above it."""

from reader.text import Article, Paragraph, Span, SummarySentence
from reader.text.shown import under_title

TEXT = "Ten questions for a diver\n\nHe dives. He reads. He sleeps."
ARTICLE = Article("x", TEXT, (Paragraph(Span(0, 25), "heading"), Paragraph(Span(27, len(TEXT)))))
HEADLINE = SummarySentence(Span(0, 25), 0.9)
DIVES, READS, SLEEPS = (SummarySentence(Span(start, start + 9), 0.5) for start in (27, 37, 47))


def test_a_headline_gives_its_place_to_the_best_sentence_in_reserve() -> None:
    assert under_title(ARTICLE, (HEADLINE, SLEEPS), (DIVES, READS)) == ((DIVES, SLEEPS), (READS,))


def test_a_summary_without_a_headline_stays_as_it_is() -> None:
    assert under_title(ARTICLE, (DIVES, SLEEPS), (READS,)) == ((DIVES, SLEEPS), (READS,))


def test_a_headline_with_nothing_in_reserve_leaves_a_shorter_summary() -> None:
    assert under_title(ARTICLE, (HEADLINE, SLEEPS), ()) == ((SLEEPS,), ())
