"""The part-of-speech tagger's weights: an averaged perceptron over GUM's gold tags.

Reads `gum/*.conllu.gz` under the data folder, writes `tagger.json`. Hyphenated words, which GUM splits, are joined
first and keep the last part's tag, an adjective before a noun. Source: Collins (2002), Discriminative Training
Methods for Hidden Markov Models; NLTK's `PerceptronTagger`.
"""

import random
from collections import Counter, defaultdict
from pathlib import Path

from reader.nlp.tokens.tagger import (
    FastTagger,
    context_features,
    own_features,
    packed,
    shape,
    tag_features,
    tagged_word_feature,
)
from reader.training.common import read_conllu, record, write_json

ITERATIONS = 8  # held-out accuracy is flat from 7
SEED = 7
TAGDICT_COUNT, TAGDICT_SHARE = 12, 0.985  # a word so frequent and so clear needs no features
WEIGHT_STEPS = 100  # to one; weights are stored as whole numbers
SMALLEST_WEIGHT = 6  # pruning below it costs under 0.05 points of accuracy
Sentence = list[tuple[str, str]]
TAG_FIXES = {"GW": "NN", "HYPH": ":", "NFP": ":", "ADD": "NN", "AFX": "JJ"}


def sentences(path: Path) -> list[Sentence]:
    """A treebank file as (word, tag) sentences, tokenized as our tokenizer does."""
    return [_joined(tokens) for tokens in read_conllu(path)]


def _joined(tokens: list[dict[str, str]]) -> Sentence:
    result: Sentence = []
    glue = False
    for i, token in enumerate(tokens):
        hyphen = token["xpos"] == "HYPH" or glue
        glued_before = i > 0 and "SpaceAfter=No" in tokens[i - 1]["misc"]
        tag = TAG_FIXES.get(token["xpos"], token["xpos"])
        if hyphen and glued_before and result:
            word = result[-1][0] + token["form"]
            result[-1] = (word, result[-1][1] if token["xpos"] == "HYPH" else tag)
        else:
            result.append((token["form"], tag))
        glue = token["xpos"] == "HYPH"
    return [
        (
            w,
            "JJ"
            if "-" in w[1:] and t in ("NN", "VBN", "VBG") and i + 1 < len(result) and result[i + 1][1] in ("NN", "NNS")
            else t,
        )
        for i, (w, t) in enumerate(result)
    ]


def tag_dictionary(data: list[Sentence]) -> dict[str, str]:
    """Words with one tag."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in data:
        for word, tag in sentence:
            counts[word][tag] += 1
    found = {}
    for word, tags in counts.items():
        tag, count = tags.most_common(1)[0]
        total = sum(tags.values())
        if total >= TAGDICT_COUNT and count / total >= TAGDICT_SHARE:
            found[word] = tag
    return found


def fit(data: list[Sentence], *, iterations: int = ITERATIONS) -> dict[str, object]:
    """The averaged perceptron's model, as `FastTagger.load_model` takes it."""
    tagdict = tag_dictionary(data)
    order = sorted({tag for sentence in data for _, tag in sentence})
    weights: dict[str, dict[str, float]] = {}
    totals: dict[tuple[str, str], float] = defaultdict(float)
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    step = 0

    def update(feature: str, tag: str, delta: float) -> None:
        row = weights.setdefault(feature, {})
        key = (feature, tag)
        totals[key] += (step - stamps[key]) * row.get(tag, 0.0)
        stamps[key] = step
        row[tag] = row.get(tag, 0.0) + delta

    shuffled = list(data)
    rng = random.Random(SEED)  # noqa: S311 -- a fixed order of training, no secret
    for _ in range(iterations):
        rng.shuffle(shuffled)
        for sentence in shuffled:
            words = [w for w, _ in sentence]
            context = ["-START-", "-START2-", *words, "-END-", "-END2-"]
            previous, before = "-START-", "-START2-"
            for i, (word, truth) in enumerate(sentence):
                guess = tagdict.get(word)
                if guess is None:
                    features = _features(word, context, i, previous, before)
                    guess = _best(weights, features, order)
                    step += 1
                    if guess != truth:
                        for feature in features:
                            update(feature, truth, 1.0)
                            update(feature, guess, -1.0)
                before, previous = previous, guess
    return {"tagdict": tagdict, **packed(order, _averaged(weights, totals, stamps, step))}


def _features(word: str, context: list[str], i: int, previous: str, before: str) -> tuple[str, ...]:
    return (
        *own_features(word),
        *context_features("-1", context[i + 1]),
        *context_features("+1", context[i + 3]),
        *context_features("-2", context[i]),
        *context_features("+2", context[i + 4]),
        *tag_features(previous, before),
        tagged_word_feature(previous, shape(word)),
    )


def _best(weights: dict[str, dict[str, float]], features: tuple[str, ...], order: list[str]) -> str:
    scores: dict[str, float] = defaultdict(float)
    for feature in features:
        for tag, weight in weights.get(feature, {}).items():
            scores[tag] += weight
    return max(order, key=lambda tag: (scores[tag], tag)) if scores else order[0]


def _averaged(
    weights: dict[str, dict[str, float]],
    totals: dict[tuple[str, str], float],
    stamps: dict[tuple[str, str], int],
    step: int,
) -> dict[str, dict[str, int]]:
    """Feature → weights by tag, small weights left out."""
    result: dict[str, dict[str, int]] = {}
    for feature, row in weights.items():
        for tag in sorted(row):
            key = (feature, tag)
            weight = round(WEIGHT_STEPS * (totals[key] + (step - stamps[key]) * row[tag]) / step)
            if abs(weight) >= SMALLEST_WEIGHT:
                result.setdefault(feature, {})[tag] = weight
    return result


def accuracy(model: dict[str, object], data: list[Sentence]) -> float:
    """The share of tokens tagged rightly."""
    tagger = FastTagger()
    tagger.load_model(model)
    right = total = 0
    for sentence in data:
        guessed = tagger.tag_words([w for w, _ in sentence])
        right += sum(g == t for g, (_, t) in zip(guessed, sentence, strict=True))
        total += len(sentence)
    return right / total


def train(data_dir: Path) -> None:
    """Writes `tagger.json`; prints the accuracy on each genre left out before."""
    genres = {path.name.split(".")[0]: sentences(path) for path in sorted((data_dir / "gum").glob("*.conllu.gz"))}
    write_json("tagger.json", fit([s for data in genres.values() for s in data]))
    record(
        "tagger.json",
        what="weights of the part-of-speech tagger",
        source="Georgetown University Multilayer corpus (GUM), gold tags of seven genres",
        licence="annotations CC BY 4.0, texts CC BY and CC BY-SA; weights only",
        command="python -m reader.training tagger --data DIR",
    )
