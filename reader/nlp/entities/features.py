"""Words of a document → the features of its tokens for the sequence model. Used alike in training and at run time.

A word's own parts are made once for each distinct word (`parts`); a token then adds up those of itself and its
neighbours, of the capitalised run it stands in (`runs`), of the listed name it belongs to, and of what the rest of the
document shows about its word (`evidence`). No part of speech is needed. In training they are names of features, at run
time the sums of their weights: the same additions.

Only the pieces of a sentence around capitals get features: a name without any is not looked for, and half of the words
of a newspaper stand further away.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Generic, NamedTuple

from reader.nlp.entities.evidence import document_evidence
from reader.nlp.entities.lists import phrase_lengths, phrases
from reader.nlp.entities.parts import Maker, Parts, T
from reader.nlp.entities.runs import Place, Run, capital_runs
from reader.nlp.entities.wordforms import Word, word_form

MARGIN_WORDS = 3  # around a capital; with two, four corpora lose 0.2 to 0.8 points of F1 (`reader.training.entities`)
LONGEST_COUNTED = 6  # words of a run
FURTHEST_COUNTED = 3  # words from its ends
FEWEST_LONG_WORDS = 3  # of a line, to tell its look by


class Piece(NamedTuple, Generic[T]):
    """A stretch of one sentence."""

    first: int
    """Its first word in the document."""
    features: list[T]
    """One sum a word."""


def document_features(
    sentences: Sequence[Sequence[str]], make: Maker[T], *, whole: Collection[int] = frozenset()
) -> list[list[Piece[T]]]:
    """The pieces with capitals of each sentence of a document (or of a stretch of one), in order and apart.

    Sentences whose number is in `whole` are one piece each: in training, where a name has no capital.
    """
    words = [*map(word_form, chain.from_iterable(sentences))]
    bounds = [*pairwise(accumulate(map(len, sentences), initial=0))]
    further = _further(words, bounds, make)
    pieces = []
    for number, (first, end) in enumerate(bounds):
        stretches = [(first, end)] if number in whole else _around_capitals(words, first, end)
        pieces.append([Piece(a, _sums(words, (first, end), (a, b), further, make)) for a, b in stretches])
    return pieces


def _sums(
    words: list[Word], bounds: tuple[int, int], stretch: tuple[int, int], further: list[T], make: Maker[T]
) -> list[T]:
    """The words' own parts and those of their neighbours, and the `further` ones of each token."""
    first, end = stretch
    near, nothing = _near(words, bounds, stretch, make), make.nothing
    lowers = [word.lower for word in words[max(bounds[0], first - 1) : end - 1]]
    lowers = lowers if first > bounds[0] else ["", *lowers]
    columns = zip(near, near[1:], near[2:], near[3:], near[4:], lowers, further[first:end], strict=False)
    return [
        own.own
        + before.before
        + (own.pairs.get(lower, nothing) if lower else nothing)
        + far_before.far_before
        + after.after
        + far_after.far_after
        + more
        for far_before, before, own, after, far_after, lower, more in columns
    ]


def _near(words: list[Word], bounds: tuple[int, int], stretch: tuple[int, int], make: Maker[T]) -> list[Parts[T]]:
    """The parts of a stretch's words and of two more on each side, as far as the sentence goes."""
    first, end = max(bounds[0], stretch[0] - 2), min(stretch[1] + 2, bounds[1])
    left, right = (make.beyond, make.opens)[stretch[0] - bounds[0] :], (make.closes, make.beyond)
    return [*left, *[make[word.text] for word in words[first:end]], *right[: max(0, stretch[1] + 2 - bounds[1])]]


def _around_capitals(words: Sequence[Word], first: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a sentence's words that stand at most `MARGIN_WORDS` from a word with a capital in it."""
    bounds: list[tuple[int, int]] = []
    for i in [i for i, word in enumerate(words[first:end], first) if word.mixed]:
        low, high = max(first, i - MARGIN_WORDS), min(i + MARGIN_WORDS + 1, end)
        if bounds and low <= bounds[-1][1]:
            bounds[-1] = (bounds[-1][0], high)
        else:
            bounds.append((low, high))
    return bounds


def _further(words: list[Word], bounds: Iterable[tuple[int, int]], make: Maker[T]) -> list[T]:
    """What the sentence's look, the lists, its run and the document tell of each word."""
    found, capitals, feature = [make.nothing] * len(words), list[Place](), make.feature
    for first, end in bounds:
        own = [Place(i, first, end) for i, word in enumerate(words[first:end], first) if word.capital]
        capitals += own
        if len(own) >= FEWEST_LONG_WORDS and (look := look_of(words[first:end])):
            for i in range(first, end):
                found[i] += feature(look) + feature(f"{look}s={words[i].shape}")
    for i, mark in _listed(words, capitals):
        found[i] += feature(mark)
    runs = capital_runs(words, capitals)
    limits = {at: (first, end) for at, first, end in capitals}
    for i, run in runs.items():
        found[i] += _of_run(words, i, run, limits[run.first], make)
    for i, names in document_evidence(words, runs, capitals):
        for name in names:
            found[i] += feature(name)
    return found


def _of_run(words: list[Word], at: int, run: Run, bounds: tuple[int, int], make: Maker[T]) -> T:
    """What a long name's token cannot see two words away: the run's last word, its lists, the words around it."""
    last, feature = words[run.end - 1], make.feature
    total: T = (
        feature("rl=" + last.lower)
        + feature(f"rn={min(run.end - run.first, LONGEST_COUNTED)}")
        + feature(f"rp={min(at - run.first, FURTHEST_COUNTED)}|{min(run.end - 1 - at, FURTHEST_COUNTED)}")
        + feature("rlg=" + last.sure_lists)
        + feature("rfg=" + words[run.first].sure_lists)
    )
    if run.end < bounds[1]:
        total += feature("ra=" + words[run.end].lower)
    if run.first > bounds[0]:
        total += feature("rb=" + words[run.first - 1].lower)
    return total


def _listed(words: list[Word], capitals: Iterable[Place]) -> Iterator[tuple[int, str]]:
    """Where listed names stand: "ph=BGPE" for the first word, "ph=IGPE" for others, 1 behind names of one word."""
    table, longest, done = phrases(), phrase_lengths(), 0
    for i, _, limit in capitals:
        most = longest.get(words[i].lower, 0) if i >= done else 0
        for end in range(min(i + most, limit), i, -1):
            if words[end - 1].capital and (label := table.get(" ".join([word.lower for word in words[i:end]]))):
                done = end
                yield i, f"ph=B{label}{'1' if end - i == 1 else ''}"
                yield from ((at, f"ph=I{label}") for at in range(i + 1, end))
                break


def look_of(row: Sequence[Word]) -> str:
    """Gives "all-caps" for a shouted line, "title" for a headline in title case, else nothing."""
    long = [w for w in row if len(w.text) > 3 and w.text.isalpha()]  # noqa: PLR2004 -- short words stay small in headlines
    if len(long) < FEWEST_LONG_WORDS:  # too little to judge by
        return ""
    capitals = [w.capital for w in long].count(True)
    if capitals < 0.8 * len(long):
        return ""
    if sum(w.text.isupper() for w in long) >= 0.8 * len(long):
        return "all-caps"
    return "title" if capitals >= 0.9 * len(long) else ""
