"""Words of a document → feature strings for the sequence model. Used alike in training and at run time.

A word's own features are computed once for each distinct word (`wordforms`); a token then takes the stored strings of
itself and its neighbours, of the capitalised run it stands in (`runs`), of the listed name it belongs to, and of what
the rest of the document shows about its word (`evidence`). No part of speech is needed.
"""

from collections.abc import Sequence

from reader.nlp.entities.evidence import document_evidence
from reader.nlp.entities.lists import MOST_PHRASE_WORDS, phrases
from reader.nlp.entities.runs import Run, capital_runs
from reader.nlp.entities.wordforms import Word, word_form

Features = list[str]


def document_features(sentences: Sequence[Sequence[str]]) -> list[list[Features]]:
    """One list of features a word, for each sentence of a document (or of a stretch of one)."""
    rows = [[word_form(word) for word in sentence] for sentence in sentences]
    runs = [capital_runs(row) for row in rows]
    seen = document_evidence(rows, runs)
    return [_sentence(row, run, more) for row, run, more in zip(rows, runs, seen, strict=True)]


def _sentence(row: list[Word], runs: list[Run | None], seen: list[Features]) -> list[Features]:
    last, capitals, listed = len(row) - 1, is_title_like([word.text for word in row]), _listed(row)
    result = []
    for i, word in enumerate(row):
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
        if listed[i]:
            features.append(listed[i])
        run = runs[i]
        if run is not None and run.end - run.first > 1:
            features += _run_features(row, run, i)
        result.append(features + seen[i])
    return result


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
    table, marks, i, end = phrases(), [""] * len(row), 0, len(row)
    while i < end:
        if row[i].capital:
            for words in range(min(MOST_PHRASE_WORDS, end - i), 0, -1):
                label = table.get(" ".join([word.lower for word in row[i : i + words]]))
                if label is not None and row[i + words - 1].capital:
                    single = "1" if words == 1 else ""
                    marks[i : i + words] = [f"ph=B{label}{single}", *[f"ph=I{label}"] * (words - 1)]
                    i += words - 1
                    break
        i += 1
    return marks


def is_title_like(words: Sequence[str]) -> str:
    """Gives "all-caps" for a shouted line, "title" for a headline in title case, else nothing."""
    long = [w for w in words if len(w) > 3 and w.isalpha()]  # noqa: PLR2004 -- short words stay small in headlines
    if len(long) < 3:  # noqa: PLR2004 -- too little to judge by
        return ""
    upper = sum(w.isupper() for w in long)
    if upper >= 0.8 * len(long):
        return "all-caps"
    return "title" if sum(w[0].isupper() for w in long) >= 0.9 * len(long) else ""
