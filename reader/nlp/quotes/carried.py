"""Pronouns that coreference left alone, given to whoever spoke right before: "The unions object. They say …".

Takes attributions with the keys of their speakers, gives the keys with those that could be told.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.nlp.document import Document
from reader.nlp.quotes.attribution import Attribution
from reader.nlp.quotes.manner import tokens_in
from reader.nlp.quotes.nobody import says_itself
from reader.nlp.quotes.speakers import Speakers
from reader.text import Span

NEAR_CHARS = 500
"""From one source to the next; two paragraphs of news."""
_BREAK = re.compile(r"\n+")
"""Between two paragraphs."""
_PLURAL = ("NNS", "NNPS", "CC")
_OPPOSITE = {"he": "female", "she": "male"}
"""Which gender a pronoun cannot take up."""


class _Last(NamedTuple):
    """Who was the last source in words."""

    source: Span
    key: int
    number: int
    """Of the attribution."""


def taken_up(
    document: Document, said: Sequence[Attribution], keys: Sequence[int | None], speakers: Speakers
) -> list[int | None]:
    """The keys in their order; a pronoun without one takes that of the source before it, where that fits.

    So does "he said" behind a quote that nobody but the source before it can have spoken.
    """
    found = list(keys)
    last: _Last | None = None
    sources = sorted((a.source, i) for i, a in enumerate(said) if a.source is not None)
    for source, i in sources:
        key = found[i]
        near = last is not None and 0 < source.start - last.source.end <= NEAR_CHARS
        if last is not None and near and _takes_up(document, said, i, last, speakers, key=key):
            found[i] = last.key
            speakers.also(last.key, source)
            continue  # whom it takes up is still the last one in words
        last = _Last(source, key, i) if key is not None else None
    return found


def _takes_up(
    document: Document, said: Sequence[Attribution], number: int, last: _Last, speakers: Speakers, *, key: int | None
) -> bool:
    """Whether a source is a pronoun for the last one in words."""
    if key is not None:
        return key != last.key and _goes_on(document, said, number, last, speakers, key=key)
    source = said[number].source
    if source is None or (source.of(document.text).lower() == "it" and not says_itself(document, said[number], source)):
        return False
    return _fits(document, source, last, speakers)


def _goes_on(
    document: Document, said: Sequence[Attribution], number: int, last: _Last, speakers: Speakers, *, key: int
) -> bool:
    """Whether "he said" frames another quote of a named man who spoke right before, though coreference took another.

    That other one is named in what was said ("“…,” Lee said of {Ray}. “…,” he added"), or further up.

    Args:
        document: the article's.
        said: its attributions.
        number: of the one whose source is a pronoun.
        last: who spoke before.
        speakers: who they are.
        key: whom coreference took.
    """
    here, before = said[number], said[last.number]
    source = here.source
    if source is None or source.of(document.text).lower() not in _OPPOSITE:
        return False
    if not here.quoted or here.cue is None or before.cue is None or not speakers.is_named(last.key):
        return False
    gap = Span(last.source.start, source.start)
    if len(_BREAK.findall(gap.of(document.text))) > 1 or not _fits(document, source, last, speakers):
        return False
    about = (Span(last.source.start, max(last.source.end, before.cue.start)), *before.contents)
    return all(any(s.contains(m) for s in about) for m in speakers.mentions(key, gap))


def _fits(document: Document, pronoun: Span, last: _Last, speakers: Speakers) -> bool:
    """Whether a pronoun can be the source before it: "they" several or a body, "it" a body, "she" a named woman."""
    source, key = last.source, last.key
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
