"""Sentences of the training articles turned round: "Ann Lee said it rains" as "It rains, said Ann Lee".

The corpus is of one field and country, whose papers put the speaker first; other papers put the speaker last, or behind
"according to". Takes a corpus line with its document, gives a line of paragraphs in which such sentences are turned,
each in one way, with what else the corpus says about these paragraphs.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from reader.nlp.document import Document
from reader.nlp.quotes.cues import cue_class
from reader.text import Span

TURNS = 2
"""Ways in which each sentence is turned."""
MIN_CONTENT_CHARS = 25
MAX_CONTENT_CHARS = 220
MAX_SOURCE_CHARS = 70
CLASSES = frozenset("say state report note explain confirm add warn claim predict argue".split())
"""Of cues whose sentences can be turned without being odd."""
_NOT_LAST = frozenset("i he she we they it who".split())
"""Nobody writes "said she" in the news, nor "according to he"."""
_TIMES = ("on Tuesday", "Thursday", "in a statement", "on Twitter late Sunday", "last week", "at a news conference")
_TOLD = ("told reporters", "told the newspaper", "told CNN", "told lawmakers on Friday", "told a crowd in Ohio")


class Turned(NamedTuple):
    """A sentence in its new order, and where its parts begin and end in it."""

    text: str
    content: Span
    source: Span
    cue: Span


class _Parts(NamedTuple):
    content: str
    """As it opens a sentence."""
    inner: str
    """As it stands within one."""
    source: str
    """As it stands within a sentence."""
    verb: str


def turned_lines(line: dict[str, Any], document: Document) -> list[dict[str, Any]]:
    """As many lines of turned paragraphs as there are `TURNS`, each turned in another way; none where none can be."""
    return [turned for turn in range(TURNS) if (turned := _turned_line(line, document, turn)) is not None]


def _turned_line(line: dict[str, Any], document: Document, turn: int) -> dict[str, Any] | None:
    text, at = line["text"], 0
    pieces: list[str] = []
    quotes: list[dict[str, Any]] = []
    for paragraph in document.article.paragraphs:
        inside = [q for q in line["quotes"] if paragraph.span.contains(Span(q["start"], q["end"]))]
        found = next(_turnable(document, paragraph.span, inside), None)
        if found is None:
            continue
        quote, sentence, parts = found
        way = _WAYS[(sentence.start + turn * len(_WAYS) // TURNS) % len(_WAYS)]
        turned = way(parts, sentence.start)
        if turned is None:
            continue
        before, behind = text[paragraph.span.start : sentence.start], text[sentence.end : paragraph.span.end]
        quotes += _shifted(inside, quote, sentence, turned, at - paragraph.span.start)
        pieces.append(before + turned.text + behind)
        at += len(pieces[-1]) + 1
    return {"id": f"{line['id']} turned", "text": "\n".join(pieces), "quotes": quotes} if pieces else None


def _turnable(
    document: Document, paragraph: Span, quotes: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], Span, _Parts]]:
    """The quotes that fill a sentence in the order source, verb, content."""
    text = document.text
    for sentence in document.sentences:
        if not paragraph.contains(sentence.span):
            continue
        here = [q for q in quotes if sentence.span.overlaps(Span(q["start"], q["end"]))]
        quote = next((q for q in here if q["speaker_start"] == sentence.span.start), None)
        if quote is None or not _is_plain(text, quote, sentence.span):
            continue
        (start, end), (_, _, verb) = quote["spans"][0], quote["cue"][0]
        content = text[start:end].removeprefix("that ").strip()
        tags = {t.span.start: t.tag for t in document.tokens[sentence.first_token : sentence.end_token]}
        source = text[quote["speaker_start"] : quote["speaker_end"]]
        if not tags.get(quote["speaker_start"], "").startswith("NNP"):
            source = source[0].lower() + source[1:]
        yield quote, sentence.span, _Parts(content[0].upper() + content[1:], content, source, verb)


def _is_plain(text: str, quote: dict[str, Any], sentence: Span) -> bool:
    if quote["kind"] != "indirect" or len(quote["spans"]) != 1 or len(quote["cue"]) != 1:
        return False
    (start, end), (cue_start, cue_end, verb) = quote["spans"][0], quote["cue"][0]
    fills = text[end : sentence.end].strip() == "." and not text[quote["speaker_end"] : cue_start].strip()
    sized = MIN_CONTENT_CHARS <= end - start <= MAX_CONTENT_CHARS
    short = quote["speaker_end"] - quote["speaker_start"] <= MAX_SOURCE_CHARS
    says = verb.isalpha() and cue_class(verb.lower(), "VBD") in CLASSES
    clause = not text[start:end].startswith("to ")
    return fills and sized and short and says and clause and not text[cue_end:start].strip()


def _shifted(
    quotes: list[dict[str, Any]], turned_quote: dict[str, Any], sentence: Span, turned: Turned, shift: int
) -> Iterator[dict[str, Any]]:
    """The paragraph's quotes where they stand now; those inside the turned sentence but its own are left out."""
    grown = len(turned.text) - sentence.length_chars
    for quote in quotes:
        if quote is turned_quote:
            at = sentence.start + shift
            yield {
                **quote,
                "start": at + turned.content.start,
                "end": at + turned.content.end,
                "spans": [[at + turned.content.start, at + turned.content.end]],
                "speaker_start": at + turned.source.start,
                "speaker_end": at + turned.source.end,
                "cue": [[at + turned.cue.start, at + turned.cue.end, turned.cue.of(turned.text)]],
            }
            continue
        places = [*quote["spans"], *([c[0], c[1]] for c in quote["cue"])]
        if quote["speaker_start"] is not None:
            places.append([quote["speaker_start"], quote["speaker_end"]])
        if all(end <= sentence.start for _, end in places):
            yield _moved(quote, shift)
        elif all(start >= sentence.end for start, _ in places):
            yield _moved(quote, shift + grown)


def _moved(quote: dict[str, Any], by: int) -> dict[str, Any]:
    named = quote["speaker_start"] is not None
    return {
        **quote,
        "start": quote["start"] + by,
        "end": quote["end"] + by,
        "spans": [[a + by, b + by] for a, b in quote["spans"]],
        "speaker_start": quote["speaker_start"] + by if named else None,
        "speaker_end": quote["speaker_end"] + by if named else None,
        "cue": [[a + by, b + by, words] for a, b, words in quote["cue"]],
    }


def _joined(*pieces: tuple[str, str]) -> Turned:
    """Pieces of text with their roles ("content", "source", "cue", or nothing) as one sentence."""
    text, spans = "", {}
    for words, role in pieces:
        if role:
            spans[role] = Span(len(text), len(text) + len(words))
        text += words
    return Turned(text, spans["content"], spans["source"], spans["cue"])


def _source_last(parts: _Parts, number: int) -> Turned | None:  # noqa: ARG001 -- as the other ways
    """It rains, Ann Lee said."""
    return _joined(
        (parts.content, "content"), (", ", ""), (parts.source, "source"), (" ", ""), (parts.verb, "cue"), (".", "")
    )


def _verb_first(parts: _Parts, number: int) -> Turned | None:  # noqa: ARG001 -- as the other ways
    """It rains, said Ann Lee."""
    if parts.source.lower() in _NOT_LAST:
        return None
    return _joined(
        (parts.content, "content"), (", ", ""), (parts.verb, "cue"), (" ", ""), (parts.source, "source"), (".", "")
    )


def _told(parts: _Parts, number: int) -> Turned:
    """It rains, Ann Lee told reporters."""
    told = _TOLD[number % len(_TOLD)]
    return _joined(
        (parts.content, "content"),
        (", ", ""),
        (parts.source, "source"),
        (" ", ""),
        ("told", "cue"),
        (told[4:] + ".", ""),
    )


def _dated(parts: _Parts, number: int) -> Turned:
    """It rains, Ann Lee said on Tuesday."""
    when = _TIMES[number % len(_TIMES)]
    return _joined(
        (parts.content, "content"),
        (", ", ""),
        (parts.source, "source"),
        (" ", ""),
        (parts.verb, "cue"),
        (f" {when}.", ""),
    )


def _according_first(parts: _Parts, number: int) -> Turned | None:  # noqa: ARG001 -- as the other ways
    """According to Ann Lee, it rains."""
    if parts.source.lower() in _NOT_LAST:
        return None
    return _joined(
        ("According to", "cue"), (" ", ""), (parts.source, "source"), (", ", ""), (parts.inner, "content"), (".", "")
    )


def _according_last(parts: _Parts, number: int) -> Turned | None:  # noqa: ARG001 -- as the other ways
    """It rains, according to Ann Lee."""
    if parts.source.lower() in _NOT_LAST:
        return None
    return _joined(
        (parts.content, "content"), (", ", ""), ("according to", "cue"), (" ", ""), (parts.source, "source"), (".", "")
    )


_WAYS: tuple[Callable[[_Parts, int], Turned | None], ...] = (
    _source_last, _verb_first, _dated, _according_first, _told, _according_last, _verb_first,
)  # fmt: skip
