"""One article and its whole analysis, for the commands that write it out: by the analysis process and its cache."""

from argparse import Namespace

from reader.cli.articles import article_path
from reader.cli.wishes import analysis_options
from reader.config import Config, load
from reader.errors import AnalysisError
from reader.session.opening import open_path
from reader.text import Analysis


def analysis_of(given: Namespace, config: Config | None = None) -> Analysis:
    """The analysis of the article that `given` names.

    Raises:
        ReaderError: the article cannot be read, or not be analysed.
    """
    config = load(given.config) if config is None else config
    opened = open_path(
        article_path(given.article),
        options=analysis_options(given, config),
        use_cache=config.cache and not given.no_cache,
        article_id=given.article,
    )
    try:
        for result in opened.job.results():
            if result.field == "done" and isinstance(result.value, Analysis):
                return result.value
    finally:
        opened.job.cancel()
    raise AnalysisError(f"{given.article}: the analysis ended without an answer")
