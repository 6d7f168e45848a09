"""What a caller may ask of the analysis."""

from typing import NamedTuple


class AnalysisOptions(NamedTuple):
    """Options that change the answer; part of the cache key."""

    engine: str = "reader"
    """The name of the engine that finds the names."""
    summary_sentences: int | None = None
    """Exactly so many sentences (fewer when the article has fewer). None: by the article's length."""
    summary_words: int | None = None
    """At most so many words, at least one sentence. Goes before `summary_sentences`."""
