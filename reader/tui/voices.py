"""Quotes → groups by speaker, filtered and ordered, and the words that tell how something was said. No Textual here."""

from collections.abc import Iterable
from typing import NamedTuple

from reader.text import Entity, Quote
from reader.text.display import one_line
from reader.text.telling import NOBODY, Told, is_uncertain, speaker_key, told
from reader.tui.findings import MAX_WORDS_CHARS, Findings
from reader.tui.view import ALL, View

WORD_FOR_WORD, REPORTED, UNCERTAIN = "word for word", "reported", "uncertain"
FILTERS = (WORD_FOR_WORD, REPORTED, UNCERTAIN)
BY_NUMBER, BY_NAME = "most said first", "by name"
ORDERS = (BY_NUMBER, BY_NAME)
_KIND_WORDS = {"direct": "", "mixed": "partly quoted", "indirect": "reported"}


class Voice(NamedTuple):
    """Somebody, with what they said in order of the text."""

    name: str
    entity: Entity | None
    quotes: tuple[Quote, ...]
    """Those that are shown."""
    total: int
    """How many there are."""

    @property
    def is_nobody(self) -> bool:
        """Whether this gathers the quotes without a speaker."""
        return not self.name


def voices(findings: Findings, view: View = ALL) -> list[Voice]:
    """Speakers in the order in which they first speak, or as `view` says; those whom nobody names last."""
    groups: dict[tuple[str, str], list[Quote]] = {}
    for quote in findings.quotes or ():
        groups.setdefault(speaker_key(quote), []).append(quote)
    found = [_voice(findings, key, quotes, view) for key, quotes in groups.items()]
    return sorted((voice for voice in found if voice.quotes), key=lambda voice: _rank(voice, view.order))


def _rank(voice: Voice, order: str) -> tuple[bool, int, str]:
    number = -len(voice.quotes) if order == BY_NUMBER else 0
    return voice.is_nobody, number, voice.name.casefold() if order == BY_NAME else ""


def _voice(findings: Findings, key: tuple[str, str], quotes: list[Quote], view: View) -> Voice:
    entity = findings.entity_by_id.get(key[0])
    speaker = quotes[0].speaker
    name = one_line(entity.name if entity else speaker.name) or "?" if speaker else ""
    called = " ".join((name or NOBODY, *(entity.aliases if entity else ())))
    kept = (q for q in quotes if is_kept(q, view.only) and (not view.words or _fits(findings, q, called, view)))
    return Voice(name, entity, tuple(kept), len(quotes))


def is_kept(quote: Quote, only: str) -> bool:
    """Whether a filter lets a quote through."""
    if only == UNCERTAIN:
        return quote.speaker is None or is_uncertain(quote)
    return not only or (quote.kind == "indirect") == (only == REPORTED)


def _fits(findings: Findings, quote: Quote, called: str, view: View) -> bool:
    words = told(findings.article.text, quote)
    return view.fits(" ".join((called, words.phrase, words.verb, *words.circumstances)))


def about(voice: Voice) -> str:
    """How often somebody speaks: "3 quotes: 2 word for word, 1 reported, 1 uncertain"."""
    counts = ((sum(is_kept(quote, only) for quote in voice.quotes), only) for only in FILTERS)
    number = len(voice.quotes)
    parts = ", ".join(f"{count} {only}" for count, only in counts if count)
    return f"{number} {'quote' if number == 1 else 'quotes'}: {parts}"


def telling(findings: Findings, quote: Quote) -> Told:
    """A quote in words, cut when very long; worked out once."""
    words = findings.told.get(quote.id)
    if words is None:
        words = findings.told[quote.id] = told(findings.article.text, quote, max_chars=MAX_WORDS_CHARS)
    return words


def tellings(findings: Findings, quotes: Iterable[Quote]) -> dict[str, Told]:
    """The words of all quotes by their ids, for `Findings.told`."""
    text = findings.article.text
    return {quote.id: told(text, quote, max_chars=MAX_WORDS_CHARS) for quote in quotes}


def manner(findings: Findings, quote: Quote, words: Told) -> str:
    """Place, verb, circumstances and kind of a quote: "¶4 · told CNN · Monday · partly quoted"."""
    place = f"¶{findings.paragraph(quote.contents[0].start)}"
    parts = (place, words.verb, *words.circumstances, _KIND_WORDS[quote.kind])
    return " · ".join(part for part in parts if part)
