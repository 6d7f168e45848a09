"""Who is meant by "he": features of a pronoun and a candidate, and the log-linear choice among them.

Takes the frame, nodes and drafts read so far, gives the features of a choice. They hold no word of any corpus:
distance, sentence role, salience, gender, quotes.

Source: the ranking formulation of Denis and Baldridge 2008, with features after Lappin and Leass 1994.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.nlp.coref import lexicon
from reader.nlp.coref.draft import Draft
from reader.nlp.coref.frame import NO_REGION, Frame
from reader.nlp.coref.nodes import Node

MAX_SENTENCES_BACK = 8
"""A pronoun's owner stands nearer; tuned on the development interviews."""
MANY_MENTIONS = 6
_BOUNDARY = frozenset(
    "that who which because if when while after before as since although though until whether where and but ; :".split()
)


class Context(NamedTuple):
    """What the choice needs beside pronoun and candidates."""

    frame: Frame
    nodes: Sequence[Node]
    speaker: Draft | None
    """Who seems to say the quoted region that the pronoun stands in."""
    last_same: Draft | None
    """Whom the last pronoun of this gender outside quotes meant."""
    last_speaker: Draft | None
    """The subject of the last verb of saying."""
    main: Draft | None
    """Whom the article is about: see `main_person`."""


def possible(context: Context, pronoun: Node, draft: Draft, last: Node) -> bool:
    """Whether grammar lets `pronoun` mean `draft`, last mentioned by `last`."""
    if pronoun.gender in ("male", "female") and not draft.is_person:
        return False
    if pronoun.gender and draft.gender and pronoun.gender != draft.gender:
        return False
    return not _clause_mate(context.frame, pronoun, last)


def _clause_mate(frame: Frame, pronoun: Node, last: Node) -> bool:
    """Whether "him" would be the object of its own subject: "Trump met him", "Trump said of him"."""
    if pronoun.sentence != last.sentence or pronoun.word in lexicon.REFLEXIVE or pronoun.possessive:
        return False
    if last.first <= pronoun.first < last.end:
        return True
    if last.possessive or pronoun.subject or not last.subject:
        return False
    between = range(last.end, pronoun.first)
    return not any(
        frame.lower[i] in _BOUNDARY or frame.tags[i] in ("CC", "''", "``") or frame.lower[i] in '“”"' for i in between
    )


def features(context: Context, pronoun: Node, draft: Draft, last: Node, rank: int) -> list[str]:
    """The names of the features that hold; `rank` counts the nearer possible drafts."""
    gap = pronoun.sentence - last.sentence
    word = "possessive" if pronoun.possessive else "subject" if pronoun.subject else "other"
    found = [
        f"sentences={min(gap, 4)}",
        f"rank={min(rank, 3)}",
        f"paragraphs={min(pronoun.paragraph - last.paragraph, 3)}",
        f"role={word}/{_role(last)}/{min(gap, 1)}",
        f"kind={last.kind}",
        f"mentions={min(len(draft.nodes), MANY_MENTIONS)}",
        f"gender={'known' if draft.gender else 'open'}",
        f"named={draft.named}",
        f"recent={_recent(context.nodes, draft, pronoun.sentence)}",
    ]
    if last.kind == "pronoun" and last.word[:2] == pronoun.word[:2]:
        found.append("same-pronoun")
    if context.last_same is draft:
        found.append("chain" if pronoun.region == NO_REGION else "chain-quoted")
    if context.last_speaker is draft:
        found.append("speaker/speech" if pronoun.speech else "speaker/other")
    found.append(_quotes(pronoun, last))
    if pronoun.speech and pronoun.region == NO_REGION:
        said = _region_before(context.frame, pronoun)
        found.append(f"speech/{_role(last)}/{'quote' if said >= 0 else 'plain'}")
        found.append(f"speech/named={draft.named}")
        found.append(f"speech/paragraphs={min(pronoun.paragraph - last.paragraph, 2)}")
        if said >= 0 and any(context.nodes[i].region == said for i in draft.nodes[-MANY_MENTIONS:]):
            found.append("in-what-is-said")
    if context.speaker is draft:
        found.append("own-quote")
    if context.main is draft:
        found.append(f"main/{_reach(gap, last)}")
    return found


def _region_before(frame: Frame, pronoun: Node) -> int:
    """The quote that ends right before "he said", `NO_REGION` when none does."""
    for at in range(pronoun.first - 1, max(-1, pronoun.first - 3), -1):
        if frame.regions[at] != NO_REGION:
            return frame.regions[at]
    return NO_REGION


def _reach(gap: int, last: Node) -> str:
    return "near" if gap <= 1 and last.subject else "far"


def _role(node: Node) -> str:
    if node.subject:
        return "speech" if node.speech else "subject"
    return "possessive" if node.possessive else "oblique" if node.after_preposition else "object"


def _recent(nodes: Sequence[Node], draft: Draft, sentence: int) -> int:
    """How many of the last three mentions stand in this sentence or the two before."""
    return sum(1 for index in draft.nodes[-3:] if sentence - nodes[index].sentence <= 2)  # noqa: PLR2004 -- as said


def _quotes(pronoun: Node, last: Node) -> str:
    if pronoun.region == last.region:
        return "quotes=same" if pronoun.region != NO_REGION else "quotes=none"
    if pronoun.region != NO_REGION:
        return "quotes=in/other" if last.region != NO_REGION else "quotes=in/out"
    return "quotes=out/in"
