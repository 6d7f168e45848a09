"""How a cue is meant: its words of saying proper, and whether it was denied or only imagined.

Takes units and a cue, gives spans and short marks.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Literal, Protocol

from reader.nlp.document import Document
from reader.nlp.quotes.cues import cue_class, verb_class
from reader.nlp.quotes.generic import can_speak
from reader.nlp.quotes.tagger import Labelled
from reader.nlp.quotes.units import Unit
from reader.text import Span, Token

ATTITUDE = "-attitude"
"""Behind the rule of a content that names what somebody thinks of and holds nothing that they said."""
Modality = Literal["", "negated", "hypothetical"]

_NEGATIONS = frozenset(("not", "n't", "never", "n’t", "without", "nor"))
_MODALS = frozenset(("would", "could", "might", "may", "should", "'d", "’d"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
OUTSPOKEN = frozenset(
    "say tell ask question answer add repeat state report note explain stress claim suggest deny reject admit confirm"
    " urge demand request promise offer warn predict accuse attack mock praise endorse oppose write tweet speak quip"
    " shout murmur snap call".split()
)
"""Classes of verbs that cannot be done in silence: with them a bare noun is something said, too."""
_APPEARS = {"seem"}
"""The classes of a cue that tells how somebody looks."""
_TAKES_WHOM = frozenset(("tell", "ask", "question", "answer"))
"""With a noun group alone nothing is said yet, but to whom: "asked {Holm & Co}"."""
PREPOSITIONS = frozenset(("according", "per"))
"""Cues that take whole clauses."""
_POINTS = re.compile(
    r"(?:it|that|this|these|those|them|him|her|us|me|you|so|both|as much)(?:\s+(?:in|on|at|to|with|from)\s+.+)?"
    r"|(?:his|her|its|their|our|my|your|the|that|this|these|those)\s+\w+[.,]?",
    re.IGNORECASE,
)
_CASTS = frozenset(("cast", "casts", "casting"))
"""To cast Lee as a thief is to say something; to cast doubt or a vote is not."""
WRITER = frozenset(("i", "we", "my", "our"))
"""Outside marks they are the one who wrote the article, who is no source of it."""
_RELATIVES = frozenset(("that", "who", "which", "whom"))
_INFINITIVE_CHARS = 24  # "to reverse or " and one adverb
_NOUN_CHARS = 24  # the word before the content
_REACH = 3
"""Words before the cue where its "not" or "would" may stand."""


def cue_words(units: Sequence[Unit], cue: Labelled) -> Labelled:
    """The words of saying within a cue: "told" of "told the paper in a rare interview"."""
    for start in range(cue.start, cue.end):
        unit = units[start]
        if unit.word in PREPOSITIONS:
            return Labelled(start, cue.end, "cue")  # "according to"
        if unit.tag[0] == "V" and cue_class(unit.word, unit.tag):
            end = start + 1
            if end < cue.end and units[end].tag == "RP":
                end += 1
            return Labelled(start, end, "cue")
    for start in range(cue.start, cue.end):
        if cue_class(units[start].word, units[start].tag):
            return Labelled(start, start + 1, "cue")
    return cue


def modality(units: Sequence[Unit], cue: Labelled) -> Modality:
    """Whether the speech is denied ("did not say that"), imagined ("would say", "if he says") or neither."""
    low = max(0, cue.start - _REACH)
    around = [u.word for u in units[low : cue.end] if u.sentence == units[cue.start].sentence]
    if not _NEGATIONS.isdisjoint(around) or "nothing" in [u.word for u in units[cue.start : cue.end + 1]]:
        return "negated"
    return "" if _MODALS.isdisjoint(around[-_REACH:]) else "hypothetical"


class _Said(Protocol):
    """What is needed of an attribution."""

    @property
    def contents(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def source(self) -> Span | None: ...


def is_attitude(document: Document, said: _Said) -> bool:
    """Whether a content without marks is no clause and its cue no word of saying: "drew {sharp criticism}".

    Nor is what "I" say in running prose, a content that only points at what was said before ("denied {it}"), nor who
    stands in the passive before the cue ("{Lee} was accused {of theft}").
    """
    text = document.text
    if said.source is not None and said.source.of(text).lower() in WRITER:
        return True
    if said.cue is not None and _is_fronted(document, said, said.cue):
        return True
    if all(_POINTS.fullmatch(content.of(text)) for content in said.contents) and _no_clause(document, said):
        return True
    if said.source is not None and not can_speak(text, tokens_in(document, said.source)):
        return True
    return _is_silent(document, said, said.cue) if said.cue is not None else _no_clause(document, said)


def _is_fronted(document: Document, said: _Said, cue: Span) -> bool:
    """Whether a noun group stands before its cue ("{Lee} was blamed by Ray"), or "cast" says nothing of anybody."""
    text, first = document.text, said.contents[0]
    if cue.of(text).lower() in _CASTS and " as " not in first.of(text):
        return True
    if said.source is None and first.end <= cue.start:
        return not _is_clause(document, first)
    return first.end <= cue.start and _no_clause(document, said)


def _is_silent(document: Document, said: _Said, cue: Span) -> bool:
    """Whether nothing is said with this cue: no verb of saying, or one that is only wished for, and no clause.

    Nor is it by whoever only seems to do something, nor by nobody where the cue is not loud.
    """
    words = re.findall(r"\w+", cue.of(document.text).lower())
    if words and words[0] in PREPOSITIONS:
        return False
    if cue.of(document.text) == ":":  # "Mayor: We will not pay"
        return _no_clause(document, said)
    classes = {c for word in words for c in (verb_class(word), cue_class(word, "NN")) if c}
    if classes == _APPEARS or (said.source is None and not {c.removesuffix("_n") for c in classes} & OUTSPOKEN):
        return True
    if classes & OUTSPOKEN:
        whom_only = bool(classes & _TAKES_WHOM) and _is_noun_group(document, said.contents)
        return (whom_only or _is_infinitive(document, cue)) and _no_clause(document, said)
    if any(content.of(document.text).lower().startswith("that ") for content in said.contents):
        return _follows_speech_noun(document, said.contents[0]) or _no_clause(document, said)
    return not classes or _no_clause(document, said)


def _no_clause(document: Document, said: _Said) -> bool:
    return not any(_is_clause(document, content) for content in said.contents)


def _is_infinitive(document: Document, cue: Span) -> bool:
    """Whether the cue is only what somebody had to do or wanted to: "had to reverse or {clarify}"."""
    before = tokens_in(document, Span(max(0, cue.start - _INFINITIVE_CHARS), cue.end))
    return before[-1].tag == "VB" and any(token.span.of(document.text) == "to" for token in before)


def _is_noun_group(document: Document, contents: Sequence[Span]) -> bool:
    """Whether a content is one thing that begins with no preposition: not "{for help}"."""
    tokens = tokens_in(document, contents[0])
    return len(contents) == 1 and bool(tokens) and tokens[0].tag not in ("IN", "TO", "WRB", "WP")


def _follows_speech_noun(document: Document, content: Span) -> bool:
    """Whether a noun of saying leads into the content, whose speaker is another: "rejects criticism {that …}"."""
    before = tokens_in(document, Span(max(0, content.start - _NOUN_CHARS), content.start))
    return bool(before) and cue_class(before[-1].span.of(document.text).lower(), before[-1].tag) is not None


def tokens_in(document: Document, span: Span) -> Sequence[Token]:
    """The tokens that begin within a span."""
    tokens: Sequence[tuple[Any, ...]] = document.tokens
    low = bisect_left(tokens, ((span.start,),))  # sorts before what starts there; a key takes five times as long
    return document.tokens[low : bisect_left(tokens, ((span.end,),), low)]


def _is_clause(document: Document, content: Span) -> bool:
    """Whether there is a verb in a content before its first relative clause."""
    tags = list[str]()
    for at, token in enumerate(tokens_in(document, content)):
        if at and token.span.of(document.text) in _RELATIVES:
            break
        tags.append(token.tag)
    return bool(_FINITE & set(tags)) or any(a == "TO" and b == "VB" for a, b in pairwise(tags))
