"""Chosen sentences → the same with what each needs to be understood by itself.

Takes a document with entities and quotes, gives insertions and omissions by `reader.text.standalone`.
"""

from collections.abc import Iterable, Iterator

from reader.text import SummarySentence
from reader.text.standalone import Context


def in_context(context: Context, summary: Iterable[SummarySentence]) -> Iterator[SummarySentence]:
    """The sentences in their order, each told after those before it."""
    told: frozenset[str] = frozenset()
    for sentence in summary:
        standing = context.standing(sentence.span, told)
        yield sentence._replace(insertions=standing.insertions, omissions=standing.omissions)
        told |= context.named(sentence.span)
