"""The summary at any length, and its sentences as words with looks: names as in the text, insertions apart. No Textual.

Takes findings and sentences; gives plain harmless words with looks over stretches of them.
"""

import re
from collections.abc import Iterable, Sequence

from reader.text import VALUE_LABELS, Entity, KeyFact, Quote, Span, SummarySentence
from reader.text.display import one_line
from reader.text.shown import shown_pieces, shown_words
from reader.tui.findings import Findings
from reader.tui.present import KIND_VARIABLES

Looks = list[tuple[int, int, str]]
MAX_NAMES = 3
"""So many names of a sentence are told as a reason."""
MIN_TITLE_WORD_CHARS = 4
"""Shorter words of a title tell nothing of its subject."""
_WORD = re.compile(r"\w+")


def ranked(chosen: Sequence[SummarySentence], reserve: Sequence[SummarySentence]) -> Sequence[SummarySentence]:
    """The summary and what a longer one would take next, the best first."""
    return (*sorted(chosen, key=lambda s: -s.score), *reserve)


def in_order(sentences: Iterable[SummarySentence]) -> tuple[SummarySentence, ...]:
    """Sentences in order of the text."""
    return tuple(sorted(sentences, key=lambda s: s.span.start))


def painted_words(findings: Findings, sentence: SummarySentence) -> tuple[str, Looks]:
    """What to show of a sentence, with the names in it as in the text and what is not the article's apart."""
    text = findings.article.text
    looks: Looks = []
    at = 0
    for piece in shown_pieces(text, sentence):
        if piece.inserted:
            looks.append((at, at + len(piece.words), "muted"))
        at += len(piece.words)
    words = shown_words(text, sentence)
    for entity, span in _names(findings.entities or (), sentence.span):
        start, name = _shown_at(text, sentence, span.start), one_line(span.of(text))
        if words[start : start + len(name)] == name:
            looks.append((start, start + len(name), KIND_VARIABLES[entity.label]))
    return words, sorted(looks)


def _names(entities: Iterable[Entity], sentence: Span) -> Iterable[tuple[Entity, Span]]:
    for entity in entities:
        for mention in entity.mentions:
            if mention.kind == "name" and sentence.contains(mention.span):
                yield entity, mention.span


def _shown_at(text: str, sentence: SummarySentence, offset: int) -> int:
    """Where a place of the article stands in what is shown of the sentence."""
    before = sentence._replace(
        span=Span(sentence.span.start, offset + 1),
        insertions=tuple(i for i in sentence.insertions if i.at <= offset),
        omissions=tuple(o for o in sentence.omissions if o.end <= offset),
    )
    return max(0, len(shown_words(text, before)) - 1)


def sentence_reasons(findings: Findings, sentence: SummarySentence, points: Sequence[SummarySentence]) -> list[str]:
    """What speaks for a sentence: its rank, its place, whom it names, what it shares with the title, what it holds."""
    rank = sorted(points, key=lambda p: -p.score).index(sentence) + 1
    lines = [f"No. {rank} of {len(points)} by its score, {sentence.score:.2f}"]
    sentences = findings.sentences or ()
    number = next((n for n, s in enumerate(sentences, start=1) if s.span == sentence.span), None)
    if number is not None:
        lines.append(f"Sentence {number} of {len(sentences)}")
    lines += [*_named(findings, sentence.span), *_title_words(findings, sentence.span)]
    held = [f for f in findings.key_facts or () if sentence.span.contains(f.span)]
    if held:
        lines.append("Holds " + ", ".join(findings.words(fact.span) for fact in held[:MAX_NAMES]))
    said = [q for q in findings.quotes or () if sentence.span.overlaps(q.contents[0])]
    return [*lines, *dict.fromkeys(_speaker(quote) for quote in said[:MAX_NAMES])]


def _named(findings: Findings, span: Span) -> list[str]:
    """The most mentioned things in a sentence."""
    found = dict.fromkeys(e for e in findings.entities or () if e.label not in VALUE_LABELS and _is_in(e, span))
    most = sorted(found, key=lambda e: -len(e.mentions))[:MAX_NAMES]
    return ["Names " + ", ".join(f"{one_line(e.name)} ({len(e.mentions)}×)" for e in most)] if most else []


def _is_in(entity: Entity, span: Span) -> bool:
    return any(span.contains(mention.span) for mention in entity.mentions)


def _title_words(findings: Findings, span: Span) -> list[str]:
    title = [w for w in _WORD.findall(one_line(findings.article.title or "").lower()) if len(w) >= MIN_TITLE_WORD_CHARS]
    here = set(_WORD.findall(findings.words(span).lower()))
    shared = [word for word in dict.fromkeys(title) if word in here]
    return [f"Shares with the title: {', '.join(shared)}"] if shared else []


def _speaker(quote: Quote) -> str:
    return f"Tells what {one_line(quote.speaker.name)} said" if quote.speaker else "Tells what somebody said"


def fact_reasons(findings: Findings, fact: KeyFact) -> list[str]:
    """The sentence of a fact and whom it is about."""
    subject = findings.entity_by_id.get(fact.subject or "")
    about = [f"About {one_line(subject.name)}"] if subject else []
    normal = [f"= {one_line(fact.normalized)}"] if fact.normalized else []
    return [*about, *normal, *([f"“{findings.words(fact.sentence)}”"] if fact.sentence else [])]
