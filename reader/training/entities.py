"""The sequence model of names: a linear-chain CRF over our own tokens (python-crfsuite, averaged perceptron).

Reads the corpora of `entities/` (`CORPORA`) under the data folder and writes `names.crf`.
Gold spans are mapped from the corpora's tokens to ours. Classes: PER, ORG, LOC, MISC; `reader.nlp.entities` refines
them (GPE, NORP, …) by lists. Source: Collins (2002); Okazaki (2007), CRFsuite.

Features, one group left out (typed F1; model alone / with the second pass as it was before the rules below; trained
without crossner_politics.dev, 12 iterations, smallest count 3):

| features                           | worldwide.dev | wnut17.dev  | crossner_politics.dev | MB   |
| ---------------------------------- | ------------- | ----------- | --------------------- | ---- |
| all                                | 69.2 / 72.2   | 48.1 / 48.0 | 78.7 / 78.7           | 8.9  |
| no evidence of the document        | 66.8 / 71.4   | 50.3 / 50.1 | 78.8 / 78.8           | 8.9  |
| no capitalised runs                | 68.0 / 70.9   | 49.6 / 49.4 | 78.0 / 78.2           | 8.3  |
| neither, no listed phrases (count 2) | 65.8 / 70.0 | 48.6 / 48.3 | 78.2 / 78.3           | 10.8 |

On the social media of wnut17 either group costs a little: its posts have no document and no steady capitals.

Size and accuracy (second pass as above; 30,000 to 50,000 words per CPU second, by how busy the machine was):

| variant                                        | worldwide.dev | wnut17.dev | MB   |
| ---------------------------------------------- | ------------- | ---------- | ---- |
| smallest count 2                               | 72.2          | 49.4       | 11.8 |
| smallest count 3                               | 72.2          | 48.0       | 8.9  |
| the same, all corpora, shipped, with all rules | 74.5          | 49.1       | 9.1  |

The rules of the second pass were written from errors on worldwide.dev, so its last figure leans on that corpus.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.nlp.entities.features import document_features
from reader.nlp.resources import DATA_DIR
from reader.nlp.tokens.words import word_spans
from reader.training.common import read_jsonl, record

MODEL = "names.crf"
CORPORA = (
    "gmb.train", "wikigold.all", "crossner_politics.train", "crossner_politics.dev", "crossner_politics.test",
    "uner_ewt.train", "wnut17.train", "btc.train",
)  # fmt: skip
ITERATIONS = 12
SMALLEST_COUNT = 3  # rarer features are dropped: 8.9 instead of 11.8 MB, the same on worldwide.dev
PIECE_SENTENCES = 10  # of a corpus without documents (GMB, in order): about one news story
Example = tuple[list[str], list[str]]


def documents(path: Path) -> Iterator[list[Example]]:
    """The documents of a corpus file: (words, BIO labels) of each sentence, in our tokens."""
    if path.name.startswith("gmb."):
        sentences = [example for line in read_jsonl(path) for example in _examples(line)]
        yield from (sentences[i : i + PIECE_SENTENCES] for i in range(0, len(sentences), PIECE_SENTENCES))
    else:
        yield from (list(_examples(line)) for line in read_jsonl(path))


def _examples(document: dict[str, Any]) -> Iterator[Example]:
    text, places, tags = document["text"], document["token_spans"], document["coarse_tags"]
    for first, end in document["sents"]:
        if first == end:
            continue
        spans = _spans(places[first:end], tags[first:end])
        words = word_spans(text, places[first][0], places[end - 1][1])
        yield [w.of(text) for w in words], _labels([(w.start, w.end) for w in words], spans)


def _spans(places: list[list[int]], tags: list[str]) -> list[tuple[int, int, str]]:
    """(start, end, class) of each name, from BIO tags and the tokens' places."""
    found: list[tuple[int, int, str]] = []
    for (start, end), tag in zip(places, tags, strict=True):
        if tag == "O":
            continue
        if tag[0] == "I" and found and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], end, tag[2:])
        else:
            found.append((start, end, tag[2:]))
    return found


def _labels(words: list[tuple[int, int]], spans: list[tuple[int, int, str]]) -> list[str]:
    """BIO labels of our tokens; a token that a span cuts belongs to it."""
    labels = ["O"] * len(words)
    for start, end, kind in spans:
        inside = [i for i, (a, b) in enumerate(words) if a < end and b > start]
        for n, i in enumerate(inside):
            labels[i] = ("I-" if n else "B-") + kind
    return labels


def train(data_dir: Path) -> None:
    """Writes `names.crf`."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ITERATIONS, "feature.minfreq": SMALLEST_COUNT})
    for name in CORPORA:
        for sentences in documents(data_dir / "entities" / f"{name}.jsonl.gz"):
            for (_, labels), features in zip(
                sentences, document_features([words for words, _ in sentences]), strict=True
            ):
                trainer.append(pycrfsuite.ItemSequence(features), labels)
    trainer.train(str(DATA_DIR / MODEL))
    record(
        MODEL,
        what="the sequence model of names",
        source="Groningen Meaning Bank, wikigold, CrossNER politics, UNER English-EWT, WNUT17, Broad Twitter Corpus",
        licence="public domain, CC BY 4.0, MIT, CC BY-SA 4.0, CC BY 4.0, CC BY 4.0; weights only",
        command="python -m reader.training entities --data DIR",
    )
