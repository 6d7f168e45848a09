"""Values and their normal forms on small texts of our own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.nlp.document import Document
from reader.nlp.values import amounts, dates, find_values
from reader.nlp.values.scan import matches
from reader.text import Article, Paragraph, Span


def values(text: str, published: str | None = None) -> list[tuple[str, str, str | None]]:
    article = Article("t", text, (Paragraph(Span(0, len(text))),), published=published)
    return [(v.label, v.span.of(text), v.normalized) for v in find_values(Document(article))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("on March 4, 2026, they met", ("DATE", "March 4, 2026", "2026-03-04")),
        ("on 4 March 2026", ("DATE", "4 March 2026", "2026-03-04")),
        ("in June 2010, when", ("DATE", "June 2010", "2010-06")),
        ("by Feb. 1 at the latest", ("DATE", "Feb. 1", "--02-01")),
        ("since 1998 it grew", ("DATE", "1998", "1998")),
        ("in the 1980s", ("DATE", "the 1980s", "1980s")),
        ("on Wednesday", ("DATE", "Wednesday", "XXXX-WXX-3")),
        ("at 5:15 p.m. sharp", ("TIME", "5:15 p.m.", "T17:15")),
        ("worth $1.2 billion in all", ("MONEY", "$1.2 billion", "1.2e9 USD")),
        ("about £35m of it", ("MONEY", "£35m", "3.5e7 GBP")),
        ("20 million euros", ("MONEY", "20 million euros", "2e7 EUR")),
        ("grew 12.5 per cent", ("PERCENT", "12.5 per cent", "12.5 %")),
        ("at least 13 people died", ("QUANTITY", "13 people", "13 people")),
        ("ran 30 miles north", ("QUANTITY", "30 miles", "30 mi")),
        ("faces 30 charges in all", ("QUANTITY", "30 charges", "30 charges")),
        ("needs 2,383 in all", ("QUANTITY", "2,383", "2383")),
    ],
)
def test_a_value_has_its_label_its_place_and_its_normal_form(text: str, wanted: tuple[str, str, str]) -> None:
    assert values(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He left on Monday.", "2026-03-02"),
        ("He left yesterday.", "2026-03-03"),
        ("He leaves next Friday.", "2026-03-06"),
        ("He left last year.", "2025"),
        ("He left last month.", "2026-02"),
        ("He leaves next week.", "2026-W11"),
        ("He left two years ago.", "2024"),
    ],
)
def test_relative_days_are_resolved_by_the_date_of_the_article(text: str, wanted: str) -> None:
    assert [v[2] for v in values(text, "2026-03-04")] == [wanted]


@pytest.mark.parametrize("text", ["He may go, she said.", "They march on.", "Only 45 was too few", "MH370"])
def test_what_looks_like_a_value_and_is_none_is_left_alone(text: str) -> None:
    assert values(text) == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789 ,.$£%-:/apmMarch4Monday", max_size=60))
def test_values_are_ordered_and_disjoint_whatever_the_text(text: str) -> None:
    article = Article("t", text, (Paragraph(Span(0, len(text))),))
    spans = [v.span for v in find_values(Document(article))]
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        at = span.end


EVERYTHING = """\
On 2024-03-04, Monday March 3, 3rd of May 2021 and June 2010 the 2016 plan of the 1990s stood. In March, in May 2020,
last week, two years ago, a month earlier, yesterday evening and next Friday US$5m, A$3, HK$1.2bn, £4, Rs. 500 and
$600,000 a day went; -5%, twenty-one per cent, 12 percentage points, TWO MILLION DOLLARS, 5-year terms, a 40-minute
call, 3,000 people, 17 dragons, 1,812 and 45 m, (12 soldiers) “9 crates” –3% +4% mid-2019/2020 pre-1900.
By noon, at 3:30 p.m., 10 am, 21:45, 7.15pm and midnight 2 men, May 1, in may and In May, a1b two 2nd, uS$7 hK$8.
"""


def test_no_value_begins_where_none_is_looked_for() -> None:
    scans = ((dates._DATE, dates._STARTS), (amounts._ANY, amounts._STARTS), (dates._TIME, dates._TIME_STARTS))
    for pattern, starts in scans:
        found = [m.span() for m in matches(pattern, starts, EVERYTHING)]
        assert found == [m.span() for m in pattern.finditer(EVERYTHING)]
        assert len(found) > 4


def test_the_end_of_a_word_is_no_currency() -> None:
    text = "The drivers 12 times waved. Rs 12 was paid."
    assert [n.span.of(text) for n in amounts.find_amounts(text) if n.label == "MONEY"] == ["Rs 12"]
