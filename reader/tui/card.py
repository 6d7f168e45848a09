"""The words of the entity card and of the status line: what is known about the current place, as styled lines.

Takes findings and a place, gives lines of words with their looks; the words are harmless and never parsed as markup.
"""

from rich.cells import cell_len

from reader.text import Entity, Mention, Quote
from reader.text.display import one_line
from reader.text.kinds import KIND_WORDS
from reader.text.telling import NOBODY, Told, is_uncertain
from reader.tui.findings import Findings, aliases
from reader.tui.present import KIND_VARIABLES
from reader.tui.voices import manner, telling
from reader.tui.widgets.article_view import Place
from reader.tui.widgets.own_lines import Line, fitted, width_of

MAX_CARD_QUOTES = 3
MIN_NAME_CELLS = 8
"""A shorter name says nothing."""
WIDE = 1000
"""As good as no limit, cells."""
GAP = (" · ", "muted")


def card_lines(findings: Findings, place: Place, *, rows: int = 1, width: int = WIDE) -> list[Line]:
    """What is current, in at most `rows` lines, the most telling first; a state when nothing is.

    Lines may be longer than `width` cells; counts are told in fewer words where they would be.
    """
    entity = findings.entity_by_id.get(place.entity_id or "")
    if entity is not None:
        return _entity(findings, entity, place.mention, rows=rows, width=width)
    quote = next((q for q in findings.quotes or () if q.id == place.quote_id), None) if place.quote_id else None
    if quote is not None:
        return _quote(findings, quote)
    state = _state(findings)
    if cell_len(state) > width:
        state = _state(findings, is_short=True)
    return [[(state, "error" if findings.failure else "muted")]]


def _state(findings: Findings, *, is_short: bool = False) -> str:
    if findings.failure:
        return f"{findings.failure} · r: try again"
    if findings.entities is None:
        return "reading the article…"
    people = sum(1 for e in findings.entities if e.label == "PERSON")
    others = len(findings.entities) - people
    found = [_counted(people, "person", "people")] if people else []
    if others:
        other = "other " if people else ""
        both = (f"{other}name or value", f"{other}names and values")
        short = ("other", "others") if people else ("name", "names")
        found.append(_counted(others, *(short if is_short else both)))
    if findings.quotes:
        found.append(_counted(len(findings.quotes), "quote", "quotes"))
    elif findings.quotes is None:
        found.append("finding who said what…")
    return " · ".join(found) or "nobody named, nothing quoted"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def position(entity: Entity, mention: Mention | None) -> str:
    """The mention's number among all of the entity's: "3/9"."""
    total = len(entity.mentions)
    return f"{entity.mentions.index(mention) + 1}/{total}" if mention in entity.mentions else f"{total}×"


def quote_position(findings: Findings, quote_id: str) -> str:
    """The quote's number among all, "quote 3/14": the card names who says it. Empty where there is no such quote."""
    quotes = findings.quotes or ()
    at = next((n for n, quote in enumerate(quotes, start=1) if quote.id == quote_id), None)
    return "" if at is None else f"quote {at}/{len(quotes)}"


def _entity(findings: Findings, entity: Entity, mention: Mention | None, *, rows: int, width: int) -> list[Line]:
    said = findings.quotes_of.get(entity.id, [])
    counts: Line = [GAP, (position(entity, mention), "foreground")]
    if said:
        counts += [GAP, (_counted(len(said), "quote", "quotes"), "foreground")]
    name: Line = [(one_line(entity.name), f"+{KIND_VARIABLES[entity.label]}")]
    kind: Line = [GAP, (KIND_WORDS[entity.label], "foreground")]
    if width_of([*name, *kind, *counts]) > width:
        kind = []  # the name's colour and letter tell it, too
    line = [*fitted(name, max(MIN_NAME_CELLS, width - width_of([*kind, *counts]))), *kind, *counts]
    if said and rows == 1:
        line += [GAP, (telling(findings, said[0]).phrase, "quote")]
    about = [words for words in (findings.role(entity), aliases(entity)) if words]
    if about and (rows > 1 or not said):
        line += [GAP, (" · ".join(about), "muted")]
    return [line, *(_said(findings, quote) for quote in said[: min(MAX_CARD_QUOTES, rows - 1)])]


def _said(findings: Findings, quote: Quote) -> Line:
    words = telling(findings, quote)
    return [(f"{manner(findings, quote, words)}  ", "muted"), *_phrase(words)]


def _phrase(words: Told) -> Line:
    lead = [(f"{words.lead} ", "muted")] if words.lead else []
    return [*lead, (words.content, "quote")]


def _quote(findings: Findings, quote: Quote) -> list[Line]:
    words, speaker = telling(findings, quote), quote.speaker
    name = one_line(speaker.name) if speaker else NOBODY
    entity = findings.entity_by_id.get(speaker.entity or "") if speaker else None
    look = KIND_VARIABLES[entity.label] if entity else "foreground"
    doubt = [(" ?", "+error")] if is_uncertain(quote) else []
    return [
        [(name, f"+{look}"), *doubt, GAP, (manner(findings, quote, words), "muted")],
        _phrase(words),
    ]
