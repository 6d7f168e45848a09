"""Model classes → the labels of the format, by lists and by the words a name is made of."""

import re

from reader.nlp.entities.lists import label_of
from reader.text import Label

_FACILITY = re.compile(
    r"\b(?:Airport|Bridge|Stadium|Tower|Towers|Palace|Cathedral|Station|Prison|Dam|Arena|Hotel|Museum|Plaza|Hospital|Highway|Motorway|Port|Terminal"
    r"|Tunnel|Square|Street|Avenue|Road|Park|Hall|Castle|Mosque|Temple|Church|Building|Pier|Embassy)$"
)
_LAND = re.compile(
    r"\b(?:Rivers?|Lakes?|Sea|Ocean|Bay|Gulf|Strait|Channel|Canal|Mount|Mountains?|Hills?|Valley|Islands?|Peninsula|Cape|Coast|Desert|Forest|Basin|Delta"
    r"|Falls|Glacier|Plateau|Reef|Beach|Creek|Highlands|Seamount|North|South|East|West|Arctic)\b"
)
_EVENT = re.compile(
    r"\b(?:Cup|Games|Olympics|Championships?|War|Festival|Summit|Election|Conference|Open|Grand Prix|Marathon|Day|Revolution|Uprising|Final|Tour|Super Bowl"
    r"|Awards?|Prize|Hurricane \w+|Typhoon \w+|Cyclone \w+)\b"
)
_LAW = re.compile(
    r"\b(?:Act|Bill|Law|Treaty|Agreement|Accord|Accords|Constitution|Amendment|Convention|Protocol|Resolution|Code|Charter)\b"
)
_ORG_TAIL = re.compile(
    r"\b(?:University|Party|Council|Ministry|Department|Bank|Committee|Commission|Agency|Association|Union|Federation|Court|Institute|FC|Club)\b"
)


def refine(kind: str, name: str, before: str, after: str) -> Label:
    """The label of `name`, which the model calls `kind`; `before` and `after` are the neighbouring characters."""
    listed = label_of(name)
    if kind == "PER":
        return "PERSON"
    if kind == "LOC":
        return _place(name, listed)
    if kind == "ORG":
        if listed in ("GPE", "NORP") and not _ORG_TAIL.search(name):
            return "GPE" if listed == "GPE" else "NORP"
        return "ORG"
    return _other(name, listed, before, after)


def _place(name: str, listed: str | None) -> Label:
    if listed in ("GPE", "LOC", "NORP"):
        return listed  # type: ignore[return-value]
    if _FACILITY.search(name):
        return "FACILITY"
    return "LOC" if _LAND.search(name) else "GPE"


def _other(name: str, listed: str | None, before: str, after: str) -> Label:
    if listed is not None:
        return listed  # type: ignore[return-value]
    if before[-1:] in '“"‘' and after[:1] in '”"’,':
        return "WORK"
    if _LAW.search(name):
        return "LAW"
    if _EVENT.search(name):
        return "EVENT"
    if _FACILITY.search(name):
        return "FACILITY"
    return (
        "PRODUCT"
        if any(c.isdigit() for c in name)
        else "NORP"
        if name.endswith(("ish", "ian", "ians", "ese", "ists", "ist"))
        else "WORK"
    )
