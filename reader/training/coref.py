"""The weights of the pronoun ranker: log-linear, fitted on GUM around weights set by hand.

Reads `gum/*.conllu.gz` under the data folder, writes `coref_pronouns.json`. Each pronoun is one choice among the people
mentioned before it; the features hold no words. The prior keeps what GUM hardly shows (news speech): with it
the held-out half of GUM stands at 94.7 % of choices (by hand alone 93.8), pronoun speakers of news stay level.

Source: Denis and Baldridge 2008; the optimiser is Adagrad (Duchi, Hazan and Singer 2011).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.nlp.coref.draft import Draft
from reader.nlp.coref.frame import frame_of
from reader.nlp.coref.resolve import NONE_WEIGHT, Resolver
from reader.nlp.coref.weights import FILE
from reader.training.common import record, write_json
from reader.training.gum import GoldDocument, align, read_gum

EPOCHS = 30
RATE = 0.1
PULL = 0.1
"""How strongly a weight is drawn back to the prior; held-out choices are flat from 0.03 to 0.3."""
STRIDE = 7919
"""A prime: the choices are visited in steps of it, which mixes the documents the same way each time."""
PRIOR: Mapping[str, float] = {
    "ahead": 2.0, "chain": 0.6, "main/far": 0.5, "main/near": 0.5,
    "gender=known": 1.0, "in-what-is-said": -1.5, "named=True": 0.6, "none": 0.5,
    "own-quote": -4, "paragraphs=0": 0.4, "paragraphs=1": 0.2, "paragraphs=2": -0.3, "paragraphs=3": -0.8,
    "quotes=in/out": 0.0, "quotes=out/in": -1.0, "rank=0": 0.8, "rank=1": 0.3, "rank=2": -0.3, "rank=3": -0.8,
    "recent=2": 0.3, "recent=3": 0.6, "role=possessive/speech/0": 0.8, "role=possessive/subject/0": 0.8,
    "role=subject/oblique/0": -0.5, "role=subject/oblique/1": -0.6, "role=subject/possessive/1": -0.4,
    "role=subject/speech/0": 1.0, "role=subject/speech/1": 1.0, "role=subject/subject/0": 0.8,
    "role=subject/subject/1": 0.8, "same-pronoun": 0.6, "sentences=0": 1.2, "sentences=1": 1.0, "sentences=2":
    0.0, "sentences=3": -0.6, "sentences=4": -1.4, "speaker/other": 0.3, "speaker/speech": 1.8,
    "speech/named=False": -0.7, "speech/paragraphs=0": 2.2,
}  # fmt: skip
"""Set by hand on the development news."""


class Choice(NamedTuple):
    """One pronoun: the features of each candidate, and which candidates are right."""

    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


class _Recorder(Resolver):
    """Reads a gold document, notes each choice and goes on with the right answer."""

    def __init__(self, gold: GoldDocument) -> None:
        super().__init__(frame_of(gold.document), gold.document.names)
        spans = [self.frame.span(n.first, n.end) for n in self.nodes]
        found = align(gold, spans)
        self.chains = {i: gold.mentions[n].chain for i, n in enumerate(found) if n is not None}
        self.choices: list[Choice] = []

    def choose(self, index: int, candidates: Sequence[tuple[Draft, list[str]]]) -> Draft | None:
        right = tuple(self._chain_of(draft) == self.chains.get(index, "") for draft, _ in candidates)
        if not any(right):
            return super().choose(index, candidates)
        self.choices.append(Choice(tuple(tuple(names) for _, names in candidates), right))
        return candidates[right.index(True)][0]

    def _chain_of(self, draft: Draft) -> str | None:
        counts = Counter(self.chains[i] for i in draft.nodes if i in self.chains)
        return counts.most_common(1)[0][0] if counts else None


def choices_of(gold: GoldDocument) -> list[Choice]:
    """Every pronoun of the document that has its owner among the candidates."""
    recorder = _Recorder(gold)
    recorder.run()
    return recorder.choices


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights that make the right candidates likeliest, drawn to the prior."""
    weights = defaultdict(float, PRIOR)
    squares: dict[str, float] = defaultdict(lambda: 1e-6)
    for _ in range(EPOCHS):
        for step in range(len(choices)):
            for name, slope in _slopes(choices[step * STRIDE % len(choices)], weights).items():
                pulled = slope - PULL * (weights[name] - PRIOR.get(name, 0.0))
                squares[name] += pulled * pulled
                weights[name] += RATE * pulled / math.sqrt(squares[name])
    return dict(weights)


def _slopes(choice: Choice, weights: Mapping[str, float]) -> dict[str, float]:
    scores = [sum(weights[name] for name in names) for names in choice.candidates]
    top = max(scores)
    masses = [math.exp(score - top) for score in scores]
    total, good = sum(masses), sum(m for m, right in zip(masses, choice.right, strict=True) if right)
    slopes: dict[str, float] = defaultdict(float)
    for names, mass, right in zip(choice.candidates, masses, choice.right, strict=True):
        for name in names:
            slopes[name] += (mass / good if right else 0.0) - mass / total
    return slopes


def train(data_dir: Path) -> None:
    """Fits and records the weights."""
    golds = (gold for path in sorted((data_dir / "gum").glob("*.conllu.gz")) for gold in read_gum(path))
    weights = fit([choice for gold in golds for choice in choices_of(gold)])
    weights[NONE_WEIGHT] = PRIOR[NONE_WEIGHT]
    write_json(FILE, {name: round(weight, 3) for name, weight in weights.items()})
    record(
        FILE,
        what="weights of the pronoun ranker; its features hold no words",
        source="Georgetown University Multilayer corpus (GUM), gold coreference of seven genres; prior by hand",
        licence="annotations CC BY 4.0, texts CC BY and CC BY-SA; weights only",
        command="python -m reader.training coref --data DIR",
    )
