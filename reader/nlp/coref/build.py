"""Drafts → entities: names, aliases, roles, ids in order of the first mention.

Takes what the resolver found, gives the public values. Every name stays one mention of kind `name`.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.nlp.coref import lexicon
from reader.nlp.coref.draft import Draft
from reader.nlp.coref.frame import Frame
from reader.nlp.coref.groups import is_people
from reader.nlp.coref.nodes import Node
from reader.nlp.coref.nominals import Nominal, nominal_words
from reader.nlp.coref.things import base_form
from reader.text import VALUE_LABELS, Entity, Label, Mention, Name, Span

_BODIES_OF_PEOPLE = lexicon.PERSON_GROUPS - {"people"}
_PAIRING = frozenset({"two", "both"})
"""Counts of people whom the article names one by one."""
MIN_UNNAMED_MENTIONS = 2
"""A description that is never taken up again is no entity of its own."""


class Reading(NamedTuple):
    """What the resolver read, as columns."""

    frame: Frame
    names: Sequence[Name]
    nodes: Sequence[Node]
    nominals: Sequence[Nominal]


def build_entities(reading: Reading, drafts: Sequence[Draft]) -> tuple[Entity, ...]:
    """The entities in order of their first mention."""
    kept = [d for d in drafts if d.named or _stands(reading, d)]
    built = [(d, _mentions(reading, d)) for d in kept]
    built.sort(key=lambda pair: (pair[1][0].span.start, -pair[1][0].span.end, pair[0].number))
    return tuple(_entity(reading, draft, mentions, f"e{number}") for number, (draft, mentions) in enumerate(built, 1))


def _stands(reading: Reading, draft: Draft) -> bool:
    """Whether someone unnamed is an entity: meant twice, once with an article or a complement, and no mere "people"."""
    own = [reading.nodes[i] for i in draft.nodes]
    described = [reading.nominals[n.source] for n in own if n.kind == "nominal"]
    if len(own) < MIN_UNNAMED_MENTIONS or not described:
        return False
    if draft.body:
        return any(n.speech for n in own)
    if any(n.speech or n.word in _BODIES_OF_PEOPLE for n in own):
        return True
    if draft.plural and any(_PAIRING.intersection(n.modifiers) for n in described):
        return False  # "the two leaders" are named on their own
    return any(n.determiner or n.modifiers for n in described) and described[0].head != "people"


def _mentions(reading: Reading, draft: Draft) -> tuple[Mention, ...]:
    """In order and disjoint: where a description holds the entity's own name, the name stays."""
    frame, names = reading.frame, reading.names
    own = [reading.nodes[i] for i in draft.nodes]
    spans = [(names[n.source].span if n.kind == "name" else frame.span(n.first, n.end), n) for n in own]
    taken = [span for span, n in spans if n.kind == "name"]
    result: list[Mention] = []
    for span, node in sorted(spans, key=lambda pair: pair[0]):
        if node.kind != "name" and any(span.overlaps(t) for t in _near(taken, span)):
            continue
        if result and result[-1].span.end > span.start:
            continue
        result.append(Mention(span, node.kind))
    return tuple(result)


def _near(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of the ordered `spans` that can overlap `span`."""
    place = bisect_left(spans, span)
    return spans[max(0, place - 1) : place + 2]


def _entity(reading: Reading, draft: Draft, mentions: tuple[Mention, ...], number: str) -> Entity:
    text = reading.frame.text
    forms = [" ".join(m.span.of(text).split()) for m in mentions if m.kind == "name"]
    name = _name(forms, draft) if draft.named else _unnamed(reading, draft)
    value = draft.label in VALUE_LABELS
    return Entity(
        id=number,
        label=_label(draft),
        name=name,
        aliases=() if value else tuple(f for f in dict.fromkeys(map(base_form, forms)) if f and f != name),
        mentions=mentions,
        role=_role(draft),
        gender=draft.gender if draft.label in ("PERSON", None) else None,
        normalized=draft.normalized if value else None,
    )


def _name(forms: Sequence[str], draft: Draft) -> str:
    """The fullest form: the longest by words, then by letters, the first of equals."""
    if draft.label in VALUE_LABELS:
        return forms[0]
    if draft.label == "PERSON":
        return draft.full or forms[0]
    bases = [base_form(f) or f for f in forms]
    if draft.label == "NORP":
        bases = [f for f in bases if is_people(f)] or bases
    return max(bases, key=lambda f: (len(f.split()), len(f)))


def _unnamed(reading: Reading, draft: Draft) -> str:
    own = [reading.nodes[i] for i in draft.nodes]
    words = [nominal_words(reading.frame, reading.nominals[n.source]) for n in own if n.kind == "nominal"]
    return max(words, key=len)


def _label(draft: Draft) -> Label:
    """What most of its mentions say; the first seen of equals; a person without a name is a person."""
    if not draft.labels:
        return "ORG" if draft.body else "PERSON"
    return draft.labels.most_common(1)[0][0]


def _role(draft: Draft) -> Span | None:
    """The longest words among the first few that say what it is."""
    return max(draft.role_spans[:4], key=lambda s: (s.length_chars, -s.start), default=None)
