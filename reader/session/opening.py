"""A path → an article that can be shown at once and an analysis on its way.

The order is the point: the bytes are read and the cache is asked before anything heavy is imported, so that the
analysis process starts first and imports nltk while this process imports the rest and parses.
"""

from functools import partial
from typing import NamedTuple

from reader.nlp.options import AnalysisOptions
from reader.session import cache, early
from reader.session.child import Child
from reader.session.job import AnalysisJob, CachedJob, Job
from reader.session.loading import format_hint, parse
from reader.sources import read_bytes
from reader.text import Article


class Opened(NamedTuple):
    """An article, readable now, and its analysis, under way."""

    article: Article
    job: Job
    path: str
    """As given; "-" for standard input."""


def open_path(
    path: str,
    *,
    options: AnalysisOptions,
    use_cache: bool = True,
    article_id: str | None = None,
    child: Child | None = None,
) -> Opened:
    """Read an article and start its analysis, or find it in the cache.

    Args:
        path: a file, or "-" for standard input.
        options: what to ask of the analysis.
        use_cache: False neither reads nor writes the cache.
        article_id: the article's id where it is not the path.
        child: an analysis process that was started early; closed when it is not needed.

    Raises:
        InputError: the path cannot be read as an article.
    """
    try:
        data = read_bytes(path)
        name = partial(_cache_key, data, path, options)
        cached = use_cache and early.may_be_kept(data) and cache.holds(name())
        if not cached and child is None:
            child = Child()
        article = parse(data, path, article_id=article_id)
    except BaseException:
        _close(child)
        raise
    if cached:
        _close(child)
        return Opened(article, CachedJob(article, options, key=name()), path)
    return Opened(article, AnalysisJob(article, options, child=child, keep_as=name if use_cache else None), path)


def _cache_key(data: bytes, path: str, options: AnalysisOptions) -> str:
    """What the answer is kept under."""
    from reader.nlp import engines

    version = engines.stamp(options.engine)
    return cache.key(data, format_name=format_hint(path), options=tuple(options), version=version)


def _close(child: Child | None) -> None:
    if child is not None:
        child.close()
