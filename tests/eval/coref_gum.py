"""Coreference of people on GUM against a nearest-compatible-name baseline.

    python -m tests.eval.coref_gum GUM_FOLDER [--predicted] [GENRE ...]

Names, descriptions and third-person pronouns of people count; first and second person, relative pronouns and chains of
one mention do not. Gold names, or with --predicted our own tokens' names. A mention is right when it
holds the gold head.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reader.nlp.coref import lexicon, link_entities
from reader.nlp.document import Document
from reader.nlp.entities import find_names
from reader.nlp.options import AnalysisOptions
from reader.text import Span
from reader.training.gum import GoldDocument, GoldMention, align, read_gum
from tests.eval.coref_metrics import b_cubed, ceaf_e, conll, muc

GENRES = ("interview", "bio", "speech")
OPTIONS = AnalysisOptions()
LEFT_OUT = frozenset(
    """i me my mine myself we us our ours ourselves you your yours yourself yourselves one who whom whose which that
    this these those 's""".split()
)
Linker = Callable[[Document], list[list[Span]]]
Cluster = frozenset[tuple[int, int]]


class Clusters(NamedTuple):
    """What is compared, and how many pronouns went to the right person."""

    key: list[Cluster]
    response: list[Cluster]
    pronouns_right: int
    pronouns: int


def people_chains(mentions: Iterable[GoldMention]) -> dict[str, list[int]]:
    """Chain → indices of its mentions, for people named or meant more than once."""
    chains: dict[str, list[tuple[int, GoldMention]]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        chains[mention.chain].append((number, mention))
    found = {}
    for chain, members in chains.items():
        kind = Counter(m.entity_type for _, m in members).most_common(1)[0][0]
        kept = [number for number, m in members if m.word not in LEFT_OUT]
        if kind == "person" and len(kept) > 1:
            found[chain] = kept
    return found


def system(document: Document) -> list[list[Span]]:
    """The people that the product finds."""
    return [[m.span for m in e.mentions] for e in link_entities(document, OPTIONS).entities if e.label == "PERSON"]


def baseline(document: Document) -> list[list[Span]]:
    """Names by their last word; "he" and "she" to the nearest name whose first name does not contradict."""
    text, first_names = document.text, lexicon.first_names()
    places = [(n.span, True) for n in document.names if n.label == "PERSON"]
    places += [(t.span, False) for t in document.tokens if _gendered(t.span.of(text)) and t.tag.startswith("PRP")]
    clusters: dict[str, list[Span]] = defaultdict(list)
    genders: dict[str, str] = {}
    order: list[str] = []
    for span, is_name in sorted(places):
        words = span.of(text).split()
        if is_name:
            owner: str | None = words[-1].lower()
            order.append(words[-1].lower())
            if len(words) > 1 and words[0] in first_names:
                genders[words[-1].lower()] = first_names[words[0]]
        else:
            gender = lexicon.PRONOUN_GENDER[words[0].lower()]
            owner = next((o for o in reversed(order) if genders.get(o, gender) == gender), None)
        if owner is not None:
            clusters[owner].append(span)
    return list(clusters.values())


def _gendered(word: str) -> bool:
    return lexicon.PRONOUN_GENDER.get(word.lower()) in ("male", "female")


def compare(golds: Iterable[GoldDocument], linker: Linker, *, predicted: bool = False) -> Clusters:
    """Key and response over all documents."""
    key: list[Cluster] = []
    response: list[Cluster] = []
    right = total = 0
    for number, gold in enumerate(golds):
        document = find_names(gold.document, OPTIONS) if predicted else gold.document
        chains = people_chains(gold.mentions)
        key += [frozenset((number, m) for m in members) for members in chains.values()]
        found = sorted((s, i) for i, spans in enumerate(linker(document)) for s in spans)
        found = [(s, i) for s, i in found if s.of(document.text).lower() not in LEFT_OUT]
        aligned = align(replace_document(gold, document), [s for s, _ in found])
        clusters: dict[int, list[int]] = defaultdict(list)
        for (span, cluster), mention in zip(found, aligned, strict=True):
            clusters[cluster].append(-1 - span.start if mention is None else mention)
        response += [frozenset((number, m) for m in members) for members in clusters.values() if len(members) > 1]
        more_right, more = _pronouns(gold, chains, list(clusters.values()))
        right, total = right + more_right, total + more
    return Clusters(key, response, right, total)


def replace_document(gold: GoldDocument, document: Document) -> GoldDocument:
    """The same mentions over `document`, which has the same tokens."""
    return gold._replace(document=replace(document, entities=()))


def _pronouns(gold: GoldDocument, chains: dict[str, list[int]], clusters: list[list[int]]) -> tuple[int, int]:
    """How many of the pronouns whose person is named or described sit with most of that person's mentions."""
    where = {mention: members for members in clusters for mention in members}
    right = total = 0
    for chain, members in chains.items():
        if all(gold.mentions[m].tag.startswith("PRP") for m in members):
            continue
        for mention in members:
            if _gendered(gold.mentions[mention].word) and gold.mentions[mention].tag.startswith("PRP"):
                others = [m for m in where.get(mention, ()) if m < 0 or not gold.mentions[m].tag.startswith("PRP")]
                counts = Counter(gold.mentions[m].chain if m >= 0 else "" for m in others)
                right += bool(counts) and counts.most_common(1)[0][0] == chain
                total += 1
    return right, total


def figures(clusters: Clusters) -> dict[str, float]:
    """F1 of the three measures, their average and the pronouns' share, in per cent."""
    key, response = clusters.key, clusters.response
    return {
        "muc": round(100 * muc(key, response).f1, 1),
        "b3": round(100 * b_cubed(key, response).f1, 1),
        "ceaf_e": round(100 * ceaf_e(key, response).f1, 1),
        "conll": round(100 * conll(key, response), 1),
        "pronouns": round(100 * clusters.pronouns_right / max(1, clusters.pronouns), 1),
    }


def main() -> None:
    """Prints one JSON line for each linker."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("genres", nargs="*", default=GENRES)
    parser.add_argument("--predicted", action="store_true")
    arguments = parser.parse_args()
    golds = [g for genre in arguments.genres for g in read_gum(arguments.folder / f"{genre}.conllu.gz")]
    for name, linker in (("baseline", baseline), ("reader", system)):
        result = figures(compare(golds, linker, predicted=arguments.predicted))
        sys.stdout.write(json.dumps({"linker": name, "genres": list(arguments.genres)} | result) + "\n")


if __name__ == "__main__":
    main()
