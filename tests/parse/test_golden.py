"""The golden cases: title, input, `.`, expected, as in markdown-it's fixtures."""

from pathlib import Path

import pytest

from reader.parse import Format, parse_article
from reader.text import Article

GOLDEN = Path(__file__).parents[1] / "golden" / "parse"


def cases(name: str) -> list[tuple[str, str, str]]:
    parts = (GOLDEN / f"{name}.md").read_text(encoding="utf-8").split("\n.\n")
    return [(parts[i].strip(), parts[i + 1], parts[i + 2]) for i in range(0, len(parts) - 2, 3)]


def drawn(article: Article) -> str:
    named = {
        "title": article.title,
        "headline": article.headline and f"{article.headline.start}-{article.headline.end}",
        "author": article.author,
        "source": article.source,
        "published": article.published,
        "url": article.url,
    }
    rows = [f"{key}: {value}" for key, value in named.items() if value is not None]
    for p in article.paragraphs:
        head = [p.kind, str(p.level or ""), p.marker, "preformatted" if p.preformatted else ""]
        rows.append(f"{' '.join(filter(None, head))}: {p.span.of(article.text)}")
    rows += [f"{' '.join(filter(None, ['mark', m.kind, m.target]))}: {m.span.of(article.text)}" for m in article.marks]
    return "\n".join(rows)


@pytest.mark.parametrize(("title", "given", "expected"), cases("plain"))
def test_plain_text_is_parsed_as_the_page_says(title: str, given: str, expected: str) -> None:
    assert drawn(parse(given, "text")) == expected


@pytest.mark.parametrize(("title", "given", "expected"), cases("markdown"))
def test_markdown_is_parsed_as_the_page_says(title: str, given: str, expected: str) -> None:
    assert drawn(parse(given, "markdown")) == expected


@pytest.mark.parametrize(("title", "given", "expected"), cases("html"))
def test_a_web_page_is_parsed_as_the_page_says(title: str, given: str, expected: str) -> None:
    assert drawn(parse(given, "html")) == expected


def parse(given: str, kind: Format) -> Article:
    return parse_article(given, id="x", format=kind)
