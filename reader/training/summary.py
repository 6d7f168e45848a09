"""The summary's sentence scorer, its model of words and word pairs, and the document frequencies of common words.

Reads `summary/*.jsonl.gz` (`CORPORA`; texts with a reference summary each) under the data folder, writes
`summary_terms.txt`, `summary.json` and `summary_units.json`. Both models learn from columns that hold no word of the
corpora (`reader.nlp.summary.features.NAMES`, `reader.nlp.summary.units.NAMES`). The target of the scorer is the soft
oracle: the share of an article's best sets of sentences (by the F1 of single words and word pairs against the
reference) in which a sentence stands. The units learn from scores that the scorer gives to articles it has not seen.

Tried in place of this target, by cross-validation on `cnn.train` and `cnndm_trainsplit`, and either no better there or
not on articles held out: trees boosted on the expected ROUGE of the three sentences chosen (a softmax over sets), alone
and beside both models; trees that rank (LambdaRank) likewise; each highlight's nearest sentence as the target; a
sentence's share in all sets, of one to three sentences; targets evened out among sentences that are alike; how often a
word of an article stands in its reference; and a scorer without the corpus of one-sentence references, which does
better on CNN and worse on that corpus. A scorer taught by a fifth of the articles does nearly as well on `cnn.train`,
and two things that could not ship tell it next to nothing more: the corpora's own words, and each sentence's place in
the space of meanings of a large language model.

Of the corpora in `HELD_OUT` every fourth article, by the hash of its id, is left out of everything here: figures on
them are quoted on those articles alone (`is_held_out`).
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from reader.nlp.summary.trees import MODEL, Forest
from reader.nlp.summary.units import MODEL as UNITS
from reader.nlp.tokens import tokenize
from reader.parse import parse_verbatim
from reader.training.boost import Settings, fit
from reader.training.common import read_jsonl, record, write_json
from reader.training.summary_units import Scored, fit_units

CORPORA = {"cnn.train": 3, "cnndm_trainsplit": 3, "xsum_h2o.train": 1}
"""File to the sentences in a set: as many as its references have room for."""
HELD_OUT = frozenset(("cnndm_trainsplit", "xsum_h2o.train"))
HELD_OUT_OF = 4
UNIT_SENTENCES = 3  # the units learn from references of this many sentences: one of one sentence says too little
FOLDS = 3
FEWEST_DOCUMENTS = 6  # a term in fewer articles is no common word and is not listed
SHARE_STEPS = 1.15  # document frequencies are rounded to powers of it: half the file
POOL = 10  # single sentences of an article from which its sets are made
BEST_SETS = 10
SHARPNESS = 0.01  # difference of F1 at which a set counts a third; tuned on cnn.dev
SETTINGS = Settings()
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Za-z .,'’]{0,60})?\((?:Reuters|[A-Z]{2,})\)|^[A-Z]{3,}[A-Z ,]{0,40} [—–-]"  # GENEVA (AP)
)
"""Looser than what the stage takes for one: it tells the model which leads are those of a report. Taught with datelines
as the stage cuts them off, the model does worse on cnn.dev, by .15 to .35 of ROUGE-1 in six settings."""
FOLD_SETTINGS = Settings(trees=150)  # as good as 220 in cross-validation, and these are grown three times

Grams = Counter[tuple[str, ...]]
Example = tuple[tuple[Candidate, ...], str, int]
Targets = tuple[list[tuple[float, ...]], list[float]]
WRITTEN = {
    MODEL: "trees of the sentence scorer",
    UNITS: "tables of the model of words and word pairs",
    FREQUENCIES: "document frequencies of common stems",
}
"""File to what it is."""


def train(data_dir: Path) -> None:
    """Writes both files."""
    examples = list(_examples(data_dir))
    _write_frequencies(examples)
    data = dataset(examples)
    write_json(MODEL, {"trees": _fitted(data, SETTINGS)})
    write_json(UNITS, fit_units(list(_scored(examples, data))))
    for name, what in WRITTEN.items():
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
            found = tuple(_told_of_dateline(c) for c in candidates(_document(line)))
            if found and not (name in HELD_OUT and is_held_out(line["id"])):
                yield found, line["reference"], size


def _told_of_dateline(candidate: Candidate) -> Candidate:
    """The candidate; one that opens with what may be a dateline as if it stood behind it."""
    return replace(candidate, behind_dateline=_DATELINE.search(candidate.text) is not None)


def is_held_out(article_id: str) -> bool:
    """Whether an article of `HELD_OUT` is for measuring only."""
    return _part(article_id, HELD_OUT_OF) == 0


def _part(key: str, parts: int) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % parts


def _fitted(data: Sequence[Targets], settings: Settings) -> list[list[list[float]]]:
    return fit([row for table, _ in data for row in table], [t for _, targets in data for t in targets], settings)


def _scored(examples: Sequence[Example], data: Sequence[Targets]) -> Iterator[Scored]:
    """The articles whose units are learnt from, scored by models that have not seen them."""
    for fold in range(FOLDS):
        forest = Forest(_fitted([d for i, d in enumerate(data) if i % FOLDS != fold], FOLD_SETTINGS))
        for (found, reference, size), (table, _) in list(zip(examples, data, strict=True))[fold::FOLDS]:
            if size == UNIT_SENTENCES:
                yield Scored([c.text for c in found], reference, forest.predict(table))


def _document(line: dict[str, Any]) -> Document:
    """The article as the stage gets it, but for datelines, which stay in their sentences."""
    article = parse_verbatim(line["text"], id=line["id"])
    plain = tuple(p._replace(kind="list") if p.kind == "body" else p for p in article.paragraphs)
    return tokenize(Document(article._replace(paragraphs=plain)), AnalysisOptions())


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


def dataset(examples: Sequence[Example]) -> list[Targets]:
    """For each article the rows of its sentences and their targets."""
    grams = _Grams()
    return [
        (rows(found), _soft_oracle([grams.of(c.text) for c in found], grams.of(reference), size))
        for found, reference, size in examples
    ]


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
