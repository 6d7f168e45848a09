"""The engine "spacy": which model it takes, what it makes of its labels, and what it says when something is missing.

Where spaCy is installed the real one is tried, with a small model made on the spot and with every English model
that is there; otherwise those tests do not exist.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from reader.errors import AnalysisError
from reader.nlp import engine_spacy
from reader.nlp.document import Document
from reader.parse import parse_article
from reader.text import Name

ROOT = Path(__file__).parents[2]
TEXT = "Lena Voss spoke English twice.\n\nShe left Pier Nine with Salt and Rope."
Packages = Callable[..., None]


class Ent(NamedTuple):
    """What spaCy calls a span."""

    start_char: int
    end_char: int
    label_: str


class Doc(NamedTuple):
    """What spaCy calls a document."""

    ents: list[Ent]


class Pipeline:
    """A model that knows five names."""

    max_length = 10

    def pipe(self, texts: list[str]) -> Iterator[Doc]:
        known = {"Lena Voss": "PERSON", "English": "LANGUAGE", "twice": "CARDINAL", "Pier Nine": "FAC"}
        known["Salt and Rope"] = "WORK_OF_ART"
        for text in texts:
            yield Doc([Ent(text.index(w), text.index(w) + len(w), label) for w, label in known.items() if w in text])


@pytest.fixture(autouse=True)
def _forgetful(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(engine_spacy.VARIABLE, raising=False)
    engine_spacy._pipeline.cache_clear()
    engine_spacy._fingerprint.cache_clear()
    yield
    engine_spacy._pipeline.cache_clear()


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> Packages:
    """Makes these packages the only ones that are installed."""

    def only(**versions: str) -> None:
        def version(name: str) -> str:
            if name not in versions:
                raise metadata.PackageNotFoundError(name)
            return versions[name]

        monkeypatch.setattr(metadata, "version", version)

    return only


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Any]]:
    """Puts a stub in spaCy's place; what it was asked to load."""
    asked: list[tuple[Any, Any]] = []

    def load(name: Any, *, exclude: Any) -> Pipeline:
        asked.append((name, exclude))
        return Pipeline()

    stub = ModuleType("spacy")
    stub.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", stub)
    return asked


def names() -> list[Name]:
    return engine_spacy.engine(Document(parse_article(TEXT, id="a", name="a.txt")))


def test_its_labels_become_ours_and_the_others_are_dropped(packages: Packages, loads: list[tuple[Any, Any]]) -> None:
    packages(spacy="3.8", en_core_web_sm="3.8")
    assert [(n.span.of(TEXT), n.label) for n in names()] == [
        ("Lena Voss", "PERSON"),
        ("Pier Nine", "FACILITY"),
        ("Salt and Rope", "WORK"),
    ]
    assert names()
    assert loads == [("en_core_web_sm", engine_spacy.UNUSED)]


def test_the_most_accurate_installed_model_is_taken(packages: Packages) -> None:
    packages(spacy="3.8.1", en_core_web_sm="3.8.0", en_core_web_lg="3.7.1")
    assert engine_spacy.engine.version == "spacy 3.8.1, en_core_web_lg 3.7.1"


def test_a_model_package_can_be_named(
    packages: Packages, loads: list[tuple[Any, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    packages(spacy="3.8.1", en_core_web_sm="3.8.0", en_news="2.0")
    monkeypatch.setenv(engine_spacy.VARIABLE, " en_news ")
    assert engine_spacy.engine.version == "spacy 3.8.1, en_news 2.0"
    names()
    assert loads == [("en_news", ())]  # nobody knows which of its components the names need


def test_a_models_folder_can_be_named_and_its_contents_make_its_version(
    packages: Packages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages(spacy="3.8.1")
    monkeypatch.setenv(engine_spacy.VARIABLE, str(tmp_path))
    (tmp_path / "config.cfg").write_text("[nlp]")
    first = engine_spacy.engine.version
    assert first.startswith(f"spacy 3.8.1, {tmp_path.name} ")
    (tmp_path / "weights").write_bytes(b"new")
    engine_spacy._fingerprint.cache_clear()
    assert engine_spacy.engine.version != first


def test_missing_spacy_is_told_with_what_to_do(packages: Packages) -> None:
    packages()
    with pytest.raises(AnalysisError, match=r"spaCy is not installed; `pip install 'reader-tui\[spacy\]'`"):
        names()
    with pytest.raises(AnalysisError, match=r"spaCy is not installed"):
        _ = engine_spacy.engine.version


def test_a_missing_model_is_told_with_what_to_do(packages: Packages) -> None:
    packages(spacy="3.8.1")
    with pytest.raises(
        AnalysisError, match=r"no English model is installed; `python -m spacy download en_core_web_sm`"
    ):
        names()


def test_a_named_model_that_is_not_there_is_told(
    packages: Packages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages(spacy="3.8.1", en_core_web_sm="3.8.0")
    monkeypatch.setenv(engine_spacy.VARIABLE, str(tmp_path))  # a folder, but of no model
    with pytest.raises(AnalysisError, match=r"neither an installed package nor the folder of a model"):
        names()


def test_telling_the_version_imports_no_spacy() -> None:
    code = (
        "import sys\n"
        "from importlib import metadata\n"
        "metadata.version = lambda name: '1'\n"
        "from reader.nlp.engine_spacy import engine\n"
        "print(engine.version, 'spacy' in sys.modules)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    assert done.stdout == "spacy 1, en_core_web_trf 1 False\n"


if find_spec("spacy") is not None:
    MAKE = """
import sys, spacy
model = spacy.blank("en")
patterns = [("PERSON", "President Lena Voss"), ("ORG", "the Harbour Board"), ("DATE", "two"), ("GPE", "Norvale")]
model.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": words} for label, words in patterns])
model.to_disk(sys.argv[1])
"""
    STORY = (
        "President Lena Voss met the Harbour Board in Norvale on 3 May. “We have two boats,” Voss said.\n\n"
        "The Harbour Board agreed."
    )
    ANALYZE = """
import sys
from reader.cli.main import run
from reader.nlp import engine_spacy, engines
engines.load = lambda name: (engine_spacy.engine, "reader-tui")  # whether or not the project is installed
sys.exit(run(sys.argv[1:]))
"""

    def analysed_by(model: str, tmp_path: Path) -> dict[str, Any]:
        """The analysis with the real spaCy and this model."""
        (tmp_path / "story.txt").write_text(STORY)
        environment = os.environ | {"PYTHONPATH": str(ROOT), engine_spacy.VARIABLE: model}
        command = [sys.executable, "-c", ANALYZE, "analyze", "--engine", "spacy", str(tmp_path / "story.txt")]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def test_the_real_spacy_with_a_small_model_of_rules(tmp_path: Path) -> None:
        model = tmp_path / "model"
        subprocess.run([sys.executable, "-c", MAKE, str(model)], check=True)
        answer = analysed_by(str(model), tmp_path)
        assert {e["name"]: (e["label"], len(e["mentions"])) for e in answer["entities"] if e["label"] != "DATE"} == {
            "Lena Voss": ("PERSON", 3),  # "We" is the third
            "Harbour Board": ("ORG", 2),
            "Norvale": ("GPE", 1),
        }
        assert [q["speaker"]["name"] for q in answer["quotes"]] == ["Lena Voss"]
        assert (
            answer["engine"]["version"].partition(" with ")[2].startswith(f"spacy {metadata.version('spacy')}, model ")
        )

    REAL_MODELS = [name for name in engine_spacy.MODELS if find_spec(name) is not None]
    if REAL_MODELS:

        @pytest.mark.parametrize("model", REAL_MODELS)
        def test_the_real_spacy_with_its_own_models(model: str, tmp_path: Path) -> None:
            answer = analysed_by(model, tmp_path)
            assert "PERSON" in [e["label"] for e in answer["entities"] if e["name"] == "Lena Voss"]
