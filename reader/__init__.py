"""A terminal news reader: who is in a story, what each of them said, and what it comes to."""

__version__ = "0.1.0"
