"""Quotes → groups by speaker, and the words that tell how something was said. Pure; no Textual in here."""

from typing import NamedTuple

from reader.text import Entity, Quote
from reader.text.telling import Told, speaker_key, told
from reader.tui.findings import MAX_WORDS_CHARS, Findings

UNATTRIBUTED = "Unattributed"
_KIND_WORDS = {"direct": "", "mixed": "partly quoted", "indirect": "reported"}


class Voice(NamedTuple):
    """Somebody, with what they said in order of the text."""

    name: str
    entity: Entity | None
    quotes: tuple[Quote, ...]

    @property
    def is_nobody(self) -> bool:
        """Whether this gathers the quotes without a speaker."""
        return not self.name


def voices(findings: Findings) -> list[Voice]:
    """Speakers in the order in which they first speak; those whom nobody names last, under an empty name."""
    groups: dict[tuple[str, str], list[Quote]] = {}
    for quote in findings.quotes or ():
        groups.setdefault(speaker_key(quote), []).append(quote)
    unnamed = groups.pop(("", ""), None)
    found = [_voice(findings, key, quotes) for key, quotes in groups.items()]
    return [*found, Voice("", None, tuple(unnamed))] if unnamed else found


def _voice(findings: Findings, key: tuple[str, str], quotes: list[Quote]) -> Voice:
    from reader.text.display import one_line

    entity = findings.entity_by_id.get(key[0])
    speaker = quotes[0].speaker
    name = entity.name if entity else speaker.name if speaker else ""
    return Voice(one_line(name) or "?", entity, tuple(quotes))


def telling(findings: Findings, quote: Quote) -> Told:
    """A quote in words, cut when very long."""
    return told(findings.article.text, quote, max_chars=MAX_WORDS_CHARS)


def manner(findings: Findings, quote: Quote, words: Told) -> str:
    """Place, verb, circumstances and kind of a quote: "¶4 · told CNN · Monday · partly quoted"."""
    place = f"¶{findings.paragraph(quote.contents[0].start)}"
    parts = (place, words.verb, *words.circumstances, _KIND_WORDS[quote.kind])
    return " · ".join(part for part in parts if part)
