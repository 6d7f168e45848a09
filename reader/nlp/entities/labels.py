"""Model classes → the labels of the format, by lists and by the words a name is made of.

Takes a name's words and its neighbouring characters, gives one label. The heads are our own selection.
"""

import re
from functools import lru_cache
from typing import cast

from reader.nlp.entities.lists import CACHED_NAMES, label_of
from reader.text import Label


def _ends(words: str) -> re.Pattern[str]:
    """A name of two words and more that ends so."""
    return re.compile(rf"\w (?:{'|'.join(words.split())})$")


def _holds(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b")


_SITE = """Airport Bridge Stadium Towers? Palace Cathedral Prison Dam Zoo Bypass Road Street Avenue Square Mosque Park
    Plaza Mine Castle Bazaar"""
_OTHER_SITES = """Station Arena Hotel Museum Hospital Highway Motorway Port Terminal Tunnel Hall Temple Church Building
    Pier Embassy"""
_FACILITY = re.compile(rf"\b(?:{'|'.join([*_SITE.split(), *_OTHER_SITES.split()])})$")
_SITE_TAIL = _ends(_SITE)
_LAND = _holds(
    """Rivers? Lakes? Sea Ocean Bay Gulf Strait Channel Canal Mount Mountains? Hills? Valley Islands? Peninsula
    Cape Coast Desert Forest Basin Delta Falls Glacier Plateau Reef Beach Creek Highlands Seamount North
    South East West Arctic"""
)
_LAND_TAIL = _ends(
    """River Lake Sea Ocean Bay Strait Canal Mountains? Hills? Valley Islands? Peninsula Desert Basin Delta Glacier
    Plateau Reef Creek Highlands Seamount"""
)
_EVENT = _holds(
    r"""Cup Games Olympics Championships? War Festival [Ss]ummit Election Conference Open Grand\sPrix Marathon Day
    Revolution Uprising Final Tour Super\sBowl Awards? Prize Hurricane\s\w+ Typhoon\s\w+ Cyclone\s\w+"""
)
_EVENT_TAIL = _ends(
    r"""Cup Games Olympics Championships? Festival Summit Elections? Grand\sPrix Marathon Awards? Prize War Race Day
    Week Programme Program Project Initiative Plan Strategy Framework Index Report"""
)
_LAW = _holds(
    """Act Bill Law Treaty Agreement Accords? Constitution Amendment Convention Protocol Resolution Code Charter"""
)
_LAW_TAIL = _ends("""Act Bill Law Treaty Agreement Accords? Constitution Convention Protocol Resolution Code Charter""")
_ORG_TAIL = _holds(
    """University Party Council Ministry Department Bank Committee Commission Agency Association Union Federation
    Court Institute FC Club"""
)
_EVENT_OF = re.compile(
    r"^(?:Battle|Siege|Fall|Massacre|Festival|Feast|Night|Summer|Olympics|Race|Tour|Week|Day|Hour) (?:of|de) "
)
_LAW_OF = re.compile(r"^(?:Treaty|Declaration|Convention|Charter|Peace|Bill|Code|Edict|Act) (?:of|on|for) ")
_UN_BODY = re.compile(r"\b(?:Food|Environment|Development) Program(?:me)?$")
_OF_A_PEOPLE = ("ish", "ian", "ians", "ese", "ists", "ist")


@lru_cache(CACHED_NAMES)
def refine(kind: str, name: str, before: str, after: str) -> Label:
    """The label of `name`, which the model calls `kind`; `before` and `after` are the neighbouring characters."""
    if kind == "PER":
        return "PERSON"
    if _EVENT_OF.match(name):
        return "EVENT"
    if _LAW_OF.match(name) or " v. " in name:
        return "LAW"
    listed = cast("Label | None", label_of(name))
    if kind == "LOC":
        return _place(name, listed)
    if kind == "ORG":
        return _organisation(name, listed)
    return _other(name, listed, before, after)


def _place(name: str, listed: Label | None) -> Label:
    if listed in ("GPE", "LOC", "NORP"):
        return listed
    if _LAW_TAIL.search(name):  # "Paris Agreement"
        return "LAW"
    if _FACILITY.search(name):
        return "FACILITY"
    return "LOC" if _LAND.search(name) else "GPE"


def _organisation(name: str, listed: Label | None) -> Label:
    if listed in ("EVENT", "WORK", "LAW", "PRODUCT"):
        return listed
    if _UN_BODY.search(name):
        return "ORG"
    for label, tail in (("LAW", _LAW_TAIL), ("EVENT", _EVENT_TAIL), ("FACILITY", _SITE_TAIL), ("LOC", _LAND_TAIL)):
        if tail.search(name):
            return cast("Label", label)
    if listed in ("GPE", "NORP") and (" " in name or not _ORG_TAIL.search(name)):  # "West Bank"
        return listed
    return "ORG"


def _other(name: str, listed: Label | None, before: str, after: str) -> Label:
    if listed is not None:
        return listed
    if before[-1:] in '“"‘' and after[:1] in '”"’,':
        return "WORK"
    for label, pattern in (("LAW", _LAW), ("EVENT", _EVENT), ("FACILITY", _FACILITY)):
        if pattern.search(name):
            return cast("Label", label)
    if any(c.isdigit() for c in name):
        return "PRODUCT"
    return "NORP" if name.endswith(_OF_A_PEOPLE) else "WORK"
