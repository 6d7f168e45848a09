"""The models of the quotes stage, fitted on PolNeAR's training part without the articles of `canon.train`.

PolNeAR states no licence, so nothing here may carry its words: the features are parts of speech, function words,
distances and the classes of our own lexicon (`reader.nlp.quotes.features`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes.accept import MODEL as ACCEPT
from reader.nlp.quotes.chain import Chain, packed
from reader.nlp.quotes.edges import ways
from reader.nlp.quotes.ranker import MODEL as RANKER
from reader.nlp.quotes.tagger import MODEL, Readings, Tagger, unit_labels
from reader.nlp.quotes.units import UnitParagraph, unit_paragraphs
from reader.nlp.quotes.walk import paragraph_features
from reader.nlp.tokens import tokenize
from reader.text import Article, Paragraph, Span
from reader.training.common import read_jsonl, record, write_json
from reader.training.quote_accept import fit_accept, judged
from reader.training.quote_frames import train_frames
from reader.training.quote_ranker import fit, instances
from reader.training.quote_turned import turned_lines

EPOCHS = 8  # the held-out score is flat from there
RUNS = 3  # one run is right or wrong by the order of its articles here and there; the mean of three less so
MIN_COUNT = 4  # rarer features do not help and swell the file
SCALE = 0.01  # the perceptron's weights are sums over the corpus
SMALLEST_WEIGHT = 0.002  # of the scaled ones; leaving out larger ones changes labels of long clauses
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


def gold_spans(quotes: Iterable[dict[str, Any]]) -> Gold:
    """The corpus' spans of contents, cues and sources, cues before sources before contents."""
    cues, sources, contents = [], [], []
    for quote in quotes:
        cues += [(start, end, "V") for start, end, _ in quote["cue"]]
        if quote["speaker_start"] is not None:
            sources.append((quote["speaker_start"], quote["speaker_end"], "S"))
        contents += [(start, end, "C") for start, end in quote["spans"]]
    return [*sorted(set(cues)), *sorted(set(sources)), *sorted(set(contents))]


def prepared(line: dict[str, Any]) -> Document:
    """The document as the stage gets it, but for coreference."""
    options = AnalysisOptions()
    return find_names(tokenize(Document(corpus_article(line)), options), options)


class Prepared(NamedTuple):
    """A paragraph's quotes in the corpus, and the paragraph."""

    quotes: list[dict[str, Any]]
    paragraph: UnitParagraph


def prepared_articles(data: Path) -> list[list[Prepared]]:
    """The paragraphs of each training article, then those of its sentences turned round."""
    found: list[list[Prepared]] = []
    for line in training_lines(data):
        document = prepared(line)
        lines = [(line, document), *((turned, prepared(turned)) for turned in turned_lines(line, document))]
        found.append([Prepared(own["quotes"], p) for own, read in lines for p in unit_paragraphs(read)])
    return found


def sequence(prepared: Prepared) -> tuple[list[list[str]], list[str]]:
    """Features and labels of a paragraph."""
    paragraph = prepared.paragraph
    gold = gold_spans(prepared.quotes)
    inside = [s for s in gold if s[0] < paragraph.span.end and paragraph.span.start < s[1]]
    labels = unit_labels(paragraph.units, inside)
    return paragraph_features(paragraph.units, paragraph.kind, first=paragraph.number == 0), labels


def fit_tagger(articles: Sequence[Sequence[Prepared]], *, runs: int) -> dict[str, Any]:
    """The sequence model of the given articles: the mean of some averaged perceptrons.

    Each run of the trainer shuffles the articles in its own way, the same one whenever the command runs. Maximum
    likelihood (L-BFGS) takes four times as long as a run, and proposes fewer of the clauses that `accept` then judges:
    indirect speech with its source on polnear.devtest .549 to .557.
    """
    transitions, states = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for _ in range(runs):
        learned = _perceptron(sequence(paragraph) for article in articles for paragraph in article)
        transitions.update(learned.transitions)
        states.update(learned.state_features)
    return packed(_scaled(transitions, runs), _scaled(states, runs))


def _perceptron(rows: Iterable[tuple[list[list[str]], list[str]]]) -> Any:
    """The weights that one run learns."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": EPOCHS, "feature.minfreq": MIN_COUNT})
    for features, labels in rows:
        trainer.append(features, labels)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        model = pycrfsuite.Tagger()
        model.open(path)
        learned = model.info()
        model.close()
    return learned


def _scaled(weights: Mapping[tuple[str, str], float], runs: int) -> dict[tuple[str, str], float]:
    scale = SCALE / runs
    return {key: weight * scale for key, weight in weights.items() if abs(weight * scale) >= SMALLEST_WEIGHT}


def train_tagger(articles: Sequence[Sequence[Prepared]]) -> None:
    """Writes the sequence model."""
    write_json(MODEL, fit_tagger(articles, runs=RUNS))
    record(
        MODEL,
        what="sequence model of contents, cues and sources; no feature holds an open-class word",
        source=CORPUS,
        licence=LICENCE,
        command=COMMAND,
    )


class Read(NamedTuple):
    """A paragraph read by a sequence model that has not seen its article, and the corpus' quotes of the article."""

    paragraph: UnitParagraph
    readings: Readings
    quotes: list[dict[str, Any]]


def read_halves(articles: Sequence[Sequence[Prepared]]) -> list[Read]:
    """Each half of the articles read by a sequence model of the other half."""
    found: list[Read] = []
    for half in (0, 1):
        model = fit_tagger(articles[1 - half :: 2], runs=1)
        tagger = Tagger(Chain(model["transitions"], model["weights"], model["tables"]))
        for article in articles[half::2]:
            found += [Read(p, _mended(p, tagger.readings(p)), quotes) for quotes, p in article]
    return found


def _mended(paragraph: UnitParagraph, readings: Readings) -> Readings:
    """The readings as the stage takes them."""
    return readings._replace(labelled=ways(paragraph.units, readings.labelled))


def train_ranker(halves: Sequence[Read]) -> None:
    """Writes the weights of the ranked choice of sources."""
    data = [i for read in halves for i in instances(read.paragraph, read.readings.labelled[0], read.quotes)]
    write_json(RANKER, fit(data))
    record(
        RANKER,
        what="weights of the choice of a source for a cue; no feature holds an open-class word",
        source=CORPUS,
        licence=LICENCE,
        command=COMMAND,
    )


def train_accept(halves: Sequence[Read]) -> None:
    """Writes the weights that judge clauses; after those of the ranked choice, which it looks at."""
    write_json(ACCEPT, fit_accept([j for read in halves for j in judged(*read)]))
    record(
        ACCEPT,
        what="weights that judge whether a clause without marks is speech; no feature holds an open-class word",
        source=CORPUS,
        licence=LICENCE,
        command=COMMAND,
    )


def train(data_dir: Path) -> None:
    """Writes the models of the quotes stage."""
    train_frames(data_dir)
    articles = prepared_articles(data_dir)
    train_tagger(articles)
    halves = read_halves(articles)
    train_ranker(halves)
    train_accept(halves)
