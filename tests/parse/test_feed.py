"""A feed is read as one article."""

from pathlib import Path

import pytest

from reader.cli.main import run
from reader.parse import guessed_format, parse_article
from reader.parse.html.tree import MAX_DEPTH
from reader.text import Article

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Harbour Tidings</title><link>https://example.org/</link>
<item><title>Port &amp;amp; quay close</title><link>https://example.org/1</link><dc:creator>Ada Brennan</dc:creator>
 <pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>Short.</description>
 <media:description>A crane.</media:description>
 <content:encoded><![CDATA[<p>The port closed.</p><p>See <a href="/map">the map</a>.</p>
 <script>x</script>]]></content:encoded></item>
<item><title>Ferry sinks</title><description>&lt;p&gt;A ferry sank.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Brill Times</title>
<link rel="self" href="https://example.org/feed"/><link href="https://example.org/"/><updated>2026-03-04T08:00:00Z</updated>
<entry><title>Fewer &lt; more</title><link href="https://example.org/a"/><author><name>Zoé Lund</name></author>
 <published>2026-03-03T09:00:00Z</published>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The café <b>opens</b>.</p>
 <ul><li>Tea</li></ul></div></content>
</entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Old Brill</title></channel><item><title>Quay opens</title><description>At last.</description>
</item></rdf:RDF>"""


def lines(article: Article) -> list[tuple[str, str]]:
    """Kind and words of each paragraph."""
    return [(p.kind, p.span.of(article.text)) for p in article.paragraphs]


def test_each_story_stands_under_its_headline() -> None:
    article = parse_article(RSS, id="feed.xml")
    assert lines(article) == [
        ("heading", "Port & quay close"),
        ("caption", "Ada Brennan · 2026-03-02"),
        ("body", "The port closed."),
        ("body", "See the map."),
        ("heading", "Ferry sinks"),
        ("body", "A ferry sank."),
    ]
    assert (article.title, article.published, article.url) == ("Harbour Tidings", "2026-03-02", "https://example.org/")


def test_headlines_lead_to_the_stories_and_links_are_whole() -> None:
    article = parse_article(RSS, id="feed.xml")
    links = [(m.span.of(article.text), m.target) for m in article.marks if m.kind == "link"]
    assert links == [("Port & quay close", "https://example.org/1"), ("the map", "https://example.org/map")]


def test_an_atom_feed_is_read_with_its_own_mark_up() -> None:
    article = parse_article(ATOM, id="-")
    assert lines(article) == [
        ("heading", "Fewer < more"),
        ("caption", "Zoé Lund · 2026-03-03"),
        ("body", "The café opens."),
        ("list", "Tea"),
    ]
    assert (article.title, article.published, article.url) == ("Brill Times", "2026-03-04", "https://example.org/")


def test_an_old_feed_is_read() -> None:
    assert lines(parse_article(RDF, id="-")) == [("heading", "Quay opens"), ("body", "At last.")]


@pytest.mark.parametrize("name", ["feed.xml", "a.txt", "a.html", "-"])
def test_a_feed_is_known_by_its_root_whatever_it_is_called(name: str) -> None:
    assert [guessed_format(text, name) for text in (RSS, ATOM, RDF)] == ["feed"] * 3


@pytest.mark.parametrize(
    "text", ["<rss> is how a feed opens", "He wrote <feed>.", "<?xml version='1.0'?><svg/>", "<rssa>"]
)
def test_what_only_speaks_of_feeds_is_none(text: str) -> None:
    article = parse_article(text, id="a.txt")
    assert article.text == text


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>',
        "<rss><!ENTITY><channel/></rss>",
        "<rss><channel><item><title>Quay</channel></rss>",
    ],
)
def test_a_feed_that_is_not_sound_is_shown_as_it_stands(text: str) -> None:
    assert parse_article(text, id="a.xml").text == text


def test_what_is_nested_without_end_keeps_its_words() -> None:
    deep = "<b>" * (5 * MAX_DEPTH) + "deep words" + "</b>" * (5 * MAX_DEPTH)
    text = f"<feed><entry><title>Quay</title><content type='xhtml'>{deep}</content></entry></feed>"
    assert parse_article(text, id="a.xml").text.endswith("deep words")


def test_a_feed_without_stories_has_nothing_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "feed.xml"
    file.write_text("<rss><channel><title>Harbour Tidings</title></channel></rss>", encoding="utf-8")
    assert run(["print", str(file)]) == 3
    assert capsys.readouterr().err.endswith("feed.xml: no text in it, there is nothing to read\n")
