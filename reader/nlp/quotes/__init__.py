"""Who said what: the article's quotes with their speakers."""

from reader.nlp.quotes.attribute import attribute_quotes

__all__ = ["attribute_quotes"]
