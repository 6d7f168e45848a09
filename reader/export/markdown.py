"""Analysis → Markdown that can be sent on: CommonMark, every word of the article escaped.

Takes an `Analysis`, gives a string. Must not pass a word of the article through unescaped.
"""

import re
from collections.abc import Iterable

from reader.export.focus import NOBODY_SPEAKS, WITH_SUMMARY, Focus, focused_report
from reader.export.points import Dated, Fact, Passage
from reader.export.report import Named, Report, Saying, Voice, mentions_in_words
from reader.text import Analysis
from reader.text.shown import Piece

_MARKUP = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would take the next sign away
    r"|[`*]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word an underscore is no emphasis
    r"|\[(?=\^)|\](?=[(\[:])"  # what makes a link, a reference or a footnote of brackets
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|~(?=~)|(?<=~)~"
    r"|(?<=\s)#(?=#*$)"  # would close a heading
)
_BLOCK_START = re.compile(
    r"(?P<number>\d{1,9})(?=[.)](?:\s|$))"  # "1. " is an item, "4.2 million" none
    r"|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|\||={1,}\s*$|-[\s-]*$|~{3}|\[[ xX]\](?:\s|$)|[:|-]+$)"
)
"""What opens a block when it stands first."""


def render(analysis: Analysis, *, focus: Focus) -> str:
    """The document."""
    told = focused_report(analysis, focus)
    blocks = [*_head(told)]
    if focus.scope in WITH_SUMMARY:
        blocks += _summary(told.summary)
    blocks += [*_facts(told.facts), *_timeline(told.timeline)]
    if focus.scope == "dossier":
        blocks += [*_named(told.named), *_voices(told.voices), *_passages(told)]
    elif focus.scope == "voices" and not told.voices:
        blocks.append(NOBODY_SPEAKS)
    else:
        blocks += [*_voices(told.voices), *_named(told.named), *_passages(told)]
    return "\n\n".join(blocks) + "\n"


def _passages(told: Report) -> Iterable[str]:
    if told.passages:
        yield f"## {told.heading}"
    yield from (f"{_pieces(p)} (¶{p.paragraph})" for p in told.passages)


def escaped(text: str, *, opens: bool = True) -> str:
    """`text`, one line of it, so that Markdown shows the very characters; only what would be read as markup is escaped.

    Args:
        text: harmless and on one line.
        opens: whether it stands at the beginning of a block.
    """
    start = _BLOCK_START.match(text) if opens else None
    body = _MARKUP.sub(r"\\\g<0>", text)
    if start is None or body[:1] == "\\":
        return body
    number = start["number"] or ""
    return f"{number}\\{body[len(number) :]}"


def _head(told: Report) -> Iterable[str]:
    yield f"# {escaped(told.title)}"
    origin = [escaped(part) for part in told.origin]
    if told.url:
        origin.append(escaped(told.url))
    if origin:
        yield " · ".join(origin)


def _summary(passages: tuple[Passage, ...]) -> Iterable[str]:
    yield "## Summary"
    lines = [f"- {_pieces(p)} (¶{p.paragraph})" for p in passages]
    yield "\n".join(lines) or "There is nothing to summarise."


def _pieces(passage: Passage) -> str:
    """The sentence, the reader's own words in italics."""
    words = passage.text
    if not any(_is_bracketed(piece) for piece in passage.pieces):
        return escaped(words)
    parts = [
        _italic(p.words) if _is_bracketed(p) else escaped(p.words, opens=n == 0) for n, p in enumerate(passage.pieces)
    ]
    return "".join(parts)


def _is_bracketed(piece: Piece) -> bool:
    return piece.inserted and "[" in piece.words


def _italic(words: str) -> str:
    body = words.strip()
    return words.replace(body, f"*{escaped(body, opens=False)}*")


def _facts(facts: tuple[Fact, ...]) -> Iterable[str]:
    if facts:
        yield "## Key facts"
        yield "\n".join(f"- {_fact(f)} (¶{f.paragraph})" for f in facts)


def _fact(fact: Fact) -> str:
    about = f" ({escaped(fact.subject)})" if fact.subject else ""
    return f"**{escaped(fact.words)}**{about}" + (f": {escaped(fact.sentence, opens=False)}" if fact.sentence else "")


def _timeline(events: tuple[Dated, ...]) -> Iterable[str]:
    if events:
        yield "## Timeline"
        yield "\n".join(f"- **{e.when}**: {escaped(e.sentence, opens=False)} (¶{e.paragraph})" for e in events)


def _voices(voices: tuple[Voice, ...]) -> Iterable[str]:
    if voices:
        yield "## Who said what"
    for voice in voices:
        yield f"### {escaped(voice.name)}" + (f", {escaped(voice.role)}" if voice.role else "")
        yield from (_saying(voice.name, s) for s in voice.sayings)


def _saying(name: str, saying: Saying) -> str:
    source = [f"— {escaped(name)}" + (" (uncertain)" if saying.uncertain else "")]
    source += [escaped(part) for part in (saying.verb, *saying.circumstances) if part]
    return f"> {escaped(saying.phrase)}\n>\n> {', '.join(source)}, ¶{saying.paragraph}"


def _named(named: tuple[tuple[str, tuple[Named, ...]], ...]) -> Iterable[str]:
    for heading, things in named:
        yield f"## {heading}"
        yield "\n".join(_thing(t) for t in things)


def _thing(thing: Named) -> str:
    role = f", {escaped(thing.role)}" if thing.role else ""
    also = f" (also {', '.join(escaped(a) for a in thing.aliases)})" if thing.aliases else ""
    return f"- **{escaped(thing.name)}**{role}{also}: {mentions_in_words(thing.mentions)}, first in ¶{thing.paragraph}"
