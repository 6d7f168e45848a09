"""A quote → the words that tell it: what pane, card, `reader print` and every export for people share.

Takes an article's text and a quote, gives plain harmless words. Where the words of saying come first in the article,
they come first here ("told CNN: the office was closed"), so that a row reads as a phrase; a direct quote stands first
with how it was said behind it. Nothing is rewritten: only a colon is added, and a capital taken away.
"""

import re
from dataclasses import dataclass

from reader.text.analysis import Quote
from reader.text.display import one_line
from reader.text.span import Span

NOBODY = "Speaker not named"
"""Over what somebody said of whom nothing is known."""
UNCERTAIN_BELOW = 0.5
"""An attribution with less confidence is marked as uncertain: it is more likely wrong than right."""
MAX_LEAD_CHARS = 60
"""Between the words of saying and what was said; the longest of 511 in the development articles has 55."""
MAX_CUE_GAP_CHARS = 4
"""\"told CNN", "said to CNN": so near, cue and addressee are shown as they stand."""
GAP = " … "
"""Between the parts of a split quote."""
_BREAK = re.compile(r"[.?!;\n“”\"«»()]")
_CONNECTIVE = re.compile(
    r"(?:that|to|not to|whether|if|how|what|why|who|whom|when|where|which|about|against|as|by|for|from|in|of|on|over"
    r"|with)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:tell|told|inform|assur|remind|notif|advis|warn)", re.IGNORECASE)
_PRONOUNS = frozenset("i you he she it we they who which that".split())
_WORD_CHAR = re.compile(r"\w")
_NO_VERB = re.compile(r"\b(?:according to|words|in the view of)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A quote in words."""

    lead: str
    """The words of saying with what leads over to the content: "told CNN:"; empty where the content stands first."""
    content: str
    """What was said."""
    verb: str
    """The words of saying where they do not lead, with the addressee where it stands beside them; else empty."""
    circumstances: tuple[str, ...]
    """To whom, when, through what, as far as told and not in the words before; whom it quotes in turn."""

    @property
    def phrase(self) -> str:
        """Lead and content."""
        return f"{self.lead} {self.content}" if self.lead else self.content


def told(text: str, quote: Quote, *, max_chars: int | None = None) -> Told:
    """How to tell a quote.

    Args:
        text: The article's.
        quote: One of its quotes.
        max_chars: More of a stretch of what was said is cut off; None for all of it.
    """
    content = GAP.join(one_line(c.of(text) if max_chars is None else c.of(text)[:max_chars]) for c in quote.contents)
    lead = _lead(text, quote)
    if lead is None:
        verb, shown = _verb(text, quote)
        return Told("", content, verb, _circumstances(text, quote, shown))
    words = one_line(lead.of(text))
    colon = ":" if _needs_colon(text, quote, lead, content) else ""
    return Told(words[:1].lower() + words[1:] + colon, content, "", _circumstances(text, quote, lead))


def _lead(text: str, quote: Quote) -> Span | None:
    """From the words of saying up to the content, or without what stands between; None where the content is first."""
    cue, first = quote.cue, quote.contents[0]
    if cue is None or quote.kind == "direct" or cue.end > first.start:
        return None
    if _NO_VERB.search(cue.of(text)) or not _WORD_CHAR.search(text, *cue):
        return None
    between = Span(cue.end, first.start)
    if _is_plain(text, quote, between):
        return Span(cue.start, first.start)
    beside = _beside(quote)
    return Span(cue.start, beside.end) if beside else cue


def _is_plain(text: str, quote: Quote, between: Span) -> bool:
    """Whether a stretch leads over to the content and to nothing else: no end of a sentence, not the speaker again."""
    if between.length_chars > MAX_LEAD_CHARS or _BREAK.search(text, *between):
        return False
    return quote.speaker is None or not quote.speaker.span.overlaps(between)


def _beside(quote: Quote) -> Span | None:
    """The addressee where it stands right behind the words of saying."""
    cue, to = quote.cue, quote.context.addressee
    near = cue is not None and to is not None and 0 <= to.start - cue.end <= MAX_CUE_GAP_CHARS
    return to if near else None


def _needs_colon(text: str, quote: Quote, lead: Span, content: str) -> bool:
    """Whether the addressee would run into a clause: "told CNN the office was closed"."""
    cue = quote.cue
    if cue is None or not (_beside(quote) or _TELLS.match(cue.of(text))) or _CONNECTIVE.match(content):
        return False
    words = text[cue.end : lead.end].split()
    return bool(words) and words[-1][-1].isalnum() and not _CONNECTIVE.fullmatch(words[-1])


def _verb(text: str, quote: Quote) -> tuple[str, Span]:
    """The words of saying behind a content, and the stretch they cover."""
    cue, beside = quote.cue, _beside(quote)
    if cue is None or not _WORD_CHAR.search(text, *cue):
        return "", Span(0, 0)
    shown = Span(cue.start, beside.end) if beside else cue
    words = one_line(shown.of(text))
    return words[:1].lower() + words[1:], shown


def _circumstances(text: str, quote: Quote, shown: Span) -> tuple[str, ...]:
    """To whom, when and through what, as far as `shown` does not tell it already."""
    context = quote.context
    pairs = (("to ", context.addressee), ("", context.when), ("", context.medium))
    words = (one_line(before + span.of(text)) for before, span in pairs if span and not shown.overlaps(span))
    return (*(w for w in words if w), *_quoting(quote))


def _quoting(quote: Quote) -> tuple[str, ...]:
    """Whose words are told within the quote, each once, others than the speaker: "quoting Bo Ray"; no bare pronouns."""
    own = quote.speaker.name if quote.speaker else ""
    names = dict.fromkeys(one_line(inner.speaker.name) for inner in quote.quoting)
    others = [name for name in names if name != own and name.lower() not in _PRONOUNS]
    return (f"quoting {', '.join(others)}",) if others else ()


def is_uncertain(quote: Quote) -> bool:
    """Whether somebody is named as the speaker who more likely is not."""
    return quote.speaker is not None and quote.confidence < UNCERTAIN_BELOW


def speaker_key(quote: Quote) -> tuple[str, str]:
    """What quotes of one speaker share: an entity's id, or the name where there is no entity; two blanks for nobody."""
    speaker = quote.speaker
    if speaker is None:
        return ("", "")
    return (speaker.entity, "") if speaker.entity else ("", speaker.name.casefold() or "?")
