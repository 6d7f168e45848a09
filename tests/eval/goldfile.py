"""Gold files: an article's text with marks in it, and a header that says what the marks stand for.

    entities:
    1 PERSON Maria Ortega
    quotes:
    1 direct 1
    summary:
    A reference sentence.
    ---
    ⟪1|“We won,”⟫ ⟦1p|she⟧ said.

`⟦1n|…⟧` is a mention of entity 1: n a name, d a description, p a pronoun; mentions may nest. `⟪1|…⟫` is a piece of
quote 1; quotes may nest too. A quote's line says its number, its kind and its speaker: an entity's number, or "-" for
nobody. Without the marks the text is the article's, to the letter; the gate checks it. Values (dates, times, amounts)
are left out: in a draft too.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from reader.text import VALUE_LABELS, Analysis, Span

_MARK = re.compile(r"⟦(\d+)([ndp])\||⟪(\d+)\||⟧|⟫")
KINDS = {"n": "name", "d": "nominal", "p": "pronoun"}
LETTERS = {kind: letter for letter, kind in KINDS.items()}
LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "NORP", "FACILITY", "EVENT", "WORK", "LAW", "PRODUCT"))
QUOTE_KINDS = frozenset(("direct", "mixed", "indirect"))


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One thing and where it is meant."""

    name: str
    label: str
    mentions: tuple[tuple[Span, str], ...]
    """(place, kind)."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """Something said; `speaker` is an index into the entities."""

    kind: str
    contents: tuple[Span, ...]
    speaker: int | None


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article."""

    text: str
    entities: tuple[GoldEntity, ...]
    quotes: tuple[GoldQuote, ...]
    summary: tuple[str, ...]


class GoldError(ValueError):
    """A gold file is not well formed; the message says where."""


def read(path: Path) -> Gold:
    """The gold of one file.

    Raises:
        GoldError: a mark is not closed, or a number has no line in the header.
    """
    head, separator, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not separator:
        raise GoldError(f"{path.name}: no line with three dashes; put one between header and text")
    sections = _sections(head)
    text, mentions, pieces = _strip(path.name, body.rstrip("\n"))
    rows = [_fields(path.name, line) for line in sections["entities"]]
    quoted = [_fields(path.name, line) for line in sections["quotes"]]
    _check(path.name, "entity", [row[0] for row in rows], {n for n, _, _ in mentions})
    _check(path.name, "quote", [row[0] for row in quoted], {n for n, _ in pieces})
    _check_words(path.name, rows, quoted)
    numbers = {row[0]: index for index, row in enumerate(rows)}
    entities = tuple(
        GoldEntity(name, label, tuple(sorted((span, kind) for n, kind, span in mentions if n == number)))
        for number, label, name in rows
    )
    quotes = tuple(_quote(fields, pieces, numbers) for fields in quoted)
    return Gold(text, entities, quotes, tuple(sections["summary"]))


def _fields(name: str, line: str) -> tuple[str, str, str]:
    fields = line.split(maxsplit=2)
    if len(fields) != 3:
        raise GoldError(f"{name}: {line!r} has not three parts; write number, label and name, or number, kind, speaker")
    return fields[0], fields[1], fields[2]


def _check(name: str, what: str, header: list[str], used: set[str]) -> None:
    """Every number has one line in the header and stands in the text."""
    if len(set(header)) != len(header):
        raise GoldError(f"{name}: two lines of the header have the same {what} number")
    if set(header) != used:
        wrong = sorted(set(header) ^ used, key=int)
        raise GoldError(f"{name}: {what} {', '.join(wrong)} stands in the header or in the text and not in both")


def _check_words(name: str, rows: list[tuple[str, str, str]], quoted: list[tuple[str, str, str]]) -> None:
    """Labels, kinds and speakers are ones that there are."""
    speakers = {"-", *(row[0] for row in rows)}
    wrong = [row for row in rows if row[1] not in LABELS]
    wrong += [row for row in quoted if row[1] not in QUOTE_KINDS or row[2] not in speakers]
    if wrong:
        raise GoldError(f"{name}: {' '.join(wrong[0])!r} has a label, a kind or a speaker that there is not")


def _sections(head: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {"entities": [], "quotes": [], "summary": []}
    current: list[str] = []
    for line in head.splitlines():
        if line.rstrip(":") in sections:
            current = sections[line.rstrip(":")]
        elif line.strip():
            current.append(line.strip())
    return sections


def _quote(fields: tuple[str, str, str], pieces: list[tuple[str, Span]], numbers: dict[str, int]) -> GoldQuote:
    number, kind, speaker = fields
    contents = tuple(sorted(span for n, span in pieces if n == number))
    return GoldQuote(kind, contents, None if speaker == "-" else numbers[speaker])


def _strip(name: str, body: str) -> tuple[str, list[tuple[str, str, Span]], list[tuple[str, Span]]]:
    """The text without marks, the mentions as (number, kind, place), the quotes' pieces as (number, place)."""
    parts: list[str] = []
    length = last = 0
    opened: list[tuple[str, str, int]] = []
    mentions: list[tuple[str, str, Span]] = []
    pieces: list[tuple[str, Span]] = []
    for match in _MARK.finditer(body):
        parts.append(body[last : match.start()])
        length += match.start() - last
        last = match.end()
        if match[0] not in "⟧⟫":
            opened.append((match[1] or match[3], KINDS[match[2]] if match[2] else "", length))
            continue
        at = next((i for i in reversed(range(len(opened))) if bool(opened[i][1]) == (match[0] == "⟧")), None)
        if at is None:
            raise GoldError(
                f"{name}: {match[0]} closes nothing near {body[max(0, match.start() - 40) : match.end()]!r}"
            )
        number, kind, start = opened.pop(at)
        if kind:
            mentions.append((number, kind, Span(start, length)))
        else:
            pieces.append((number, Span(start, length)))
    if opened:
        raise GoldError(f"{name}: {opened[0][0]} is never closed")
    return "".join([*parts, body[last:]]), mentions, pieces


def draft(analysis: Analysis) -> str:
    """A gold file made from an analysis: where a hand starts to correct."""
    things = [e for e in analysis.entities if e.label not in VALUE_LABELS]
    entities = {e.id: n for n, e in enumerate(things, 1)}
    head = ["entities:", *(f"{n} {e.label} {e.name}" for n, e in enumerate(things, 1)), "quotes:"]
    for n, q in enumerate(analysis.quotes, 1):
        speaker = q.speaker.entity if q.speaker else None
        head.append(f"{n} {q.kind} {entities.get(speaker or '', '-')}")
    text = analysis.article.text
    head += ["summary:", *(" ".join(s.span.of(text).split()) for s in analysis.summary), "---"]
    marks = [(m.span, f"⟦{entities[e.id]}{LETTERS[m.kind]}|", "⟧") for e in things for m in e.mentions] + [
        (c, f"⟪{n}|", "⟫") for n, q in enumerate(analysis.quotes, 1) for c in q.contents
    ]
    opens = sorted((s.start, -s.end, left) for s, left, _ in marks)
    closes = sorted((s.end, -s.start, right) for s, _, right in marks)
    inserts = [(at, 1, order, left) for order, (at, _, left) in enumerate(opens)]
    inserts += [(at, 0, order, right) for order, (at, _, right) in enumerate(closes)]
    parts, last = [], 0
    for at, _, _, words in sorted(inserts):
        parts += [text[last:at], words]
        last = at
    return "\n".join(head) + "\n" + "".join([*parts, text[last:]]) + "\n"
