"""The kinds of names as keys and palette filter them; what they are called stands in `reader.text.kinds`."""

from reader.text import Label

FILTERS: dict[str, frozenset[Label]] = {
    "people": frozenset({"PERSON"}),
    "organisations": frozenset({"ORG", "NORP"}),
    "places": frozenset({"GPE", "LOC", "FACILITY"}),
    "other names": frozenset({"EVENT", "WORK", "LAW", "PRODUCT"}),
    "values": frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}),
}
"""What `p o l` and the palette narrow the entities to."""
