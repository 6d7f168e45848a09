"""Paragraph → sentence spans: NLTK's Punkt with our own parameters, then repairs for what news does to full stops.

Takes text and bounds, gives spans. A sentence never crosses its paragraph, and closing marks go with what they close.
"""

import json
import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.nlp import resources
from reader.text import Span, trimmed

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

PARAMETERS = "punkt.json"

_CLOSERS = "\"'”’»)]"
# An abbreviation that may also end a sentence: only before a word that opens one.
_MAY_END = re.compile(r"(?:\b(?:[ap]\.m|U\.S|U\.K|U\.N|E\.U|D\.C|Inc|Corp|Ltd|Co|Jr|Sr|etc)\.)[\"”’)]*$")
_OPENERS = re.compile(
    r"[\"“‘(\[]*(?:The|A|An|In|It|He|She|But|And|They|We|At|On|This|That|These|Those|There|As|For|If|When|After|His|Her"
    r"|Its|Their|Our|My|You|I|So|Yet|With|By|From|To|Some|Many|Most|No|Not|What|Who|How|Why|While|Since|Both|One)\b"
)
_GLUED = re.compile(r"[.!?](?:(?<=[a-z0-9)”\"’].)|[”\"’])(?=[A-Z][a-z]+\s)")  # "end.The"
_LOWER_GOES_ON = re.compile(r"\s*[,;—–-]?\s*[a-z]")
_TITLE = re.compile(
    r"(?:^|[\s\"“‘'(\[—–-])(?:Mrs?|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Sgt|Capt|St|No|Messrs|[A-Z])\.\s*$"
)
_FOOTNOTES = re.compile(r"(?:\s?\[(?:\d{1,3}|[a-z]|citation needed)\])+(?!\w)")  # "… in 2011. [4] [5] Later"
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]")  # "4." before the words of its item
_INITIALS = re.compile(r"(?:^|[\s(“\"‘])(?!U\.[SKN]\.|E\.U\.|D\.C\.|L\.A\.|N\.Y\.)(?:[A-Z]\.){2,3}\s*$")  # "K.J. Kwon"
# What may end a sentence, as Punkt wants it: the mark, and in a group what follows it. Its words keep their full stop.
_NO_WORD = r"[)\";}\]*:@'({\[‘’“”«»?!]"
_PERIOD = re.compile(rf"[.?!](?=(?P<after_tok>{_NO_WORD}|\s+(?P<next_tok>\S+)))")
_MANY = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_PUNKT_WORD = re.compile(
    rf"({_MANY}|(?=[^(\"`{{\[:;&#*@)}}\]\-,])\S+?(?=\s|$|{_NO_WORD}|{_MANY}|,(?=$|\s|{_NO_WORD}|{_MANY}))|\S)"
)
_NOTED = re.compile(r"[.!?][\"'”’»)\]]*[¹²³⁰⁴-⁹]+(?=\s+[\"“‘(\[]*[A-Z0-9])")  # "end.¹ The"
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)")
_PLAIN_END = re.compile(r"([^\W\d_]{2,})(?:\.(?!\.)|[?!])")
"""Nothing but letters before the mark: no initial, number or ellipsis."""


@cache
def _punkt() -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer, PunktToken

    class Marks(PunktLanguageVars):  # type: ignore[misc]  # nltk is not typed
        """NLTK's marks, found by the standard library: NLTK's guarded matchers are slower and watch a wall clock."""

        __slots__ = ()

        def period_context_re(self) -> re.Pattern[str]:
            return _PERIOD

        def word_tokenize(self, s: str) -> list[str]:
            return _PUNKT_WORD.findall(s)

    class Word(PunktToken):  # type: ignore[misc]  # as above
        """NLTK's token with the expressions of most use found by the standard library, for the same reason."""

        __slots__ = ()
        _RE_ELLIPSIS, _RE_NUMERIC, _RE_INITIAL = (
            re.compile(own.pattern)
            for own in (PunktToken._RE_ELLIPSIS, PunktToken._RE_NUMERIC, PunktToken._RE_INITIAL)  # noqa: SLF001
        )

    class Sentences(PunktSentenceTokenizer):  # type: ignore[misc]  # as above
        """NLTK's tokenizer, told what it would find out of most ends: a fifth of the time."""

        def text_contains_sentbreak(self, text: str) -> bool:
            """Whether a word ends a sentence, given with its mark and what follows: so do plain ones."""
            plain = _PLAIN_END.match(text)
            word = plain[1].lower() if plain else ""
            known = word in parameters.abbrev_types or word in tied
            return (plain is not None and not known) or bool(super().text_contains_sentbreak(text))

    stored = json.loads(resources.read_text(PARAMETERS))
    parameters = PunktParameters()
    parameters.abbrev_types = set(stored["abbreviations"])
    parameters.collocations = {(a, b) for a, b in stored["collocations"]}
    parameters.sent_starters = set(stored["starters"])
    parameters.ortho_context.update(stored["orthography"])
    tied = {first for first, _ in parameters.collocations}
    return Sentences(parameters, lang_vars=Marks(), token_cls=Word)


def sentence_spans(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph, ordered and disjoint, without white space at their ends."""
    cuts = [start, *_boundaries(text, start, end), end]
    spans = (trimmed(text, a, b) for a, b in pairwise(cuts))
    return _join_fragments(text, [span for span in spans if span.start < span.end])


def _boundaries(text: str, start: int, end: int) -> list[int]:
    """Offsets at which a new sentence begins."""
    noted = {m.end() for m in _NOTED.finditer(text, start, end)}
    if not noted and not _ENDS.search(text, start, end) and not _GLUED.search(text, start, end):
        return []
    piece = text[start:end]
    found = noted | {start + b for _, b in _punkt().span_tokenize(piece)}
    found.discard(end)
    found |= {start + m.end() for m in _GLUED.finditer(piece)}
    found |= {m.end() for m in _ENDS.finditer(text, start, end) if _ends_after_abbreviation(text, m.end(), start)}
    return sorted(_after_closers(text, b, end) for b in found if not _goes_on(text, b, end))


def _ends_after_abbreviation(text: str, at: int, start: int) -> bool:
    """Whether "… in the U.S. The" ends a sentence at `at`."""
    if not _MAY_END.search(text, max(start, at - 12), at):
        return False
    follow = at
    while follow < len(text) and text[follow] == " ":
        follow += 1
    return bool(_OPENERS.match(text, follow))


def _after_closers(text: str, at: int, end: int) -> int:
    """Past closing marks and footnote signs that Punkt left to the next sentence."""
    while at < end and text[at] in _CLOSERS and (at + 1 == end or not text[at + 1].isalnum()):
        at += 1
    notes = _FOOTNOTES.match(text, at - (at > 0 and text[at - 1].isspace()), end)
    return notes.end() if notes else at


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether what follows belongs to the same sentence: “Is it?” she asked. “Mr. Lee …”."""
    before = text[max(0, at - 10) : at]
    return bool(_LOWER_GOES_ON.match(text, at, end) or _TITLE.search(before) or _INITIALS.search(before))


def _join_fragments(text: str, spans: list[Span]) -> list[Span]:
    """A piece without letter or digit goes with the sentence before it, the number of an item with the one behind."""
    result: list[Span] = []
    for span in spans:
        lone = not any(c.isalnum() for c in span.of(text))
        if result and (lone or _NUMBERED.fullmatch(text, *result[-1])):
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result
