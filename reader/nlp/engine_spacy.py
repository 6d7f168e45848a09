"""The engine "spacy": an installed English model of spaCy finds the names.

Takes a document, gives names under our labels. Uses the model that READER_SPACY_MODEL names (a package or a folder),
else the largest of spaCy's own that is installed. It downloads nothing, and imports spaCy only to find names: the
version is told from what the packages say of themselves.
"""

import os
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import AnalysisError
from reader.text import Label, Name, Span

if TYPE_CHECKING:
    from reader.nlp.document import Document

VARIABLE = "READER_SPACY_MODEL"
MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
"""spaCy's own English models, most accurate first."""
UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
"""Components of these models that names do not need; another model is loaded whole."""
LABELS: dict[str, Label] = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "NORP": "NORP",
    "FAC": "FACILITY",
    "EVENT": "EVENT",
    "WORK_OF_ART": "WORK",
    "LAW": "LAW",
    "PRODUCT": "PRODUCT",
}
"""Others are dropped: LANGUAGE, CARDINAL, ORDINAL, and dates and amounts, which our own rules find."""


class SpacyEngine:
    """Finds names with spaCy."""

    @property
    def version(self) -> str:
        """Of spaCy and of the model.

        Raises:
            AnalysisError: spaCy or a model is missing.
        """
        return f"spacy {_spacy_version()}, {_described(model())}"

    def __call__(self, document: "Document") -> list[Name]:
        """The names of all paragraphs, in order.

        Raises:
            AnalysisError: spaCy or a model is missing.
        """
        _spacy_version()
        pipeline = _pipeline(model())
        paragraphs = [p.span for p in document.article.paragraphs]
        texts = [span.of(document.text) for span in paragraphs]
        pipeline.max_length = max([pipeline.max_length, *(len(text) + 1 for text in texts)])
        docs = zip(paragraphs, pipeline.pipe(texts), strict=True)
        return [name for span, doc in docs for name in _names(doc, span.start)]


engine = SpacyEngine()
"""What the entry point names."""


def model() -> str | Path:
    """The model's package, or the folder that it lies in.

    Raises:
        AnalysisError: none is installed, or the one that is asked for is not there.
    """
    wanted = os.environ.get(VARIABLE, "").strip()
    if not wanted:
        found = next((name for name in MODELS if _package_version(name)), None)
        if found is None:
            raise AnalysisError(
                "engine 'spacy': no English model is installed; `python -m spacy download en_core_web_sm` installs one,"
                f" or set {VARIABLE} to a model's package or folder"
            )
        return found
    if _package_version(wanted):
        return wanted
    folder = Path(wanted).expanduser()
    if not (folder / "config.cfg").is_file():
        raise AnalysisError(
            f"engine 'spacy': {VARIABLE} is {wanted!r}, neither an installed package nor the folder of a model;"
            " correct it, or unset it to use an installed model"
        )
    return folder


def _names(doc: Any, offset: int) -> Iterator[Name]:
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label is not None:
            yield Name(Span(offset + ent.start_char, offset + ent.end_char), label)


@cache
def _pipeline(which: str | Path) -> Any:
    import spacy

    return spacy.load(which, exclude=UNUSED if which in MODELS else ())


def _spacy_version() -> str:
    found = _package_version("spacy")
    if not found:
        raise AnalysisError("engine 'spacy': spaCy is not installed; `pip install 'reader-tui[spacy]'` installs it")
    return found


def _package_version(name: str) -> str:
    """Empty when there is no such package."""
    try:
        return metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError):  # ValueError: an empty name
        return ""


def _described(which: str | Path) -> str:
    if isinstance(which, str):
        return f"{which} {_package_version(which)}"
    return f"{which.name} {_fingerprint(which)}"


@cache
def _fingerprint(folder: Path) -> str:
    """Twelve hex digits of everything in a model's folder, which has no version that one could trust."""
    from hashlib import sha256

    digest = sha256()
    for file in sorted(f for f in folder.rglob("*") if f.is_file()):
        digest.update(f"{file.relative_to(folder).as_posix()}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
