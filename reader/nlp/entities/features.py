"""Words of a document → feature strings for the sequence model. Used alike in training and at run time.

A word's own features are computed once for each distinct word (`wordforms`); a token then takes the stored strings of
itself and its neighbours, of the capitalised run it stands in (`runs`), of the listed name it belongs to, and of what
the rest of the document shows about its word (`evidence`). No part of speech is needed.

Only the pieces of a sentence around capitals get features: a name without any is not looked for, and half of the words
of a newspaper stand further away.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reader.nlp.entities.evidence import document_evidence
from reader.nlp.entities.lists import MOST_PHRASE_WORDS, phrase_starts, phrases
from reader.nlp.entities.runs import Run, capital_runs
from reader.nlp.entities.wordforms import Word, word_form

MARGIN_WORDS = 3  # around a capital; with two, four corpora lose 0.2 to 0.8 points of F1 (`reader.training.entities`)
Features = list[str]


class Piece(NamedTuple):
    """A stretch of one sentence."""

    first: int
    """Its first word in the sentence."""
    features: list[Features]
    """One list a word."""


def document_features(sentences: Sequence[Sequence[str]], *, whole: Collection[int] = frozenset()) -> list[list[Piece]]:
    """The pieces with capitals of each sentence of a document (or of a stretch of one), in order and apart.

    Sentences whose number is in `whole` are one piece each: in training, where a name has no capital.
    """
    rows = [[*map(word_form, sentence)] for sentence in sentences]
    runs = [capital_runs(row) for row in rows]
    seen = document_evidence(rows, runs)
    bounds = [[(0, len(row))] if i in whole else _around_capitals(row) for i, row in enumerate(rows)]
    return [list(_pieces(*columns)) for columns in zip(sentences, rows, runs, seen, bounds, strict=True)]


def _pieces(
    words: Sequence[str], row: list[Word], runs: list[Run | None], seen: list[Features], bounds: list[tuple[int, int]]
) -> Iterator[Piece]:
    if bounds:
        capitals, listed = is_title_like(words), _listed(row)
        for first, end in bounds:
            yield Piece(
                first, [_word_features(row, i, runs[i], capitals, listed[i], seen[i]) for i in range(first, end)]
            )


def _around_capitals(row: Sequence[Word]) -> list[tuple[int, int]]:
    """The stretches of words that stand at most `MARGIN_WORDS` from a word with a capital in it."""
    bounds: list[tuple[int, int]] = []
    for i in [i for i, word in enumerate(row) if word.mixed]:
        first, end = max(0, i - MARGIN_WORDS), min(i + MARGIN_WORDS + 1, len(row))
        if bounds and first <= bounds[-1][1]:
            bounds[-1] = (bounds[-1][0], end)
        else:
            bounds.append((first, end))
    return bounds


def _word_features(  # noqa: PLR0917 -- a token's columns
    row: list[Word], i: int, run: Run | None, capitals: str, listed: str, seen: Features
) -> Features:
    """What the word itself, its neighbours, the sentence's look, the lists, its run and the document tell."""
    word, last = row[i], len(row) - 1
    features = [*word.own]
    if i > 0:
        features += row[i - 1].before
        features.append(f"-1w={row[i - 1].lower}|{word.lower}")
        if i > 1:
            features += row[i - 2].far_before
    else:
        features.append("first")
    if i < last:
        features += row[i + 1].after
        if i + 1 < last:
            features += row[i + 2].far_after
    else:
        features.append("last")
    if capitals:
        features += (capitals, capitals + word.own[2])
    if listed:
        features.append(listed)
    if run is not None and run.end - run.first > 1:
        features += _run_features(row, run, i)
    features += seen
    return features


def _run_features(row: list[Word], run: Run, at: int) -> Features:
    """What a long name's token cannot see two words away: the run's last word, its lists, the words around it."""
    head = row[run.end - 1]
    features = [
        "rl=" + head.lower,
        f"rn={min(run.end - run.first, 6)}",
        f"rp={min(at - run.first, 3)}|{min(run.end - 1 - at, 3)}",
        "rlg=" + head.lists,
        "rfg=" + row[run.first].lists,
    ]
    if run.end < len(row):
        features.append("ra=" + row[run.end].lower)
    if run.first > 0:
        features.append("rb=" + row[run.first - 1].lower)
    return features


def _listed(row: list[Word]) -> list[str]:
    """Where listed names stand: "ph=BGPE" for the first word, "ph=IGPE" for others, 1 behind names of one word."""
    table, starts, marks, done = phrases(), phrase_starts(), [""] * len(row), 0
    for i in [i for i, word in enumerate(row) if word.capital and word.lower in starts]:
        for words in range(min(MOST_PHRASE_WORDS, len(row) - i), 0, -1) if i >= done else ():
            label = table.get(" ".join([word.lower for word in row[i : i + words]]))
            if label is not None and row[i + words - 1].capital:
                single = "1" if words == 1 else ""
                done = i + words
                marks[i:done] = [f"ph=B{label}{single}", *[f"ph=I{label}"] * (words - 1)]
                break
    return marks


def is_title_like(words: Sequence[str]) -> str:
    """Gives "all-caps" for a shouted line, "title" for a headline in title case, else nothing."""
    long = [w for w in words if len(w) > 3 and w.isalpha()]  # noqa: PLR2004 -- short words stay small in headlines
    if len(long) < 3:  # noqa: PLR2004 -- too little to judge by
        return ""
    capitals = [w[0].isupper() for w in long].count(True)
    if capitals < 0.8 * len(long):
        return ""
    if sum(w.isupper() for w in long) >= 0.8 * len(long):
        return "all-caps"
    return "title" if capitals >= 0.9 * len(long) else ""
