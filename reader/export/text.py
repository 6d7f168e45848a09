"""Analysis → plain text that reads well aloud: words, no drawing, one thing a line.

Takes an `Analysis`, gives a string without control characters.
"""

from collections.abc import Iterable

from reader.export.report import Named, Report, Saying, Voice, mentions_in_words, report
from reader.text import Analysis


def render(analysis: Analysis, *, scope: str) -> str:
    """The document."""
    told = report(analysis)
    blocks = [*_head(told), *_summary(told)]
    if scope == "all":
        blocks += [*_facts(told), *_voices(told.voices), *_named(told.named)]
    return "\n\n".join(blocks) + "\n"


def _head(told: Report) -> Iterable[str]:
    yield "\n".join(part for part in (told.title, ", ".join(told.origin), told.url) if part)


def _summary(told: Report) -> Iterable[str]:
    lines = [f"{p.text} [paragraph {p.paragraph}]" for p in told.summary]
    yield "\n".join(["SUMMARY", *(lines or ["There is nothing to summarise."])])


def _facts(told: Report) -> Iterable[str]:
    if told.facts:
        lines = [f"{f.kind}: {f.text} = {f.normalized} [paragraph {f.paragraph}]" for f in told.facts]
        yield "\n".join(["KEY FACTS", *lines])


def _voices(voices: tuple[Voice, ...]) -> Iterable[str]:
    if voices:
        yield "WHO SAID WHAT"
    for voice in voices:
        head = f"{voice.name}, {voice.role}:" if voice.role else f"{voice.name}:"
        yield "\n".join([head, *(_saying(s) for s in voice.sayings)])


def _saying(saying: Saying) -> str:
    how = ", ".join(part for part in (saying.verb, *saying.circumstances) if part)
    doubt = "uncertain, " if saying.uncertain else ""
    return f"  {saying.text} [{how + ', ' if how else ''}{doubt}paragraph {saying.paragraph}]"


def _named(named: tuple[tuple[str, tuple[Named, ...]], ...]) -> Iterable[str]:
    for heading, things in named:
        yield "\n".join([heading.upper(), *(_thing(t) for t in things)])


def _thing(thing: Named) -> str:
    role = f", {thing.role}" if thing.role else ""
    also = f", also {', '.join(thing.aliases)}" if thing.aliases else ""
    return f"{thing.name}{role}{also}: {mentions_in_words(thing.mentions)}, first in paragraph {thing.paragraph}"
