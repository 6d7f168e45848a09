"""A sentence of the summary → the words to show of it, where it stands by itself.

Takes the article's text and a `SummarySentence`, gives pieces, those that are the reader's apart from those of the
article. Standard library only; what to insert and to leave out stands in the sentence.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.text.analysis import SummarySentence
from reader.text.article import Article
from reader.text.display import one_line


class Piece(NamedTuple):
    """A stretch of words, harmless and on one line."""

    words: str
    inserted: bool
    """Whether the words are the reader's. They carry their brackets."""


class Shown(NamedTuple):
    """The sentences of a summary that are shown under the article's title."""

    summary: tuple[SummarySentence, ...]
    """In article order."""
    reserve: tuple[SummarySentence, ...]
    """What would come next, the best first."""


def under_title(article: Article, summary: Sequence[SummarySentence], reserve: Sequence[SummarySentence]) -> Shown:
    """The summary without a heading of the article, which stands above it; the next of the reserve takes its place."""
    headings = {p.span.start for p in article.paragraphs if p.kind == "heading"}
    told = [s for s in summary if s.span.start not in headings]
    missing = len(summary) - len(told)
    return Shown(tuple(sorted([*told, *reserve[:missing]])), tuple(reserve[missing:]))


def shown_pieces(text: str, sentence: SummarySentence) -> tuple[Piece, ...]:
    """What to show of the sentence, in order; joined without anything between, it reads as one sentence."""
    pieces: list[Piece] = []
    for words, inserted in _raw(text, sentence):
        shown = one_line(words)
        if shown:
            before = " " if pieces and words[0].isspace() else ""
            after = " " if words[-1].isspace() else ""
            pieces.append(Piece(before + shown + after, inserted))
    return tuple(_opened(pieces, capital=bool(sentence.omissions)))


def shown_words(text: str, sentence: SummarySentence) -> str:
    """What to show of the sentence, as one string."""
    return one_line("".join(piece.words for piece in shown_pieces(text, sentence)))


def _raw(text: str, sentence: SummarySentence) -> Iterator[tuple[str, bool]]:
    """The article's words and the insertions, in order of place, without the omissions."""
    at = sentence.span.start
    cuts = [(i.at, i.at, i.words) for i in sentence.insertions]
    cuts += [(o.start, o.end, "") for o in sentence.omissions]
    for start, end, words in sorted(cuts, key=lambda c: c[0]):
        if start > at:
            yield text[at:start], False
        if words:
            yield words, True
        at = max(at, end)
    if at < sentence.span.end:
        yield text[at : sentence.span.end], False


def _opened(pieces: list[Piece], *, capital: bool) -> Iterator[Piece]:
    """The pieces, the first with a capital where something that stood before it was left out."""
    for number, (words, inserted) in enumerate(pieces):
        first = words.lstrip() if number == 0 else words
        if number == 0 and capital and not inserted:
            first = first[:1].upper() + first[1:]
        yield Piece(first.rstrip() if number == len(pieces) - 1 else first, inserted)
