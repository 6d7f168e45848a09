"""All that may corefer, in order of the text: names, descriptions, pronouns, each with its place in the sentence.

Takes the frame and the names, gives nodes. The sentence role is read from the words around, for there is no parser.
"""

from typing import NamedTuple

from reader.nlp.coref import lexicon
from reader.nlp.coref.frame import Frame
from reader.nlp.coref.nominals import Nominal, find_nominals
from reader.text import Gender, Label, MentionKind, Name

_FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN", "MD"))
"""VBN too: the tagger takes many a past tense far from its subject for a participle."""
_SKIP = frozenset(("RB", "RBR", "RBS", "MD"))
THINGS: frozenset[Label] = frozenset(("FACILITY", "LOC", "GPE", "EVENT", "LAW"))
"""Whose last word says what they are: "the Marrow Dam" is a dam, "Fox News" are no news."""
MAX_PHRASE_TOKENS = 7
MAX_APPOSITION_TOKENS = 18
"""The longest "…, 42, a farmer from the north," between a subject and its verb."""


class Node(NamedTuple):
    """One mention to be."""

    first: int
    end: int
    kind: MentionKind
    source: int
    """Index into the names or the descriptions; -1 for a pronoun."""
    gender: Gender | None
    plural: bool
    subject: bool
    speech: bool
    """Whether it is the subject of a verb of saying."""
    after_preposition: bool
    possessive: bool
    sentence: int
    paragraph: int
    region: int
    word: str
    """Pronouns and descriptions: the lower-case head."""
    described: int
    """Token before "is a": where the subject of a predicate ends; -1 for what is no predicate."""


def name_columns(frame: Frame, names: tuple[Name, ...]) -> tuple[list[int], list[tuple[int, int]]]:
    """For each token the number of its name or -1; for each name its token range."""
    named, ranges = [-1] * len(frame.words), []
    for index, name in enumerate(names):
        first, end = frame.tokens_of(name.span)
        ranges.append((first, end))
        named[first:end] = [index] * (min(end, len(named)) - first)
    return named, ranges


def find_nodes(
    frame: Frame, names: tuple[Name, ...], named: list[int], ranges: list[tuple[int, int]]
) -> tuple[list[Node], list[Nominal]]:
    """All nodes in order of their first token, the inner first; and the descriptions that they point to."""
    nominals = find_nominals(frame, named, thing_heads(frame, names, ranges))
    nodes = [_node(frame, *ranges[i], kind="name", source=i) for i in range(len(names))]
    nodes += [
        _node(frame, n.first, n.end, kind="nominal", source=i, gender=n.gender, plural=n.kind == "people", at=n.at)
        for i, n in enumerate(nominals)
    ]
    for at, word in enumerate(frame.lower):
        if word in lexicon.PRONOUN_GENDER and frame.tags[at].startswith("PRP") and named[at] < 0:
            gender, plural = lexicon.PRONOUN_GENDER[word], word.startswith("the")
            nodes.append(_node(frame, at, at + 1, kind="pronoun", source=-1, gender=gender, plural=plural))
    nodes.sort(key=lambda n: (n.first, n.end))
    return nodes, nominals


def thing_heads(frame: Frame, names: tuple[Name, ...], ranges: list[tuple[int, int]]) -> frozenset[str]:
    """Last words of the names of places, events and laws that have several words."""
    return frozenset(
        frame.lower[end - 1]
        for name, (first, end) in zip(names, ranges, strict=True)
        if name.label in THINGS and end - first > 1
    )


def _node(
    frame: Frame,
    first: int,
    end: int,
    *,
    kind: MentionKind,
    source: int,
    gender: Gender | None = None,
    plural: bool = False,
    at: int | None = None,
) -> Node:
    head = end - 1 if at is None else at
    possessive = frame.word(end) in ("'s", "’s", "'", "’") or frame.tag(first) == "PRP$"
    after_preposition = frame.tag(first - 1) in ("IN", "TO")
    verb = -1 if possessive or after_preposition else _verb_of(frame, end)
    inverted = _inverted(frame, first, end)
    return Node(
        first,
        end,
        kind,
        source,
        gender,
        plural,
        subject=verb >= 0 or inverted,
        speech=inverted or (verb >= 0 and frame.lower[verb] in lexicon.SPEECH_VERBS),
        after_preposition=after_preposition,
        possessive=possessive,
        sentence=frame.sentences[first],
        paragraph=frame.paragraphs[first],
        region=frame.regions[first],
        word=frame.lower[head],
        described=_predicated(frame, first) if kind == "nominal" else -1,
    )


def _verb_of(frame: Frame, end: int) -> int:
    """The finite verb right after, past adverbs, brackets and one apposition; -1 when there is none."""
    limit = frame.bounds[frame.sentences[end - 1]][1]
    at = end
    if at < limit and frame.lower[at] in ("(", "-lrb-"):
        at = _past(frame, at, limit, (")", "-rrb-"))
    at = _past_preposition(frame, at, limit)
    if frame.word(at) in (",", "–", "—") and at < limit:
        at = _past(frame, at + 1, min(limit, at + MAX_APPOSITION_TOKENS), (",", "–", "—"))
        if frame.word(at) in ("who", "whose"):  # "Marc, 50, who had waited, said"
            at = _past(frame, at + 1, min(limit, at + MAX_APPOSITION_TOKENS), (",", "–", "—"))
    at = _past_preposition(frame, at, limit)
    while at < limit and frame.tags[at] == "RB":
        at += 1
    return at if at < limit and frame.tags[at] in _FINITE else -1


def _past_preposition(frame: Frame, at: int, limit: int) -> int:
    """Past "of New York" or "on Friday" between a name and its verb; `at` itself when no such phrase stands there."""
    if at >= limit or frame.lower[at] not in ("of", "on", "in", "from", "at", "for"):
        return at
    stop = at + 1
    while stop < min(limit, at + MAX_PHRASE_TOKENS) and frame.tags[stop] in (
        "NNP",
        "NNPS",
        "NN",
        "NNS",
        "CD",
        "DT",
        "JJ",
    ):
        stop += 1
    return stop


def _predicated(frame: Frame, first: int) -> int:
    """The last token of "Ann Lee" in "Ann Lee (born 1950) was [a farmer]"; -1 when no "was" stands before."""
    low = frame.bounds[frame.sentences[first]][0]
    at = first - 1
    while at > low and frame.tags[at] == "RB":
        at -= 1
    if at <= low or frame.lower[at] not in lexicon.COPULAS:
        return -1
    at -= 1
    while at > low and frame.tags[at] in ("RB", "MD"):
        at -= 1
    if frame.lower[at] == ")":
        while at > low and frame.lower[at] != "(":
            at -= 1
        at -= 1
    return at if at >= low else -1


def _past(frame: Frame, at: int, limit: int, closers: tuple[str, ...]) -> int:
    """One past the next closer before `limit`, else `limit`."""
    while at < limit and frame.lower[at] not in closers:
        at += 1
    return min(at + 1, limit)


def _inverted(frame: Frame, first: int, end: int) -> bool:
    """Whether a verb of saying stands right before: "…,” said Schumer", "…,” said Senate leader Chuck Schumer"."""
    at = first - 1
    while at >= 0 and frame.tags[at] in ("NNP", "NN", "JJ", "DT") and first - at < MAX_APPOSITION_TOKENS // 2:
        at -= 1
    if at < 1 or frame.lower[at] not in ("said", "says", "asked", "added", "wrote", "replied", "explained"):
        return False
    opens_after = frame.lower[at - 1] in (",", "”", '"', "''", "’", "?", "!", "'")
    return opens_after and frame.sentences[at] == frame.sentences[first] and frame.tag(end) not in _FINITE
