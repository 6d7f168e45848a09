"""Headlines that name whoever says what follows: "Mayor: We won't pay", "Lee to council: Bridge will stay shut".

Takes a unit paragraph with its links, gives the links, the headline's content made whole.
"""

from collections.abc import Sequence

from reader.nlp.quotes.candidates import candidates
from reader.nlp.quotes.link import Link
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit, UnitParagraph

LABELLED = 0.9
"""Confidence; the share right on PolNeAR's training articles, rounded."""
MAX_LABEL_UNITS = 6
"""Before the colon."""
LEAST_UNITS = 3
_SPEAKING = frozenset(("person", "org", "human", "body", "name"))
_ROLES = frozenset(("human", "body"))
"""Before a colon they speak, whatever follows: "Police: Two boats missing"; a name may only be the headline's theme."""
_NO_VOICES = frozenset(
    "breaking update updates latest live watch video videos photo photos picture pictures exclusive opinion analysis"
    " review guide explainer interview listen read spoiler profile recap timeline obituary gallery factbox poem".split()
)
"""What a headline puts before a colon to tell what kind of piece it is."""
_INSIDE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "POS", "DT", "PRP$", "CD", "TO", "CC"))
_ENDS = frozenset((".", ";"))
_VERBS = frozenset(("VBD", "VBZ", "VBP", "VBG", "VB", "MD"))


def headline_voice(paragraph: UnitParagraph, links: Sequence[Link]) -> list[Link]:
    """The links of a paragraph; in a headline with a name before its colon the rest is what that one says."""
    units = paragraph.units
    colon = _colon(units) if paragraph.number == 0 or paragraph.kind == "heading" else None
    end = _end(units, colon) if colon else 0
    if colon is None or end - colon <= LEAST_UNITS or units[colon + 1].region:
        return list(links)  # "Mayor: ‘We won’t pay’ as anger grows": the marks say what is said
    found = [c for c in candidates(units[:colon], [], []) if c.start == 0 and c.kind in _SPEAKING]
    verb = any(u.tag in _VERBS for u in units[colon + 1 : end])
    if not found or not (verb or found[0].kind in _ROLES):
        return list(links)
    content, cue = Labelled(colon + 1, end, "content"), Labelled(colon, colon + 1, "cue")
    kept = [link for link in links if not any(p.start < end and colon < p.end for p in link.contents)]
    return [*kept, Link((content,), cue, found[0], "source-cue-quote", LABELLED)]


def _colon(units: Sequence[Unit]) -> int | None:
    """Where a colon stands behind a short noun group that may name somebody."""
    at = next((i for i, u in enumerate(units[: MAX_LABEL_UNITS + 1]) if u.word == ":"), None)
    if not at or any((u.tag not in _INSIDE and u.word != "to") or u.region or u.word in _NO_VOICES for u in units[:at]):
        return None
    return at


def _end(units: Sequence[Unit], colon: int) -> int:
    sentence = units[min(colon + 1, len(units) - 1)].sentence
    stop = next((i for i in range(colon + 1, len(units)) if units[i].sentence != sentence), len(units))
    return next((i for i in range(colon + 1, stop) if units[i].word in _ENDS), stop)
