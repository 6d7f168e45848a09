"""Engines of other packages: found by entry point, checked, blamed, and brought to our conventions."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import __version__, paths
from reader.errors import AnalysisError, UsageError
from reader.nlp import engines
from reader.nlp.options import AnalysisOptions
from reader.nlp.pipeline import analyse
from reader.parse import parse_article
from reader.session import opening
from reader.session.job import AnalysisJob
from reader.text import Label, Name, Span

ROOT = Path(__file__).parents[2]
Install = Callable[..., None]
METADATA = "Metadata-Version: 2.1\nName: reader-fake\nVersion: {version}\n"
HEAD = """
from reader.text import Name, Span
def place(text, words, label):
    start = text.index(words)
    return Name(Span(start, start + len(words)), label)
"""
TEXT = (
    "President Lena Voss met the Harbour Board in Norvale on 3 May.\n\n"
    "Later Voss spoke of the US-led plan, and the Harbour Board agreed."
)


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    engines.load.cache_clear()
    yield
    engines.load.cache_clear()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Puts a package with an engine, as pip leaves it, on the import path."""

    def put(code: str, *, version: str = "1.0", point: str = "fake = reader_fake:find") -> None:
        (tmp_path / "reader_fake.py").write_text(code)
        home = tmp_path / "reader_fake-1.0.dist-info"
        home.mkdir(exist_ok=True)
        (home / "METADATA").write_text(METADATA.format(version=version))
        (home / "entry_points.txt").write_text(f"[reader.engines]\n{point}\n")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "reader_fake", raising=False)
        engines.load.cache_clear()

    return put


def finding(*names: tuple[str, str]) -> str:
    """The code of an engine that finds these words with these labels."""
    return f"{HEAD}\ndef find(document):\n    return [place(document.text, *name) for name in {list(names)!r}]\n"


def entities(text: str) -> dict[str, str]:
    """What the analysis with the fake engine names: name to label."""
    article = parse_article(text, id="a", name="a.txt")
    return {e.name: e.label for e in analyse(article, AnalysisOptions(engine="fake")).entities}


def mentions(text: str, name: str) -> list[str]:
    article = parse_article(text, id="a", name="a.txt")
    analysis = analyse(article, AnalysisOptions(engine="fake"))
    return [m.span.of(analysis.article.text) for e in analysis.entities if e.name == name for m in e.mentions]


def complaint(text: str = TEXT) -> str:
    with pytest.raises(AnalysisError) as caught:
        entities(text)
    return str(caught.value)


def test_an_engine_is_found_by_its_entry_point(install: Install) -> None:
    install(finding(("Lena Voss", "PERSON"), ("Norvale", "PRODUCT")))
    assert engines.installed()[0] == "reader"
    assert "fake" in engines.installed()
    assert entities(TEXT)["Norvale"] == "PRODUCT"


def test_the_built_in_engine_looks_for_no_entry_points(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise AssertionError("entry points were looked up")

    monkeypatch.setattr("importlib.metadata.entry_points", refuse)
    engines.require("reader")
    assert engines.stamp("reader") == __version__
    made_by = analyse(parse_article(TEXT, id="a", name="a.txt")).engine
    assert (made_by.name, made_by.version) == ("reader", __version__)


def test_nobody_can_take_the_built_in_engines_name(install: Install) -> None:
    install("find = None", point="reader = reader_fake:find")
    assert engines.installed().count("reader") == 1
    engines.require("reader")


def test_titles_articles_and_values_are_ours(install: Install) -> None:
    install(finding(("President Lena Voss", "PERSON"), ("the Harbour Board", "ORG"), ("on 3 May", "DATE")))
    found = entities(TEXT)
    assert found["Lena Voss"] == "PERSON"
    assert found["Harbour Board"] == "ORG"
    assert found["3 May"] == "DATE"


def test_a_name_found_once_is_found_wherever_it_stands(install: Install) -> None:
    install(finding(("Lena Voss", "PERSON"), ("Harbour Board", "FACILITY")))
    assert mentions(TEXT, "Lena Voss") == ["Lena Voss", "Voss"]
    assert mentions(TEXT, "Harbour Board") == ["Harbour Board", "Harbour Board"]
    assert entities(TEXT)["Harbour Board"] == "FACILITY"


def test_a_name_inside_one_of_our_words_is_kept(install: Install) -> None:
    install(finding(("the US", "GPE")))
    assert entities(TEXT.replace("on 3 May", "today").replace("the Harbour", "a harbour"))["US"] == "GPE"


def test_a_name_that_runs_on_is_cut_where_its_sentence_ends(install: Install) -> None:
    text = "They met in Norvale.\n\nLater it rained."
    install(finding(("Norvale.\n\nLater", "GPE")))
    assert entities(text) == {"Norvale": "GPE"}


def test_a_name_of_nothing_but_white_space_and_marks_is_dropped(install: Install) -> None:
    install(finding((".\n\n", "ORG")))
    assert entities("it rained.\n\nit stopped.") == {}


def test_the_answer_tells_engine_and_package(install: Install) -> None:
    install(finding())
    made_by = analyse(parse_article(TEXT, id="a", name="a.txt"), AnalysisOptions(engine="fake")).engine
    assert made_by.name == "fake"
    assert made_by.version == f"{__version__} with reader-fake 1.0"


def test_the_engines_own_version_goes_before_its_packages(install: Install) -> None:
    install(f"{finding()}\nfind.version = 'big\\nmodel 7'\n")
    assert engines.version("fake") == f"{__version__} with big model 7"


class Waiting:
    """Stands for the analysis process."""

    def send(self, line: bytes) -> None:
        """Takes it and waits."""

    def close(self) -> None:
        """Ends."""


def kept_as(story: Path, engine: str) -> str:
    job = opening.open_path(str(story), options=AnalysisOptions(engine=engine)).job
    assert isinstance(job, AnalysisJob)
    assert job._keep_as is not None
    return job._keep_as()


def test_another_version_of_an_engine_is_another_key(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(opening, "Child", Waiting)
    story = tmp_path / "story.txt"
    story.write_text(TEXT)
    install(finding(), version="1.0")
    old = kept_as(story, "fake")
    assert kept_as(story, "fake") == old
    install(finding(), version="1.1")
    assert len({old, kept_as(story, "fake"), kept_as(story, "reader")}) == 3
    assert kept_as(story, "missing") is not None  # the article opens; the analysis says what is wrong


def test_an_unknown_engine_is_answered_with_the_installed_ones(install: Install) -> None:
    install(finding())
    with pytest.raises(UsageError, match=r"^'fkae' is no engine; did you mean 'fake'\? known: reader, .*fake"):
        engines.require("fkae")
    with pytest.raises(UsageError, match=r"^'zzz' is no engine; known: reader, "):
        engines.require("zzz")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("raise RuntimeError('out\\nof luck')", "engine 'fake' failed: RuntimeError: out of luck"),
        ("raise SystemExit(3)", "engine 'fake' failed: SystemExit: 3"),
        ("return None", "engine 'fake' failed: TypeError: 'NoneType' object is not iterable"),
        ("yield place(document.text, 'Lena', 'ORG'); raise KeyError(1)", "engine 'fake' failed: KeyError: 1"),
        ("return ['Lena']", "engine 'fake' gave a str where a reader.text.Name belongs"),
        ("return [Name((1, 'x'), 'ORG')]", "engine 'fake' gave a name at (1, 'x'), which is no Span"),
        ("return [Name((1, 2, 3), 'ORG')]", "engine 'fake' gave a name at (1, 2, 3), which is no Span"),
        ("return [Name(None, 'ORG')]", "engine 'fake' gave a name at None, which is no Span"),
        ("return [Name(Span(0, 999), 'ORG')]", "engine 'fake' gave a name at [0, 999) of a text of 130 characters"),
        ("return [Name(Span(-2, 1), 'ORG')]", "engine 'fake' gave a name at [-2, 1) of"),
        ("return [Name(Span(4, 4), 'ORG')]", "engine 'fake' gave a name at [4, 4) of"),
        (
            "return [Name(Span(0, 4), 'COMPANY')]",
            "engine 'fake' gave the label 'COMPANY', which is none of PERSON, ORG",
        ),
        ("return [Name(Span(0, 4), [])]", "engine 'fake' gave the label [], which is none of PERSON, ORG"),
        (
            "return [Name(Span(5, 9), 'ORG'), Name(Span(0, 6), 'ORG')]",
            "engine 'fake' gave names that overlap, [0, 6) and [5, 9)",
        ),
    ],
)
def test_an_engine_that_fails_is_blamed_in_one_line(install: Install, body: str, message: str) -> None:
    install(f"{HEAD}\ndef find(document):\n    {body}\n")
    told = complaint()
    assert told.startswith(message)
    assert "\n" not in told


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import no_such_module", "engine 'fake' of reader-fake 1.0 cannot be loaded: ModuleNotFoundError: No module"),
        ("x = 1", "engine 'fake' of reader-fake 1.0 cannot be loaded: AttributeError"),
        ("def find(:", "engine 'fake' of reader-fake 1.0 cannot be loaded: SyntaxError"),
        ("find = 3", "engine 'fake': reader_fake:find of reader-fake 1.0 is no callable"),
    ],
)
def test_an_engine_that_cannot_be_loaded_is_blamed_in_one_line(install: Install, code: str, message: str) -> None:
    install(code)
    assert complaint().startswith(message)
    with pytest.raises(AnalysisError):
        engines.require("fake")
    assert engines.stamp("fake") == __version__


def test_an_engine_whose_version_fails_is_blamed(install: Install) -> None:
    install(
        "class Engine:\n"
        "    def __call__(self, document): return []\n"
        "    @property\n"
        "    def version(self): raise OSError('no disk')\n"
        "find = Engine()\n"
    )
    with pytest.raises(AnalysisError, match=r"^engine 'fake' cannot tell its version: OSError: no disk$"):
        engines.require("fake")


def test_an_engines_own_word_about_what_is_missing_stands(install: Install) -> None:
    install(
        "from reader.errors import AnalysisError\ndef find(document): raise AnalysisError('fetch the model first')\n"
    )
    assert complaint() == "fetch the model first"


def test_a_long_reason_is_cut(install: Install) -> None:
    install("def find(document): raise ValueError('x' * 9999)\n")
    assert len(complaint()) < engines.MAX_REASON_CHARS + 50


def test_what_an_engine_prints_is_no_part_of_the_answer(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    install(f"print('loading')\n{HEAD}\ndef find(document):\n    print('finding')\n    return []\n")
    entities(TEXT)
    written = capsys.readouterr()
    assert (written.out, written.err) == ("", "loading\nfinding\n")


LABELS: tuple[Label, ...] = ("PERSON", "ORG", "GPE", "NORP", "WORK", "DATE")


@given(st.data())
def test_any_sound_spans_give_ordered_disjoint_names(data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(TEXT)), max_size=24)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    names = [Name(span, data.draw(st.sampled_from(LABELS))) for span in spans]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "load", lambda _: (lambda _: names, "fake 1"))
        analysis = analyse(parse_article(TEXT, id="a", name="a.txt"), AnalysisOptions(engine="fake"))
    for entity in analysis.entities:
        for mention in entity.mentions:
            assert 0 <= mention.span.start < mention.span.end <= len(TEXT)
    places = sorted(m.span for e in analysis.entities for m in e.mentions if m.kind == "name")
    assert all(a.end <= b.start for a, b in pairwise(places))


def run(tmp_path: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command, with the fake package on the import path."""
    home = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    environment = os.environ | home | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    command = [sys.executable, "-m", "reader", *arguments]
    elsewhere = tmp_path / "elsewhere"  # the analysis imports nothing from the current folder
    elsewhere.mkdir(exist_ok=True)
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=elsewhere, env=environment)


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.txt").write_text(TEXT)
    return str(tmp_path / "story.txt")


def test_analyze_uses_the_engine_that_is_asked_for(install: Install, tmp_path: Path, story: str) -> None:
    install(f"print('chatter')\n{finding(('Norvale', 'PRODUCT'))}")
    done = run(tmp_path, "analyze", "--engine", "fake", story)
    answer: dict[str, Any] = json.loads(done.stdout)
    assert ("Norvale", "PRODUCT") in [(e["name"], e["label"]) for e in answer["entities"]]
    assert answer["engine"]["name"] == "fake"


def test_the_analysis_process_uses_it_too(install: Install, tmp_path: Path, story: str) -> None:
    install(finding(("Lena", "ORG")))
    done = run(tmp_path, "export", "--engine", "fake", "--format", "json", story)
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["engine"]["version"] == f"{__version__} with reader-fake 1.0"


def test_an_engine_that_fails_ends_the_command_in_one_line(install: Install, tmp_path: Path, story: str) -> None:
    install("def find(document): raise RuntimeError('out of luck')\n")
    done = run(tmp_path, "export", "--engine", "fake", story)
    assert done.returncode == AnalysisError.exit_status
    assert "engine 'fake' failed: RuntimeError: out of luck" in done.stderr
    assert done.stderr.count("\n") == 1
    (line,) = run(tmp_path, "analyze", "--engine", "fake", story).stdout.splitlines()
    assert json.loads(line)["error"]["message"] == "engine 'fake' failed: RuntimeError: out of luck"


def example(start: str) -> str:
    """The indented block of the guide that begins with a line."""
    lines = (paths.help_dir() / "engines.md").read_text(encoding="utf-8").splitlines()
    first = lines.index(f"    {start}")
    end = next(i for i in range(first, len(lines)) if lines[i] and not lines[i].startswith("    "))
    return "\n".join(line[4:] for line in lines[first:end]) + "\n"


def test_the_guides_example_works_as_it_stands(install: Install) -> None:
    project = tomllib.loads(example("[build-system]"))["project"]
    ((name, value),) = project["entry-points"][engines.GROUP].items()
    module, _, attribute = value.partition(":")
    assert (name, module) == ("capitals", "reader_capitals")
    install(example("import re"), point=f"fake = reader_fake:{attribute}")
    assert entities("On Monday the NRVX met the QZTB.") == {"Monday": "DATE", "NRVX": "ORG", "QZTB": "ORG"}


def test_every_engine_of_this_project_can_be_loaded() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"][engines.GROUP]
    assert set(points) == {"spacy"}
    for value in points.values():
        module, _, attribute = value.partition(":")
        assert callable(getattr(import_module(module), attribute))
