"""The sequence model of names: a linear-chain CRF over our own tokens (python-crfsuite, averaged perceptron).

Reads the corpora of `entities/` (`CORPORA`) and `gum/` under the data folder and writes `names_tagger.tsv`.
Gold spans are mapped from the corpora's tokens to ours. Classes: PER, ORG, LOC, MISC; `reader.nlp.entities` refines
them (GPE, NORP, …) by lists. Source: Collins (2002); Okazaki (2007), CRFsuite.

It sees the pieces of a sentence around its capitals, as at run time (`reader.nlp.entities.features`).

Features, one group left out (typed F1; model alone / with the second pass as it was before the rules below; whole
sentences, trained without crossner_politics.dev, 12 iterations, smallest count 3):

| features                           | worldwide.dev | wnut17.dev  | crossner_politics.dev | MB   |
| ---------------------------------- | ------------- | ----------- | --------------------- | ---- |
| all                                | 69.2 / 72.2   | 48.1 / 48.0 | 78.7 / 78.7           | 8.9  |
| no evidence of the document        | 66.8 / 71.4   | 50.3 / 50.1 | 78.8 / 78.8           | 8.9  |
| no capitalised runs                | 68.0 / 70.9   | 49.6 / 49.4 | 78.0 / 78.2           | 8.3  |
| neither, no listed phrases (count 2) | 65.8 / 70.0 | 48.6 / 48.3 | 78.2 / 78.3           | 10.8 |

On the social media of wnut17 either group costs a little: its posts have no document and no steady capitals.

Variants, trained without crossner_politics.dev and wikigold, with the second pass (above the line without the rules for
acronyms and cut names, which are worth 0.3 on worldwide.dev); training in CPU seconds:

| variant                                   | worldwide | wnut17 | crossner | wikigold | MB  | training |
| ----------------------------------------- | --------- | ------ | -------- | -------- | --- | -------- |
| averaged perceptron, whole sentences      | 74.1      | 47.9   | 78.5     | 70.3     | 8.5 | 93       |
| L-BFGS (c1 0.05, c2 0.02, 60 iterations)  | 70.0      | 43.9   | 74.7     | 67.7     | 7.3 | 223      |
| ----------------------------------------- | --------- | ------ | -------- | -------- | --- | -------- |
| pieces, two words around a capital        | 73.9      | 48.2   | 78.7     | 69.3     | 7.7 | 56       |
| the same, 20 iterations                   | 73.5      | 47.5   | 78.6     | 69.4     | 7.9 | 69       |
| the same, gold corpora twice              | 73.8      | 47.9   | 79.9     | 69.7     | 8.7 | 72       |
| pieces, three words around                | 74.4      | 49.0   | 78.9     | 69.9     | 7.9 | 75       |
| three words, and GUM's derived names      | 74.5      | 48.9   | 78.5     | 68.9     | 8.2 | 67       |
| three words, those and the SEC filings    | 74.6      | 49.3   | 78.1     | 69.3     | 8.3 | 71       |
| three words, all of `CORPORA`             | 74.7      | 49.8   |          |          | 8.5 | 75       |

There "GUM's derived names" and the filings cost four points of precision on people, so they stay out. Pieces take the
names from 20.6 to 16.4 ms of CPU a thousand words.

What knowledge is worth: trained without wikigold, UNER-EWT and all of CrossNER, which are corpora nobody saw then; with
the second pass. One change a row; a repeated training moves a figure by 0.3.

| variant                                    | worldwide | wnut17 | wikigold | ewt  | crossner.test | MB  |
| ------------------------------------------ | --------- | ------ | -------- | ---- | ------------- | --- |
| as shipped until then                      | 73.4      | 47.3   | 68.6     | 61.1 | 72.8          | 7.3 |
| shapes of the neighbours, in pairs         | 73.7      | 47.9   | 68.7     | 61.1 | 72.6          | 7.4 |
| shapes of the neighbours, in threes        | 73.5      | 47.8   | 67.9     | 61.1 | 72.5          | 7.4 |
| words in pairs with the next, too          | 73.4      | 47.6   | 69.1     | 61.0 | 72.3          | 8.4 |
| lists in pairs                             | 72.9      | 46.6   | 69.0     | 61.4 | 72.7          | 7.5 |
| a mark on GMB's words                      | 72.5      | 48.4   | 68.1     | 62.9 | 72.5          | 7.3 |
| clusters: 64, 256, 800 of 1.6 M words      | 72.9      | 49.6   | 68.9     | 60.9 | 72.8          | 7.8 |
| names of the world (`world_names`)         | 73.0      | 49.7   | 68.6     | 61.2 | 73.2          | 7.3 |
| those and the world's provinces            | 73.2      | 48.8   | 69.7     | 60.4 | 72.8          | 7.3 |
| GMB's labels put right (`silver`)          | 73.4      | 48.5   | 68.3     | 61.5 | 72.6          | 7.2 |
| names of GUM's gold mentions (`gum_names`) | 74.1      | 47.6   | 68.7     | 61.4 | 72.8          | 7.7 |
| labels put right, GUM's gold names twice   | 74.0      | 49.6   | 69.7     | 62.1 | 73.1          | 7.9 |
| names, labels and GUM                      | 74.7      | 49.5   | 69.9     | 61.8 | 73.1          | 7.6 |
| the same with the rules as they are now    | 75.0      | 49.5   | 69.7     | 61.8 | 73.2          | 7.6 |
| that, trained on all corpora               | 75.7      | 48.3   |          |      |               | 8.8 |
| **that with GUM's names twice: shipped**   | 76.1      | 49.3   |          |      |               | 9.1 |

MB are those of crfsuite's own file; as sums for each word (`name_weights`) the shipped model has 3.6, and at run time
needs no crfsuite.

The clusters are k-means over the singular vectors of words' neighbours (PMI): what has neighbours enough to get a
cluster has features enough without one. The names of GUM come from the texts that coreference is measured on, so
its figures with predicted names lean on them from here on.

The rules of the second pass were written from errors on worldwide.dev, so its last figure leans on that corpus.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reader.nlp.entities.features import Piece, document_features
from reader.nlp.entities.model import MODEL
from reader.nlp.entities.parts import Features, Names
from reader.nlp.resources import DATA_DIR
from reader.nlp.tokens.words import word_spans
from reader.training.common import read_jsonl, record
from reader.training.gum import read_gum
from reader.training.gum_names import examples
from reader.training.name_weights import packed
from reader.training.silver import Example, harmonised

CORPORA = (
    "gmb.train", "wikigold.all", "crossner_politics.train", "crossner_politics.dev", "crossner_politics.test",
    "uner_ewt.train", "wnut17.train", "btc.train",
)  # fmt: skip
ITERATIONS = 12
SMALLEST_COUNT = 3  # rarer features are dropped: 8.9 instead of 11.8 MB, the same on worldwide.dev
GUM_TIMES = 2  # GUM's documents are learnt from so often: see the last rows above
PIECE_SENTENCES = 10  # of a corpus without documents (GMB, in order): about one news story


def documents(path: Path) -> Iterator[list[Example]]:
    """The documents of a corpus file: (words, BIO labels) of each sentence, in our tokens."""
    if path.name.startswith("gmb."):
        sentences = [example for line in read_jsonl(path) for example in _examples(line)]
        yield from harmonised([sentences[i : i + PIECE_SENTENCES] for i in range(0, len(sentences), PIECE_SENTENCES)])
    elif path.name.endswith(".conllu.gz"):
        yield from (list(examples(gold)) for gold in read_gum(path))
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


def _sequences(sentences: list[Example]) -> Iterator[tuple[list[Features], list[str]]]:
    """Features and labels of each piece; a sentence with a name that stands in no piece is taken whole."""
    make = names()
    words = [words for words, _ in sentences]
    labels = [label for _, own in sentences for label in own]
    pieces = document_features(words, make)
    missed = {
        number
        for number, ((_, own), found) in enumerate(zip(sentences, pieces, strict=True))
        if sum(label != "O" for label in own) > sum(label != "O" for p in found for label in _labels_of(p, labels))
    }
    if missed:
        pieces = document_features(words, make, whole=missed)
    for piece in chain.from_iterable(pieces):
        yield piece.features, _labels_of(piece, labels)


def _labels_of(piece: Piece[Features], labels: list[str]) -> list[str]:
    return labels[piece.first : piece.first + len(piece.features)]


names = cache(Names)
"""The features of each word, made once."""


def train(data_dir: Path) -> None:
    """Writes `names_tagger.tsv`."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ITERATIONS, "feature.minfreq": SMALLEST_COUNT})
    paths = [data_dir / "entities" / f"{name}.jsonl.gz" for name in CORPORA]
    for path in [*paths, *sorted((data_dir / "gum").glob("*.conllu.gz"))]:
        times = GUM_TIMES if path.parent.name == "gum" else 1
        for sentences in (document for document in documents(path) for _ in range(times)):
            for features, labels in _sequences(sentences):
                trainer.append(pycrfsuite.ItemSequence(features), labels)
    with TemporaryDirectory() as folder:
        trainer.train(str(Path(folder) / "names.crf"))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(Path(folder) / "names.crf"))
        learned = tagger.info()
    (DATA_DIR / MODEL).write_text(packed(learned.transitions, learned.state_features), encoding="utf-8")
    record(
        MODEL,
        what="the sequence model of names",
        source="Groningen Meaning Bank, wikigold, CrossNER politics, UNER English-EWT, WNUT17, Broad Twitter, GUM",
        licence="public domain, CC BY 4.0, MIT, CC BY-SA 4.0, CC BY 4.0 (the last three; GUM's texts CC BY, CC BY-SA);"
        " weights only",
        command="python -m reader.training entities --data DIR",
    )
