"""Attributions that are nobody's words, though a model took them for somebody's: "it is worth saying that …".

Takes a document, an attribution and whether its source is known to be somebody, says whether a reader would look for
whoever speaks in vain. What it finds stays in the analysis and is left out where voices are listed.
"""

import re
from collections.abc import Sequence

from reader.nlp.document import Document
from reader.nlp.quotes.attribution import Attribution
from reader.nlp.quotes.cues import cue_class, person_class, verb_class
from reader.nlp.quotes.generic import DOERS
from reader.nlp.quotes.manner import OUTSPOKEN, PREPOSITIONS, WRITER, tokens_in
from reader.nlp.quotes.relatives import RELATIVES, antecedent
from reader.text import QuoteKind, Span, Token

LEAST_MARKED_WORDS = 8
"""Words in marks, within a sentence that no words of saying frame, from which they are a sentence of somebody's; fewer
are a title, a slogan or a scare quote. As for a quoted stretch alone."""
ALL_SPEECH = frozenset(("transcript", "block-quote", "signature"))
"""Rules whose contents are speech from end to end, with marks or without."""
_ANYBODY = frozenset("you one anyone anybody someone somebody nobody no-one everyone everybody".split())
_THEY = frozenset("he she they some others another many both most".split())
"""Somebody, though nobody knows who."""
_ONE_OF_TWO = ("latter", "former")
_NAMING = frozenset(
    "known dubbed called call calling nicknamed named termed described billed labelled labeled considered considering"
    " hailed titled entitled pronounced".split()
)
"""Without a subject they give a thing its name."""
_GROUPS = frozenset(
    "community communities opposition entourage group groups deputies thousands hundreds dozens millions council"
    " services service household body bodies ally allies guardian guardians head heads".split()
)
"""Heads of noun groups that are people, though no list of who can speak has them."""
_AMOUNTS = frozenset("number majority minority handful couple lot lots plenty half third quarter cent".split())
"""Heads that count whatever "of" ties to them."""
_PAPERS = frozenset(
    "note blog post tweet sign petition slogan inquiry verdict ruling memo memorandum transcript caption advert"
    " advertisement placard banner inscription message motion treaty text act decree guideline guidelines rules".split()
)
"""Things that are written to be read."""
_TELLS = frozenset(
    "say tell ask add state report note explain stress claim argue warn accuse call write announce deny".split()
)
"""Classes of verbs that make even a thing speak."""
_BE = frozenset("is are was were be been being".split())
_REACH = 2
_BEFORE_CHARS = 24
"""Words before a participle that make it passive, and characters that hold them: "were often accused"."""
_AUXILIARIES = frozenset(("has", "have", "had", "also", "did", "does", "do", "’s", "'s", "will", "would"))
_HEAD_END = frozenset("of for from in at with on to by about among during".split())
_NOUNS = ("NN", "CD")
_WORD = re.compile(r"\w+")


def is_nobodys(document: Document, said: Attribution, kind: QuoteKind, marked: Sequence[Span], *, known: bool) -> bool:
    """Whether an attribution without a person, a body or a paper behind it is no voice.

    Args:
        document: the article's.
        said: the attribution.
        kind: of its contents.
        marked: the quoted stretches within them.
        known: whether its source is an entity, or a noun for somebody.
    """
    text = document.text
    if said.rule in ALL_SPEECH:
        return False
    if kind == "mixed" and said.cue is None and _words(text, marked) < LEAST_MARKED_WORDS:
        return True
    if said.source is None:
        return kind == "indirect" or (said.cue is not None and _only_names(document, said.cue, kind))
    if kind == "direct" or known:
        return False
    return _is_no_source(document, said, said.source)


def _only_names(document: Document, cue: Span, kind: QuoteKind) -> bool:
    """Whether a cue without a subject gives a name ("known as “Lucho”"), is a passive or no verb of saying."""
    words = set(_WORD.findall(cue.of(document.text).lower()))
    if words & _NAMING:
        return True
    before = tokens_in(document, Span(max(0, cue.start - _BEFORE_CHARS), cue.start))[-_REACH:]
    passive = any(t.span.of(document.text).lower() in _BE for t in before)
    return kind == "mixed" and (passive or not _classes(cue.of(document.text)) & OUTSPOKEN)


def _words(text: str, spans: Sequence[Span]) -> int:
    return max((len(_WORD.findall(text, *span)) for span in spans), default=0)


def _is_no_source(document: Document, said: Attribution, source: Span) -> bool:
    """Whether an unknown source of a content with words outside marks is nobody."""
    text, words = document.text, source.of(document.text).lower()
    if words in _THEY or words.endswith(_ONE_OF_TWO):
        return False
    if words in _ANYBODY or words in WRITER:
        return True
    if words == "it":
        return not says_itself(document, said, source)
    if words in RELATIVES:
        before = antecedent(text, document.tokens, source)
        if before is None:
            return True
        source = before
    tokens = tokens_in(document, source)
    head = _head(text, tokens)
    if head is None:
        return True
    return not (_can_be_somebody(text, head) or _tells(document, said, head))


def says_itself(document: Document, said: Attribution, source: Span) -> bool:
    """Whether "it" is the subject of its cue, and no word without meaning: "it is fair to say", "it was learnt"."""
    if said.cue is None or said.cue.start < source.end:
        return False
    between = tokens_in(document, Span(source.end, said.cue.start))
    near = all(t.tag == "RB" or t.span.of(document.text).lower() in _AUXILIARIES for t in between)
    return near and bool(_classes(said.cue.of(document.text)) & OUTSPOKEN)


def _head(text: str, tokens: Sequence[Token]) -> Token | None:
    """The noun before the first preposition of a noun group, behind "a number of"; None where there is none."""
    cut = next((i for i, t in enumerate(tokens) if t.span.of(text).lower() in _HEAD_END), len(tokens))
    nouns = [t for t in tokens[:cut] if t.tag.startswith(_NOUNS)]
    if cut < len(tokens) and nouns and nouns[-1].span.of(text).lower() in _AMOUNTS:
        return _head(text, tokens[cut + 1 :]) or nouns[-1]
    return nouns[-1] if nouns else None


def _can_be_somebody(text: str, head: Token) -> bool:
    word = head.span.of(text).lower()
    if head.tag.startswith("NNP") or person_class(word) or word in _GROUPS:
        return True
    return head.tag == "NNS" and DOERS.fullmatch(word) is not None


def _tells(document: Document, said: Attribution, head: Token) -> bool:
    """Whether a thing tells what is in it: "the note said that …"; a day or a video tells nothing."""
    if said.cue is None:
        return False
    cue = said.cue.of(document.text)
    if cue.lower().split()[0] in PREPOSITIONS:
        return True
    return head.span.of(document.text).lower() in _PAPERS and bool(_classes(cue) & _TELLS)


def _classes(cue: str) -> set[str]:
    words = _WORD.findall(cue.lower())
    return {c.removesuffix("_n") for word in words for c in (verb_class(word), cue_class(word, "NN")) if c}
