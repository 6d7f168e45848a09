"""The kinds of names as the panes group and filter them; how each looks stands in `present`. Standard library only."""

from reader.text import Label

SECTION_OF: dict[Label, str] = {
    "PERSON": "People",
    "ORG": "Organisations",
    "GPE": "Places",
    "LOC": "Places",
    "FACILITY": "Places",
    "NORP": "Groups",
    "EVENT": "Events",
    "WORK": "Works",
    "LAW": "Laws",
    "PRODUCT": "Products",
    "DATE": "Dates and times",
    "TIME": "Dates and times",
    "MONEY": "Amounts",
    "PERCENT": "Amounts",
    "QUANTITY": "Amounts",
}
"""Label to its heading in the entities pane."""
SECTIONS = tuple(dict.fromkeys(SECTION_OF.values()))
"""Headings in the order in which they are shown."""
FILTERS: dict[str, frozenset[Label]] = {
    "people": frozenset({"PERSON"}),
    "organisations": frozenset({"ORG", "NORP"}),
    "places": frozenset({"GPE", "LOC", "FACILITY"}),
    "other names": frozenset({"EVENT", "WORK", "LAW", "PRODUCT"}),
    "values": frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"}),
}
"""What `p o l` and the palette narrow the entities to."""
