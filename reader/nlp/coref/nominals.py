"""Descriptions of people and bodies: "the Russian leader", "a spokesperson for the council", "the company".

Takes the frame and where names stand, gives noun phrases by their role noun, and tells which of them belong to a name
beside them ("House Speaker Paul Ryan", "John Bolton, his adviser,"). Decides nothing about who is meant.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.nlp.coref import lexicon
from reader.nlp.coref.frame import Frame, frame_of
from reader.nlp.document import Document
from reader.text import Gender, Span

_MODIFIER_TAGS = frozenset(("JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "NNS", "CD", "VBN", "HYPH", "ADD", "AFX"))
_INSIDE_COMPLEMENT = _MODIFIER_TAGS | {"DT", "PRP$", "POS", "NNS"}
_COMPLEMENT_STARTS = frozenset(("of", "for", "at", "with", "from", "in", "on", "to"))
_OPEN_STARTS = frozenset(("of", "for", "at"))
_PLACED = frozenset(("in", "at", "for"))
"""After a complement: "director of Oxfam in Kenya"."""
_DISTINCT = frozenset(
    ("vice", "deputy", "former", "ex", "ex-", "assistant", "late", "first", "junior", "then", "future")
)
MAX_MODIFIERS = 6
MAX_COMPLEMENT_TOKENS = 12


class Nominal(NamedTuple):
    """One description."""

    first: int
    """First token, a determiner included."""
    end: int
    """One past the last token, a complement ("for the council") included."""
    at: int
    """Token of the head noun."""
    head: str
    """The head, lower case, singular."""
    kind: str
    """`person`, `people`, `body` or `thing`."""
    modifiers: tuple[str, ...]
    """Between determiner and head, lower case."""
    determiner: str
    """`the`, `a`, `his` for any possessor, or nothing."""
    gender: Gender | None

    @property
    def distinct(self) -> frozenset[str]:
        """Modifiers that make the role another one: vice, former."""
        return _DISTINCT.intersection(self.modifiers)


def find_nominals(frame: Frame, named: list[int], heads: frozenset[str] = frozenset()) -> list[Nominal]:
    """The descriptions in order of their heads; `named` holds for each token the number of its name or -1.

    `heads` are last words of names of things, lower case: "dam" of "Marrow Dam".
    """
    found = []
    known, bodies = lexicon.roles(), lexicon.org_nouns()
    for at, word in enumerate(frame.lower):
        if not frame.tags[at].startswith("NN") or _compound(frame, at, named):
            continue
        if word in known and not _compared(frame, at):
            found.append(_nominal(frame, named, at, head=word, kind="person", gender=known[word]))
        elif word in lexicon.PERSON_GROUPS:
            found.append(_nominal(frame, named, at, head=word, kind="people", gender=None))
        elif frame.tags[at] in ("NNS", "NNPS") and named[at] < 0 and (single := lexicon.singular(word)) is not None:
            found.append(_nominal(frame, named, at, head=single, kind="people", gender=known[single]))
        elif word in bodies and named[at] < 0:
            found.append(_nominal(frame, named, at, head=word, kind="body", gender=None))
        elif word in heads and named[at] < 0 and frame.tags[at] == "NN":
            found.append(_nominal(frame, named, at, head=word, kind="thing", gender=None))
    return found


def _compared(frame: Frame, at: int) -> bool:
    """Whether it is only a likeness or a post: "like a family member", "as president"."""
    low = max(frame.bounds[frame.sentences[at]][0], at - MAX_MODIFIERS)
    before = at - 1
    while before >= low and frame.tags[before] in _MODIFIER_TAGS:
        before -= 1
    before -= before >= low and frame.lower[before] in lexicon.INDEFINITES
    return before >= low and frame.lower[before] in ("like", "as", "than")


_PERFECT = frozenset("had has have already".split())


def _compound(frame: Frame, at: int, named: list[int]) -> bool:
    """Whether the noun only modifies the next one ("police chief"), or stands in a longer name ("Court of Justice")."""
    after = at + 1
    if frame.tag(after).startswith("NN") and named[after] < 0:
        return True
    beside = (named[at - 1] if at else -1, named[after] if after < len(named) else -1)
    return named[at] >= 0 and named[at] in beside


def _nominal(frame: Frame, named: list[int], at: int, *, head: str, kind: str, gender: Gender | None) -> Nominal:
    low = frame.bounds[frame.sentences[at]][0]
    first, region = at, frame.regions[at]
    while (
        first > low
        and at - first < MAX_MODIFIERS
        and (frame.tags[first - 1] in _MODIFIER_TAGS or named[first - 1] >= 0 or frame.lower[first - 1] == "managing")
        and not _verb_form(frame, first - 1)
        and frame.regions[first - 1] == region
    ):
        first -= 1
    modifiers = tuple(w for w in frame.lower[first:at] if w != "-")
    before = frame.word(first - 1) if first > low else ""
    determiner = _determiner(before)
    if determiner in ("the", "a") or (determiner and before in lexicon.PRONOUN_GENDER):
        first -= 1
    return Nominal(first, _complement_end(frame, at, named), at, head, kind, modifiers, determiner, gender)


def _verb_form(frame: Frame, at: int) -> bool:
    """Whether what the tagger takes for a participle is the verb: "told Jewish leaders", "had already seen Captain"."""
    if frame.tags[at] != "VBN":
        return False
    return frame.lower[at] in lexicon.SPEECH_VERBS or frame.lower[at] == "called" or frame.word(at - 1) in _PERFECT


def _determiner(word: str) -> str:
    if word in lexicon.DEFINITES:
        return "the"
    if word in lexicon.INDEFINITES:
        return "a"
    return "his" if word in lexicon.POSSESSORS else ""


def _complement_end(frame: Frame, at: int, named: Sequence[int]) -> int:
    """Past "for Mr Trump's national security council"; the head's own end when nothing such follows.

    Of two names side by side only the first belongs to it.
    """
    end = at + 1
    limit = min(frame.bounds[frame.sentences[at]][1], end + MAX_COMPLEMENT_TOKENS)
    if end >= limit or frame.lower[end] not in _OPEN_STARTS:
        return end
    stop, last = end + 1, end
    while stop < limit and (frame.tags[stop] in _INSIDE_COMPLEMENT or frame.lower[stop] == "of"):
        if 0 <= named[stop - 1] != named[stop] >= 0:
            break
        if frame.tags[stop].startswith(("NN", "CD")):
            last = stop
        stop += 1
    return last + 1 if last > end else end


def role_end(frame: Frame, at: int, named: Sequence[int]) -> int:
    """Past an apposition that starts before `at`: to the next comma, full stop, bracket or verb."""
    end = _complement_end(frame, at, named)
    limit = min(frame.bounds[frame.sentences[at]][1], at + MAX_COMPLEMENT_TOKENS)
    if frame.word(end) in (_COMPLEMENT_STARTS if end == at + 1 else _PLACED):
        stop, last = end + 1, end
        while stop < limit and frame.tags[stop] in _INSIDE_COMPLEMENT:
            last = stop
            stop += 1
        end = last + 1 if last > end else end
    return end


def nominal_words(frame: Frame, nominal: Nominal) -> str:
    """The description's words without its article: what an unnamed speaker is called."""
    first = nominal.first + (nominal.determiner in ("the", "a") and frame.word(nominal.first) != frame.word(nominal.at))
    return " ".join(frame.span(first, nominal.end).of(frame.text).split())


def person_nominals(document: Document) -> tuple[tuple[Span, str], ...]:
    """Every description of one person or of people, and the words to call them by, in order of the text."""
    frame = frame_of(document)
    named = [-1] * len(frame.words)
    for index, name in enumerate(document.names):
        first, end = frame.tokens_of(name.span)
        named[first:end] = [index] * (end - first)
    return tuple(
        (frame.span(n.first, n.end), nominal_words(frame, n))
        for n in find_nominals(frame, named)
        if n.kind != "body" and (n.at + 1 >= len(named) or named[n.at + 1] < 0)
    )
