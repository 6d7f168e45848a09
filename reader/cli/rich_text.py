"""`reader print`: the article and its analysis, wrapped and styled by Rich, as one string.

Takes an `Analysis`, gives a string with ANSI styles or without. Rich is used for cells, wrapping and styles only:
no markup, no highlighting, no emoji codes, because the words come from outside.
"""

import io

from rich.console import Console
from rich.style import Style
from rich.text import Text

from reader.export.report import Named, Report, Saying, Voice, mentions_in_words, report
from reader.text import VALUE_LABELS, Analysis, Label, Paragraph
from reader.text.display import harmless

GUTTER_CELLS = 5
"""Margin of the article for the paragraph's number; narrower than it looks, so that 60 columns still read well."""
STYLES: dict[Label, str] = {
    "PERSON": "bold green", "ORG": "bold magenta", "GPE": "bold yellow", "LOC": "bold yellow",
    "NORP": "cyan", "FACILITY": "yellow", "EVENT": "cyan", "WORK": "italic cyan", "LAW": "cyan", "PRODUCT": "cyan",
}  # fmt: skip
"""From the 16 colours that every terminal has and its user has chosen."""
HEADING = Style.parse("bold underline")
FAINT = Style.parse("dim")
SAID = Style.parse("italic")


class _Page:
    """Lines as they are made; wrapping needs a console."""

    def __init__(self, width_cells: int, *, color: bool) -> None:
        self._width = width_cells
        self._console = Console(
            file=io.StringIO(), width=width_cells, color_system="standard" if color else None, force_terminal=color,
            no_color=False, highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
        )  # fmt: skip
        self._lines: list[Text] = []

    def add(self, text: Text, *, indent: int = 0, first: str = "") -> None:
        """A block, wrapped, each line moved in by `indent` cells, the first one with `first` in that margin."""
        margin = Text(first.ljust(indent)[:indent], style=FAINT)
        for line in text.wrap(self._console, max(1, self._width - indent)):
            line.rstrip()
            self._lines.append(Text.assemble(margin, line))
            margin = Text(" " * indent)

    def gap(self) -> None:
        """A blank line."""
        self._lines.append(Text())

    def rendered(self) -> str:
        """Everything, without blanks at the ends of lines."""
        with self._console.capture() as captured:
            for line in self._lines:
                line.rstrip()
                self._console.print(line, soft_wrap=True)
        return captured.get()


def rich_text(analysis: Analysis, *, sections: tuple[str, ...], width_cells: int, color: bool) -> str:
    """The sections, in the order of the page."""
    told, page = report(analysis), _Page(width_cells, color=color)
    origin = " · ".join((*told.origin, *([told.url] if told.url else [])))
    if analysis.article.headline is None or "article_text" not in sections:
        page.add(Text(told.title, style="bold"))
        page.add(Text(origin, style=FAINT))
    if "article_text" in sections:
        _article(page, analysis, under_headline=origin)
    if "summary" in sections:
        _summary(page, told)
        _points(page, told, people="entities" not in sections)
    if "voices" in sections:
        _voices(page, told.voices)
    if "entities" in sections:
        _named(page, told.named)
    return page.rendered()


def _article(page: _Page, analysis: Analysis, *, under_headline: str) -> None:
    paragraphs, headline = analysis.article.paragraphs, analysis.article.headline
    # One division: a slice for each paragraph goes through every style of the article, minutes for a book.
    pieces = _styled(analysis).divide([offset for p in paragraphs for offset in p.span])
    for number, (paragraph, body) in enumerate(zip(paragraphs, pieces[1::2], strict=True), start=1):
        goes_on = paragraph.is_table_row and paragraph.level > 1
        if (number > 1 or headline is None) and not goes_on:
            page.gap()
        if paragraph.kind == "heading":
            body.stylize(HEADING)
        indent, marker = _margin(paragraph)
        page.add(body, indent=GUTTER_CELLS + indent, first=f"{number:>3}".ljust(GUTTER_CELLS) + marker)
        if headline is not None and paragraph.span.start <= headline.start < paragraph.span.end:
            page.add(Text(under_headline, style=FAINT), indent=GUTTER_CELLS)


def _margin(paragraph: Paragraph) -> tuple[int, str]:
    """How far the paragraph moves in, and what stands in that margin."""
    if paragraph.kind == "quote":
        return 4 * max(1, paragraph.level), ""
    marker = f"{harmless(paragraph.marker)} " if paragraph.marker else ""
    nested = 2 * max(0, paragraph.level - 1) if paragraph.kind == "list" else 0
    return nested + len(marker), " " * nested + marker


def _styled(analysis: Analysis) -> Text:
    text = Text(harmless(analysis.article.text))
    for quote in (q for q in analysis.quotes if q.is_statement):
        for span in quote.contents:
            text.stylize(SAID, *span)
    for entity in analysis.entities:
        if entity.label not in VALUE_LABELS:
            for mention in entity.mentions:
                if mention.kind == "name":
                    text.stylize(STYLES[entity.label], *mention.span)
    return text


def _heading(page: _Page, words: str) -> None:
    page.gap()
    page.add(Text(words, style=HEADING))
    page.gap()


def _summary(page: _Page, told: Report) -> None:
    _heading(page, "Summary")
    for passage in told.summary:
        words = Text.assemble(*((p.words, FAINT if p.inserted else "") for p in passage.pieces))
        page.add(_placed(words, passage.paragraph), indent=2, first="•")
    if not told.summary:
        page.add(Text("There is nothing to summarise."))


def _points(page: _Page, told: Report, *, people: bool) -> None:
    if told.facts:
        _heading(page, "Key facts")
    for fact in told.facts:
        about = (f" · {fact.subject}" if fact.subject else "", FAINT)
        line = Text.assemble((fact.words, "bold"), about, f": {fact.sentence}" if fact.sentence else "")
        page.add(_placed(line, fact.paragraph), indent=2, first="•")
    if told.timeline:
        _heading(page, "Timeline")
    for event in told.timeline:
        page.add(
            _placed(Text.assemble((event.when, "bold"), f": {event.sentence}"), event.paragraph), indent=2, first="•"
        )
    if people and told.people:
        _heading(page, "People")
        for person in told.people:
            page.add(
                Text.assemble((person.name, "bold"), f", {person.role}" if person.role else ""), indent=2, first="•"
            )


def _placed(text: Text, paragraph: int) -> Text:
    return text.append(f" ¶{paragraph}", style=FAINT)


def _voices(page: _Page, voices: tuple[Voice, ...]) -> None:
    if voices:
        _heading(page, "Who said what")
    for index, voice in enumerate(voices):
        if index:
            page.gap()
        page.add(Text.assemble((voice.name, "bold"), f", {voice.role}" if voice.role else ""))
        for saying in voice.sayings:
            page.add(_said(saying), indent=4, first="  ›")


def _said(saying: Saying) -> Text:
    how = ", ".join(
        part for part in (saying.verb, *saying.circumstances, "uncertain" if saying.uncertain else "") if part
    )
    lead = f"{saying.lead} " if saying.lead else ""
    return _placed(Text.assemble(lead, (saying.text, SAID), (f" — {how}" if how else "", FAINT)), saying.paragraph)


def _named(page: _Page, named: tuple[tuple[str, tuple[Named, ...]], ...]) -> None:
    for heading, things in named:
        _heading(page, heading)
        for thing in things:
            page.add(_thing(thing), indent=2, first="•")


def _thing(thing: Named) -> Text:
    role = f", {thing.role}" if thing.role else ""
    also = f" (also {', '.join(thing.aliases)})" if thing.aliases else ""
    line = Text.assemble((thing.name, "bold"), role, (f"{also}, {mentions_in_words(thing.mentions)}, first in", FAINT))
    return _placed(line, thing.paragraph)
