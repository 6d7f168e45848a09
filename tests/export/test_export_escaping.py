"""Whatever stands in an article comes out of every format as the same characters, and as nothing else."""

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.errors import OutputError
from reader.export import formats, render
from reader.export.markdown import escaped
from reader.text import Analysis, Article, Engine, Entity, Mention, Paragraph, Quote, QuoteContext, Span, Speaker
from reader.text.display import one_line

NASTY = [
    "# heading", "- item", "+ item", "1. item", "12) item", "> quote", "*em* _em_ **b**", "`code`", "[a](http://x)",
    "![i](x)", "<b>bold</b>", "&amp; &lt;", "a\\b", "~~gone~~", "| a | b |", "---", "===", "Setext\n===", "http://x.org",
    "    code", "trailing  ", "C# #", "[^1]: note", "\\", "$x$", "a <!-- b -->", "***", ": term", "_", "--05-03",
]  # fmt: skip


def shown_by_markdown(source: str) -> str:
    """The text that a reader of the rendered paragraph sees."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"], source
    children = tokens[1].children or []
    assert {c.type for c in children} <= {"text", "text_special"}, source
    return "".join(c.content for c in children)


@pytest.mark.parametrize("text", NASTY)
def test_markdown_shows_the_very_characters(text: str) -> None:
    assert shown_by_markdown(escaped(one_line(text))) == one_line(text)


@given(st.text(alphabet=st.sampled_from("ab 1.)-+*_#>|~`\\[]()!<&;:=\"'/x"), min_size=1).map(one_line).filter(bool))
def test_markdown_shows_any_characters(text: str) -> None:
    assert shown_by_markdown(escaped(text)) == text


class _Page(HTMLParser):
    """Collects the tags and the words of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src", "style", "onload", "onclick"}]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


KNOWN_TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "a", "b", "span",
    "blockquote", "cite", "article", "mark", "pre",
}  # fmt: skip


def article_of(text: str) -> Analysis:
    """`text` as its own title, entity, speaker, quote and paragraph."""
    everything = Span(0, len(text))
    entity = Entity("e1", "PERSON", text, (text,), (Mention(everything, "name"),), role=everything)
    speaker = Speaker(everything, "e1", text, resolved=True)
    context = QuoteContext(everything, everything, everything)
    quote = Quote("q1", "direct", (everything,), everything, speaker, context, 0.9, "r")
    article = Article(text, text, (Paragraph(everything, marker=text),), text, None, text, text, text, text)
    return Analysis(article, (), (entity,), (quote,), (), (), Engine("x", "1"))


@given(st.text(min_size=1).filter(str.strip))
def test_html_is_well_formed_and_holds_no_foreign_tag(text: str) -> None:
    page = _Page()
    page.feed(render(article_of(text), format="html"))
    page.close()
    assert page.open == []
    assert page.tags <= KNOWN_TAGS
    assert all(link.startswith(("#p", "http://", "https://")) for link in page.links)
    assert one_line(text) in " ".join("".join(page.words).split()) or not one_line(text).isascii()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "javascript:alert(1)", '"><img src=x onerror=y>', "</title><b>"]
)
def test_html_lets_no_article_in(text: str) -> None:
    document = render(article_of(text), format="html")
    page = _Page()
    page.feed(document)
    assert page.tags <= KNOWN_TAGS - {"script", "img"}
    assert "javascript:" not in "".join(page.links)
    assert "default-src 'none'" in document


HOSTILE = "Ada\x1b]52;c;aGk=\x07 \x9b31m \u202egnp.exe\u2069 \u200bx\x7f\r"


@pytest.mark.parametrize("name", [f for f in formats() if f != "json"])
def test_no_control_reaches_a_terminal(name: str) -> None:
    document = render(article_of(HOSTILE), format=name)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", document)


@pytest.mark.parametrize("text", [HOSTILE, "half \ud83d pair", "\u2028"])
def test_json_holds_any_text_and_gives_it_back(text: str) -> None:
    document = render(article_of(text), format="json")
    assert json.loads(document.encode())["text"] == text
    assert "\x1b" not in document


def test_an_article_with_nothing_found_is_said_to_have_none(sample: Analysis) -> None:
    bare = sample._replace(entities=(), quotes=(), summary=(), key_facts=())
    for name in ("markdown", "html", "text"):
        document = render(bare, format=name)
        assert "There is nothing to summarise." in document
        assert "said what" not in document.casefold()


def test_an_unknown_format_is_named_with_the_known_ones(sample: Analysis) -> None:
    with pytest.raises(OutputError, match="'pdf' is no export format; there are markdown, json, html, text"):
        render(sample, format="pdf")


def test_json_of_everything_is_the_public_format(sample: Analysis) -> None:
    from reader.text.wire import analysis_from_json

    value = json.loads(render(sample, format="json"))
    assert value["schema"] == "reader.analysis/1"
    assert analysis_from_json(value, sample.article).quotes == sample.quotes


def test_the_page_marks_in_the_article_what_it_lists_as_said_and_nothing_else(sample: Analysis) -> None:
    listed = render(sample, format="html", scope="all").count('class="said"')
    unsaid = sample.quotes[0]._replace(kind="indirect", rule="before-quote-negated")
    page = render(sample._replace(quotes=(unsaid, *sample.quotes[1:])), format="html", scope="all")
    assert 0 < page.count('class="said"') < listed
