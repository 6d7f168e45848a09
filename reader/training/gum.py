"""GUM with its coreference chains as documents: gold tokens, tags, names, and the mentions with their chain.

Reads `*.conllu.gz` (fields 1–8 and the marks `SpaceAfter`, `Entity` of field 10). For training and measuring only.
"""

import gzip
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.nlp.document import Document
from reader.text import Article, Label, Name, Paragraph, Sentence, Span, Token

_LABELS: dict[str, Label] = {
    "person": "PERSON", "organization": "ORG", "place": "GPE", "time": "DATE", "event": "EVENT",
    "object": "PRODUCT", "abstract": "WORK",
}  # fmt: skip
_NAME_TAGS = ("NNP", "NNPS", "HYPH")
_MARK = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
MINSPAN_FIELD = 5
MAX_TITLE_TOKENS = 3


class GoldMention(NamedTuple):
    """One mention as GUM marks it, in token indices of the document."""

    first: int
    end: int
    chain: str
    entity_type: str
    head: int
    word: str
    """The head, lower case."""
    tag: str


class GoldDocument(NamedTuple):
    """A document with `names` from the gold, and its mentions."""

    document: Document
    mentions: tuple[GoldMention, ...]


class _Open(NamedTuple):
    first: int
    chain: str
    entity_type: str
    minspan: str


Rows = list[list[str]]


def read_gum(path: Path) -> Iterator[GoldDocument]:
    """The documents of one genre."""
    name, sentences, new_paragraph = "", list[tuple[bool, Rows]](), True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc id"):
                if sentences:
                    yield _gold_document(name, sentences)
                name, sentences, new_paragraph = line.split("= ")[1].strip(), [], True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif line.startswith("# sent_id"):
                sentences.append((new_paragraph, []))
                new_paragraph = False
            elif fields[0].isdigit():
                sentences[-1][1].append(fields)
    if sentences:
        yield _gold_document(name, sentences)


def _gold_document(name: str, sentences: Sequence[tuple[bool, Rows]]) -> GoldDocument:
    text, start = "", 0
    paragraphs, kept, tokens, heads = list[Paragraph](), list[Sentence](), list[Token](), list[int]()
    for new_paragraph, rows in sentences:
        if new_paragraph and text:
            text = text.rstrip(" ")
            paragraphs.append(Paragraph(Span(start, len(text))))
            text += "\n\n"
            start = len(text)
        first, begins = len(tokens), len(text)
        for row in rows:
            tokens.append(Token(Span(len(text), len(text) + len(row[1])), row[4]))
            heads.append(first + int(row[6]) - 1)
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        kept.append(Sentence(Span(begins, tokens[-1].span.end), first, len(tokens), len(paragraphs)))
    text = text.rstrip(" ")
    paragraphs.append(Paragraph(Span(start, len(text))))
    mentions = _mentions([row for _, rows in sentences for row in rows], heads)
    article = Article(name, text, tuple(paragraphs))
    forms = tuple(t.span.of(text) for t in tokens)
    document = Document(article, tuple(kept), tuple(tokens), forms, names=_names(tokens, mentions))
    return GoldDocument(document, tuple(mentions))


def _mentions(rows: Rows, heads: Sequence[int]) -> list[GoldMention]:
    """The continuous mentions in order of their ends."""
    opened: dict[str, list[_Open]] = defaultdict(list)
    found = []
    for at, row in enumerate(rows):
        marks = _ENTITY.search(row[9])
        for opening, closed, closing in _MARK.findall(marks.group(1) if marks else ""):
            parts = (opening or closing).split("-")
            if "[" in parts[0]:
                continue
            if opening:
                minspan = parts[MINSPAN_FIELD] if len(parts) > MINSPAN_FIELD else "1"
                opened[parts[0]].append(_Open(at, parts[0], parts[1], minspan))
            if (closed or closing) and opened[parts[0]]:
                found.append(_closed(opened[parts[0]].pop(), at + 1, rows, heads))
    return found


def _closed(mention: _Open, end: int, rows: Rows, heads: Sequence[int]) -> GoldMention:
    numbers = [int(n) for n in mention.minspan.split(",") if n.isdigit()] or [1]
    inside = [mention.first + n - 1 for n in numbers if mention.first + n <= end] or [mention.first]
    head = next((i for i in inside if not mention.first <= heads[i] < end), inside[0])
    return GoldMention(
        mention.first, end, mention.chain, mention.entity_type, head, rows[head][1].lower(), rows[head][4]
    )


def _names(tokens: Sequence[Token], mentions: Sequence[GoldMention]) -> tuple[Name, ...]:
    """Names out of the mentions: the run of proper nouns around the head, the shorter mention first."""
    taken: set[int] = set()
    found: dict[tuple[int, int], Label] = {}
    for mention in sorted(mentions, key=lambda m: m.end - m.first):
        at = mention.head
        titled = mention.tag == "NN" and mention.entity_type == "person" and at + 1 < mention.end
        at += titled and tokens[at + 1].tag == "NNP"  # "biologist Nick Bos": the head is the title
        if not tokens[at].tag.startswith("NNP") or mention.entity_type not in _LABELS:
            continue
        first, end = at, at + 1
        while first > mention.first and tokens[first - 1].tag in _NAME_TAGS:
            first -= 1
        while end < mention.end and tokens[end].tag in _NAME_TAGS:
            end += 1
        if taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            found[first, end] = _LABELS[mention.entity_type]
    return tuple(
        Name(Span(tokens[first].span.start, tokens[end - 1].span.end), label)
        for (first, end), label in sorted(found.items())
    )


def align(gold: GoldDocument, spans: Sequence[Span]) -> list[int | None]:
    """For each span the gold mention whose head it holds and whose bounds are nearest; each mention once."""
    tokens = gold.document.tokens
    starts, ends = [t.span.start for t in tokens], [t.span.end for t in tokens]
    by_head: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(gold.mentions):
        by_head[mention.head].append(number)
    used: set[int] = set()
    result: list[int | None] = []
    for span in spans:
        first = bisect_right(ends, span.start)
        end = max(first + 1, bisect_left(starts, span.end))
        fitting = [n for head in range(first, end) for n in by_head[head] if n not in used]
        if not fitting:  # "Nick Bos" in "biologist Nick Bos", whose head stands before
            before = (n for head in range(max(0, first - MAX_TITLE_TOKENS), first) for n in by_head[head])
            fitting = [n for n in before if n not in used and gold.mentions[n].end == end]
        best = min(fitting, key=lambda n: _distance(gold.mentions[n], first, end), default=None)
        used |= set() if best is None else {best}
        result.append(best)
    return result


def _distance(mention: GoldMention, first: int, end: int) -> int:
    return abs(mention.first - first) + abs(mention.end - end)
