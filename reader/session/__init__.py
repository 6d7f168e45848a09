"""Load → parse → analyse → cache: the only glue between the layers.

    opened = open_path("story.txt", options=AnalysisOptions())
    for result in opened.job.results(): ...

The parts are imported when they are asked for, so that `reader.session.child` can start the analysis process
before anything else is loaded. Nothing in here imports nltk or Textual.
"""

TYPE_CHECKING = False  # typing's own costs 5 ms before the analysis process starts

if TYPE_CHECKING:
    from reader.session.job import AnalysisJob, CompletedJob, Job
    from reader.session.opening import Opened, open_path
    from reader.session.stream import StageResult

__all__ = ["AnalysisJob", "CompletedJob", "Job", "Opened", "StageResult", "open_path"]

_HOMES = {
    "AnalysisJob": "job",
    "CompletedJob": "job",
    "Job": "job",
    "Opened": "opening",
    "StageResult": "stream",
    "open_path": "opening",
}


def __getattr__(name: str) -> object:
    """The public names, each imported at its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
