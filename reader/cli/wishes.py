"""What the command line and the configuration together ask of the analysis.

Takes the arguments as parsed, gives `AnalysisOptions`. Imports no parser, because opening an article needs none.
"""

TYPE_CHECKING = False  # typing's own costs 5 ms before the analysis process starts

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from reader.config import Config
    from reader.nlp.options import AnalysisOptions


def analysis_options(given: "Namespace | SimpleNamespace", config: "Config | None" = None) -> "AnalysisOptions":
    """The command line's wishes, then the configuration's where one is read.

    Raises:
        UsageError: the engine does not exist.
        AnalysisError: it cannot be loaded, or something it needs is missing.
    """
    from reader.nlp.options import AnalysisOptions

    sentences, words, engine = given.summary_sentences, given.summary_words, given.engine
    if config is not None:
        engine = engine or config.engine
        if sentences is None and words is None:
            sentences, words = config.summary_sentences, config.summary_words
    built_in = AnalysisOptions().engine
    if engine not in (None, built_in):
        from reader.nlp import engines

        engines.require(engine)
    return AnalysisOptions(engine=engine or built_in, summary_sentences=sentences, summary_words=words)
