"""Adjective and noun of one people, faith or party: "Democratic" and "Democrats", "Jewish" and "Jews".

Takes a group's name, gives the form that both share, and tells the noun from the adjective.
"""

_PAIRS = """briton british, englishman english, scot scottish, scotsman scottish, welshman welsh, irishman irish,
    frenchman french, dutchman dutch, spaniard spanish, swede swedish, dane danish, finn finnish, pole polish,
    turk turkish, icelander icelandic, jew jewish, kurd kurdish, serb serbian, croat croatian, slovak slovakian,
    slovene slovenian, filipino philippine, argentine argentinian, democrat democratic, greenlander greenlandic,
    uighur uyghur"""
_ADJECTIVES = dict(pair.split() for pair in _PAIRS.split(","))
_PLURALS = (("men", "man"), ("ies", "y"), ("s", ""))


def group_key(name: str) -> str:
    """What the name of a group and its adjective share: "Democrats", "Democrat" and "Democratic" give one key."""
    lower = name.lower()
    for plural, single in _PLURALS:
        if lower.endswith(plural) and not lower.endswith("ss"):
            lower = lower[: -len(plural)] + single
            break
    return _ADJECTIVES.get(lower, lower)


def is_people(name: str) -> bool:
    """Whether a group's name is a noun in the plural: "Russians", "Frenchmen"; such a one names it best."""
    return group_key(name) != name.lower()
