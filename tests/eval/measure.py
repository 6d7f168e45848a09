"""Gold and analysis → figures between 0 and 1, added up over articles. Pure; standard library only."""

import re
from collections import Counter
from collections.abc import Iterable

from reader.text import Analysis, Span
from tests.eval.goldfile import Gold, GoldEntity

Counts = Counter[str]
FOUND_IOU = 0.5  # of words: from here on a content counts as found


def count(gold: Gold, analysis: Analysis) -> Counts:
    """Right, predicted and gold units of every measure."""
    counts: Counts = Counter()
    _names(gold, analysis, counts)
    _coreference(gold, analysis, counts)
    _quotes(gold, analysis, counts)
    _summary(gold, analysis, counts)
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """F1 (`…_f1`) or recall (`…_recall`) of every measure, four digits."""
    result = {}
    for key in sorted({k.rsplit(".", 1)[0] for k in counts}):
        right, said, due = (counts[f"{key}.{part}"] for part in ("right", "said", "due"))
        if key.endswith("_f1"):
            result[key] = round(2 * right / (said + due), 4) if said + due else 0.0
        else:
            result[key] = round(right / due, 4) if due else 0.0
    return result


def _add(counts: Counts, key: str, right: int, said: int, due: int) -> None:
    counts[f"{key}.right"] += right
    counts[f"{key}.said"] += said
    counts[f"{key}.due"] += due


def _names(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Names by exact place and label."""
    due = {(s, e.label) for e in gold.entities for s, kind in e.mentions if kind == "name"}
    said = {(m.span, e.label) for e in analysis.entities for m in e.mentions if m.kind == "name"}
    _add(counts, "names_f1", len(due & said), len(said), len(due))


def _coreference(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Links between a mention and its entity's name: does the pronoun or description lead to the right entity?"""
    of_mention = {m.span: e for e in analysis.entities for m in e.mentions}
    for entity in gold.entities:
        for span, kind in entity.mentions:
            if kind == "name" or not _named(entity):
                continue
            found = of_mention.get(span)
            right = found is not None and _same(entity, found.name)
            _add(counts, f"{kind}s_resolved_recall", int(right), 1, 1)


def _named(entity: GoldEntity) -> bool:
    return any(kind == "name" for _, kind in entity.mentions)


def _same(entity: GoldEntity, name: str) -> bool:
    a, b = _words(entity.name), _words(name)
    return bool(a and b) and (a <= b or b <= a)


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.lower()) if w not in ("the", "a", "an", "of", "mr", "ms", "mrs")}


def _places(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of some spans start."""
    return frozenset(m.start() + s.start for s in spans for m in re.finditer(r"\w+", s.of(text)))


def _quotes(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Contents by overlap, and their speakers by name."""
    text = gold.text
    said = [(_places(text, q.contents), q) for q in analysis.quotes]
    found = speakers = 0
    for due in gold.quotes:
        words = _places(text, due.contents)
        best = max(said, key=lambda pair: len(pair[0] & words) / (len(pair[0] | words) or 1), default=None)
        if best is None or len(best[0] & words) < FOUND_IOU * len(best[0] | words):
            continue
        found += 1
        name = best[1].speaker.name if best[1].speaker else None
        if due.speaker is None:
            speakers += name is None
        else:
            speakers += name is not None and _same(gold.entities[due.speaker], name)
    _add(counts, "quotes_f1", found, len(said), len(gold.quotes))
    _add(counts, "quotes_with_speaker_f1", speakers, len(said), len(gold.quotes))


def _summary(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Words shared with the reference."""
    due = Counter(w for line in gold.summary for w in re.findall(r"\w+", line.lower()))
    said = Counter(w for s in analysis.summary for w in re.findall(r"\w+", s.span.of(gold.text).lower()))
    _add(counts, "summary_words_f1", sum((due & said).values()), sum(said.values()), sum(due.values()))
