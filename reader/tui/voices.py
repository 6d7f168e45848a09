"""Quotes → groups by speaker, and the words that tell how something was said. Pure; no Textual in here."""

from typing import NamedTuple

from reader.text import Entity, Quote, Span
from reader.tui.findings import LOW_CONFIDENCE, Findings

UNATTRIBUTED = "Unattributed"
MAX_ADDRESSEE_GAP_CHARS = 4  # "told CNN", "said to CNN": so near, cue and addressee are shown as they stand
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
        groups.setdefault(_key(quote), []).append(quote)
    unnamed = groups.pop(("", ""), None)
    found = [_voice(findings, key, quotes) for key, quotes in groups.items()]
    return [*found, Voice("", None, tuple(unnamed))] if unnamed else found


def _key(quote: Quote) -> tuple[str, str]:
    speaker = quote.speaker
    if speaker is None:
        return ("", "")
    return (speaker.entity, "") if speaker.entity else ("", speaker.name.casefold() or "?")


def _voice(findings: Findings, key: tuple[str, str], quotes: list[Quote]) -> Voice:
    from reader.text.display import one_line

    entity = findings.entity_by_id.get(key[0])
    speaker = quotes[0].speaker
    name = entity.name if entity else speaker.name if speaker else ""
    return Voice(one_line(name) or "?", entity, tuple(quotes))


def manner(findings: Findings, quote: Quote) -> str:
    """Place, verb, circumstances and kind of a quote: "¶4 · told CNN · Monday · partly quoted"."""
    cue, context = quote.cue, quote.context
    to = context.addressee
    beside = cue is not None and to is not None and 0 <= to.start - cue.end <= MAX_ADDRESSEE_GAP_CHARS
    verb = findings.words(Span(cue.start, to.end)) if beside and cue and to else findings.words(cue) if cue else ""
    parts = [
        f"¶{findings.paragraph(quote.contents[0].start)}",
        verb,
        f"to {findings.words(to)}" if to and not beside else "",
        *(findings.words(span) for span in (context.when, context.medium) if span),
        _KIND_WORDS[quote.kind],
    ]
    return " · ".join(part for part in parts if part)


def is_doubtful(quote: Quote) -> bool:
    """Whether the attribution is more likely wrong than right."""
    return quote.speaker is not None and quote.confidence < LOW_CONFIDENCE
