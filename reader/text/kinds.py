"""What the kinds of names are called, for panes, exports and `reader print` alike. Constants only."""

from reader.text.analysis import Label

KIND_WORDS: dict[Label, str] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "NORP": "group",
    "FACILITY": "building", "EVENT": "event", "WORK": "work", "LAW": "law", "PRODUCT": "product",
    "DATE": "date", "TIME": "time", "MONEY": "money", "PERCENT": "per cent", "QUANTITY": "quantity",
}  # fmt: skip
"""Label to the word that a reader sees."""
SECTION_OF: dict[Label, str] = {
    "PERSON": "People", "ORG": "Organisations", "GPE": "Places", "LOC": "Places", "FACILITY": "Places",
    "NORP": "Groups", "EVENT": "Events", "WORK": "Works", "LAW": "Laws", "PRODUCT": "Products",
    "DATE": "Dates and times", "TIME": "Dates and times",
    "MONEY": "Amounts", "PERCENT": "Amounts", "QUANTITY": "Amounts",
}  # fmt: skip
"""Label to the heading under which its things stand."""
SECTIONS = tuple(dict.fromkeys(SECTION_OF.values()))
"""Headings in the order in which they are shown."""
