"""The summary's sentence scorer and the document frequencies of common words.

Reads `summary/*.jsonl.gz` (`CORPORA`; texts with a reference summary each) under the data folder, writes
`summary_terms.txt` and `summary.json`. The scorer learns from columns that hold no word of the corpora
(`reader.nlp.summary.features.NAMES`). Its target is the soft oracle: the share of an article's best sets of sentences
(by the F1 of single words and word pairs against the reference) in which a sentence stands.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import exp
from pathlib import Path
from typing import Any

from nltk.stem.porter import PorterStemmer

from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.resources import DATA_DIR
from reader.nlp.summary.candidates import Candidate, candidates
from reader.nlp.summary.features import rows
from reader.nlp.summary.terms import FREQUENCIES, rarities
from reader.nlp.summary.trees import MODEL
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim
from reader.training.boost import Settings, fit
from reader.training.common import read_jsonl, record, write_json

CORPORA = {"cnn.train": 3, "cnndm_trainsplit": 3, "xsum_h2o.train": 1}
"""File to the sentences in a set: as many as its references have room for."""
FEWEST_DOCUMENTS = 6  # a term in fewer articles is no common word and is not listed
SHARE_STEPS = 1.15  # document frequencies are rounded to powers of it: half the file
POOL = 10  # single sentences of an article from which its sets are made
BEST_SETS = 10
SHARPNESS = 0.01  # difference of F1 at which a set counts a third; tuned on cnn.dev
SETTINGS = Settings()

Grams = Counter[tuple[str, ...]]
Example = tuple[tuple[Candidate, ...], str, int]


def train(data_dir: Path) -> None:
    """Writes both files."""
    examples = list(_examples(data_dir))
    _write_frequencies(examples)
    table, targets = dataset(examples)
    write_json(MODEL, {"trees": fit(table, targets, SETTINGS)})
    for name, what in ((MODEL, "trees of the sentence scorer"), (FREQUENCIES, "document frequencies of common stems")):
        record(
            name,
            what=what,
            source="CNN and Daily Mail stories with highlights, BBC stories with one-sentence summaries",
            licence="texts are the publishers'; weights of word-free features and counts of common words only",
            command="python -m reader.training summary --data DIR",
        )


def _examples(data_dir: Path) -> Iterator[Example]:
    for name, size in CORPORA.items():
        for line in read_jsonl(data_dir / "summary" / f"{name}.jsonl.gz"):
            found = candidates(_document(line))
            if found:
                yield found, line["reference"], size


def _document(line: dict[str, Any]) -> Document:
    return tokenize(Document(parse_verbatim(line["text"], id=line["id"])), AnalysisOptions())


def _write_frequencies(examples: Sequence[Example]) -> None:
    """One line a frequency: the share of articles, a tab, the stems."""
    counts = Counter(t for found, _, _ in examples for t in {t for c in found for t in c.terms})
    lines: dict[float, list[str]] = {}
    for term, count in counts.items():
        if count >= FEWEST_DOCUMENTS and not term[0].isdigit():
            step = 1.0
            while step * SHARE_STEPS <= count:
                step *= SHARE_STEPS
            lines.setdefault(step, []).append(term)
    text = "".join(f"{n / len(examples):.6f}\t{' '.join(sorted(terms))}\n" for n, terms in sorted(lines.items()))
    (DATA_DIR / FREQUENCIES).write_text(text, encoding="utf-8")
    rarities.cache_clear()


def dataset(examples: Sequence[Example]) -> tuple[list[tuple[float, ...]], list[float]]:
    """The rows of all sentences and their targets."""
    table: list[tuple[float, ...]] = []
    targets: list[float] = []
    grams = _Grams()
    for found, reference, size in examples:
        table += rows(found)
        targets += _soft_oracle([grams.of(c.text) for c in found], grams.of(reference), size)
    return table, targets


class _Grams:
    """Counts of the stemmed words and word pairs of a text; words are stemmed once."""

    def __init__(self) -> None:
        self._stem = PorterStemmer().stem
        self._known: dict[str, str] = {}

    def of(self, text: str) -> tuple[Grams, Grams]:
        words = [self._stemmed(w) for w in re.findall(r"[a-z0-9]+", text.lower())]
        return Counter((w,) for w in words), Counter(pairwise(words))

    def _stemmed(self, word: str) -> str:
        if len(word) <= 3:  # noqa: PLR2004 -- as the common ROUGE scorer does
            return word
        if word not in self._known:
            self._known[word] = self._stem(word)
        return self._known[word]


def _f1(found: Grams, wanted: Grams) -> float:
    shared = sum(min(n, wanted[g]) for g, n in found.items() if g in wanted)
    return 2 * shared / ((found.total() + wanted.total()) or 1)


def _soft_oracle(sentences: Sequence[tuple[Grams, Grams]], wanted: tuple[Grams, Grams], size: int) -> list[float]:
    """Each sentence's share in the best sets of `size` sentences."""

    def worth(chosen: Sequence[int]) -> float:
        total: tuple[Grams, Grams] = Counter(), Counter()
        for i in chosen:
            for counter, part in zip(total, sentences[i], strict=True):
                counter.update(part)
        return sum(_f1(f, w) for f, w in zip(total, wanted, strict=True))

    pool = sorted(range(len(sentences)), key=lambda i: (-worth([i]), i))[:POOL]
    sets = sorted(((worth(s), s) for s in combinations(pool, min(size, len(pool)))), key=lambda x: (-x[0], x[1]))[
        :BEST_SETS
    ]
    weights = [exp((value - sets[0][0]) / SHARPNESS) for value, _ in sets]
    shares = [0.0] * len(sentences)
    for weight, (_, chosen) in zip(weights, sets, strict=True):
        for i in chosen:
            shares[i] += weight / sum(weights)
    return shares
