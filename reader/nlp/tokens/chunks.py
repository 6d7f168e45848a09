"""Tagged tokens → base noun groups ("the former prime minister", "Trump"): one pass, no grammar engine.

Takes a document with sentences and tokens, gives groups in order and disjoint. A group never crosses a sentence. The
possessor is a group of its own, and so is what it possesses ("Trump's lawyer" is "Trump" and "lawyer").
"""

from typing import NamedTuple

from reader.nlp.document import Document
from reader.text import Span

_HEADS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PRONOUNS = frozenset(("PRP", "WP", "EX"))
_OPENERS = frozenset(("DT", "PRP$", "PDT", "WDT", "WP$"))
_INSIDE = _HEADS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "RBS", "$", "#"}
_PARTICIPLES = frozenset(("VBN", "VBG"))
_ADVERBS = frozenset(("RB", "RBR"))


class NounGroup(NamedTuple):
    """A base noun group by its tokens."""

    span: Span
    first_token: int
    end_token: int
    """One past the last."""
    head_token: int
    """Its last noun, or the pronoun."""


def noun_groups(document: Document) -> tuple[NounGroup, ...]:
    """All groups of the document."""
    tags = [t.tag for t in document.tokens]
    found: list[NounGroup] = []
    for sentence in document.sentences:
        at = sentence.first_token
        while at < sentence.end_token:
            end = _group_end(tags, at, sentence.end_token)
            head = _head(tags, at, end)
            if head is None:
                at = max(at + 1, end)
                continue
            span = Span(document.tokens[at].span.start, document.tokens[head].span.end)
            found.append(NounGroup(span, at, head + 1, head))
            at = head + 1
    return tuple(found)


def _group_end(tags: list[str], at: int, limit: int) -> int:
    """One past the last token that may belong to the group that opens at `at`; `at` when none opens."""
    if tags[at] in _PRONOUNS:
        return at + 1
    end = at
    while end < limit and tags[end] in _OPENERS:
        end += 1
    while end < limit:
        if tags[end] in _ADVERBS and end + 1 < limit and tags[end + 1] in ("JJ", "VBN", "CD", "VBG"):
            end += 2  # "a very large crowd"
        elif tags[end] in _INSIDE and (end > at or tags[end] not in _PARTICIPLES):
            end += 1  # "sold houses" may be a verb and its object, "the sold houses" is not
        else:
            break
    return end


def _head(tags: list[str], first: int, end: int) -> int | None:
    """The last noun of the group, or its only token when that is a pronoun; None when it has no head."""
    if end - first == 1 and tags[first] in _PRONOUNS:
        return first
    return next((i for i in range(end - 1, first - 1, -1) if tags[i] in _HEADS), None)
