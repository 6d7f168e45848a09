"""What holds for rows of any text at any width."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.parse import parse_article
from reader.text import Article, Entity, Mention, Paragraph, Span
from reader.tui.present import SUPERSCRIPTS
from reader.tui.widgets.article_layout import Drawn, Layout, drawn_text, indent_cells, lay_out
from reader.tui.widgets.article_marks import build

PIECES = st.sampled_from(
    ["word", "a", "harbour-side", "extraordinarily" * 4, " ", "  ", "\n", "-", "—", "東京", "韓国語", "é", "e\u0301",
     "😀", "👩\u200d🚀", "\t", "\x1b", "\u202e", "ᴾ", "“Yes,”"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), min_size=1, max_size=25).map("".join)
WIDTHS = st.integers(8, 40)


def article_of(*blocks: str, preformatted: bool = False) -> Article:
    text, paragraphs = "", list[Paragraph]()
    for block in filter(str.strip, blocks):
        start = len(text) + len(block) - len(block.lstrip())
        paragraphs.append(Paragraph(Span(start, start + len(block.strip())), preformatted=preformatted))
        text += block + "\n\n"
    return Article("x", text, tuple(paragraphs))


def rows(article: Article, width: int) -> tuple[Drawn, Layout, list[str]]:
    drawn = drawn_text(article.text, ())
    layout = lay_out(article, drawn, width)
    return drawn, layout, [drawn.text[line.start : line.end] for line in layout.lines]


@given(st.lists(TEXTS, max_size=3), WIDTHS, st.booleans())
def test_rows_cover_every_visible_character_once_and_in_order(blocks: list[str], width: int, keep: bool) -> None:  # noqa: FBT001
    article = article_of(*blocks, preformatted=keep)
    layout = rows(article, width)[1]
    at = 0
    for line in layout.lines:
        assert at <= line.start <= line.end
        assert not article.text[at : line.start].strip()
        at = line.end
    assert not article.text[at:].strip()


@given(TEXTS, WIDTHS, st.booleans())
def test_no_row_is_wider_than_the_column(block: str, width: int, keep: bool) -> None:  # noqa: FBT001
    for row in rows(article_of(block, preformatted=keep), width)[2]:
        assert cell_len(row) <= width, row


@given(TEXTS, WIDTHS)
def test_every_visible_character_is_found_on_its_row(block: str, width: int) -> None:
    article = article_of(block)
    layout = rows(article, width)[1]
    for at, char in enumerate(article.text):
        line = layout.lines[layout.row_of(at)] if layout.lines else None
        assert char.isspace() or (line is not None and line.start <= at < line.end)


@given(TEXTS, st.data())
def test_marks_move_offsets_and_back(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    drawn = drawn_text(text, [(place, "ᴾ") for place in places])
    plain = drawn_text(text, ()).text
    assert len(drawn.text) == len(text) + len(places)
    assert [drawn.text[place] for place in drawn.places] == ["ᴾ"] * len(places)
    for offset in range(len(text)):
        assert drawn.text[drawn.start(offset)] == plain[offset]
        assert drawn.article_offset(drawn.start(offset)) == offset
        assert drawn.end(offset + 1) == drawn.start(offset) + 1


def test_a_mark_at_the_end_of_a_paragraph_stays_on_its_row() -> None:
    article = article_of("the talks with Ada Brennan", "then nothing")
    end = article.paragraphs[0].span.end
    drawn = drawn_text(article.text, [(end, "ᴾ")])
    layout = lay_out(article, drawn, 40)
    first = layout.lines[0]
    assert drawn.text[first.start : first.end] == "the talks with Ada Brennanᴾ"


def test_words_are_kept_whole_and_blanks_at_a_break_are_dropped() -> None:
    assert rows(article_of("one two three four"), 8)[2] == ["one two", "three", "four"]


def test_east_asian_text_breaks_between_characters() -> None:
    assert rows(article_of("東京都庁舎前"), 8)[2] == ["東京都庁", "舎前"]


def test_a_combining_mark_stays_with_its_letter_when_a_long_word_is_cut() -> None:
    assert rows(article_of("abcdefge\u0301fgh"), 8)[2] == ["abcdefge\u0301", "fgh"]


def test_items_of_a_list_stand_close_and_are_indented_by_their_marker() -> None:
    text = "one\ntwo\n\nafter"
    paragraphs = (
        Paragraph(Span(0, 3), "list", 1, "•"),
        Paragraph(Span(4, 7), "list", 1, "•"),
        Paragraph(Span(9, 14)),
    )
    article = Article("x", text, paragraphs)
    assert rows(article, 20)[2] == ["one", "two", "", "after"]
    assert [indent_cells(paragraph) for paragraph in paragraphs] == [2, 2, 0]


def test_rows_of_a_table_stand_close_and_their_columns_stay_in_line_behind_letters() -> None:
    article = parse_article(
        "| Port | Master |\n|---|---|\n| Lisbon | Ada |\n| Faro | Bo |\n\n    code\n", id="x", format="markdown"
    )
    assert [row.rstrip() for row in rows(article, 30)[2]] == [
        "Port    | Master", "Lisbon  | Ada", "Faro    | Bo", "", "code"
    ]  # fmt: skip
    names = [("GPE", "Lisbon"), ("PERSON", "Ada"), ("GPE", "Faro"), ("PERSON", "Bo")]
    spans = [Span(at, at + len(name)) for _, name in names for at in [article.text.index(name)]]
    entities = [
        Entity(name, label, name, (), (Mention(span, "name"),))  # type: ignore[arg-type]
        for (label, name), span in zip(names, spans, strict=True)
    ]
    marks = build(article, entities, SUPERSCRIPTS)
    lines = [marks.drawn.text[line.start : line.end].rstrip() for line in lay_out(article, marks.drawn, 30).lines]
    assert lines[1:3] == ["Lisbonᴳ | Adaᴾ", "Faroᴳ   | Boᴾ"]
    assert all(marks.drawn.has_mark(marks.drawn.end(span.end)) for span in spans)
    assert [marks.drawn.article_offset(marks.drawn.start(span.start)) for span in spans] == [s.start for s in spans]


def test_a_name_inside_a_longer_cell_moves_no_bar() -> None:
    article = parse_article("| Who | Where |\n|---|---|\n| Ada of Faro port | Lisbon |\n", id="x", format="markdown")
    mentions = tuple(Mention(Span(at, at + 3), "name") for at in [article.text.index("Ada")])
    town = Mention(Span(at := article.text.index("Lisbon"), at + 6), "name")
    entities = [Entity("e1", "PERSON", "Ada", (), mentions), Entity("e2", "GPE", "Lisbon", (), (town,))]
    marks = build(article, entities, SUPERSCRIPTS)
    lines = [marks.drawn.text[line.start : line.end] for line in lay_out(article, marks.drawn, 40).lines]
    assert [line.index("|") for line in lines] == [lines[0].index("|")] * 2
    assert lines[1].endswith("| Lisbonᴳ")


def test_a_long_line_of_code_is_cut_behind_a_word_near_the_edge() -> None:
    article = article_of("call(first, second) or call(third)\n" + "x" * 25, preformatted=True)
    assert rows(article, 20)[2] == ["call(first, second) ", "or call(third)", "x" * 20, "xxxxx"]


def test_code_keeps_its_spaces_and_line_breaks() -> None:
    article = article_of("if x:\n    go()", preformatted=True)
    assert rows(article, 30)[2] == ["if x:", "    go()"]
