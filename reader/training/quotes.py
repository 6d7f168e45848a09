"""The models of the quotes stage, fitted on PolNeAR's training part without the articles of `canon.train`.

PolNeAR states no licence, so nothing here may carry its words: the features are parts of speech, function words,
distances and the classes of our own lexicon (`reader.nlp.quotes.features`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes.features import paragraph_features
from reader.nlp.quotes.ranker import MODEL as RANKER
from reader.nlp.quotes.tagger import MODEL, label_with, unit_labels
from reader.nlp.quotes.units import unit_paragraphs
from reader.nlp.resources import DATA_DIR
from reader.nlp.tokens import tokenize
from reader.text import Article, Paragraph, Span
from reader.training.common import read_jsonl, record, write_json
from reader.training.quote_frames import train_frames
from reader.training.quote_ranker import Instance, fit, instances

C1, C2 = 0.5, 0.05  # tuned on polnear.devtest; a smaller C1 trebles the file for half a point
ITERATIONS = 90  # the held-out score is flat from there
FAST_ITERATIONS = 8  # the ranker only needs errors of the right kind
MIN_COUNT = 4  # rarer features do not help and swell the file
CORPUS = "PolNeAR, training part (networkdynamics/PolNeAR) without the tuning articles"
LICENCE = "none stated: weights of features without its words only"
COMMAND = "python -m reader.training quotes --data DIR"

Gold = list[tuple[int, int, str]]


def corpus_article(line: dict[str, Any]) -> Article:
    """A corpus line as an article, a paragraph a line."""
    text, at, paragraphs = line["text"], 0, []
    for piece in text.split("\n"):
        if piece.strip():
            start = at + len(piece) - len(piece.lstrip())
            paragraphs.append(Paragraph(Span(start, start + len(piece.strip()))))
        at += len(piece) + 1
    return Article(line["id"], text, tuple(paragraphs))


def training_lines(data: Path) -> Iterator[dict[str, Any]]:
    """PolNeAR's training articles, those of the tuning part left out."""
    held_out = {line["id"] for line in read_jsonl(data / "quotes" / "canon.train.jsonl")}
    for line in read_jsonl(data / "quotes" / "polnear.train.jsonl.gz"):
        if line["id"] not in held_out:
            yield line


def gold_spans(line: dict[str, Any]) -> Gold:
    """The corpus' spans of contents, cues and sources, cues before sources before contents."""
    cues, sources, contents = [], [], []
    for quote in line["quotes"]:
        cues += [(start, end, "V") for start, end, _ in quote["cue"]]
        if quote["speaker_start"] is not None:
            sources.append((quote["speaker_start"], quote["speaker_end"], "S"))
        contents += [(start, end, "C") for start, end in quote["spans"]]
    return [*sorted(set(cues)), *sorted(set(sources)), *sorted(set(contents))]


def prepared(line: dict[str, Any]) -> Document:
    """The document as the stage gets it, but for coreference."""
    options = AnalysisOptions()
    return find_names(tokenize(Document(corpus_article(line)), options), options)


def sequences(line: dict[str, Any]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels of each paragraph."""
    gold = gold_spans(line)
    for paragraph in unit_paragraphs(prepared(line)):
        inside = [s for s in gold if s[0] < paragraph.span.end and paragraph.span.start < s[1]]
        labels = unit_labels(paragraph.units, inside)
        yield paragraph_features(paragraph.units, paragraph.kind, first=paragraph.number == 0), labels


def fit_tagger(lines: Iterable[dict[str, Any]], target: Path, *, fast: bool = False) -> None:
    """Fits the sequence model on the given articles; `fast` by an averaged perceptron, in a fifth of the time."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap" if fast else "lbfgs", verbose=False)
    trainer.set_params({"max_iterations": FAST_ITERATIONS if fast else ITERATIONS, "feature.minfreq": MIN_COUNT})
    if not fast:
        trainer.set_params({"c1": C1, "c2": C2})
    for line in lines:
        for features, labels in sequences(line):
            trainer.append(features, labels)
    trainer.train(str(target))


def train_tagger(data: Path) -> None:
    """Writes the sequence model."""
    fit_tagger(training_lines(data), DATA_DIR / MODEL)
    record(
        MODEL,
        what="sequence model of contents, cues and sources; no feature holds an open-class word",
        source=CORPUS,
        licence=LICENCE,
        command=COMMAND,
    )


def ranker_data(data: Path) -> list[Instance]:
    """Links found in each half of the articles by a sequence model of the other half."""
    import pycrfsuite

    found: list[Instance] = []
    with TemporaryDirectory() as folder:
        for half in (0, 1):
            path = Path(folder) / f"{half}.crfsuite"
            fit_tagger(_half(data, 1 - half), path, fast=True)
            model = pycrfsuite.Tagger()
            model.open(str(path))
            for line in _half(data, half):
                for paragraph in unit_paragraphs(prepared(line)):
                    found += instances(paragraph, label_with(model, paragraph), line["quotes"])
            model.close()
    return found


def _half(data: Path, which: int) -> Iterator[dict[str, Any]]:
    return (line for n, line in enumerate(training_lines(data)) if n % 2 == which)


def train_ranker(data: Path) -> None:
    """Writes the weights of the ranked choice of sources."""
    write_json(RANKER, fit(ranker_data(data)))
    record(
        RANKER,
        what="weights of the choice of a source for a cue; no feature holds an open-class word",
        source=CORPUS,
        licence=LICENCE,
        command=COMMAND,
    )


def train(data_dir: Path) -> None:
    """Writes the models of the quotes stage."""
    train_frames(data_dir)
    train_tagger(data_dir)
    train_ranker(data_dir)
