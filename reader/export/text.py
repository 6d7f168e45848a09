"""Analysis → plain text that reads well aloud: words, no drawing, one thing a line.

Takes an `Analysis`, gives a string without control characters.
"""

from collections.abc import Iterable

from reader.export.focus import NOBODY_SPEAKS, WITH_SUMMARY, Focus, focused_report
from reader.export.points import Fact
from reader.export.report import Named, Report, Saying, mentions_in_words
from reader.text import Analysis


def render(analysis: Analysis, *, focus: Focus) -> str:
    """The document."""
    told = focused_report(analysis, focus)
    blocks = [*head(told)]
    if focus.scope in WITH_SUMMARY:
        blocks += summary(told)
    blocks += [*facts(told), *timeline(told)]
    if focus.scope == "dossier":
        blocks += [*named(told), *voices(told), *_passages(told)]
    elif focus.scope == "voices" and not told.voices:
        blocks.append(NOBODY_SPEAKS)
    else:
        blocks += [*voices(told), *named(told), *_passages(told)]
    return "\n\n".join(blocks) + "\n"


def _passages(told: Report) -> Iterable[str]:
    if told.passages:
        yield told.heading.upper()
    yield from (f"{p.text} [paragraph {p.paragraph}]" for p in told.passages)


def head(told: Report) -> Iterable[str]:
    """Title and origin."""
    yield "\n".join(part for part in (told.title, ", ".join(told.origin), told.url) if part)


def summary(told: Report) -> Iterable[str]:
    """The summary, or that there is none."""
    lines = [f"{p.text} [paragraph {p.paragraph}]" for p in told.summary]
    yield "\n".join(["SUMMARY", *(lines or ["There is nothing to summarise."])])


def facts(told: Report) -> Iterable[str]:
    """Amounts and counts with their sentences; nothing when there are none."""
    if told.facts:
        yield "\n".join(["KEY FACTS", *(_fact(f) for f in told.facts)])


def _fact(fact: Fact) -> str:
    about = f", {fact.subject}" if fact.subject else ""
    return f"{fact.words}{about}{f': {fact.sentence}' if fact.sentence else ''} [paragraph {fact.paragraph}]"


def timeline(told: Report) -> Iterable[str]:
    """What happened when; nothing when hardly anything is dated."""
    if told.timeline:
        lines = [f"{e.when}: {e.sentence} [paragraph {e.paragraph}]" for e in told.timeline]
        yield "\n".join(["TIMELINE", *lines])


def people(told: Report) -> Iterable[str]:
    """Those that matter, with their roles."""
    if told.people:
        yield "\n".join(["PEOPLE", *(f"{p.name}, {p.role}" if p.role else p.name for p in told.people)])


def voices(told: Report) -> Iterable[str]:
    """Who said what, a block for each voice."""
    if told.voices:
        yield "WHO SAID WHAT"
    for voice in told.voices:
        head = f"{voice.name}, {voice.role}:" if voice.role else f"{voice.name}:"
        yield "\n".join([head, *(_saying(s) for s in voice.sayings)])


def _saying(saying: Saying) -> str:
    how = ", ".join(part for part in (saying.verb, *saying.circumstances) if part)
    doubt = "uncertain, " if saying.uncertain else ""
    return f"  {saying.phrase} [{how + ', ' if how else ''}{doubt}paragraph {saying.paragraph}]"


def named(told: Report) -> Iterable[str]:
    """The named things, a block for each heading."""
    for heading, things in told.named:
        yield "\n".join([heading.upper(), *(_thing(t) for t in things)])


def _thing(thing: Named) -> str:
    role = f", {thing.role}" if thing.role else ""
    also = f", also {', '.join(thing.aliases)}" if thing.aliases else ""
    count = mentions_in_words(thing.mentions)
    return f"{thing.name}, {thing.kind}{role}{also}: {count}, first in paragraph {thing.paragraph}"
