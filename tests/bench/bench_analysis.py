"""What the analysis costs: CPU milliseconds per 1,000 words by stage, and how that grows with the text. Run by hand.

    python tests/bench/bench_analysis.py [CORPUS.jsonl]

No test: it asserts nothing. The text is the seeds, over and over, or the articles of a corpus (lines with "id" and
"text", as for `reader analyze`), each by itself. Quote ratios of two trees, run in turn; the rest is this machine's.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

from reader.cli.batch import encode
from reader.nlp.document import Document
from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import STAGES, analyse
from reader.parse import parse_verbatim
from reader.paths import seeds_dir
from reader.text import Article
from reader.text.wire import analysis_to_json

WORDS = (800, 5_000, 100_000)


def corpus(path: Path) -> list[Article]:
    """Its articles."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [parse_verbatim(line["text"], id=line["id"]) for line in lines]


def seeds(words: int, *, joint: str) -> Article:
    """An article of so many words out of the seeds' paragraphs, put together with the `joint`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds_dir().iterdir()) if path.is_file()]
    pieces, count = list[str](), 0
    for piece in cycle(piece for text in texts for piece in text.split("\n\n")):
        if count >= words:
            break
        pieces.append(" ".join(piece.split()))
        count += len(pieces[-1].split())
    return parse_verbatim(joint.join(pieces), id="seeds")


def measured(articles: Iterable[Article]) -> dict[str, float]:
    """CPU seconds by stage; "json" for writing the answer."""
    spent = defaultdict[str, float](float)
    for article in articles:
        document = Document(article)
        for stage in STAGES:
            started = time.process_time()
            document = stage.run(document, AnalysisOptions())
            spent[stage.name] += time.process_time() - started
        found = analyse(article)
        started = time.process_time()
        encode(analysis_to_json(found), None)
        spent["json"] += time.process_time() - started
    return spent


def show(name: str, articles: list[Article]) -> None:
    """One line."""
    words = sum(len(article.text.split()) for article in articles)
    spent = {stage: 1e6 * seconds / words for stage, seconds in measured(articles).items()}
    stages = "  ".join(f"{stage} {ms:.1f}" for stage, ms in spent.items())
    print(f"{name:28} {words:9,} words  {sum(spent.values()):6.1f} ms per 1,000: {stages}")


def main() -> None:
    """The seeds at three lengths, as paragraphs and on one line, or a corpus."""
    measured([seeds(WORDS[0], joint="\n\n")])  # the models are loaded here
    if len(sys.argv) > 1:
        show(sys.argv[1], corpus(Path(sys.argv[1])))
        return
    for words in WORDS:
        show("paragraphs", [seeds(words, joint="\n\n")])
        show("on one line", [seeds(words, joint=" ")])


if __name__ == "__main__":
    main()
