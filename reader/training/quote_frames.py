"""Counts how words are used in openly licensed text: the table behind `reader.nlp.quotes.frames`."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from reader.nlp.quotes.frames import COLUMNS, FRAMES_FILE, PERSON, column_after, digits, is_person, letter, stem
from reader.nlp.resources import DATA_DIR
from reader.nlp.tokens.tagger import tagger
from reader.training.common import read_conllu, read_jsonl, record

SOURCES = ("gmb.train", "wikigold.all", "uner_ewt.train", "crossner_politics.train", "crossner_politics.dev")
MIN_USES = 8  # fewer uses give no rate


def _sentences(data: Path) -> Iterator[list[tuple[str, str]]]:
    tag_words = tagger().tag_words
    for name in SOURCES:
        path = next((data / "entities").glob(f"{name}.jsonl*"))
        for line in read_jsonl(path):
            tokens = line["tokens"]
            for first, end in line.get("sents") or [[0, len(tokens)]]:
                words = [w for w in tokens[first:end] if w]
                if words:
                    yield list(zip(words, tag_words(words), strict=True))
    for path in sorted((data / "gum").glob("*.conllu.gz")):
        for sentence in read_conllu(path):
            yield [(token["form"], token["xpos"]) for token in sentence]


def count_frames(data: Path) -> dict[str, str]:
    """Stem with its part-of-speech letter → digits."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * COLUMNS)
    totals: dict[str, int] = defaultdict(int)
    for sentence in _sentences(data):
        padded = [(w.lower(), t) for w, t in sentence] + [("", ""), ("", "")]
        for i, (word, tag) in enumerate(padded[:-2]):
            kind = letter(tag)
            if not kind or not word.isalpha():
                continue
            key = kind + stem(word)
            totals[key] += 1
            column = column_after(*padded[i + 1], padded[i + 2][0])
            if column is not None:
                counts[key][column] += 1
            if i and is_person(padded[i - 1][0]):
                counts[key][PERSON] += 1
    return {key: digits(counts[key], n) for key, n in sorted(totals.items()) if n >= MIN_USES}


def train_frames(data: Path) -> None:
    """Writes the table."""
    rows = (f"{key}\t{value}\n" for key, value in count_frames(data).items())
    (DATA_DIR / FRAMES_FILE).write_text("".join(rows), encoding="utf-8")
    record(
        FRAMES_FILE,
        what="how verbs, nouns and adjectives are used: rates of clauses, infinitives, quotations, persons",
        source="Groningen Meaning Bank, wikigold, UNER English-EWT, CrossNER politics, GUM",
        licence="public domain, CC BY 4.0, CC BY-SA 4.0, MIT; counts only",
        command="python -m reader.training quotes --data DIR",
    )
