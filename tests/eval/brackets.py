"""The names in brackets on GUM: how many of those that the reader writes are right.

    python -m tests.eval.brackets GUM_FOLDER [GENRE ...]

Each sentence is told by itself, by the names and entities of our own analysis. A bracket is right when most of the
names and descriptions of its entity belong to the person or thing that the annotated pronoun belongs to.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from reader.nlp.coref import link_entities
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.nlp.quotes import attribute_quotes
from reader.text.standalone import Context
from reader.training.gum import GoldDocument, align, read_gum

GENRES = ("interview", "bio", "speech", "court", "voyage", "academic", "textbook")
OPTIONS = AnalysisOptions()
NOBODY = ""


def brackets(gold: GoldDocument) -> Iterator[tuple[str, bool]]:
    """The kind of mention behind which each bracket stands, and whether it is right."""
    document = attribute_quotes(link_entities(find_names(gold.document, OPTIONS), OPTIONS), OPTIONS)
    mentions = [(m, e) for e in document.entities for m in e.mentions]
    found = align(gold, [m.span for m, _ in mentions])
    chains = [NOBODY if n is None else gold.mentions[n].chain for n in found]
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for (mention, entity), chain in zip(mentions, chains, strict=True):
        if mention.kind != "pronoun":
            owners[entity.id][chain] += 1
    meant = {(m.span.end, e.name): (m.kind, e.id, c) for (m, e), c in zip(mentions, chains, strict=True)}
    context = Context(document.text, document.entities, document.quotes)
    for sentence in document.sentences:
        for insertion in context.standing(sentence.span).insertions:
            name = insertion.words.strip(" []").removesuffix("’s")
            if insertion.words.startswith(" [") and (insertion.at, name) in meant:
                kind, entity_id, chain = meant[insertion.at, name]
                yield kind, chain != NOBODY and owners[entity_id].most_common(1)[0][0] == chain


def main() -> None:
    """Prints right and all for each genre and kind of mention."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("genres", nargs="*", default=GENRES)
    arguments = parser.parse_args()
    right, said = Counter[str](), Counter[str]()
    for genre in arguments.genres:
        for gold in read_gum(arguments.folder / f"{genre}.conllu.gz"):
            for kind, is_right in brackets(gold):
                for key in (genre, kind, "all"):
                    right[key] += is_right
                    said[key] += 1
    for key, count in said.items():
        sys.stdout.write(f"{key:12s}{right[key]:5d} of {count:5d}  {100 * right[key] / count:5.1f} %\n")


if __name__ == "__main__":
    main()
