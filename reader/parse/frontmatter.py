"""The metadata above an article: a `---` block or leading `Title: …` lines. Takes text, gives values and the rest.

A small reader of `key: value`, no YAML: nested values other than a list of strings are skipped.
"""

import re
from typing import NamedTuple

MAX_HEADER_LINES = 60  # a longer block is no front matter, and a file that opens with a rule must stay cheap
_KEYS = {
    "title": "title", "headline": "title",
    "source": "source", "publisher": "source", "publication": "source", "site": "source",
    "author": "author", "authors": "author", "byline": "author", "by": "author",
    "published": "published", "date": "published", "pubdate": "published",
    "url": "url", "link": "url", "canonical": "url",
}  # fmt: skip
_PAIR = r"^([A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$"
_ADDRESS = re.compile(r"\s*(https?://\S+)[ \t]*\n(?=\s*\S)(?!\s*https?://\S+[ \t]*(?:\n|$))")
"""An address alone on the first line, as many a saved article has it, and words below; a list of them is a text."""
_ITEM = r"^\s*-[ \t]+(.+)$"


class FrontMatter(NamedTuple):
    """What a header says; None where it says nothing."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The metadata and the text below it (all of `text` when there is no header)."""
    address = _ADDRESS.match(text)
    if address is not None:
        meta, body = split_front_matter(text[address.end() :])
        return meta._replace(url=meta.url or address[1]), body
    lines = text.lstrip("\n").split("\n", MAX_HEADER_LINES)
    fenced = lines[0].rstrip() == "---"
    end = _fence_end(lines) if fenced else _header_end(lines)
    if end is None:
        return FrontMatter(), text
    pairs = _pairs(lines[1 : end - 1] if fenced else lines[:end])
    return FrontMatter(**pairs), "\n".join(lines[end:])


def _fence_end(lines: list[str]) -> int | None:
    """One past the closing fence; None when the rule opens no `key: value` block."""
    for index, line in enumerate(lines[1:MAX_HEADER_LINES], 1):
        if line.rstrip() in {"---", "..."}:
            inner = [x for x in lines[1:index] if x.strip()]
            return index + 1 if inner and _pair(inner[0]) else None
    return None


def _header_end(lines: list[str]) -> int | None:
    """One past the last leading `Key: value` line; None unless a title or two known keys open the text."""
    keys: list[str] = []
    for line in lines[:MAX_HEADER_LINES]:
        pair = _pair(line)
        if pair is None or pair[1].lower() not in _KEYS or not pair[2]:
            if line.strip():
                return None
            break
        keys.append(_KEYS[pair[1].lower()])
    # "By: Jane" alone, or "Source: a court file" alone, may be a sentence of the article.
    return len(keys) if keys[:1] == ["title"] or len(set(keys)) > 1 else None


def _pair(line: str) -> re.Match[str] | None:
    return re.match(_PAIR, line) if ":" in line else None


def _pairs(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    key: str | None = None
    for line in lines:
        item, pair = re.match(_ITEM, line), _pair(line)
        if pair:
            key = _KEYS.get(pair[1].lower())
            value = _value(pair[2] or "")
        else:
            value = _value(item[1]) if item else ""
        if key and value:
            found[key] = f"{found[key]}, {value}" if item and key in found else found.get(key, value)
    return found


def _value(raw: str) -> str:
    raw = raw.strip()
    if raw.startswith("[") and raw.endswith("]"):
        return ", ".join(filter(None, (_unquoted(part.strip()) for part in raw[1:-1].split(","))))
    return _unquoted(raw)


def _unquoted(raw: str) -> str:
    if len(raw) > 1 and raw[0] == raw[-1] == '"':
        return re.sub(r"\\(.)", r"\1", raw[1:-1])
    if len(raw) > 1 and raw[0] == raw[-1] == "'":
        return raw[1:-1].replace("''", "'")
    return raw
