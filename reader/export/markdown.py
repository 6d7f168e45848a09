"""Analysis → Markdown that can be sent on: CommonMark, every word of the article escaped.

Takes an `Analysis`, gives a string. Must not pass a word of the article through unescaped.
"""

import re
from collections.abc import Iterable

from reader.export.report import Fact, Named, Passage, Report, Saying, Voice, mentions_in_words, report
from reader.text import Analysis

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|#$]")
_BLOCK_START = re.compile(r"^([-+=:]|\d+(?=[.)]))")
"""What opens a list or underlines a heading when it stands first; digits by the sign behind them."""


def render(analysis: Analysis, *, scope: str) -> str:
    """The document."""
    told = report(analysis)
    blocks = [*_head(told), *_summary(told.summary)]
    if scope == "all":
        blocks += [*_facts(told.facts), *_voices(told.voices), *_named(told.named)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """`text`, one line of it, so that Markdown shows the very characters."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    start = _BLOCK_START.match(text)
    if start is None:
        return text
    sign = start.group()
    return f"{sign}\\{text[len(sign) :]}" if sign.isdigit() else f"\\{text}"


def _head(told: Report) -> Iterable[str]:
    yield f"# {escaped(told.title)}"
    origin = [escaped(part) for part in told.origin]
    if told.url:
        origin.append(escaped(told.url))
    if origin:
        yield " · ".join(origin)


def _summary(passages: tuple[Passage, ...]) -> Iterable[str]:
    yield "## Summary"
    lines = [f"- {escaped(p.text)} (¶{p.paragraph})" for p in passages]
    yield "\n".join(lines) or "There is nothing to summarise."


def _facts(facts: tuple[Fact, ...]) -> Iterable[str]:
    if facts:
        yield "## Key facts"
        yield "\n".join(f"- {f.kind}: {escaped(f.text)}{_meaning(f)} (¶{f.paragraph})" for f in facts)


def _meaning(fact: Fact) -> str:
    return f" = {escaped(fact.meaning)}" if fact.meaning else ""


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
