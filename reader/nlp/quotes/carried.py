"""Pronouns that coreference left alone, given to whoever spoke right before: "The unions object. They say …".

Takes attributions with the keys of their speakers, gives the keys with those that could be told.
"""

from collections.abc import Sequence

from reader.nlp.document import Document
from reader.nlp.quotes.attribution import Attribution
from reader.nlp.quotes.manner import tokens_in
from reader.nlp.quotes.nobody import says_itself
from reader.nlp.quotes.speakers import Speakers
from reader.text import Span

NEAR_CHARS = 500
"""From one source to the next; two paragraphs of news."""
_PLURAL = ("NNS", "NNPS", "CC")
_OPPOSITE = {"he": "female", "she": "male"}
"""Which gender a pronoun cannot take up."""


def taken_up(
    document: Document, said: Sequence[Attribution], keys: Sequence[int | None], speakers: Speakers
) -> list[int | None]:
    """The keys in their order; a pronoun without one takes that of the source before it, where that fits."""
    found = list(keys)
    last: tuple[Span, int] | None = None
    sources = sorted((a.source, i) for i, a in enumerate(said) if a.source is not None)
    for source, i in sources:
        key = found[i]
        if key is None and last is not None and 0 < source.start - last[0].end <= NEAR_CHARS:
            meant = source.of(document.text).lower() != "it" or says_itself(document, said[i], source)
            if meant and _fits(document, source, last, speakers):
                found[i] = key = last[1]
                speakers.also(key, source)
                continue  # whom it takes up is still the last one in words
        last = (source, key) if key is not None else None
    return found


def _fits(document: Document, pronoun: Span, last: tuple[Span, int], speakers: Speakers) -> bool:
    """Whether a pronoun can be the source before it: "they" several or a body, "it" a body, "she" a named woman."""
    source, key = last
    words = pronoun.of(document.text).lower()
    label, gender = speakers.nature(key)
    many = any(t.tag in _PLURAL for t in tokens_in(document, source))
    named = key >= 0
    if words in _OPPOSITE:
        return named and not many and label == "PERSON" and gender != _OPPOSITE[words]
    if "\n" in document.text[source.end : pronoun.start]:
        return False
    if words == "they":
        return label == "ORG" or (many and not (named and label == "PERSON"))
    return words == "it" and label == "ORG" and not many
