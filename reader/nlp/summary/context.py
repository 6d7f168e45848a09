"""Chosen sentences → the same with what each needs to be understood by itself.

Takes a document with entities and quotes, gives insertions and omissions by `reader.text.standalone`.
"""

from collections.abc import Iterable, Iterator, Sequence

from reader.text import SummarySentence
from reader.text.standalone import Context


def in_context(context: Context, summary: Iterable[SummarySentence]) -> Iterator[SummarySentence]:
    """The sentences in their order, each told after those before it."""
    told: frozenset[str] = frozenset()
    for sentence in summary:
        yield _told_after(context, sentence, told)
        told |= context.named(sentence.span)


def beside(
    context: Context, summary: Sequence[SummarySentence], reserve: Iterable[SummarySentence]
) -> Iterator[SummarySentence]:
    """The sentences of the reserve, each told after those of the summary that stand before it."""
    named = [(s.span, context.named(s.span)) for s in summary]
    for sentence in reserve:
        before = (people for span, people in named if span < sentence.span)
        yield _told_after(context, sentence, frozenset().union(*before))


def _told_after(context: Context, sentence: SummarySentence, told: frozenset[str]) -> SummarySentence:
    standing = context.standing(sentence.span, told)
    return sentence._replace(insertions=standing.insertions, omissions=standing.omissions)
