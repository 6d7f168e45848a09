"""Gold and analysis → figures between 0 and 1, added up over articles. Pure; standard library only.

Values (dates, times, amounts) are left out on both sides: the gold does not hold them.

    names_f1                 names by exact place and label
    name_links_f1            pairs of names taken for one thing: falls with entities split and with entities merged
    nominals_f1              descriptions that lead to the right entity; half of the words have to agree
    pronouns_f1              pronouns that lead to the right entity, to the letter
    quotes_f1                contents; half of the words have to agree
    quotes_with_speaker_f1   the same, and the right speaker
    brackets_right           names that the reader writes behind a pronoun or a description: the share that is right
    summary_words_f1         words shared with the reference
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from reader.text import VALUE_LABELS, Analysis, Entity, Quote, Span
from reader.text.standalone import Context
from tests.eval.goldfile import Gold, GoldEntity, GoldQuote

Counts = Counter[str]
HALF = 0.5  # of words: from here on a content or a description counts as found
_SMALL = frozenset(("the", "a", "an", "of", "mr", "ms", "mrs"))


def count(gold: Gold, analysis: Analysis) -> Counts:
    """Right, predicted and gold units of every measure."""
    counts: Counts = Counter()
    things = [e for e in analysis.entities if e.label not in VALUE_LABELS]
    _names(gold, things, counts)
    _links(gold, things, counts)
    _described(gold, things, counts)
    _pronouns(gold, things, counts)
    _quotes(gold, analysis, counts)
    _brackets(gold, analysis, counts)
    _summary(gold, analysis, counts)
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """F1 of every measure, four digits."""
    result = {}
    for key in sorted({k.rsplit(".", 1)[0] for k in counts}):
        right, said, due = (counts[f"{key}.{part}"] for part in ("right", "said", "due"))
        result[key] = round(2 * right / (said + due), 4) if said + due else 0.0
    return result


def _add(counts: Counts, key: str, right: int, said: int, due: int) -> None:
    counts[f"{key}.right"] += right
    counts[f"{key}.said"] += said
    counts[f"{key}.due"] += due


def _names(gold: Gold, things: Sequence[Entity], counts: Counts) -> None:
    """Names by exact place and label."""
    due = {(s, e.label) for e in gold.entities for s, kind in e.mentions if kind == "name"}
    said = {(m.span, e.label) for e in things for m in e.mentions if m.kind == "name"}
    _add(counts, "names_f1", len(due & said), len(said), len(due))


def _links(gold: Gold, things: Sequence[Entity], counts: Counts) -> None:
    """Pairs of names that mean one thing."""
    due = _pairs([s for s, kind in e.mentions if kind == "name"] for e in gold.entities)
    said = _pairs([m.span for m in e.mentions if m.kind == "name"] for e in things)
    _add(counts, "name_links_f1", len(due & said), len(said), len(due))


def _pairs(groups: Iterable[list[Span]]) -> set[tuple[Span, Span]]:
    return {pair for spans in groups for pair in combinations(sorted(spans), 2)}


def _pronouns(gold: Gold, things: Sequence[Entity], counts: Counts) -> None:
    """Pronouns by exact place and the entity they lead to."""
    said = {m.span: e for e in things for m in e.mentions if m.kind == "pronoun"}
    due = [(s, e) for e in gold.entities for s, kind in e.mentions if kind == "pronoun"]
    right = sum(s in said and same(gold.text, e, said[s].name) for s, e in due)
    _add(counts, "pronouns_f1", right, len(said), len(due))


def _described(gold: Gold, things: Sequence[Entity], counts: Counts) -> None:
    """Descriptions by overlap and the entity they lead to."""
    said = [(_places(gold.text, (m.span,)), e) for e in things for m in e.mentions if m.kind == "nominal"]
    due = [(s, e) for e in gold.entities for s, kind in e.mentions if kind == "nominal"]
    right = 0
    for span, entity in due:
        words = _places(gold.text, (span,))
        right += any(_half(words, other) and same(gold.text, entity, e.name) for other, e in said)
    _add(counts, "nominals_f1", min(right, len(said)), len(said), len(due))


def _half(a: frozenset[int], b: frozenset[int]) -> bool:
    return len(a & b) >= HALF * len(a | b)


def same(text: str, entity: GoldEntity, name: str) -> bool:
    """Whether a name means an entity: one of its names, or its fullest name with words more or less."""
    words, fullest = _words(name), _words(entity.name)
    if not words:
        return False
    if words <= fullest or fullest <= words:
        return True
    return any(kind == "name" and _words(span.of(text)) == words for span, kind in entity.mentions)


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.lower()) if w not in _SMALL}


def _places(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of some spans start."""
    return frozenset(m.start() + s.start for s in spans for m in re.finditer(r"\w+", s.of(text)))


def _quotes(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Contents by overlap, and their speakers by name."""
    found = [(due, quote) for due, quote in paired(gold, analysis) if quote is not None]
    speakers = sum(right_speaker(gold, due, quote) for due, quote in found)
    _add(counts, "quotes_f1", len(found), len(analysis.quotes), len(gold.quotes))
    _add(counts, "quotes_with_speaker_f1", speakers, len(analysis.quotes), len(gold.quotes))


def paired(gold: Gold, analysis: Analysis) -> list[tuple[GoldQuote, Quote | None]]:
    """Every quote of the gold with the one of the analysis that answers it; each of these answers once."""
    left = [(_places(gold.text, q.contents), q) for q in analysis.quotes]
    result: list[tuple[GoldQuote, Quote | None]] = []
    for due in gold.quotes:
        words = _places(gold.text, due.contents)
        best = max(left, key=lambda pair: len(pair[0] & words) / (len(pair[0] | words) or 1), default=None)
        if best is None or not _half(best[0], words):
            result.append((due, None))
            continue
        left.remove(best)
        result.append((due, best[1]))
    return result


def right_speaker(gold: Gold, due: GoldQuote, quote: Quote) -> bool:
    """Whether a quote has the speaker that the gold says: for nobody, nobody that the article names."""
    if due.speaker is None:
        return quote.speaker is None or not quote.speaker.resolved
    return quote.speaker is not None and same(gold.text, gold.entities[due.speaker], quote.speaker.name)


def _brackets(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """The names in brackets of every sentence, each told by itself."""
    due = {s.end: e for e in gold.entities for s, kind in sorted(e.mentions, reverse=True) if kind != "name"}
    context = Context(gold.text, analysis.entities, analysis.quotes)
    told = [i for s in analysis.sentences for i in context.standing(s.span).insertions if i.words.startswith(" [")]
    right = sum(i.at in due and same(gold.text, due[i.at], i.words.strip(" []").removesuffix("’s")) for i in told)
    _add(counts, "brackets_right", right, len(told), len(told))


def _summary(gold: Gold, analysis: Analysis, counts: Counts) -> None:
    """Words shared with the reference."""
    due = Counter(w for line in gold.summary for w in re.findall(r"\w+", line.lower()))
    said = Counter(w for s in analysis.summary for w in re.findall(r"\w+", s.span.of(gold.text).lower()))
    _add(counts, "summary_words_f1", sum((due & said).values()), sum(said.values()), sum(due.values()))
