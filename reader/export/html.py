"""Analysis → one HTML page that needs nothing else: no script, nothing loaded, a content policy that forbids both.

Takes an `Analysis`, gives a string. Every word of the article goes through `escaped`; addresses become links only when
they are http or https.
"""

import re
from collections.abc import Iterable
from html import escape

from reader.export.focus import NOBODY_SPEAKS, WITH_SUMMARY, Focus, focused_report
from reader.export.html_article import STYLE_OF_LABEL, article_html
from reader.export.points import Fact, Passage
from reader.export.report import Named, Report, Saying, Voice, mentions_in_words
from reader.text import Analysis

_STYLE = """
body { font: 1.05rem/1.6 Georgia, serif; color: #1a1a1a; background: #fff; margin: 0 }
main { max-width: 40rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3 { line-height: 1.25 } h2 { margin-top: 2.5rem; border-bottom: 1px solid #888 }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #888 }
cite, .origin, .role, .added { color: #555; font-style: normal }
a { color: #0645ad } a:focus, a:hover { outline: 2px solid }
mark { background: none; color: inherit; border-bottom: 2px solid #888 } .said { background: #f6f2e4 }
pre { white-space: pre-wrap }
@media (prefers-color-scheme: dark) { body { color: #e6e6e6; background: #141414 } a { color: #8ab4f8 }
cite, .origin, .role, .added { color: #aaa } .said { background: #2b2820 } }
"""

_PLACE_LINK = re.compile(r'<a href="#p\d+">(¶\d+)</a>')
"""As `_place` makes it; no word of an article can look so, for all are escaped."""


def render(analysis: Analysis, *, focus: Focus) -> str:
    """The document."""
    told = focused_report(analysis, focus)
    whole = focus.scope == "all"
    parts = [*_head(told), *_sections(told, focus)]
    if whole:
        parts += ["<h2>The article</h2>", article_html(analysis)]
    else:  # there are no paragraphs to lead to
        parts = [_PLACE_LINK.sub(r"\1", part) for part in parts]
    style = _STYLE + (STYLE_OF_LABEL if whole else "")
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(told.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
    )
    return head + "\n".join(parts) + "\n</main>\n</body>\n</html>\n"


def _sections(told: Report, focus: Focus) -> Iterable[str]:
    if focus.scope in WITH_SUMMARY:
        yield from _summary(told.summary)
    yield from _facts(told)
    yield from _timeline(told)
    if focus.scope == "dossier":
        yield from _named(told.named)
    if focus.scope == "voices" and not told.voices:
        yield f"<p>{NOBODY_SPEAKS}</p>"
    yield from _voices(told.voices)
    if focus.scope != "dossier":
        yield from _named(told.named)
    if told.passages:
        yield f"<h2>{told.heading}</h2>"
    yield from (f"<p>{_pieces(p)} {_place(p.paragraph)}</p>" for p in told.passages)


def _policy(style: str) -> str:
    """Nothing may load or run; of styles only this very one."""
    from base64 import b64encode
    from hashlib import sha256

    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _head(told: Report) -> Iterable[str]:
    yield f"<h1>{escape(told.title)}</h1>"
    origin = [escape(part) for part in told.origin]
    if told.url:
        origin.append(_link(told.url))
    if origin:
        yield f'<p class="origin">{" · ".join(origin)}</p>'


def _link(url: str) -> str:
    if not url.lower().startswith(("https://", "http://")):
        return escape(url)
    return f'<a href="{escape(url)}" rel="noopener noreferrer">{escape(url)}</a>'


def _place(paragraph: int) -> str:
    return f'<a href="#p{paragraph}">¶{paragraph}</a>'


def _summary(passages: tuple[Passage, ...]) -> Iterable[str]:
    yield "<h2>Summary</h2>"
    if not passages:
        yield "<p>There is nothing to summarise.</p>"
        return
    yield from _list(f"{_pieces(p)} {_place(p.paragraph)}" for p in passages)


def _pieces(passage: Passage) -> str:
    return "".join(
        f'<span class="added">{escape(piece.words)}</span>' if piece.inserted else escape(piece.words)
        for piece in passage.pieces
    )


def _list(items: Iterable[str]) -> Iterable[str]:
    yield "<ul>"
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ul>"


def _facts(told: Report) -> Iterable[str]:
    if told.facts:
        yield "<h2>Key facts</h2>"
        yield from _list(f"{_fact(f)} {_place(f.paragraph)}" for f in told.facts)


def _fact(fact: Fact) -> str:
    about = f'<span class="role"> · {escape(fact.subject)}</span>' if fact.subject else ""
    return f"<b>{escape(fact.words)}</b>{about}" + (f": {escape(fact.sentence)}" if fact.sentence else "")


def _timeline(told: Report) -> Iterable[str]:
    if told.timeline:
        yield "<h2>Timeline</h2>"
        yield from _list(f"<b>{e.when}</b>: {escape(e.sentence)} {_place(e.paragraph)}" for e in told.timeline)


def _voices(voices: tuple[Voice, ...]) -> Iterable[str]:
    if voices:
        yield "<h2>Who said what</h2>"
    for voice in voices:
        yield f"<h3>{escape(voice.name)}{_role(voice.role)}</h3>"
        yield from (_saying(voice.name, s) for s in voice.sayings)


def _saying(name: str, saying: Saying) -> str:
    source = [escape(name) + (" (uncertain)" if saying.uncertain else "")]
    source += [escape(part) for part in (saying.verb, *saying.circumstances) if part]
    cited = f"<cite>— {', '.join(source)}, {_place(saying.paragraph)}</cite>"
    return f"<blockquote><p>{escape(saying.phrase)}</p>{cited}</blockquote>"


def _role(role: str) -> str:
    return f'<span class="role">, {escape(role)}</span>' if role else ""


def _named(named: tuple[tuple[str, tuple[Named, ...]], ...]) -> Iterable[str]:
    for heading, things in named:
        yield f"<h2>{heading}</h2>"
        yield from _list(_thing(t) for t in things)


def _thing(thing: Named) -> str:
    also = f" (also {escape(', '.join(thing.aliases))})" if thing.aliases else ""
    count = mentions_in_words(thing.mentions)
    return f"<b>{escape(thing.name)}</b>{_role(thing.role)}{also}: {count}, first in {_place(thing.paragraph)}"
