"""The article on the screen: walking, marking, choosing, copying."""

import pytest
from textual.app import App, ComposeResult
from textual.events import Click
from textual.geometry import Offset
from textual.selection import Selection

from reader.text import (
    Article,
    Entity,
    InlineMark,
    Label,
    Mention,
    MentionKind,
    Paragraph,
    Quote,
    QuoteContext,
    Span,
    SummarySentence,
)
from reader.tui.widgets.article_view import ArticleView

FIRST = "Ada Brennan met the Harbour Council in Geneva on Monday."
SECOND = "“We will not sign,” Brennan said. “Not this week,” she added."
THIRD = "東京 sent Tomas Leclerc a letter with a link to the terms."
FILLER = tuple(f"Nothing of note happened on the quay in hour {i}." for i in range(30))
BLOCKS = (FIRST, SECOND, THIRD, *FILLER, "Brennan left Geneva.")


def build_article(marks: tuple[InlineMark, ...] = ()) -> Article:
    paragraphs, at = [], 0
    for block in BLOCKS:
        paragraphs.append(Paragraph(Span(at, at + len(block))))
        at += len(block) + 2
    return Article("x", "\n\n".join(BLOCKS), tuple(paragraphs), marks=marks)


TEXT = build_article().text


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def entity(id_: str, label: Label, *mentions: tuple[Span, MentionKind]) -> Entity:
    return Entity(id_, label, mentions[0][0].of(TEXT), (), tuple(Mention(*m) for m in mentions))


LAST_BRENNAN = Span(TEXT.rindex("Brennan"), TEXT.rindex("Brennan") + 7)
LAST_GENEVA = Span(TEXT.rindex("Geneva"), TEXT.rindex("Geneva") + 6)
ENTITIES = (
    entity("e1", "PERSON", (span("Ada Brennan"), "name"), (span("Brennan", 1), "name"), (span("she"), "pronoun"),
           (LAST_BRENNAN, "name")),
    entity("e2", "ORG", (span("Harbour Council"), "name")),
    entity("e3", "GPE", (span("Geneva"), "name"), (LAST_GENEVA, "name")),
    entity("e4", "DATE", (span("Monday"), "name")),
    entity("e5", "PERSON", (span("Tomas Leclerc"), "name")),
)  # fmt: skip
QUOTES = tuple(
    Quote(id_, "direct", (span(words),), None, None, QuoteContext(), 1.0, "test")
    for id_, words in (("q1", "“We will not sign,”"), ("q2", "“Not this week,”"))
)


class Reading(App[None]):
    def __init__(self, article: Article) -> None:
        super().__init__()
        self.view = ArticleView(article)
        self.told: list[ArticleView.EntityChosen | ArticleView.LinkChosen] = []

    def compose(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.set_entities(ENTITIES)
        self.view.set_quotes(QUOTES)
        self.view.set_summary((SummarySentence(span(FIRST), 1.0),))
        self.view.focus()

    def on_article_view_entity_chosen(self, message: ArticleView.EntityChosen) -> None:
        self.told.append(message)

    def on_article_view_link_chosen(self, message: ArticleView.LinkChosen) -> None:
        self.told.append(message)

    def screen_rows(self) -> list[str]:
        return [self.view.render_line(y).text for y in range(self.view.size.height)]


def words_at_cursor(view: ArticleView) -> str:
    mention = view.place.mention
    return mention.span.of(TEXT) if mention else ""


def cell_of(app: Reading, words: str) -> tuple[int, int]:
    from rich.cells import cell_len

    for y, row in enumerate(app.screen_rows()):
        if words in row:
            return cell_len(row[: row.index(words)]), y
    raise AssertionError(words)


async def test_the_walk_stops_at_every_name_in_order_and_not_at_values() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(7):
            app.view.move_entity(1)
            seen.append(words_at_cursor(app.view))
    assert seen == ["Ada Brennan", "Harbour Council", "Geneva", "Brennan", "Tomas Leclerc", "Brennan", "Geneva"]


async def test_the_walk_goes_back_and_round_at_the_ends() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.move_entity(1)
        app.view.move_entity(-1)
        assert app.view.place.offset == LAST_GENEVA.start
        app.view.move_entity(1)
        assert words_at_cursor(app.view) == "Ada Brennan"


async def test_kinds_keep_the_walk_to_themselves() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.set_kinds(frozenset({"ORG", "DATE"}))
        app.view.move_entity(1)
        app.view.move_entity(1)
        assert words_at_cursor(app.view) == "Monday"


async def test_mentions_of_one_entity_include_its_pronouns() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.move_entity(1)
        seen = []
        for _ in range(4):
            app.view.move_mention(1)
            seen.append(words_at_cursor(app.view))
    assert seen == ["Brennan", "she", "Brennan", "Ada Brennan"]


async def test_the_cursor_stays_on_a_pronoun_when_quotes_arrive() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.go_to(span("she"), entity_id="e1")
        app.view.set_quotes(QUOTES)
        assert words_at_cursor(app.view) == "she"
        assert app.view.place.entity_id == "e1"


async def test_the_current_quote_stays_current_when_the_summary_arrives() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.move_quote(1)
        app.view.set_summary(())
        assert app.view.place.quote_id == "q1"


async def test_quotes_are_walked_in_order() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.move_quote(1)
        app.view.move_quote(1)
        assert app.view.place.quote_id == "q2"
        app.view.move_quote(-1)
        assert app.view.place.quote_id == "q1"


async def test_hits_are_walked_and_the_walk_goes_round() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.set_hits((span("Geneva"), LAST_GENEVA))
        seen = []
        for _ in range(3):
            app.view.move_hit(1)
            seen.append(app.view.hit)
    assert seen == [0, 1, 0]


async def test_going_to_a_place_brings_it_into_the_upper_part_of_the_screen() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        goal = span(FILLER[15])
        app.view.go_to(goal)
        await pilot.pause()
        row = next(y for y, text in enumerate(app.screen_rows()) if FILLER[15] in text)
        assert 0 < row <= 12
        assert app.view.place.offset == goal.start


async def test_a_jump_before_the_scroll_bar_is_there_is_not_lost() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)):
        app.view.go_to(LAST_GENEVA, entity_id="e3")
        assert app.view.place.offset == LAST_GENEVA.start
        assert app.view.scroll_offset.y > 0


async def test_scrolled_away_from_the_cursor_the_walk_starts_where_one_reads() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.move_entity(1)
        app.view.scroll_to(y=app.view.max_scroll_y, animate=False)
        await pilot.pause()
        app.view.move_entity(1)
        assert app.view.place.offset == LAST_BRENNAN.start


async def test_a_click_on_a_name_chooses_its_entity_also_behind_wide_characters() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(app.view, offset=cell_of(app, "Leclerc"))
        await pilot.pause()
    assert [(m.entity_id, m.span) for m in app.told if isinstance(m, ArticleView.EntityChosen)] == [
        ("e5", span("Tomas Leclerc"))
    ]


async def test_a_click_on_the_blank_behind_a_pronoun_chooses_nothing() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        x, y = cell_of(app, "she added")
        await pilot.click(app.view, offset=(x + 3, y))
        await pilot.pause()
    assert app.told == []


async def test_a_click_on_a_link_tells_its_target() -> None:
    app = Reading(build_article((InlineMark(span("the terms"), "link", "https://example.org/terms"),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(app.view, offset=cell_of(app, "terms"))
        await pilot.pause()
    assert [m.target for m in app.told if isinstance(m, ArticleView.LinkChosen)] == ["https://example.org/terms"]


async def test_words_drawn_over_with_the_mouse_are_selected_and_the_name_at_their_end_is_not_clicked() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        x, y = cell_of(app, "Leclerc")
        await pilot.mouse_down(app.view, offset=(x - 5, y))
        await pilot.hover(app.view, offset=(x + 2, y))
        await pilot.mouse_up(app.view, offset=(x + 2, y))
        assert app.screen.get_selected_text()
        click = Click(app.view, x + 2, y, delta_x=0, delta_y=0, button=1, shift=False, meta=False, ctrl=False)
        app.view.post_message(click)  # a terminal's driver makes one of every release
        await pilot.pause()
    assert not [m for m in app.told if isinstance(m, ArticleView.EntityChosen)]


async def test_the_selection_copies_the_articles_own_words_without_marks_and_wraps() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        rows = app.screen_rows()
        first = next(y for y, row in enumerate(rows) if "Ada" in row)
        last = next(y for y, row in enumerate(rows) if "Monday." in row)
        assert last > first
        selection = Selection(
            Offset(rows[first].index("Ada"), first), Offset(rows[last].index("Monday.") + len("Monday."), last)
        )
        app.screen.selections = {app.view: selection}
        assert app.view.get_selection(selection) == (FIRST, "\n")


async def test_every_kind_of_name_carries_its_letter_in_plain_text() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(100, 24)):
        text = "\n".join(app.screen_rows())
    assert "Ada Brennanᴾ met the Harbour Councilᴼ in Genevaᴳ on Monday." in text


async def test_quotes_and_summary_are_marked_in_the_margin() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = app.screen_rows()
    assert "•" in next(row for row in rows if "Ada" in row).split("Ada")[0]
    assert "▎" in next(row for row in rows if "not sign" in row).split("“")[0]


async def test_another_width_keeps_the_reading_place() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.scroll_to(y=30, animate=False)
        await pilot.pause()
        before = app.view.place.paragraph
        await pilot.resize_terminal(50, 24)
        await pilot.pause()
        assert app.view.place.paragraph == before


async def test_control_characters_never_reach_the_screen() -> None:
    text = "one \x1b[31mred \u202etxet"
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.show_article(Article("x", text, (Paragraph(Span(0, len(text))),)))
        shown = "".join(app.screen_rows())
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "red" in shown


async def test_kinds_not_asked_for_are_drawn_as_plain_text() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def bold(words: str) -> bool:
            return any(s.text == words and s.style and s.style.bold for s in app.view.render_line(0))

        assert bold("Ada Brennan")
        app.view.set_kinds(frozenset({"ORG"}))
        assert not bold("Ada Brennan")


async def test_without_colour_the_cursor_is_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.move_entity(1)
        assert [s.text for s in app.view.render_line(0) if s.style and s.style.reverse] == ["Ada Brennan"]


async def test_reported_speech_has_a_broken_bar() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.set_quotes((QUOTES[0]._replace(kind="indirect"),))
        row = next(row for row in app.screen_rows() if "not sign" in row)
        assert row.split("“")[0].strip() == "┊"


async def test_the_bar_of_a_block_quote_ends_with_its_last_row() -> None:
    text = "said so\n\nand went"
    article = Article("x", text, (Paragraph(Span(0, 7), "quote", 1), Paragraph(Span(9, 17))))
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.view.show_article(article)
        rows = app.screen_rows()
        assert rows[0].strip() == "│ said so"
        assert not rows[1].strip()


async def test_hovering_over_a_pronoun_tells_whose_it_is() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.hover(app.view, offset=cell_of(app, "she added"))
        assert str(app.view.tooltip) == "Ada Brennan · person"
        await pilot.hover(app.view, offset=cell_of(app, "added"))
        assert app.view.tooltip is None


async def test_page_keys_scroll_at_once() -> None:
    app = Reading(build_article())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("pagedown")
        assert app.view.scroll_offset.y == 22
        await pilot.press("up")
        assert app.view.scroll_offset.y == 21
        await pilot.press("end")
        assert app.view.place.percent == 100
        await pilot.press("home")
        assert app.view.scroll_offset.y == 0
