"""Names of bodies, places and all else tied together; values by their normal form.

Takes typed names with their words, gives a key for each: equal keys are one thing. Acronyms meet their long forms,
heads and first words meet the full name of a body. A nationality is never its country.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reader.nlp.coref import lexicon
from reader.nlp.coref.groups import group_key
from reader.text import VALUE_LABELS, Label, Name

_US = frozenset(
    ("us", "u.s.", "u.s", "usa", "u.s.a.", "united states", "united states of america", "america", "states")
)
_UK = frozenset(("uk", "u.k.", "u.k", "united kingdom", "britain", "great britain"))
_COUNTRY_FORMS = {**dict.fromkeys(_US, "united states"), **dict.fromkeys(_UK, "united kingdom")}
_COUNTRY_FORMS |= {"un": "united nations", "u.n.": "united nations", "eu": "european union", "e.u.": "european union"}
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_EDGES = " \t\n\u00a0“”‘\"',;:()[]*_"
_POSSESSIVE = re.compile(r"[’']s?$")
_COMPANY_FORM = re.compile(
    r",?\s+(?:inc|corp|corporation|ltd|limited|plc|llc|co|company|group|holdings|gmbh|ag|sa|nv)\.?$", re.IGNORECASE
)
_SMALL = frozenset("of the and for in on a an to &".split())
_PLACES: frozenset[Label] = frozenset(("GPE", "LOC", "FACILITY"))
_BODIES: frozenset[Label] = frozenset(("ORG", "FACILITY", "WORK", "PRODUCT"))
MIN_ACRONYM_CHARS = 2
MAX_ACRONYM_CHARS = 7
CACHED_FORMS = 20_000  # each name of an article is asked for some four times

Key = tuple[str, str]


@lru_cache(CACHED_FORMS)
def base_form(words: str) -> str:
    """A name without article, possessive mark and white space, its case kept."""
    return " ".join(_POSSESSIVE.sub("", _ARTICLE.sub("", words.strip(_EDGES))).split())


def _family(label: Label) -> str:
    """Labels between which one name may waver without being another thing."""
    if label in _PLACES:
        return "place"
    return "body" if label in _BODIES else label


def thing_keys(names: Sequence[Name], text: str) -> list[Key]:
    """The key of each name, in the order given."""
    forms = [base_form(n.span.of(text)) for n in names]
    keys = [_plain_key(n, f) for n, f in zip(names, forms, strict=True)]
    long_forms = _long_forms(names, forms, keys) | _in_brackets(names, forms, keys, text)
    return [_last(long_forms, key) for key in keys]


def _in_brackets(names: Sequence[Name], forms: Sequence[str], keys: Sequence[Key], text: str) -> dict[Key, Key]:
    """The key of an acronym in brackets → that of the name right before: "University of Lagos (UNILAG)"."""
    found: dict[Key, Key] = {}
    for at, (name, after) in enumerate(pairwise(names)):
        between, short = text[name.span.end : after.span.start], forms[at + 1]
        if between.strip() != "(" or text[after.span.end : after.span.end + 1] != ")" or not short.isupper():
            continue
        fits = name.label not in VALUE_LABELS and name.label != "PERSON" and _in_order(short, forms[at])
        if fits and " " in forms[at] and keys[at] != keys[at + 1]:
            found[keys[at + 1]] = keys[at]
    return found


def _in_order(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` one behind the other, and both begin alike."""
    rest = iter(long.lower())
    return short[:1].lower() == long[:1].lower() and all(c in rest for c in short.lower())


def _plain_key(name: Name, form: str) -> Key:
    if name.label in VALUE_LABELS:
        return (name.label, name.normalized or form.lower())
    lower = form.lower()
    if name.label in _PLACES or name.label == "ORG":
        country = lower if form.isupper() or lower != "us" else ""
        if country in _COUNTRY_FORMS:
            known = _COUNTRY_FORMS[country]
            return ("place" if known.startswith("united") and "nation" not in known else "body", known)
    if name.label == "NORP":
        lower = group_key(form)
    if name.label == "ORG":
        lower = _COMPANY_FORM.sub("", lower) or lower
    return (_family(name.label), lower)


def _long_forms(names: Sequence[Name], forms: Sequence[str], keys: Sequence[Key]) -> dict[Key, Key]:
    """Short key → the key of the one full name that it stands for."""
    bodies = {k: f for n, f, k in zip(names, forms, keys, strict=True) if n.label in _BODIES and k[0] == "body"}
    owners: dict[str, dict[Key, None]] = defaultdict(dict)
    for key, form in bodies.items():
        for short in _short_forms(form, key):
            owners[short][key] = None
    places = {k[1] for n, k in zip(names, keys, strict=True) if n.label in _PLACES}
    result: dict[Key, Key] = {}
    for key in bodies:
        found = [k for k in owners.get(key[1], ()) if k != key]
        if len(found) == 1 and key[1] not in places:
            result[key] = found[0]
    return result


def _last(table: Mapping[Key, Key], key: Key) -> Key:
    """Follows short → full to its end; a ring ends where it began."""
    seen = {key}
    while key in table and table[key] not in seen:
        key = table[key]
        seen.add(key)
    return key


def _short_forms(form: str, key: Key) -> list[str]:
    """What a body may be called again: its acronym, its first word, its head ("Council")."""
    words = form.split()
    if len(words) == 1:
        return []
    capitals = [w for w in words if w.lower() not in _SMALL]
    acronym = "".join(w[0] for w in capitals)
    whole = "".join(w[0] for w in words)
    result = [a.lower() for a in (acronym, whole) if MIN_ACRONYM_CHARS <= len(a) <= MAX_ACRONYM_CHARS]
    result += [".".join(a) + "." for a in result]
    if not capitals:
        return []
    if capitals[-1].lower() in lexicon.org_nouns():
        result.append(capitals[-1].lower())
    if len(capitals) > 1 and capitals[0].lower() not in _COMMON_FIRST:
        result.append(capitals[0].lower())
        result.append(" ".join(words[:-1]).lower())
    return [r for r in dict.fromkeys(result) if r != key[1]]


_COMMON_FIRST = frozenset(
    """national international royal united american british european federal state house senate white supreme central
    north south east west northern southern eastern western new old great first department ministry university bank
    world democratic republican social labour green general public city county high court free us u.s.""".split()
)
